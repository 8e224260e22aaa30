"""Blocks of raw HTML, cut out of the lines before anything else is read, as Python-Markdown does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markdown.util import BLOCK_LEVEL_ELEMENTS

from knowledge.problems import Place
from knowledge.source.markdown.html_tags import TAG, html_tag
from knowledge.source.markdown.lines import HOLE, Document, Line, Passage
from knowledge.source.markdown.model import HtmlTag

_BLOCK_LEVEL = frozenset(BLOCK_LEVEL_ELEMENTS)
_BLANK_LINE = re.compile(r"(?: *\n){2}")
_COMMENT_END = re.compile(r"--!?>")
_DECLARATION = re.compile(r"<(?:![a-zA-Z][^<>]*+>|\?[^<>]*+\?>|!\[CDATA\[[^<>\]]*+\]\]>)")
_UNPARSED = frozenset({"script", "style"})


@dataclass(frozen=True, slots=True)
class WithoutHtml:
    """Lines with each block of HTML folded into one that holds no text, the tags in them, and their lines."""

    lines: list[Line]
    tags: list[HtmlTag]
    hidden: list[Line]


def fold_html(document: Document, lines: Sequence[Line]) -> WithoutHtml:
    """Fold raw HTML blocks and comments that start a line."""
    if not any("<" in line.text for line in lines):
        return WithoutHtml(list(lines), [], [])
    passage = Passage(document, lines)
    finder = _Finder(passage.text)
    finder.run()
    tags = [html_tag(match, passage.place(match.start())) for match in finder.tags]
    return _cut(passage, finder.regions, tags)


class _Finder:
    """Finds the regions of the text that are blocks of HTML."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.regions: list[tuple[int, int]] = []
        self.tags: list[re.Match[str]] = []
        self._start: int | None = None
        self._stack: list[str] = []
        self._open: Counter[str] = Counter()
        self._tail: int | None = None
        self._comments_end = len(text)

    def run(self) -> None:
        """Walk the text from `<` to `<`."""
        position = self.text.find("<")
        while position >= 0:
            if self._tail is not None and "\n" in self.text[self._tail : position]:
                self._tail = None
            elif self._tail is not None:
                self._tail = position
            position = self.text.find("<", self._step(position))
        if self._start is not None:
            self.regions.append((self._start, len(self.text)))

    def _step(self, position: int) -> int:
        """Take what starts at this `<`; gives where to go on."""
        if self.text.startswith("<!--", position):
            return self._comment(position)
        match = TAG.match(self.text, position)
        if match is not None:
            return self._tag(match)
        declaration = _DECLARATION.match(self.text, position)
        if declaration is not None and (self._starts_line(position) or self._tail is not None):
            self._standalone(position, declaration.end())
            return declaration.end()
        return position + 1

    def _comment(self, position: int) -> int:
        if position >= self._comments_end:
            return position + 1
        end = _COMMENT_END.search(self.text, position + 4)
        if end is None:
            self._comments_end = position
            return position + 1
        if self._starts_line(position) or self._tail is not None:
            self._standalone(position, end.end())
        return end.end()

    def _tag(self, match: re.Match[str]) -> int:
        name = match["name"].lower()
        if match["end"]:
            self._end_tag(name, match.end())
            return match.end()
        starts = name in _BLOCK_LEVEL and (self._tail is not None or self._starts_line(match.start()))
        if name == "hr" or match["rest"].endswith("/"):
            if self._start is not None or starts:
                self.tags.append(match)
                self._standalone(match.start(), match.end())
            return match.end()
        if self._start is None and starts:
            self._start = match.start()
            self._tail = None
        if self._start is None:
            return match.end()
        self.tags.append(match)
        self._stack.append(name)
        self._open[name] += 1
        return self._past_unparsed(name, match.end())

    def _past_unparsed(self, name: str, position: int) -> int:
        """Behind the text of a script or style, in which no tag is one."""
        if name not in _UNPARSED:
            return position
        end = self.text.find(f"</{name}", position)
        return len(self.text) if end < 0 else end

    def _end_tag(self, name: str, end: int) -> None:
        if self._start is None or not self._open[name]:
            return
        while self._stack:
            closed = self._stack.pop()
            self._open[closed] -= 1
            if closed == name:
                break
        if not self._stack:
            self.regions.append((self._start, end))
            self._start = None
            self._tail = None if _BLANK_LINE.match(self.text, end) else end

    def _standalone(self, start: int, end: int) -> None:
        """A comment, a declaration or an empty tag: a block of its own unless it stands in one."""
        if self._start is None:
            self.regions.append((start, end))
            self._tail = None if _BLANK_LINE.match(self.text, end) else end

    def _starts_line(self, position: int) -> bool:
        start = self.text.rfind("\n", max(0, position - 4), position) + 1
        if start == 0 and position > 3:
            return False
        return position - start <= 3 and not self.text[start:position].strip()


def _cut(passage: Passage, regions: Sequence[tuple[int, int]], tags: list[HtmlTag]) -> WithoutHtml:
    """The lines with the regions taken out, each a chunk of its own between empty lines."""
    kept: list[Line] = []
    hidden: list[Line] = []
    start = 0
    remaining = iter([*regions, (len(passage.text) + 1, len(passage.text) + 1)])
    region = next(remaining)
    for line in passage.lines:
        end = start + len(line.text)
        at = start
        while region[0] <= end:
            if region[0] >= start:
                kept += [line.cut(at - start, region[0] - start), Line("", line.number), Line(HOLE, line.number)]
                kept.append(Line("", line.number))
            if region[1] > end:
                hidden.append(line.cut(max(at, region[0]) - start))
                at = end + 1
                break
            hidden.append(line.cut(max(at, region[0]) - start, region[1] - start))
            at = region[1]
            region = next(remaining)
        if at <= start or (at <= end and line.text[at - start :].strip()):
            kept.append(line.cut(at - start))
        start = end + 1
    return WithoutHtml(kept, tags, hidden)


def place_of_line(document: Document, line: Line) -> Place:
    """The place where a line's text begins, behind its spaces."""
    return document.place(line.number, line.column + len(line.text) - len(line.text.lstrip()))
