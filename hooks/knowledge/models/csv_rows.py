"""CSV records as the rows that the same text in YAML would be, each cell at its own place (D013)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from knowledge.problems import Problem
from knowledge.source.csv_text import CsvRecord
from knowledge.source.nodes import Items, Mapping, Node, Scalar
from knowledge.source.yaml_text import DATA, parse_yaml
from knowledge.suggest import did_you_mean, nearest

_SIDE_COLUMNS = ("certainty", "sources", "note", "as_of", "claim")


def csv_rows(records: Sequence[CsvRecord], columns: Sequence[str]) -> tuple[list[Node], list[Problem]]:
    """CSV records as the nodes that the same rows in YAML would be, each cell at its own place.

    `columns` are the ids of the comparison's columns. Fields under a header that is not known are left out.
    """
    if not records or (len(records[0].cells) == 1 and ";" in records[0].cells[0].text):
        return [], []  # told while the text was cut into fields
    header, *rest = records
    names = [cell.text.strip() for cell in header.cells]
    known = ["id", "label", "group", *columns, *(f"{name}:{side}" for name in columns for side in _SIDE_COLUMNS)]
    problems = _header_problems(header, names, columns, known)
    if names[:2] != ["id", "label"]:
        return [], problems
    return [_csv_row(names, set(known), record, problems) for record in rest], problems


def _header_problems(
    header: CsvRecord, names: Sequence[str], columns: Sequence[str], known: Sequence[str]
) -> list[Problem]:
    problems = []
    if names[:2] != ["id", "label"]:
        hint = "Put these two columns first."
        problems.append(Problem.at(header.place, "D013", "The header must begin with `id,label`.", hint))
    mistyped = set()
    for name, cell in list(zip(names, header.cells, strict=True))[2:]:
        if name and name not in known:
            mistyped.add(nearest(name, known))
            hint = did_you_mean(name, known, otherwise=f"Use one of: {', '.join(columns)}, or `group`.")
            problems.append(Problem.at(cell.place, "D013", f"The header “{name}” is not known.", hint))
    for column in columns:
        if column not in names and f"{column}:claim" not in names and column not in mistyped:
            hint = f"Add `{column}` to the first line, and a cell for it to every record."
            problems.append(Problem.at(header.place, "D013", f"The header lacks the column “{column}”.", hint))
    return problems


def _csv_row(names: Sequence[str], known: set[str], record: CsvRecord, problems: list[Problem]) -> Mapping:
    fields = {name: cell for name, cell in zip(names, record.cells, strict=False) if name in known}
    top: list[tuple[Scalar, Node]] = []
    cells: list[tuple[Scalar, Node]] = []
    for name, cell in fields.items():
        if name in ("id", "label") or (name == "group" and cell.text.strip()):
            top.append((cell._replace(text=name), cell))
        elif ":" not in name and name != "group" and not (_side(fields, name, "claim") and not cell.text.strip()):
            cells.append((cell._replace(text=name), _csv_cell(name, cell, fields, problems)))
        elif name.endswith(":claim") and cell.text.strip():
            column = name.removesuffix(":claim")
            if _side(fields, column, ""):
                problems.append(
                    Problem.at(
                        cell.place,
                        "D013",
                        f"The cell “{column}” has both a value and a claim.",
                        "Empty one of the two.",
                    )
                )
            else:
                cells.append((cell._replace(text=column), _claim_cell(column, cell, fields)))
    top.append((Scalar(record.place, "cells"), Mapping(record.place, tuple(cells))))
    return Mapping(record.place, tuple(top))


def _side(fields: dict[str, Scalar], name: str, side: str) -> Scalar | None:
    """A side column's cell where it is filled; the value's own cell for side ""."""
    cell = fields.get(f"{name}:{side}" if side else name)
    return cell if cell is not None and cell.text.strip() else None


def _csv_cell(name: str, cell: Scalar, fields: dict[str, Scalar], problems: list[Problem]) -> Node:
    """A cell in its short form, or in its long form where a side column says more."""
    value = _value_node(cell, problems)
    sides = [(side, filled) for side in _SIDE_COLUMNS if (filled := _side(fields, name, side))]
    if not sides:
        return value
    absent = isinstance(value, Scalar) and value.text in ("unknown", "not-tested", "not-applicable")
    key = Scalar(cell.place, "absent" if absent else "value")
    return Mapping(cell.place, ((key, value), *_side_entries(sides)))


def _claim_cell(name: str, claim: Scalar, fields: dict[str, Scalar]) -> Node:
    sides = [(side, filled) for side in ("note", "as_of") if (filled := _side(fields, name, side))]
    return Mapping(claim.place, ((Scalar(claim.place, "claim"), claim), *_side_entries(sides)))


def _side_entries(sides: Iterable[tuple[str, Scalar]]) -> list[tuple[Scalar, Node]]:
    return [(Scalar(cell.place, side), _keys(cell) if side == "sources" else cell) for side, cell in sides]


def _keys(cell: Scalar) -> Items:
    """Source keys separated by semicolons, each at its own place."""
    items: list[Node] = []
    offset = 0
    for part in cell.text.split(";"):
        start = offset + len(part) - len(part.lstrip())
        items.append(Scalar(cell.place_of(start), part.strip()))
        offset += len(part) + 1
    return Items(cell.place, tuple(items))


def _value_node(cell: Scalar, problems: list[Problem]) -> Node:
    """`[15, 20]` and `{measure: RR, …}` in a CSV cell are read as in YAML; all else is text."""
    if cell.text.lstrip()[:1] not in ("[", "{"):
        return _trimmed(cell)
    node, found = parse_yaml(cell.text, cell.text_start, DATA)
    problems += found
    return node if node is not None else cell


def _trimmed(cell: Scalar) -> Scalar:
    """The cell without the spaces around its text, each of whose characters keeps its place."""
    text = cell.text.strip()
    lead = cell.text.index(text)
    if not lead:
        return cell._replace(text=text)
    later = tuple((offset - lead, place) for offset, place in cell.breaks if offset > lead)
    return cell._replace(text=text, breaks=((0, cell.place_of(lead)), *later))
