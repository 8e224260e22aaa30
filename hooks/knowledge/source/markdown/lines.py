"""Lines and passages of a text that remember where they stand, whatever prefixes are taken off them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from knowledge.problems import Place

TAB = 4
# Stands for code, raw HTML and whatever else is no text: neither a space nor a part of a word. Python-Markdown
# takes the same character out of every source, so none can be typed.
HOLE = "\x02"


class Line(NamedTuple):
    """What is left of a source line: `number` and `column` (0-based, tabs expanded) say where it begins."""

    text: str
    number: int
    column: int = 0

    def cut(self, start: int, end: int | None = None) -> Line:
        """A part of the line."""
        return Line(self.text[start:end], self.number, self.column + start)

    def stripped(self) -> Line:
        """The line without the spaces at both ends."""
        return self.cut(len(self.text) - len(self.text.lstrip()), len(self.text.rstrip()))


class Document:
    """A text's lines, and the file's place of each character in them."""

    def __init__(self, text: str, start: Place, locate: Callable[[int], Place] | None = None) -> None:
        """Take a text whose first character stands at `start`; further lines begin at column 1.

        Where they do not, `locate` gives the place of each character by its offset.
        """
        self.start = start
        self._locate = locate
        self.raw = text.replace(HOLE, "�").replace("\x03", "�").split("\n")

    def lines(self) -> list[Line]:
        """All lines, tabs expanded, lines of blanks emptied, as Python-Markdown does first."""
        expanded = (line.expandtabs(TAB) if "\t" in line else line for line in self.raw)
        return [Line(text if text.strip() else "", number) for number, text in enumerate(expanded)]

    def place(self, number: int, column: int) -> Place:
        """The place of a 0-based line and (expanded) column."""
        raw = self.raw[number]
        if "\t" in raw:
            column = _unexpanded(raw, column)
        if self._locate:
            return self._locate(sum(len(line) + 1 for line in self.raw[:number]) + column)
        first = self.start.column - 1 if number == 0 else 0
        return Place(self.start.path, self.start.line + number, first + column + 1)


class Passage:
    """A text over one or more lines; an offset in it has a place."""

    def __init__(self, document: Document, lines: Sequence[Line]) -> None:
        """Join lines (at least one) with line breaks."""
        self.document = document
        self.lines = lines
        self.text = "\n".join(line.text for line in lines)
        self._starts: list[int] = []
        start = 0
        for line in lines:
            self._starts.append(start)
            start += len(line.text) + 1

    def place(self, offset: int) -> Place:
        """The place of a character of the text."""
        index = bisect_right(self._starts, offset) - 1
        line = self.lines[index]
        return self.document.place(line.number, line.column + offset - self._starts[index])


def chunked(lines: Sequence[Line]) -> list[list[Line]]:
    """Runs of lines between empty lines."""
    chunks: list[list[Line]] = [[]]
    for line in lines:
        if line.text.strip():
            chunks[-1].append(line)
        elif chunks[-1]:
            chunks.append([])
    return [chunk for chunk in chunks if chunk]


def _unexpanded(raw: str, column: int) -> int:
    """The column in the raw line of a column in the line with its tabs expanded."""
    seen = 0
    for index, character in enumerate(raw):
        seen += TAB - seen % TAB if character == "\t" else 1
        if seen > column:
            return index
    return len(raw)
