"""Fenced code, which stands outside of everything else: found first, as pymdownx.superfences does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.source.markdown.lines import HOLE, Line

_PREFIX = re.compile(r"[> ]*")
_FENCE = re.compile(r"(~{3,}|`{3,})(.*)")
_OPTION = r"""(?:hl_lines|linenums|title|title_mode)=(?:"[^"]*"|'[^']*')"""
_INFO = re.compile(rf"[ ]*(?:\.?[\w#.+-]+(?=[ ]|$))?[ ]*(?:\{{.*\}}|(?:{_OPTION}[ ]*)*)[ ]*")
_LONGEST_INFO = 500  # characters; a longer one is no fence, and matching it could take long


@dataclass(slots=True)
class _Open:
    """A fence that is being read."""

    start: int
    indent: str
    fence: str
    quotes: int
    empty_before: bool = False


def fold_fences(lines: Sequence[Line]) -> list[Line]:
    """The lines with each closed fence, from opening to closing line, folded into one line that holds no text."""
    folded: list[Line] = []
    opened: _Open | None = None
    for line in lines:
        folded.append(line)
        if opened is None:
            opened = _opening(line, len(folded) - 1)
            continue
        verdict = _follows(line.text, opened)
        if verdict == "end":
            first = folded[opened.start]
            del folded[opened.start :]
            folded.append(Line(opened.indent + HOLE, first.number, first.column))
        if verdict != "inside":
            opened = None
    return folded


def _opening(line: Line, index: int) -> _Open | None:
    prefix = _prefix(line.text)
    match = _FENCE.fullmatch(line.text, len(prefix))
    if match is None or len(match.group(2)) > _LONGEST_INFO or not _INFO.fullmatch(match.group(2)):
        return None
    return _Open(index, prefix, match.group(1), prefix.count(">"))


def _follows(text: str, opened: _Open) -> str:
    """Whether a line is `inside` the fence, its `end`, or `outside`: then the opening line was no fence."""
    prefix = _prefix(text)[: len(opened.indent)]
    content = text[len(prefix) :]
    quotes = prefix.count(">")
    if opened.quotes:
        return _follows_quoted(content, quotes, len(prefix) < len(opened.indent), opened)
    if quotes:
        return "outside"
    if not text.strip():
        return "inside"
    if len(prefix) != len(opened.indent) and content:
        return "outside"
    return "end" if content.rstrip() == opened.fence else "inside"


def _follows_quoted(content: str, quotes: int, shallow: bool, opened: _Open) -> str:
    if quotes > opened.quotes:
        return "outside"
    if not content:
        opened.empty_before = True
        return "inside"
    if shallow or (opened.empty_before and quotes < opened.quotes):
        return "outside"
    if content.rstrip() == opened.fence:
        return "end"
    opened.empty_before = False
    return "inside"


def _prefix(text: str) -> str:
    match = _PREFIX.match(text)
    return match.group() if match else ""
