"""A body's block structure: which lines are headings, paragraphs, cells, code; step for step as Python-Markdown.

Each step takes the first chunk and either uses it up or puts what is left of it back. The order of the steps is
the priority of Python-Markdown's block processors.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence

from knowledge.source.markdown.attributes import own_line
from knowledge.source.markdown.chunks import Chunk, Mark, heading_parts, unquoted
from knowledge.source.markdown.definitions import Definitions
from knowledge.source.markdown.leaves import BlockEdge, Leaf, Leaves
from knowledge.source.markdown.lines import Line, chunked
from knowledge.source.markdown.lists import LIST_TAGS, Node, level_of, list_items, loosely_detabbed, starts_list
from knowledge.source.markdown.site_blocks import is_closer
from knowledge.source.markdown.tables import table_cells
from knowledge.source.markdown.units import UnitKind

_INDENT = " " * 4
_DEEPEST = 40  # lists and quotes inside each other; deeper ones are read as plain paragraphs
Queue = deque[Chunk]


class Structure:
    """Reads lines into leaves."""

    def __init__(self, leaves: Leaves) -> None:
        """Fill these leaves."""
        self.leaves = leaves
        self._definitions = Definitions(leaves)
        self._states: list[str] = []
        self._open: list[int] = []
        self._depth = 0

    def read(self, lines: Sequence[Line]) -> None:
        """Read a whole body."""
        self._parse(Node("div"), (Chunk(chunk) for chunk in chunked(lines)))
        for index in self._open:
            self.leaves.blocks.never_closed(index)

    def _parse(self, parent: Node, chunks: Iterable[Chunk], state: str | None = None) -> None:
        if state:
            self._states.append(state)
        self._depth += 1
        queue = deque(chunks)
        steps = (
            self._indented_item,
            self._slashes,
            self._code,
            self._table,
            self._heading,
            self._underlined,
            self._rule,
            self._list,
            self._quote,
            self._footnote,
            self._definition,
            self._paragraph,
        )
        while queue:
            chunk = queue.popleft()
            if self._depth > _DEEPEST or (len(chunk) and chunk.is_plain):
                self._paragraph(parent, chunk, queue)
            elif len(chunk):
                any(step(parent, chunk, queue) for step in steps)
        self._depth -= 1
        if state:
            self._states.pop()

    def _is_state(self, state: str) -> bool:
        return bool(self._states) and self._states[-1] == state

    def _indented_item(self, parent: Node, chunk: Chunk, queue: Queue) -> bool:
        """More of a list item, indented under it."""
        last = parent.last
        in_list = parent.tag == "li" or (last is not None and last.tag in LIST_TAGS)
        if not chunk.first.startswith(_INDENT) or self._is_state("detabbed") or not in_list:
            return False
        level, sibling = level_of(parent, chunk.first, tight=self._is_state("list"))
        part = Chunk(loosely_detabbed(chunk.lines, level))
        if parent.tag == "li":
            target = last if last is not None and last.tag in LIST_TAGS else parent
        elif sibling.tag == "li":
            target = sibling
        else:
            item = sibling.last
            target = item if item is not None and item.tag == "li" else sibling.child("li", self.leaves)
        self._parse(target, [part], "detabbed")
        return True

    def _slashes(self, parent: Node, chunk: Chunk, queue: Queue) -> bool:
        """A site block's opener, with its options, or its end."""
        index = chunk.next(Mark.SLASHES)
        if index is None:
            return False
        self._before(parent, chunk, index)
        line = chunk.at(index)
        rest = chunk.part(index + 1)
        if is_closer(line.text):
            block = self._open.pop() if self._open else None
            self.leaves.blocks.closes(line, block)
        else:
            opened = self.leaves.blocks.opens(line, rest.head(100))
            block, options = opened if opened else (None, 0)
            rest = rest.part(options)
            if block is not None:
                self._open.append(block)
        if block is not None:
            parent.child("div", self.leaves)
            self.leaves.flow.append(BlockEdge(block))
        queue.appendleft(rest)
        return True

    def _code(self, parent: Node, chunk: Chunk, queue: Queue) -> bool:
        """Indented code."""
        if not chunk.first.startswith(_INDENT):
            return False
        count = 1
        while count < len(chunk) and chunk.at(count).text.startswith(_INDENT):
            count += 1
        if self._open and self.leaves.flow[-1:] == [BlockEdge(self._open[-1])]:
            self.leaves.blocks.late_options(chunk.at(0))
        self.leaves.blocks.indented(chunk.head(count))
        parent.child("pre", self.leaves)
        queue.appendleft(chunk.part(count))
        return True

    def _table(self, parent: Node, chunk: Chunk, queue: Queue) -> bool:
        cells = table_cells(chunk)
        if cells is None:
            return False
        table = parent.child("table", self.leaves)
        for cell in cells:
            self._leaf(table, UnitKind.TABLE_CELL, [cell])
        return True

    def _heading(self, parent: Node, chunk: Chunk, queue: Queue) -> bool:
        index = chunk.next(Mark.HEADING)
        parts = heading_parts(chunk.at(index)) if index is not None else None
        if index is None or parts is None:
            return False
        self._before(parent, chunk, index)
        level, line = parts
        self._leaf(parent.child("h", self.leaves), UnitKind.HEADING, [line], level, chunk.at(index).column)
        rest = chunk.part(index + 1)
        if self._is_state("looselist") and not rest.detabbed:
            rest = Chunk(loosely_detabbed(rest.lines, 1))
            rest.detabbed = True
        queue.appendleft(rest)
        return True

    def _underlined(self, parent: Node, chunk: Chunk, queue: Queue) -> bool:
        """A setext heading: a line and `===` or `---` under it."""
        under = (chunk.second or "").rstrip(" ")
        if not under or (under.strip("=") and under.strip("-")):
            return False
        level = 1 if under[0] == "=" else 2
        self._leaf(parent.child("h", self.leaves), UnitKind.HEADING, [chunk.at(0).stripped()], level)
        queue.appendleft(chunk.part(2))
        return True

    def _rule(self, parent: Node, chunk: Chunk, queue: Queue) -> bool:
        index = chunk.next(Mark.RULE)
        if index is None:
            return False
        self._before(parent, chunk, index)
        parent.child("hr", self.leaves)
        queue.appendleft(chunk.part(index + 1))
        return True

    def _list(self, parent: Node, chunk: Chunk, queue: Queue) -> bool:
        if not starts_list(chunk.first):
            return False
        items = list_items(chunk.lines)
        last = parent.last
        if last is not None and last.tag in LIST_TAGS:
            target = last
            self._parse(target.child("li", self.leaves), _item(items.pop(0)), "looselist")
        else:
            target = parent if parent.tag in LIST_TAGS else parent.child("ul", self.leaves)
        for item in items:
            indented = item[0].text.startswith(_INDENT) and target.last is not None
            into = target.last if indented and target.last else target.child("li", self.leaves)
            self._parse(into, _item(item), "list")
        return True

    def _quote(self, parent: Node, chunk: Chunk, queue: Queue) -> bool:
        index = chunk.next(Mark.QUOTE)
        if index is None or self._depth >= _DEEPEST:
            return False
        self._before(parent, chunk, index)
        last = parent.last
        quote = last if last is not None and last.tag == "blockquote" else parent.child("blockquote", self.leaves)
        lines = [unquoted(line) for line in chunk.lines[index:]]
        self._parse(quote, (Chunk(part) for part in chunked(lines)), "blockquote")
        return True

    def _footnote(self, parent: Node, chunk: Chunk, queue: Queue) -> bool:
        """A footnote's text, which is read like a body of its own."""
        index = chunk.next(Mark.FOOTNOTE)
        if index is None:
            return False
        self._before(parent, chunk, index)
        content = self._definitions.footnote(chunk.part(index), queue)
        states, self._states = self._states, []
        self._parse(Node("div"), content)
        self._states = states
        return True

    def _definition(self, parent: Node, chunk: Chunk, queue: Queue) -> bool:
        """Where a `[name]: target` says what a reference-style link leads to."""
        found = self._definitions.reference(chunk)
        if found is None:
            return False
        start, end = found
        queue.appendleft(chunk.part(end))
        queue.appendleft(chunk.part(0, start))
        return True

    def _paragraph(self, parent: Node, chunk: Chunk, queue: Queue) -> bool:
        if not self._is_state("list"):
            parent.child("p", self.leaves)
        self._leaf(parent, UnitKind.SENTENCE, list(chunk.lines))
        return True

    def _before(self, parent: Node, chunk: Chunk, index: int) -> None:
        """Read the lines before the one that a step has found."""
        if index:
            self._parse(parent, [chunk.part(0, index)])

    def _leaf(self, node: Node, kind: UnitKind, lines: list[Line], level: int = 0, column: int | None = None) -> None:
        if len(lines) > 1:
            attributes = own_line(lines[-1].text)
            if attributes is not None:
                self.leaves.ids.add(attributes.get("id", ""))
                lines.pop()
        lines[0] = lines[0].cut(len(lines[0].text) - len(lines[0].text.lstrip()))
        group = node.group or self.leaves.new_group()
        self.leaves.add(
            Leaf(kind, tuple(lines), group, node.in_list, level, lines[0].column if column is None else column)
        )


def _item(lines: list[Line]) -> list[Chunk]:
    """The chunks of a list item; its first line may be empty."""
    return [Chunk(chunk) for chunk in chunked(lines)]
