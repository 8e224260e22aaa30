"""A comparison: columns with a type, rows, and cells that are a value, a claim or a named absence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from pydantic import Field

from knowledge.models.claim import Effect
from knowledge.models.fields import Identifier, IsoDate, MarkdownText, RecentDate, Text
from knowledge.models.parse import Model
from knowledge.models.ranges import Range
from knowledge.models.words import Absence, Certainty
from knowledge.problems import Place
from knowledge.source.nodes import Mapping, find

ColumnType = Literal["text", "number", "range", "yes-no", "certainty", "effect", "date"]
YesNo = Literal["yes", "no", "partly"]
CellValue = str | Decimal | Range | Certainty | Effect | date


class Column(Model):
    """A column: its type decides what a cell may be; its unit stands once, in the head."""

    id: Identifier
    label: Text
    type: ColumnType
    unit: Text | None = None
    certainty: Literal["required", "optional", "none"] = "optional"


class RowHead(Model):
    """A row as typed, but for its cells, which are read by their columns' types in a second step."""

    id: Identifier
    label: MarkdownText
    group: Text | None = None
    cells: dict[str, Any]


class Head(Model):
    """A comparison as typed, but for its columns and rows, which are read one by one."""

    title: Text
    topic: Identifier | None = None
    question: Text | None = None
    caption: MarkdownText
    population: Text | None = None
    last_checked: RecentDate
    evidence_searched_to: IsoDate | None = None
    row_header: Text
    columns: tuple[Any, ...] = Field(min_length=1)
    rows: tuple[Any, ...] | None = None
    layout: Literal["cards", "scroll"] = "scroll"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: exactly one of `value`, `claim` and `absence` is set."""

    place: Place
    value: CellValue | None = None
    claim: str | None = None
    absence: Absence | None = None
    certainty: Certainty | None = None
    sources: tuple[str, ...] = ()
    note: str | None = None
    as_of: date | None = None
    value_place: Place | None = None
    note_place: Place | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One option, with a cell for every column."""

    id: str
    label: str
    group: str | None
    cells: dict[str, Cell]
    place: Place


@dataclass(frozen=True, slots=True)
class Comparison:
    """A whole comparison; its id is its file's stem. The nodes tell where its parts were typed."""

    id: str
    path: str
    head: Head
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    node: Mapping | None = None
    row_nodes: tuple[Mapping, ...] = ()

    def place(self, *location: str | int) -> Place:
        """Where a value of the file stands, such as `place("topic")`; the file's start where it does not."""
        return find(self.node, location).place if self.node else Place(self.path)

    def cell_place(self, row: Row, column: str, *location: str | int) -> Place:
        """Where a part of a cell was typed, such as `("sources", 0)`; the cell's place where that is not known."""
        for one, node in zip(self.rows, self.row_nodes, strict=False):
            if one is row:
                return find(node, ("cells", column, *location)).place
        return row.cells[column].place

    @property
    def claims(self) -> tuple[str, ...]:
        """Ids of the claims that its cells show, in reading order."""
        return tuple(cell.claim for row in self.rows for cell in row.cells.values() if cell.claim)
