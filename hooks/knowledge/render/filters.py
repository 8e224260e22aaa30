"""Filters over a list: a form that scripts bring to life. Without them it is not shown, and the whole list is there.

The script finds the list by the form's `data-filters`, the entries in it by `data-entry`, and what else goes with them
by `data-mirror`; an entry has a `data-NAME` for each field, and a group without entries (`data-group`) is hidden too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from knowledge.in_words import plural
from knowledge.render.elements import Child, el

Option = tuple[str, str]
"""A value, and the words for it."""


def filters(
    scope: str, fields: Sequence[Element], count: int, named: tuple[str, str], others: Sequence[Element] = ()
) -> Element:
    """The form for the list with the id `scope`, which has `count` entries; `named` is what one is called, and several.

    `others` are links to lists where what is sought may be too; the script has them carry the words typed.
    """
    one, many = named
    total = el("output", plural(count, one, many), data_count="", data_one=one, data_many=many)
    reset = el("button", "Show all", type="reset", class_="filters__reset", hidden="")
    return el(
        "form",
        el("div", *fields, class_="filters__fields"),
        el("p", total, " ", reset, class_="filters__count"),
        el("p", "Not here? Look in the ", *_joined(others), ".", class_="filters__others") if others else None,
        class_="filters",
        data_filters=scope,
        data_search_exclude="",
        aria_label=f"Filter the {many}",
    )


def _joined(links: Sequence[Element]) -> list[Child]:
    """Links with “or” between them."""
    return [child for number, one in enumerate(links) for child in (" or the " if number else None, one)]


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
    field = el("input", type="search", name="words", id=f"{scope}-words", autocomplete="off")
    return el("p", el("label", label, for_=f"{scope}-words"), field, class_="filters__field")
