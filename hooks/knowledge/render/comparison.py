"""A comparison as a table with its notes and downloads; columns and rows chosen and ordered, or turned round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from knowledge.dataset import column_label
from knowledge.in_words import date_in_words, joined
from knowledge.library import Library
from knowledge.models.comparison import Column, Comparison, Row, cell_anchor, row_anchor
from knowledge.plain import plain_text
from knowledge.render.cell import cell_element
from knowledge.render.comparison_foot import comparison_foot
from knowledge.render.elements import Child, Md, el
from knowledge.render.notes import Notes
from knowledge.render.site import Site
from knowledge.render.sorting import sort_kind
from knowledge.render.table import Head, Table, table_region

_FEW_ROWS, _MANY_ROWS, _FEW_COLUMNS = 4, 8, 3


@dataclass(frozen=True, slots=True)
class View:
    """Which columns and rows of a comparison are shown, in this order, and whether turned round."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    transpose: bool = False


def comparison_parts(comparison: Comparison, view: View, site: Site, occurrence: int = 1) -> list[Element]:
    """The table's region and its foot. `occurrence` counts a comparison on its page: ids that others refer to
    (caption, notes) are numbered from the second on."""
    name = comparison.id if occurrence == 1 else f"{comparison.id}-{occurrence}"
    notes = Notes(name)
    view = replace(view, rows=_grouped(view.rows))
    by_row = [_cells(comparison.id, row, view, site.library, notes) for row in view.rows]
    columns, rows = _column_heads(view), _row_heads(comparison.id, view.rows)
    table = Table(
        name=f"comparison-{comparison.id}",
        caption=_caption(comparison, view, again=occurrence > 1),
        corner="What is compared" if view.transpose else comparison.head.row_header,
        columns=rows if view.transpose else columns,
        rows=columns if view.transpose else rows,
        cells=[list(cells) for cells in zip(*by_row, strict=True)] if view.transpose else by_row,
        layout=comparison.head.layout,
        caption_id=f"comparison-{name}-caption",
        hidden_corner=view.transpose,
        key=name,
        tools=_tools(view),
    )
    return [table_region(table), comparison_foot(comparison, notes, site)]


def _grouped(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of a group together, where the first of them stands."""
    groups = list(dict.fromkeys(row.group for row in rows))
    return tuple(sorted(rows, key=lambda row: groups.index(row.group)))


def _cells(name: str, row: Row, view: View, library: Library, notes: Notes) -> list[Element]:
    """A row's cells, each with an id of its own that links can land on."""
    cells = []
    for column in view.columns:
        cell = cell_element(row.cells.get(column.id), column, library, notes)
        cell.set("id", cell_anchor(name, row.id, column.id))
        cells.append(cell)
    return cells


def _tools(view: View) -> list[str]:
    """What a reader may do with the table. Three rows are seen at a glance; eight still without looking for one."""
    if view.transpose:
        return ["columns"] if len(view.rows) >= _FEW_COLUMNS else []
    if len(view.rows) < _FEW_ROWS:
        return []
    tools = ["sort", "pair"]
    if len(view.columns) >= _FEW_COLUMNS:
        tools.append("columns")
    if len(view.rows) > _MANY_ROWS:
        tools.append("find")
    return tools


def _caption(comparison: Comparison, view: View, *, again: bool) -> tuple[Child, ...]:
    """The caption; where the comparison stands on its page again, also which columns, or both would sound the same."""
    caption = comparison.head.caption
    stop = "" if caption.endswith((".", "?", "!")) else "."
    columns = joined([column.label for column in view.columns])
    told = el("span", f" This part: {columns}.", class_="visually-hidden") if again else None
    return Md(caption), f"{stop} Last checked {date_in_words(comparison.head.last_checked)}.", told


def _column_heads(view: View) -> list[Head]:
    heads = []
    for column in view.columns:
        label = column_label(column)
        kind = sort_kind(column, [row.cells.get(column.id) for row in view.rows])
        heads.append(Head(label, (label,), key=column.id, sort=None if view.transpose else kind))
    return heads


def _row_heads(name: str, rows: Sequence[Row]) -> list[Head]:
    return [Head(plain_text(row.label), (Md(row.label),), row_anchor(name, row.id), row.group, row.id) for row in rows]
