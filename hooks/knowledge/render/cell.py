"""A cell of a comparison: value, claim or named absence, with certainty, sources, note and date."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from xml.etree.ElementTree import Element

from knowledge.in_words import capitalised, effect_in_words, number, range_in_words
from knowledge.library import Library
from knowledge.models.claim import Claim, Effect
from knowledge.models.comparison import Cell, CellValue, Column
from knowledge.models.ranges import Range
from knowledge.models.settings import Settings
from knowledge.models.words import Absence, Certainty
from knowledge.render.citation import cite
from knowledge.render.claim import certainty_line, statement_parts
from knowledge.render.elements import Child, Md, add, el
from knowledge.render.errors import not_known
from knowledge.render.notes import Notes
from knowledge.render.sorting import sort_value
from knowledge.render.words import time

_EXPLAINED = {Absence.UNKNOWN: "We have not looked yet.", Absence.NOT_TESTED: "We looked and found no study."}


def cell_element(cell: Cell | None, column: Column, library: Library, notes: Notes) -> Element:
    """The cell as a `td`; None, which only a broken file can bring, is shown as such."""
    if cell is None:
        return el("td", el("p", "This cell is missing.", class_="block-error"))
    if cell.claim is not None:
        claim = library.claims.get(cell.claim)
        if claim is None:
            return el("td", not_known("claim", cell.claim, library.claims.ids))
        return _with_extras(_of_claim(claim, library.settings), cell, notes)
    if cell.absence is not None:
        return _with_extras(_absent(cell.absence, library.settings), cell, notes)
    return _with_extras(_of_value(cell, column, library.settings), cell, notes)


def _of_claim(claim: Claim, settings: Settings) -> Element:
    line = certainty_line(claim.certainty, settings)
    return el("td", line, *statement_parts(claim), data_certainty=claim.certainty)


def _absent(absence: Absence, settings: Settings) -> Element:
    word = settings.absence_words.get(absence, absence.value)
    why = _EXPLAINED.get(absence)
    if absence is Absence.NOT_TESTED:
        line = el("p", word, class_="certainty")
        shown = el("p", why, class_="cell__absence")
        return el("td", line, shown, data_certainty=Certainty.NOT_TESTED, data_absence=absence)
    shown = el("p", el("strong", f"{word}."), f" {why}" if why else None, class_="cell__absence")
    return el("td", shown, data_absence=absence)


def _of_value(cell: Cell, column: Column, settings: Settings) -> Element:
    if isinstance(cell.value, Certainty):
        return el("td", certainty_line(cell.value, settings), data_certainty=cell.value)
    value = sort_value(cell.value, column)
    if cell.certainty is None and cell.as_of is None:  # the cell is the paragraph: a page may hold hundreds
        return el("td", *_shown(cell.value, column), data_value=value)
    shown = el("p", *_shown(cell.value, column), class_="cell__value")
    if cell.certainty is None:
        return el("td", shown, data_value=value)
    line = certainty_line(cell.certainty, settings)
    return el("td", line, shown, data_certainty=cell.certainty, data_value=value)


def _shown(value: CellValue | None, column: Column) -> tuple[Child, ...]:
    if isinstance(value, Range):
        return (range_in_words(value),)
    if isinstance(value, Decimal):
        return (number(value),)
    if isinstance(value, Effect):
        return (effect_in_words(value, unit=column.unit),)
    if isinstance(value, date):
        return (time(value),)
    text = str(value or "")
    return (capitalised(text),) if column.type == "yes-no" else (Md(text),)


def _with_extras(element: Element, cell: Cell, notes: Notes) -> Element:
    """Sources and the note's letter behind the cell's last line, its date below."""
    ends_in_words = not len(element) or element[-1].tag != "p" or bool(element[-1].tail)
    last = element if ends_in_words else element[-1]
    add(last, cite(cell.sources) if cell.claim is None else None, notes.refer(cell.note) if cell.note else None)
    if cell.as_of:
        add(element, el("p", "As of ", time(cell.as_of), class_="cell__date"))
    return element
