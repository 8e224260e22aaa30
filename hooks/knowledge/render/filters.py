"""Filters over a list: a form that scripts bring to life. Without them it is not shown, and the whole list is there.

The script finds the list by the form's `data-filters`, the entries in it by `data-entry`, and what else goes with them
by `data-mirror`; an entry has a `data-NAME` for each field, and a group without entries (`data-group`) is hidden too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from knowledge.in_words import plural
from knowledge.render.elements import el

Option = tuple[str, str]
"""A value, and the words for it."""


def filters(scope: str, fields: Sequence[Element], count: int, one: str, many: str) -> Element:
    """The form for the list with the id `scope`, which has `count` entries, each a `one`."""
    total = el("output", plural(count, one, many), data_count="", data_one=one, data_many=many)
    reset = el("button", "Show all", type="reset", class_="filters__reset", hidden="")
    return el(
        "form",
        el("div", *fields, class_="filters__fields"),
        el("p", total, " ", reset, class_="filters__count"),
        class_="filters",
        data_filters=scope,
        data_search_exclude="",
        aria_label=f"Filter the {many}",
    )


def choice(scope: str, name: str, label: str, every: str, options: Iterable[Option]) -> Element:
    """One of several, in a list that opens; `every` are the words for no choice."""
    every_option = [("", every), *options]
    found = [el("option", words, value=value) for value, words in every_option]
    chosen = el("select", *found, name=name, id=f"{scope}-{name}")
    return el("p", el("label", label, for_=f"{scope}-{name}"), chosen, class_="filters__field")


def chips(name: str, legend: str, options: Iterable[Option]) -> Element:
    """Any of a few, side by side."""
    boxes = [
        el("label", el("input", type="checkbox", name=name, value=value), f" {words}", class_="chip")
        for value, words in options
    ]
    return el("fieldset", el("legend", legend), *boxes, class_="chips")


def words_box(scope: str, label: str) -> Element:
    """Words that an entry must hold, whatever their order."""
    field = el("input", type="search", name="q", id=f"{scope}-q", autocomplete="off")
    return el("p", el("label", label, for_=f"{scope}-q"), field, class_="filters__field")
