"""Reading a comparison: its YAML, and its rows from YAML or from a CSV file of the same stem (D005, D006, D013)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import MappingProxyType

from knowledge.models.cells import read_cell
from knowledge.models.comparison import Cell, Column, Comparison, Head, Row, RowHead
from knowledge.models.csv_rows import csv_rows
from knowledge.models.parse import DATA_RULES, FieldRules, as_mapping, parse
from knowledge.problems import Place, Problem
from knowledge.source.csv_text import CsvRecord
from knowledge.source.nodes import Items, Mapping, Node, Scalar, place_of_key
from knowledge.suggest import did_you_mean, nearest

_COLUMN_RULES = FieldRules("D005", "D005", "D005", MappingProxyType({"identifier": "D003"}))
_WITH_UNIT = ("number", "range", "effect")


def read_comparison(
    name: str, path: str, node: Node, records: Sequence[CsvRecord] | None
) -> tuple[Comparison | None, list[Problem]]:
    """A comparison from its parsed YAML and, where its rows stand there, its CSV records.

    It is None when any part of it is wrong; the problems then tell all of them.
    """
    mapping, problems = as_mapping(node, "D001", "the keys of one comparison: `title: …`, `columns: …`")
    if mapping is None:
        return None, problems
    head, found = parse(Head, mapping, DATA_RULES)
    columns, unread, column_problems = _columns(mapping)
    problems += [*found, *column_problems]
    row_nodes, row_problems = _row_nodes(mapping, records, [*(column.id for column in columns), *unread])
    problems += row_problems
    rows, found = _rows(row_nodes, columns, unread, in_yaml=records is None)
    problems += found
    if problems or head is None:
        return None, problems
    typed = tuple(row for row in row_nodes if isinstance(row, Mapping))
    return Comparison(name, path, head, columns, rows, mapping, typed), []


def _columns(mapping: Mapping) -> tuple[tuple[Column, ...], list[str], list[Problem]]:
    """The columns, the ids of those that could not be read, and the problems."""
    columns: list[Column] = []
    unread: list[str] = []
    problems: list[Problem] = []
    nodes = mapping.get("columns")
    for node in nodes.items if isinstance(nodes, Items) else ():
        column, found = parse(Column, node, _COLUMN_RULES)
        problems += found
        if column is None:
            name = node.get("id") if isinstance(node, Mapping) else None
            unread += [name.text] if isinstance(name, Scalar) else []
            continue
        place = place_of_key(node, ("unit",))
        if column.unit and column.type not in _WITH_UNIT:
            problems.append(
                Problem.at(
                    place,
                    "D005",
                    f"A column of type {column.type} has no unit.",
                    "Remove `unit`, or make the column a number, range or effect.",
                )
            )
        if any(other.id == column.id for other in columns):
            message = f"The column id “{column.id}” is there twice."
            problems.append(Problem.at(_place_of(node, "id"), "D005", message, "Give each column its own id."))
            continue
        columns.append(column)
    return tuple(columns), unread, problems


def _row_nodes(
    mapping: Mapping, records: Sequence[CsvRecord] | None, columns: Sequence[str]
) -> tuple[Sequence[Node], list[Problem]]:
    """The rows as nodes, wherever they stand."""
    rows = mapping.get("rows")
    if records is None:
        if rows is None:
            hint = "Add `rows:` with a list, or put the rows into a CSV file of the same name."
            return (), [Problem.at(mapping.place, "D002", "The comparison has no rows.", hint)]
        return (rows.items if isinstance(rows, Items) else ()), []
    if rows is not None:
        key = mapping.key("rows")
        hint = "Keep the rows in one of the two: remove `rows:` here, or remove the CSV file."
        place = key.place if key else mapping.place
        return (), [Problem.at(place, "D013", "The rows stand both here and in the CSV file of the same name.", hint)]
    return csv_rows(records, columns)


def _rows(
    nodes: Iterable[Node], columns: Sequence[Column], unread: Sequence[str], *, in_yaml: bool
) -> tuple[tuple[Row, ...], list[Problem]]:
    """The rows; those of a CSV file have its header's cells, so that only rows in YAML may lack or exceed columns."""
    rows: list[Row] = []
    problems: list[Problem] = []
    known = [*(column.id for column in columns), *unread]
    for node in nodes:
        row, found = _row(node, columns)
        cells = node.get("cells") if isinstance(node, Mapping) else None
        if in_yaml and isinstance(cells, Mapping):
            found += _misfits(cells, known, row.id if row else "this row")
        problems += found
        if row is None:
            continue
        if (other := next((r for r in rows if r.id == row.id), None)) is not None:
            place = _place_of(node, "id")
            message = f"The row id “{row.id}” is there twice; it is first in line {other.place.line}."
            problems.append(Problem.at(place, "D003", message, "Give each row its own id."))
        rows.append(row)
    return tuple(rows), problems


def _row(node: Node, columns: Sequence[Column]) -> tuple[Row | None, list[Problem]]:
    head, problems = parse(RowHead, node, DATA_RULES)
    cells_node = node.get("cells") if isinstance(node, Mapping) else None
    if not isinstance(cells_node, Mapping):
        return None, problems
    cells: dict[str, Cell] = {}
    for column in columns:
        cell_node = cells_node.get(column.id)
        if cell_node is not None:
            cell, found = read_cell(cell_node, column)
            problems += found
            if cell is not None:
                cells[column.id] = cell
    if head is None:
        return None, problems
    return Row(head.id, head.label, head.group, cells, _place_of(node, "id")), problems


def _misfits(cells: Mapping, known: Sequence[str], row: str) -> list[Problem]:
    """Cells without a column and columns without a cell (D006)."""
    typed = list(cells.keys())
    problems = [
        Problem.at(key.place, "D006", f"There is no column “{key.text}”.", did_you_mean(key.text, known))
        for key, _ in cells.entries
        if key.text not in known
    ]
    mistyped = {nearest(name, known) for name in typed if name not in known}
    problems += [
        Problem.at(
            cells.place,
            "D006",
            f"The row “{row}” has no cell for the column “{name}”.",
            f"Add `{name}: …`, or one of `unknown`, `not-tested`, `not-applicable`.",
        )
        for name in known
        if name not in typed and name not in mistyped
    ]
    return problems


def _place_of(node: Node, key: str) -> Place:
    found = node.get(key) if isinstance(node, Mapping) else None
    return found.place if found is not None else node.place
