"""A list of named things with what is to be said of each: readable at any width, where a table would be too wide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from knowledge.render.elements import Child, add, el


def entries(items: Iterable[Element], *, id_: str | None = None, searched: bool = True) -> Element:
    """The list; one for writers is kept out of the readers' search."""
    return el("dl", *items, class_="entries", id=id_, data_search_exclude=None if searched else "")


def entry(name: Child, kind: Sequence[Child], told: Sequence[Child], *, id_: str | None = None) -> Element:
    """One entry: its name, beside it in small what kind it is, below it what is told of it."""
    head = el("dt", name)
    if kind:
        add(head, " ", el("span", *kind, class_="entries__kind"))
    return el("div", head, el("dd", *told), id=id_)
