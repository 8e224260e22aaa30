"""Lists and tables that the site makes from data: `/// generated | NAME`."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import MappingProxyType
from xml.etree.ElementTree import Element

from knowledge.in_words import range_in_words
from knowledge.models.records import ClassScheme, PressureClass
from knowledge.models.settings import Settings
from knowledge.models.words import Certainty
from knowledge.render.care import care_cards
from knowledge.render.citation import cite
from knowledge.render.claim import certainty_line
from knowledge.render.elements import Child, Md, el
from knowledge.render.gate import contraindications
from knowledge.render.keys import KEYS
from knowledge.render.notes import Notes
from knowledge.render.quality import QUALITY
from knowledge.render.rule_list import RULES
from knowledge.render.site import Site
from knowledge.render.table import Head, Table, table_region

_WORDING = {
    Certainty.HIGH: ("does, reduces, raises", "A new study is not likely to change the answer."),
    Certainty.MODERATE: ("probably", "The answer is probably right, and a new study could change it."),
    Certainty.LOW: ("may", "The true effect may well be different."),
    Certainty.VERY_LOW: ("We are very unsure", "There are studies, and we still cannot tell."),
    Certainty.NOT_TESTED: ("Nobody has tested this; we do not know", "We looked and found no study."),
}
"""The words of GRADE guidelines 26 (Santesso and others, 2020) by level, and our own for what nobody has tested."""


def _cards(site: Site) -> list[Element]:
    return [care_cards(site.library.care_cards.values(), site.library.services.values())]


def _contraindications(site: Site) -> list[Element]:
    return [contraindications(site.library.contraindications.values())]


def _certainty_words(site: Site) -> list[Element]:
    settings = site.library.settings
    levels = [level for level in Certainty if level in settings.certainty_words]
    heads = [Head(settings.certainty_words[level], (_coloured_line(level, settings),)) for level in levels]
    cells = [[_cell(_WORDING[level][1]), _cell(_WORDING[level][0])] for level in levels]
    columns = ["What it means", "Words we use for an effect"]
    table = Table(
        name="certainty-words",
        caption=("The words for how sure we are.",),
        corner="Level",
        columns=[Head(label, (label,)) for label in columns],
        rows=heads,
        cells=cells,
        layout="cards",
    )
    return [table_region(table)]


def _coloured_line(level: Certainty, settings: Settings) -> Element:
    line = certainty_line(level, settings)
    line.set("data-certainty", level)
    return line


def _classes(site: Site) -> list[Element]:
    schemes = site.library.class_schemes.values()
    notes = Notes("classes")
    rows: list[Head] = []
    cells: list[list[Element]] = []
    for scheme in schemes:
        for position, one in enumerate(scheme.classes):
            rows.append(Head(_class_name(one), (_class_name(one),), group=f"{scheme.country}: {scheme.scheme}"))
            cells.append([_pressure(one, scheme, notes, first=not position)])
    columns = [Head("Pressure at the ankle, mmHg", ("Pressure at the ankle, mmHg",))]
    caption = "What the class names of each country mean, in mmHg at the ankle."
    table = Table("classes", (caption,), "Class", columns, rows, cells)
    return [table_region(table), el("div", *notes.listed(), class_="comparison-foot")]


def _pressure(one: PressureClass, scheme: ClassScheme, notes: Notes, *, first: bool) -> Element:
    """The band; sources and note of a scheme stand at its first class."""
    extras: list[Child] = []
    if first:
        extras = [cite(scheme.sources), notes.refer(scheme.note) if scheme.note else None]
    return el("td", el("p", range_in_words(one.pressure), *extras, class_="cell__value"))


def _class_name(one: PressureClass) -> str:
    """Class and label without saying either twice; a class that is itself a band goes by its label."""
    if one.label is None:
        return f"Class {one.class_}"
    if one.class_ in one.label.split() or re.fullmatch(r"\d+-\d+", one.class_):
        return one.label
    return f"Class {one.class_}, {one.label[0].lower()}{one.label[1:]}"


def _cell(text: str) -> Element:
    return el("td", el("p", Md(text), class_="cell__value"))


GENERATED: MappingProxyType[str, Callable[[Site], list[Element]]] = MappingProxyType(
    {
        "care-cards": _cards,
        "contraindications": _contraindications,
        "classes": _classes,
        "certainty-words": _certainty_words,
        **KEYS,
        **RULES,
        **QUALITY,
    }
)
"""What `/// generated` knows, by name."""
