"""Prose: every unit of text that the wording and reading rules see, in one place (writing rules, “How rules see text”).

Ask for it with `prose(library)`: it is gathered once for a library. Code, HTML, link targets and ids are already gone
from it; search terms, former addresses, titles of references and people's credentials are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from knowledge.library import DataText, Library, Page
from knowledge.models.claim import Claim
from knowledge.models.comparison import Cell, Column, Comparison
from knowledge.models.parse import Model
from knowledge.models.records import CareCard, Contraindication, Term, Topic
from knowledge.problems import Place
from knowledge.source.markdown.scan import inline_units
from knowledge.source.markdown.units import Unit, UnitKind
from knowledge.source.nodes import Mapping, Scalar, find


class Kind(StrEnum):
    """What a unit of prose is part of."""

    TITLE = "title"
    DESCRIPTION = "description"
    SUMMARY = "summary"
    CHANGE = "change note"
    HEADING = "heading"
    SENTENCE = "sentence"
    TABLE_CELL = "table cell"
    STATEMENT = "claim statement"
    REASON = "reason"
    CELL = "cell"
    NOTE = "note"
    CAPTION = "caption"
    CARD = "care card"
    MEANING = "meaning"
    HEADLINE = "headline"
    LABEL = "label"
    OTHER = "text"


Owner = Model | Cell | Comparison
_HEADS = frozenset({Kind.TITLE, Kind.HEADING, Kind.HEADLINE, Kind.LABEL})
_KEYS = {"reasons": Kind.REASON, "note": Kind.NOTE, "value": Kind.CELL, "caption": Kind.CAPTION, "label": Kind.LABEL}
_BODY = {
    UnitKind.SENTENCE: Kind.SENTENCE,
    UnitKind.HEADING: Kind.HEADING,
    UnitKind.TABLE_CELL: Kind.TABLE_CELL,
}
# Plain texts of records that readers see; they are labels, not sentences.
_PLAIN: dict[type[Model], tuple[str, ...]] = {
    Claim: ("population", "intervention", "comparison", "outcome", "short"),
    CareCard: ("title",),
    Contraindication: ("question",),
    Topic: ("label",),
}
_TABLE_HEADS = (("title",), ("question",), ("population",), ("row_header",))


@dataclass(frozen=True)
class Prose:
    """One sentence, heading, cell or label, with where it belongs.

    `page` is set for what stands in a page's file, `owner` for what stands in a data file: its record, cell or
    comparison (then with `column`, `comparison`). `sourced` tells that its record names sources.
    """

    kind: Kind
    unit: Unit
    page: Page | None = None
    owner: Owner | None = None
    column: Column | None = None
    comparison: Comparison | None = None
    sourced: bool = False

    @cached_property
    def text(self) -> str:
        """What the rules read: words in quotes masked, citations as `[@]`, one more at the end where `sourced`."""
        masked = self.unit.text_masked
        return f"{masked} [@]" if self.sourced and not self.unit.keys else masked

    @property
    def cited(self) -> bool:
        """Whether it has a source: its own citation, or those of its record."""
        return self.sourced or bool(self.unit.keys)

    @cached_property
    def is_question(self) -> bool:
        """Whether it ends in a question mark: such a unit makes no claim."""
        return self.unit.is_question

    @property
    def is_head(self) -> bool:
        """Whether it is a title, heading, headline or label: no sentence, so that no reading rule looks at it."""
        return self.kind in _HEADS

    @property
    def in_body(self) -> bool:
        """Whether it is a sentence or table cell of a page's body."""
        return self.kind in (Kind.SENTENCE, Kind.TABLE_CELL)

    def place_of(self, offset: int) -> Place:
        """The place of a character of `text`."""
        return self.unit.place_of_masked(offset)


def prose(library: Library) -> tuple[Prose, ...]:
    """All prose of a library that is to be judged: page by page, then the data files. Gathered once."""
    return library.once(_gathered)


def _gathered(library: Library) -> tuple[Prose, ...]:
    pages = (one for page in library.judged for one in prose_of(page, library))
    return (*pages, *(prose_of_data(library) if library.asked is None else ()))


def prose_of(page: Page, library: Library) -> tuple[Prose, ...]:
    """The prose of one page."""
    return library.of_page(_of_page, page)


def prose_of_data(library: Library) -> tuple[Prose, ...]:
    """The prose of all data files."""
    return library.of_data(_of_data)


def _of_page(page: Page, _library: Library) -> tuple[Prose, ...]:
    return (*_front(page), *_body(page))


def _of_data(library: Library) -> tuple[Prose, ...]:
    return (*(one for text in library.data_texts for one in _data(text, library)), *_labels(library))


def _front(page: Page) -> Iterator[Prose]:
    for kind in (Kind.TITLE, Kind.DESCRIPTION, Kind.SUMMARY):
        yield from (Prose(kind, unit, page) for unit in _units(page.node, kind.value))
    for number in range(len(page.front.changes)):
        yield from (Prose(Kind.CHANGE, unit, page) for unit in _units(page.node, "changes", number, "note"))


def _body(page: Page) -> Iterator[Prose]:
    return (Prose(_BODY[unit.kind], unit, page) for unit in page.body.units)


def _data(text: DataText, library: Library) -> Iterator[Prose]:
    kind, sourced = _kind(text), _is_sourced(text.owner, library)
    for unit in text.inline.units:
        yield Prose(kind, unit, None, text.owner, text.column, text.comparison, sourced)


def _labels(library: Library) -> Iterator[Prose]:
    """What stands at the heads of records and tables as plain text."""
    for collection in library.collections:
        for record in collection.records.values():
            for key in _PLAIN.get(type(record.value), ()):
                kind = Kind.HEADLINE if key == "short" else Kind.LABEL
                sourced = _is_sourced(record.value, library)
                for unit in _units(record.node, key):
                    yield Prose(kind, unit, owner=record.value, sourced=sourced)
    for comparison in library.comparisons.values():
        columns = [("columns", number, "label") for number in range(len(comparison.columns))]
        for location in (*_TABLE_HEADS, *columns):
            yield from (Prose(Kind.LABEL, unit, owner=comparison) for unit in _units(comparison.node, *location))


def _units(node: Mapping | None, *location: str | int) -> tuple[Unit, ...]:
    """The units of the text at a location, each word at its place; none where no text stands there."""
    found = find(node, location) if node else None
    if not isinstance(found, Scalar):
        return ()
    return inline_units(found.text, found.text_start, found.place_of if found.breaks else None).units


def _kind(text: DataText) -> Kind:
    if isinstance(text.owner, Claim) and text.key == "statement":
        return Kind.STATEMENT
    if isinstance(text.owner, CareCard):
        return Kind.CARD
    if isinstance(text.owner, Term):
        return Kind.MEANING
    return _KEYS.get(text.key, Kind.OTHER)


def _is_sourced(owner: Owner, library: Library) -> bool:
    """Whether a record names sources; a cell that shows a claim has the claim's."""
    if isinstance(owner, Cell) and owner.claim:
        claim = library.claims.get(owner.claim)
        return bool(claim and claim.sources)
    return bool(getattr(owner, "sources", ()))
