"""Suppressions in a page's body: a comment on a line of its own, for the block below it. Readers never get them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from knowledge.problems import Place, Problem
from knowledge.source.markdown.lines import Document, Line
from knowledge.source.markdown.site_blocks import is_closer, is_slash_line
from knowledge.source.suppressions import LONGEST, NAME, RULE, Suppression, Suppressions, read_suppression

_FORM = "<!-- {} -->"
_OPENING = re.compile(rf"<!--\s*(?={NAME.pattern})", re.IGNORECASE)
_COMMENT = re.compile(rf"\s*<!--\s*(?P<text>{NAME.pattern}.*)-->\s*", re.IGNORECASE)


def is_suppression(text: str) -> bool:
    """Whether a line is a suppression and nothing else, well-formed or not: such a line is no part of the page."""
    return "<!--" in text and _COMMENT.fullmatch(text) is not None


def take_suppressions(document: Document, lines: Sequence[Line]) -> tuple[list[Line], Suppressions]:
    """The lines (fenced code folded) without the suppressions, and these."""
    if not any("<!--" in line.text for line in lines):
        return list(lines), Suppressions()
    read = Suppressions.of(_read(document, lines))
    return [line for line in lines if not is_suppression(line.text)], read


def _read(document: Document, lines: Sequence[Line]) -> Iterator[Suppression | Problem]:
    for index, line in enumerate(lines):
        opening = _OPENING.search(line.text)
        if opening is None or "`" in line.text[: opening.start()]:
            continue
        place = document.place(line.number, line.column + opening.start())
        match = _COMMENT.fullmatch(line.text)
        if match is None:
            yield _misplaced(line, opening, document)
            continue
        covered = _next_block(document, lines, index)
        yield read_suppression(
            match["text"].rstrip(), place, _places(document, line.cut(match.start("text"))), covered, _FORM
        )


def _places(document: Document, words: Line) -> Callable[[int], Place]:
    return lambda at: document.place(words.number, words.column + at)


def _misplaced(line: Line, opening: re.Match[str], document: Document) -> Problem:
    place = document.place(line.number, line.column + opening.start())
    if "-->" not in line.text[opening.end() :]:
        return Problem.at(place, RULE, "This comment does not end on its line.", "Write it on one line, up to `-->`.")
    message = "A suppression stands on a line of its own."
    return Problem.at(place, RULE, message, "Move it to the line above the block it is for.")


def _next_block(document: Document, lines: Sequence[Line], comment: int) -> tuple[int, int]:
    """First and last line of what stands below a comment, up to an empty line or a suppression; (0, -1) for nothing.

    A site block and fenced code count whole, empty lines in them too.
    """
    below = lines[comment + 1 : comment + 1 + LONGEST]
    start = next((at for at, line in enumerate(below) if line.text.strip() and not is_suppression(line.text)), None)
    if start is None:
        return 0, -1
    depth, end = 0, start
    while end < len(below) and (depth > 0 or (below[end].text.strip() and not is_suppression(below[end].text))):
        if is_slash_line(below[end].text):
            depth += -1 if is_closer(below[end].text) else 1
        end += 1
    # The next line's number counts: the block's last line may stand for fenced code of any length.
    behind = comment + 1 + end
    after = lines[behind].number if behind < len(lines) else len(document.raw)
    return document.start.line + below[start].number, document.start.line + after - 1
