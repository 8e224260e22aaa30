"""Definitions that print nothing where they stand: footnotes and the targets of reference-style links."""

from __future__ import annotations

import re
from collections import deque

from knowledge.source.markdown.chunks import Chunk, Mark
from knowledge.source.markdown.leaves import Leaves
from knowledge.source.markdown.lines import Line, chunked

_FOOTNOTE = re.compile(r" {0,3}\[\^([^\]]*)\]: *")
_REFERENCE = re.compile(
    r""" {0,3}\[(?P<name>[^\[\]]*)\]: *(?:\n *)?(?P<target>\S+) *(?:\n *)?"""
    r"""((?P<quote>["'])(?P<title>.*)(?P=quote) *|\((?P<bracketed>.*)\) *)?$""",
    re.MULTILINE,
)
_INDENT = " " * 4


class Definitions:
    """Takes definitions out of chunks and keeps them with the leaves."""

    def __init__(self, leaves: Leaves) -> None:
        """Keep them in these leaves."""
        self._leaves = leaves

    def footnote(self, chunk: Chunk, queue: deque[Chunk]) -> list[Chunk]:
        """The text of the footnote that a chunk begins with, with the indented chunks that follow it."""
        first = chunk.at(0)
        match = _FOOTNOTE.match(first.text)
        if match is None:
            return [chunk]
        self._leaves.footnotes.add(match.group(1))
        following = chunk.part(1)
        another = following.next(Mark.FOOTNOTE)
        lines = [first.cut(match.end()), *map(_detabbed, following.part(0, another).lines)]
        if another is not None:
            queue.appendleft(following.part(another))
            return [Chunk(part) for part in chunked(lines)]
        while queue and queue[0].first.startswith(_INDENT):
            more = queue.popleft()
            another = more.next(Mark.FOOTNOTE)
            lines += [Line("", first.number), *map(_detabbed, more.part(0, another).lines)]
            if another is not None:
                queue.appendleft(more.part(another))
                break
        return [Chunk(part) for part in chunked(lines)]

    def reference(self, chunk: Chunk) -> tuple[int, int] | None:
        """The first line of a link's target in the chunk, and the line behind it."""
        start = 0
        while (index := chunk.part(start).next(Mark.DEFINITION)) is not None:
            start += index
            text = "\n".join(line.text for line in chunk.part(start).head(3))
            match = _REFERENCE.match(text)
            if match is not None:
                target = match["target"].lstrip("<").rstrip(">")
                name = match["name"].strip().lower()
                self._leaves.references[name] = (target, match["title"] or match["bracketed"])
                return start, start + match.group().count("\n") + 1
            start += 1
        return None


def _detabbed(line: Line) -> Line:
    return line.cut(len(_INDENT)) if line.text.startswith(_INDENT) else line
