"""The chart of a comparison's column: its numbers or ranges on one axis, a row for each option."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from knowledge.charts.faults import Fault, Options, named
from knowledge.library import Library
from knowledge.models.comparison import Column, Comparison, Row
from knowledge.models.ranges import Range

_KINDS = ("number", "range")


@dataclass(frozen=True, slots=True)
class CellsChart:
    """A comparison's column of numbers or ranges, at least one of them there."""

    comparison: Comparison
    column: Column

    def value(self, row: Row) -> Range | None:
        """What a row's cell holds, a number as a range of one point; None where it holds none."""
        return _as_range(row.cells[self.column.id].value)


def cells_chart(options: Options, library: Library) -> CellsChart | list[Fault]:
    """The chart asked for by `comparison` and `column`."""
    missing = [key for key in ("comparison", "column") if key not in options]
    if missing:
        hint = f"Write `{missing[0]}: NAME`, indented, on the next line."
        return [Fault((), f"The chart cells does not say which {missing[0]} to draw.", hint)]
    faults: list[Fault] = []
    name = named(options, "comparison", "comparison", sorted(library.comparison_ids), faults)
    comparison = library.comparisons.get(name or "")
    if comparison is None:
        return faults
    columns = {column.id: column for column in comparison.columns}
    column = columns.get(named(options, "column", "column", list(columns), faults) or "")
    if column is None:
        return faults
    if any(_as_range(row.cells[column.id].value) for row in comparison.rows):
        return CellsChart(comparison, column)
    return [_without_numbers(comparison, column)]


def _without_numbers(comparison: Comparison, column: Column) -> Fault:
    fitting = [one.id for one in comparison.columns if one.type in _KINDS and one is not column]
    hint = f"Choose a column of numbers: {', '.join(fitting)}." if fitting else "Remove the chart."
    what = f"holds {column.type}" if column.type not in _KINDS else "has no number in any cell"
    return Fault(("column",), f"The column “{column.id}” {what}, and a chart needs numbers.", hint)


def _as_range(value: object) -> Range | None:
    if isinstance(value, Range):
        return value
    return Range(value, value) if isinstance(value, Decimal) else None
