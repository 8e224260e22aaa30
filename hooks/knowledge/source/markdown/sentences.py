"""Where sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterator

# An end mark with what closes behind it and citations set behind it, then a space and something that can begin a
# sentence: a capital, a digit, a quote or a bracket.
_END = re.compile(r"(?<![.!?])[.!?]++[\"”’')\]]*+(?:\s*\[@\])*(?!\s*\[@\])(?=\s+[\"“‘'(\[]*[A-Z0-9À-ÖØ-Þ\"“‘(\[])")
_ABBREVIATION = re.compile(r"(?:^|[\s(\[“\"])(?:e\.g|i\.e|vs|etc|approx|Dr|St|fig|figs|Fig|pp?|[A-Z])\.$")
_LONGEST_ABBREVIATION = 8
# “No.” is an abbreviation before a number only: an answer may be just “No.”
_NUMBER_ABBREVIATION = re.compile(r"\b[Nn]o\.\s+\d")


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """The start and end of each sentence in a text without line breaks, outer spaces left out."""
    start = 0
    for end in _END.finditer(text):
        if end.group() == "." and _is_abbreviation(text, end.start(), start):
            continue
        yield from _stripped(text, start, end.end())
        start = end.end()
    yield from _stripped(text, start, len(text))


def _is_abbreviation(text: str, stop: int, start: int) -> bool:
    """Whether the full stop at `stop` belongs to an abbreviation."""
    if _NUMBER_ABBREVIATION.match(text, max(start, stop - 2)):
        return True
    return _ABBREVIATION.search(text[max(start, stop + 1 - _LONGEST_ABBREVIATION) : stop + 1]) is not None


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
