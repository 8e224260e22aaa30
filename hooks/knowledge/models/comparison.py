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

    id: Identifier = Field(description="The name that cells use for the column", examples=["effect"])
    label: Text = Field(description="The head that readers see")
    type: ColumnType = Field(description="What a cell of the column is")
    unit: Text | None = Field(
        default=None, description="The unit, once, for number, range and effect", examples=["mmHg"]
    )
    certainty: Literal["required", "optional", "none"] = Field(
        default="optional", description="Whether each cell must be graded, may be, or is not"
    )


class RowHead(Model):
    """A row as typed, but for its cells, which are read by their columns' types in a second step."""

    id: Identifier = Field(description="The name of the option; also its anchor", examples=["lumbar-brace"])
    label: MarkdownText = Field(description="The option as readers see it")
    group: Text | None = Field(default=None, description="A heading that rows share; they stand together")
    cells: dict[str, Any] = Field(description="A cell for every column")


class Head(Model):
    """A comparison as typed, but for its columns and rows, which are read one by one."""

    title: Text = Field(description="What is compared")
    topic: Identifier | None = Field(default=None, description="The complaint: an id of topics.yml")
    question: Text | None = Field(default=None, description="The question that the table answers")
    caption: MarkdownText = Field(description="One sentence above the table")
    population: Text | None = Field(default=None, description="Who it is about")
    last_checked: RecentDate = Field(description="The day on which somebody last looked")
    evidence_searched_to: IsoDate | None = Field(default=None, description="How far the search for studies went")
    row_header: Text = Field(description="What the rows are", examples=["Support"])
    columns: tuple[Any, ...] = Field(min_length=1, description="The columns, in the order they are shown")
    rows: tuple[Any, ...] | None = Field(
        default=None,
        description="The options, in the order they are shown; or leave it out and write them in a CSV file",
    )
    layout: Literal["cards", "scroll"] = Field(
        default="scroll", description="On narrow screens: each row a card, or a table to scroll"
    )


def row_anchor(comparison: str, row: str) -> str:
    """The id of a row's element in a page."""
    return f"{comparison}-{row}"


def cell_anchor(comparison: str, row: str, column: str) -> str:
    """The id of a cell's element in a page: no id holds two hyphens in a row, so it is no row's."""
    return f"{comparison}-{row}--{column}"


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
