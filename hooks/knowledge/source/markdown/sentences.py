"""Where sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterator

# An end mark with what closes behind it and citations set behind it, then a space and something that can begin a
# sentence: a capital, a digit, a quote or a bracket.
_END = re.compile(r"(?<![.!?])[.!?]++[\"”’')\]]*+(?:\s*\[@\])*+(?=\s+[\"“‘'(\[]*[A-Z0-9À-ÖØ-Þ\"“‘(\[])")
_ABBREVIATION = re.compile(r"(?:^|[\s(\[“\"])(?:e\.g|i\.e|vs|etc|approx|no|No|Dr|St|fig|figs|Fig|pp?|[A-Z])\.$")
_LONGEST_ABBREVIATION = 8


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """The start and end of each sentence in a text without line breaks, outer spaces left out."""
    start = 0
    for end in _END.finditer(text):
        mark = end.start() + 1
        if _ABBREVIATION.search(text[max(start, mark - _LONGEST_ABBREVIATION) : mark]) and text[end.start()] == ".":
            continue
        yield from _stripped(text, start, end.end())
        start = end.end()
    yield from _stripped(text, start, len(text))


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
