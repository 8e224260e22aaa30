"""YAML lists as typed: the lines of each item, so that items can be moved or taken out with their comments."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.problems import Edit, Place
from knowledge.source.nodes import Items, Scalar
from knowledge.source.text import SourceText

_DASH = re.compile(r"( *)- +$")


def reordered(source: SourceText, items: Items, order: Sequence[int]) -> tuple[Edit, ...]:
    """The edits that bring a list's items into an order of their numbers; none where that is not surely safe.

    In a list of one item a line each moves with its lines and the comments above it; the values of a list in brackets
    change places.
    """
    chunks = item_lines(source, items)
    if chunks:
        first, last = chunks[0][0], chunks[-1][1]
        old = "\n".join(source.lines[first:last])
        new = "\n".join(line for number in order for line in source.lines[slice(*chunks[number])])
        return (Edit(Place(source.path, first + 1), old, new),)
    values = [item for item in items.items if isinstance(item, Scalar) and not item.breaks]
    if len(values) < len(items.items) or _dashed(source, items):
        return ()
    pairs = [(values[place], values[number]) for place, number in enumerate(order)]
    return tuple(Edit(old.text_start, old.text, new.text) for old, new in pairs if old.text != new.text)


def without(source: SourceText, items: Items, number: int) -> tuple[Edit, ...]:
    """The edits that take one item, not the first, out of a list; none where that is not surely safe."""
    chunks = item_lines(source, items)
    if chunks:
        first, last = chunks[number]
        lines = source.lines[first:last]
        if number == 0 or any("#" in line for line in lines):
            return ()
        return (Edit(Place(source.path, first + 1), "\n".join(lines) + "\n", ""),)
    before, item = items.items[number - 1], items.items[number]
    if not isinstance(before, Scalar) or not isinstance(item, Scalar) or before.place.line != item.place.line:
        return ()
    start, end = _end(before), _end(item)
    line = source.lines[item.place.line - 1]
    old = line[start.column - 1 : end.column - 1]
    typed = re.fullmatch(r"\s*,\s*(['\"]?)(.*)\1", old)
    return (Edit(start, old, ""),) if number and typed and typed[2] == item.text else ()


def _end(scalar: Scalar) -> Place:
    """The place behind a text on one line and its closing quote."""
    return scalar.text_start.shifted(len(scalar.text) + scalar.quoted)


def _dashed(source: SourceText, items: Items) -> bool:
    """Whether an item stands behind a dash at the beginning of its line."""
    lines = source.lines
    return any(_DASH.match(lines[item.place.line - 1][: item.place.column - 1]) for item in items.items)


def item_lines(source: SourceText, items: Items) -> list[tuple[int, int]]:
    """First line and the line behind the last of each item, from 0; empty where not each stands behind a dash.

    A comment above an item belongs to it; above the first one, to the whole list.
    """
    starts, indents = [], set()
    for item in items.items:
        dash = _DASH.match(source.lines[item.place.line - 1][: item.place.column - 1])
        if dash is None:
            return []
        starts.append(item.place.line - 1)
        indents.add(len(dash[1]))
    if len(indents) != 1 or len(set(starts)) < len(starts):
        return []
    ends = [_behind(source.lines, start, *indents) for start in starts]
    return list(zip([starts[0], *ends[:-1]], ends, strict=True))


def _behind(lines: Sequence[str], start: int, indent: int) -> int:
    """The line behind an item: behind its last line that is indented deeper than its dash."""
    end = number = start + 1
    while number < len(lines):
        line = lines[number]
        deep = len(line) - len(line.lstrip(" ")) > indent
        if line.strip() and not deep:
            break
        number += 1
        if line.strip():
            end = number
    return end
