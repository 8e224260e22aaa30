"""The table of compression classes, as a list of its own and beside their chart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from knowledge.in_words import range_in_words
from knowledge.models.records import ClassScheme, PressureClass
from knowledge.render.citation import cite
from knowledge.render.elements import Child, el
from knowledge.render.notes import Notes
from knowledge.render.table import Head, Table

CAPTION = "What the class names of each country mean, in mmHg at the ankle."


def classes_table(schemes: Sequence[ClassScheme], name: str, caption: str = CAPTION) -> tuple[Table, Notes]:
    """The table, its notes still to be listed; two on a page need captions that tell them apart."""
    notes = Notes(name)
    rows: list[Head] = []
    cells: list[list[Element]] = []
    for scheme in schemes:
        for position, one in enumerate(scheme.classes):
            rows.append(Head(class_name(one), (class_name(one),), group=f"{scheme.country}: {scheme.scheme}"))
            cells.append([_pressure(one, scheme, notes, first=not position)])
    columns = [Head("Pressure at the ankle, mmHg", ("Pressure at the ankle, mmHg",))]
    return Table(name, (caption,), "Class", columns, rows, cells), notes


def _pressure(one: PressureClass, scheme: ClassScheme, notes: Notes, *, first: bool) -> Element:
    """The band; sources and note of a scheme stand at its first class."""
    extras: list[Child] = []
    if first:
        extras = [cite(scheme.sources), notes.refer(scheme.note) if scheme.note else None]
    return el("td", el("p", range_in_words(one.pressure), *extras, class_="cell__value"))


def is_band(one: PressureClass) -> bool:
    """Whether a class is named by its own pressures, such as 20-30."""
    return re.fullmatch(r"\d+-\d+", one.class_) is not None


def class_name(one: PressureClass) -> str:
    """Class and label without saying either twice; a class that is itself a band goes by its label."""
    if one.label is None:
        return f"Class {one.class_}"
    if one.class_ in one.label.split() or is_band(one):
        return one.label
    return f"Class {one.class_}, {one.label[0].lower()}{one.label[1:]}"
