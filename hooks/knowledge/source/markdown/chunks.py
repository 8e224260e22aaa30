"""Chunks: what stands between two empty lines, taken apart from its front without copying."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from enum import Enum, auto

from knowledge.source.markdown.lines import TAB, Line
from knowledge.source.markdown.lists import starts_list
from knowledge.source.markdown.site_blocks import is_slash_line

_HEADING = re.compile(r"(?P<level>#{1,6})(?P<header>(?:\\.|[^\\#]|#+(?=[^#]))*?)#*$")
_RULE = re.compile(r" {0,3}([-_*])(?: {0,2}\1){2,} *$")
_QUOTE = re.compile(r" {0,3}> ?")
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\]]*\]:")
_DEFINITION = re.compile(r" {0,3}\[[^\[\]]*\]:")


_FIRST = frozenset("#/>[-_*=")
"""What a line of a kind that is looked up, or one under a heading, begins with, behind its spaces."""


class Mark(Enum):
    """Lines that end what stands before them in a chunk."""

    SLASHES = auto()
    HEADING = auto()
    RULE = auto()
    QUOTE = auto()
    FOOTNOTE = auto()
    DEFINITION = auto()


_IS: dict[Mark, Callable[[str], object]] = {
    Mark.SLASHES: is_slash_line,
    Mark.HEADING: _HEADING.match,
    Mark.RULE: _RULE.match,
    Mark.QUOTE: _QUOTE.match,
    Mark.FOOTNOTE: _FOOTNOTE.match,
    Mark.DEFINITION: _DEFINITION.match,
}


class Chunk:
    """Some of a run of lines without an empty one; where a kind of line comes next is looked up, not searched."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Take a run of lines."""
        self.source = lines
        self.start = 0
        self.end = len(lines)
        self.detabbed = False
        self._marked: dict[Mark, list[int]] = {}
        self._likely = [index for index, line in enumerate(lines) if line.text.lstrip(" ")[:1] in _FIRST]

    def part(self, start: int, end: int | None = None) -> Chunk:
        """The lines from `start` to `end`, counted from this chunk's first."""
        part = Chunk.__new__(Chunk)
        part.source = self.source
        part.start = self.start + start
        part.end = self.end if end is None else self.start + end
        part.detabbed = self.detabbed
        part._marked = self._marked
        part._likely = self._likely
        return part

    @property
    def lines(self) -> Sequence[Line]:
        """The chunk's lines."""
        return self.source[self.start : self.end]

    def at(self, index: int) -> Line:
        """One line."""
        return self.source[self.start + index]

    def head(self, count: int) -> Sequence[Line]:
        """The first lines, at most so many."""
        return self.source[self.start : min(self.end, self.start + count)]

    @property
    def first(self) -> str:
        """The first line's text."""
        return self.source[self.start].text

    @property
    def second(self) -> str | None:
        """The second line's text, if there is one."""
        return self.source[self.start + 1].text if len(self) > 1 else None

    @property
    def is_plain(self) -> bool:
        """Whether it can be nothing but a paragraph, which most are."""
        first = self.first
        return not (self._likely or first.startswith(" " * TAB) or "|" in first or starts_list(first))

    def __len__(self) -> int:
        """The number of lines."""
        return self.end - self.start

    def next(self, mark: Mark) -> int | None:
        """The index of the first line of a kind, or None."""
        if not self._likely:
            return None
        marked = self._marked.get(mark)
        if marked is None:
            test = _IS[mark]
            marked = self._marked[mark] = [index for index in self._likely if test(self.source[index].text)]
        index = bisect_left(marked, self.start)
        return marked[index] - self.start if index < len(marked) and marked[index] < self.end else None


def heading_parts(line: Line) -> tuple[int, Line] | None:
    """The level and text of an ATX heading line."""
    match = _HEADING.match(line.text)
    if match is None:
        return None
    return len(match["level"]), line.cut(match.start("header"), match.end("header")).stripped()


def unquoted(line: Line) -> Line:
    """A line without its `>`."""
    if line.text.strip() == ">":
        return Line("", line.number)
    match = _QUOTE.match(line.text)
    return line.cut(match.end()) if match else line
