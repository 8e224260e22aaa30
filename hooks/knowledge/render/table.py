"""A table in a focusable, named region, with its roles spelled out where it turns into cards on narrow screens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from knowledge.render.elements import Child, add, el, inert
from knowledge.render.sorting import SortKind


@dataclass(frozen=True, slots=True)
class Head:
    """A column's or row's head: what it shows, its id, and the group it belongs to.

    `key` is the name that an address uses for it, `sort` how the cells under it are put in order.
    """

    label: str
    shown: tuple[Child, ...]
    id: str | None = None
    group: str | None = None
    key: str | None = None
    sort: SortKind | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """What a table shows: heads for both directions and a `td` for each pair of them, row by row.

    `tools` are the names of what a reader may do with it where scripts run; `key` is its name in an address.
    """

    name: str
    caption: Sequence[Child]
    corner: str
    columns: Sequence[Head]
    rows: Sequence[Head]
    cells: Sequence[Sequence[Element]]
    layout: str = "scroll"
    caption_id: str = field(default="")
    hidden_corner: bool = False
    key: str | None = None
    tools: Sequence[str] = ()


def table_region(table: Table) -> Element:
    """The region with its table."""
    caption_id = table.caption_id or f"{table.name}-caption"
    body = el(
        "table", el("caption", *table.caption, id=caption_id), el("thead", *_head_rows(table)), *_bodies(table)
    )  # fmt: skip
    if table.layout == "cards":
        _spell_out_roles(body)
        _name_main_findings(table, body)
    return el(
        "div",
        body,
        class_="comparison",
        id=table.name,
        role="region",
        tabindex="0",
        aria_labelledby=caption_id,
        data_layout=table.layout,
        data_key=table.key,
        data_tools=" ".join(table.tools) or None,
    )


def runs(heads: Sequence[Head]) -> list[tuple[str | None, list[int]]]:
    """Neighbours of one group together, as their indexes."""
    found: list[tuple[str | None, list[int]]] = []
    for index, head in enumerate(heads):
        if found and found[-1][0] == head.group:
            found[-1][1].append(index)
        else:
            found.append((head.group, [index]))
    return found


def _head_rows(table: Table) -> list[Element]:
    corner: Child = el("span", table.corner, class_="visually-hidden") if table.hidden_corner else table.corner
    sorts = "sort" in table.tools
    heads = [
        el("th", *head.shown, scope="col", id=head.id, data_key=head.key, data_sort=head.sort if sorts else None)
        for head in table.columns
    ]
    row = el("tr", el("th", corner, scope="col", data_sort="text" if sorts else None), *heads)
    if not any(head.group for head in table.columns):
        return [row]
    groups = [
        el("th", group, scope="colgroup", colspan=str(len(members))) if group else el("td", colspan=str(len(members)))
        for group, members in runs(table.columns)
    ]
    return [el("tr", el("td"), *groups), row]


def _bodies(table: Table) -> list[Element]:
    bodies = []
    for group, members in runs(table.rows):
        body = el("tbody")
        if group:
            head = el("th", group, scope="rowgroup", colspan=str(len(table.columns) + 1))
            add(body, el("tr", head, class_="group"))
        for index in members:
            add(body, _row(table, index))
        bodies.append(body)
    return bodies


def _row(table: Table, index: int) -> Element:
    head = table.rows[index]
    row = el("tr", el("th", *head.shown, scope="row"), id=head.id, data_key=head.key)
    for column, cell in zip(table.columns, table.cells[index], strict=True):
        cell.set("data-label", inert(column.label))
        row.append(cell)
    return row


def _name_main_findings(table: Table, body: Element) -> None:
    """Say on each row how sure its main finding is, and in which cell that stands: a card shows it on its edge.

    The main column is the first in which every row has a certainty; a table without one has no main findings.
    """
    certain = (all(row[index].get("data-certainty") for row in table.cells) for index in range(len(table.columns)))
    main = next((index for index, sure in enumerate(certain) if sure), None)
    if main is None:
        return
    rows = [row for row in body.findall("tbody/tr") if row.get("class") != "group"]
    for row, cells in zip(rows, table.cells, strict=True):
        cells[main].set("data-main", "")
        row.set("data-certainty", cells[main].get("data-certainty", ""))


_ROLES = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell"}
_HEAD_ROLES = {"col": "columnheader", "colgroup": "columnheader", "row": "rowheader", "rowgroup": "rowheader"}


def _spell_out_roles(table: Element) -> None:
    """A table loses its meaning for screen readers when CSS lays it out as blocks; roles keep it."""
    for element in table.iter():
        role = _HEAD_ROLES.get(element.get("scope", "")) if element.tag == "th" else _ROLES.get(element.tag)
        if role:
            element.set("role", role)
