"""What a table is sorted by: typed values beside what readers see, so that 49 comes before 120, April before May."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from knowledge.models.claim import Effect
from knowledge.models.comparison import Cell, CellValue, Column
from knowledge.models.ranges import Range

SortKind = Literal["text", "number", "date", "certainty", "yes-no"]
"""How values are compared: as words, as numbers, as days, by how sure, from no to yes."""
_YES_NO = {"no": "0", "partly": "1", "yes": "2"}


def sort_kind(column: Column, cells: Sequence[Cell | None]) -> SortKind | None:
    """How a column can be sorted; None where its values cannot be put in order.

    Words that are all graded are sorted by how sure they are: their alphabet tells a reader nothing. Effects of
    different measures cannot be compared.
    """
    if column.type in ("number", "range"):
        return "number"
    if column.type == "effect":
        measures = {cell.value.measure for cell in cells if cell and isinstance(cell.value, Effect)}
        return "number" if len(measures) == 1 else None
    if column.type == "date" or column.type == "yes-no" or column.type == "certainty":  # noqa: PLR1714  for mypy
        return column.type
    said = [cell for cell in cells if cell and cell.absence is None]
    return "certainty" if said and all(cell.certainty or cell.claim for cell in said) else "text"


def sort_value(value: CellValue | None, column: Column) -> str | None:
    """The value to sort by where the text shown does not serve: one number or two, an open upper end left out."""
    if isinstance(value, Range):
        ends = ("0" if value.low is None else f"{value.low}", "" if value.high is None else f"{value.high}")
        return " ".join(ends).strip()
    if isinstance(value, Effect):
        return f"{value.value}"
    if isinstance(value, Decimal):
        return f"{value}"
    if isinstance(value, date):
        return f"{value:%Y%m%d}"
    return _YES_NO.get(str(value)) if column.type == "yes-no" else None
