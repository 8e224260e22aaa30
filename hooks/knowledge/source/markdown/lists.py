"""Lists: items, how deep they stand, and which lines belong to which, as in Python-Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.source.markdown.leaves import Leaves
from knowledge.source.markdown.lines import TAB, Line

LIST_TAGS = ("ul",)  # ordered lists count as the same: Python-Markdown lets them mix
_STARTS = re.compile(r" {0,3}(?:\d+\.|[*+-]) +")
_INDENTED = re.compile(r" {4,7}(?:\d+\.|[*+-]) +")
_INDENT = " " * TAB


class Node:
    """An element of the page, as far as the reading of lists depends on it."""

    __slots__ = ("group", "in_list", "last", "tag")

    def __init__(self, tag: str, group: int = 0, in_list: bool = False) -> None:
        """An element without children; only the last child is ever asked for."""
        self.tag = tag
        self.group = group
        self.in_list = in_list
        self.last: Node | None = None

    def child(self, tag: str, leaves: Leaves) -> Node:
        """Add a child. A list and a table make a group of what is in them."""
        group = self.group
        if not group and tag in ("ul", "table"):
            group = leaves.new_group()
        self.last = Node(tag, group, self.in_list or tag == "li")
        return self.last


def starts_list(text: str) -> bool:
    """Whether a line begins a list item, ordered or not."""
    return _STARTS.match(text) is not None


def list_items(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each item, markers taken off; items indented under another stay indented."""
    items: list[list[Line]] = []
    for line in lines:
        match = _STARTS.match(line.text)
        if match is not None:
            items.append([line.cut(match.end())])
        elif _INDENTED.match(line.text) and not items[-1][0].text.startswith(_INDENT):
            items.append([line])
        else:
            items[-1].append(line)
    return items


def level_of(parent: Node, first: str, *, tight: bool) -> tuple[int, Node]:
    """How many levels an indented line stands below `parent`, and the element there."""
    indent = (len(first) - len(first.lstrip(" "))) // TAB
    level = 1 if tight else 0
    while indent > level:
        child = parent.last
        if child is None or child.tag not in (*LIST_TAGS, "li"):
            break
        if child.tag in LIST_TAGS:
            level += 1
        parent = child
    return level, parent


def loosely_detabbed(lines: Sequence[Line], level: int) -> list[Line]:
    """The lines with so many indents taken off where they have them."""
    prefix = _INDENT * level
    return [line.cut(len(prefix)) if line.text.startswith(prefix) else line for line in lines]
