"""Values that remember where they stand: scalars, lists and mappings with their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from knowledge.problems import Place

Plain = str | list["Plain"] | dict[str, "Plain"] | None
Location = Sequence[str | int]


class Scalar(NamedTuple):
    """A text as typed; `quoted` tells `"1.10"` from `1.10`; `block` is a `|` or `>` text.

    `text_start` is the place of the first character inside the quotes. `breaks` holds, for a text over several
    lines, the offset and the place at which each of them begins.
    """

    place: Place
    text: str
    quoted: bool = False
    block: bool = False
    breaks: tuple[tuple[int, Place], ...] = ()

    @property
    def text_start(self) -> Place:
        """Where the text itself begins, behind an opening quote."""
        return self.place.shifted(1) if self.quoted else self.place

    def place_of(self, offset: int) -> Place:
        """The place of a character of the text."""
        if not self.breaks:
            return self.text_start.shifted(offset)
        before = [(start, place) for start, place in self.breaks if start <= offset]
        start, place = before[-1] if before else (0, self.text_start)
        return place.shifted(offset - start)


@dataclass(frozen=True, slots=True)
class Items:
    """A list of values."""

    place: Place
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys, each with its own place, and their values, in the order typed."""

    place: Place
    entries: tuple[tuple[Scalar, Node], ...]

    def get(self, key: str) -> Node | None:
        """The value of a key, or None."""
        return next((value for name, value in self.entries if name.text == key), None)

    def key(self, key: str) -> Scalar | None:
        """The key itself, with its place, or None."""
        return next((name for name, _ in self.entries if name.text == key), None)

    def keys(self) -> Iterator[str]:
        """The keys in the order typed."""
        return (name.text for name, _ in self.entries)


Node = Scalar | Items | Mapping


def plain(node: Node) -> Plain:
    """Ordinary Python values: text, lists and dicts. An empty plain scalar is None, as in `key:`."""
    if isinstance(node, Scalar):
        return node.text if node.text or node.quoted else None
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.entries}


def find(node: Node, location: Location) -> Node:
    """The node at a location such as `("rows", 0, "cells", "effect")`, or the nearest one above it.

    An element that is neither a key nor an index of the current node is skipped: validators put tags of
    unions into their locations.
    """
    for step in location:
        if isinstance(node, Mapping) and isinstance(step, str):
            node = node.get(step) or node
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
    return node


def place_of_key(node: Node, location: Location) -> Place:
    """The place of the key that the location ends in, else of the node it leads to."""
    parent = find(node, location[:-1])
    if location and isinstance(parent, Mapping):
        key = parent.key(str(location[-1]))
        if key is not None:
            return key.place
    return find(node, location).place


def scalars(node: Node) -> Iterator[Scalar]:
    """All scalars that are values, in the order typed."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Items):
        for item in node.items:
            yield from scalars(item)
    else:
        for _, value in node.entries:
            yield from scalars(value)
