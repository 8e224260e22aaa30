"""What a cell of a comparison says, in plain values: the same for every kind of download."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from knowledge.in_words import capitalised, effect_in_words
from knowledge.library import Library
from knowledge.models.claim import Effect
from knowledge.models.comparison import Cell, CellValue, Column
from knowledge.models.words import Certainty
from knowledge.outputs.citation import citations
from knowledge.plain import plain_text


@dataclass(frozen=True, slots=True)
class CellFacts:
    """A cell in words and figures; `value` is the named absence where there is no value."""

    value: str
    absent: str | None = None
    claim: str | None = None
    certainty: Certainty | None = None
    sources: tuple[str, ...] = ()
    note: str | None = None
    as_of: date | None = None

    @property
    def certainty_level(self) -> str | None:
        """The level as its id, such as `very-low`."""
        return self.certainty.value if self.certainty else None


def cell_facts(cell: Cell, column: Column, library: Library) -> CellFacts:
    """A cell's facts; a claim's statement, certainty and sources stand for the claim."""
    claim = library.claims.get(cell.claim) if cell.claim else None
    value, certainty, keys = _value(cell.value, column), cell.certainty, cell.sources
    if claim is not None:
        value, certainty, keys = plain_text(claim.statement), claim.certainty, claim.sources
    elif cell.absence is not None:
        value = library.settings.absence_words.get(cell.absence, cell.absence.value)
    elif isinstance(cell.value, Certainty):
        value, certainty = library.settings.certainty_words.get(cell.value, cell.value.value), cell.value
    return CellFacts(
        value=value,
        absent=cell.absence.value if cell.absence else None,
        claim=cell.claim,
        certainty=certainty,
        sources=tuple(citations(keys, library)),
        note=plain_text(cell.note) if cell.note else None,
        as_of=cell.as_of,
    )


def _value(value: CellValue | None, column: Column) -> str:
    if isinstance(value, Effect):
        return effect_in_words(value, unit=column.unit)
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, Decimal):
        return "" if value is None else str(value)
    text = plain_text(str(value))
    return capitalised(text) if column.type == "yes-no" else text
