"""A comparison as a table with its notes and downloads; columns and rows chosen and ordered, or turned round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from knowledge.in_words import date_in_words
from knowledge.library import Library
from knowledge.models.comparison import Column, Comparison, Row
from knowledge.plain import plain_text
from knowledge.render.cell import cell_element
from knowledge.render.elements import Md, el, link
from knowledge.render.notes import Notes
from knowledge.render.table import Head, Table, table_region


@dataclass(frozen=True, slots=True)
class View:
    """Which columns and rows of a comparison are shown, in this order, and whether turned round."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    transpose: bool = False


def comparison_parts(comparison: Comparison, view: View, library: Library, occurrence: int = 1) -> list[Element]:
    """The table's region and its foot. `occurrence` counts a comparison on its page: ids that others refer to
    (caption, notes) are numbered from the second on."""
    name = comparison.id if occurrence == 1 else f"{comparison.id}-{occurrence}"
    notes = Notes(name)
    by_row = [[cell_element(row.cells.get(column.id), column, library, notes) for column in view.columns]
              for row in view.rows]  # fmt: skip
    columns, rows = _column_heads(view.columns), _row_heads(comparison.id, view.rows)
    table = Table(
        name=f"comparison-{comparison.id}",
        caption=_caption(comparison),
        corner="What is compared" if view.transpose else comparison.head.row_header,
        columns=rows if view.transpose else columns,
        rows=columns if view.transpose else rows,
        cells=[list(cells) for cells in zip(*by_row, strict=True)] if view.transpose else by_row,
        layout=comparison.head.layout,
        caption_id=f"comparison-{name}-caption",
        hidden_corner=view.transpose,
    )
    return [table_region(table), el("div", *notes.listed(), _downloads(comparison.id), class_="comparison-foot")]


def _caption(comparison: Comparison) -> tuple[str, str]:
    caption = comparison.head.caption
    stop = "" if caption.endswith((".", "?", "!")) else "."
    return Md(caption), f"{stop} Last checked {date_in_words(comparison.head.last_checked)}."


def _column_heads(columns: Sequence[Column]) -> list[Head]:
    labels = [f"{column.label}, {column.unit}" if column.unit else column.label for column in columns]
    return [Head(label, (label,)) for label in labels]


def _row_heads(name: str, rows: Sequence[Row]) -> list[Head]:
    return [Head(plain_text(row.label), (Md(row.label),), f"{name}-{row.id}", row.group) for row in rows]


def _downloads(name: str) -> Element:
    files = f"data/comparisons/{name}"
    csv = link(f"{files}.csv", "CSV", download="", aria_label="Download this table as CSV")
    json = link(f"{files}.json", "JSON", download="", aria_label="Download this table as JSON")
    return el(
        "p", "Take this table with you: ", csv, " ", json, class_="comparison-foot__downloads", data_search_exclude=""
    )
