"""The library: docs/ and docs/data read once, looked up by id, with everything that could not be read as problems."""

from __future__ import annotations

from collections import abc
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

from knowledge.makes import Makes
from knowledge.models.claim import Claim
from knowledge.models.comparison import Cell, Column, Comparison
from knowledge.models.measurement import Measurement
from knowledge.models.page import FrontMatter
from knowledge.models.parse import Model
from knowledge.models.records import CareCard, ClassScheme, Contraindication, Person, Service, Term, Topic
from knowledge.models.reference import Reference
from knowledge.models.search import SearchData
from knowledge.models.settings import Settings
from knowledge.models.texts import MarkdownField, comparison_fields, markdown_fields
from knowledge.models.words import PageType
from knowledge.problems import Place, Problem, shown_path
from knowledge.source.markdown.model import Body, InlineText
from knowledge.source.markdown.scan import inline_units, scan_body
from knowledge.source.mkdocs_yml import SiteConfig
from knowledge.source.nodes import Mapping, Scalar, find, place_of_key
from knowledge.source.suppressions import Suppressions, holds_suppression
from knowledge.source.text import SourceText
from knowledge.source.waiting import Waiting
from knowledge.suggest import did_you_mean

ModelT = TypeVar("ModelT", bound=Model)


@dataclass(frozen=True, slots=True)
class Record(Generic[ModelT]):
    """A typed record that remembers where each part of it was typed."""

    value: ModelT
    node: Mapping

    def place(self, *location: str | int) -> Place:
        """Where a value stands, such as `place("sources", 0)`; the record's id without a location."""
        return find(self.node, location or ("id",)).place

    def key_place(self, *location: str | int) -> Place:
        """Where a key stands."""
        return place_of_key(self.node, location)


@dataclass(frozen=True)
class Collection(Generic[ModelT]):
    """The records of one data file by id; `ids` also holds those that could not be read, so that a mistake in a
    record is told once and not again wherever it is used."""

    noun: str
    path: str
    records: abc.Mapping[str, Record[ModelT]]
    ids: frozenset[str]

    def get(self, name: str) -> ModelT | None:
        """The record's value, or None."""
        record = self.records.get(name)
        return record.value if record else None

    def values(self) -> list[ModelT]:
        """All values in the file's order."""
        return [record.value for record in self.records.values()]

    def naming(self, word: str) -> list[ModelT]:
        """The values of the records in which a word is typed, and maybe of others: it spares reading those that wait
        (`Waiting`) and have nothing of it."""
        if isinstance(self.records, Waiting):
            return [record.value for record in self.records.naming(word)]
        return self.values()

    def missing(self, name: str, place: Place, rule: str) -> Problem | None:
        """A problem where nothing of this id is known, with the nearest id."""
        if name in self.ids:
            return None
        hint = did_you_mean(name, self.ids, otherwise=f"Add a record with `id: {name}` to {self.path}.")
        return Problem.at(place, rule, f"There is no {self.noun} “{name}”.", hint)


@dataclass(frozen=True)
class Page:
    """A page: its path in docs/, what its front matter says, and its body's Markdown with the line it begins at.

    `above` are the suppressions of its front matter.
    """

    path: str
    source: SourceText
    front: FrontMatter
    node: Mapping | None
    markdown: str
    body_line: int = 1
    above: Suppressions = field(default_factory=Suppressions)

    @cached_property
    def body(self) -> Body:
        """The body scanned, when it is first asked for: to check one page, few of the others are looked into."""
        return scan_body(self.markdown, self.source.path, self.body_line)

    @property
    def suppressions(self) -> Suppressions:
        """Those of the whole file."""
        return self.above + self.body.suppressions if holds_suppression(self.markdown) else self.above

    @property
    def start(self) -> Place:
        """The file's first character."""
        return Place(self.source.path)

    def place(self, *location: str | int) -> Place:
        """Where a front matter value stands; the file's start where it does not."""
        return find(self.node, location).place if self.node else self.start

    def key_place(self, key: str) -> Place:
        """Where a front matter key stands; the file's start where it does not."""
        return place_of_key(self.node, (key,)) if self.node and self.node.key(key) else self.place()


@dataclass(frozen=True)
class DataText:
    """One inline Markdown text of a data file, scanned.

    `key` is the key it stands at, `owner` the record, cell or comparison that it is a part of; a text of a cell also
    has its column and its comparison.
    """

    key: str
    scalar: Scalar
    inline: InlineText
    owner: Model | Cell | Comparison
    column: Column | None = None
    comparison: Comparison | None = None


@dataclass(frozen=True)
class Library(Makes):
    """Everything in docs/, read once; values are frozen, mistakes are in `problems`.

    `today` is the day that the caller gave (`--today`); without it nothing may depend on the day. `asked` are the pages
    of which alone something is to be told, by path; None for everything.
    """

    docs_dir: Path
    files: tuple[str, ...]
    pages: dict[str, Page]
    comparisons: abc.Mapping[str, Comparison]
    comparison_ids: frozenset[str]
    claims: Collection[Claim]
    topics: Collection[Topic]
    references: Collection[Reference]
    people: Collection[Person]
    terms: Collection[Term]
    care_cards: Collection[CareCard]
    services: Collection[Service]
    contraindications: Collection[Contraindication]
    class_schemes: Collection[ClassScheme]
    measurements: Collection[Measurement]
    searching: Callable[[], Record[SearchData]]
    settings: Settings
    site: SiteConfig
    problems: tuple[Problem, ...]
    suppressions: Suppressions
    start: Path | None = None
    today: date | None = None
    asked: frozenset[str] | None = None
    _made: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)
    _of_data: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def asking(self, pages: Iterable[str]) -> Library:
        """The same library, of which only what is told of some pages can be relied on."""
        return replace(self, asked=frozenset(pages), _made={})

    @property
    def judged(self) -> list[Page]:
        """The pages to be judged: those asked for, else all. What is looked up on others stands in `pages`."""
        return [page for path, page in self.pages.items() if self.asked is None or path in self.asked]

    def shown(self, name: str) -> str:
        """A file's path, given as in `files`, as problems show it."""
        return shown_path(self.docs_dir / name, self.start)

    @property
    def collections(self) -> tuple[Collection[Any], ...]:
        """All files of records."""
        return (
            self.claims,
            self.topics,
            self.references,
            self.people,
            self.terms,
            self.care_cards,
            self.services,
            self.contraindications,
            self.class_schemes,
            self.measurements,
        )

    @cached_property
    def search(self) -> Record[SearchData]:
        """What search.yml says."""
        return self.searching()

    @property
    def data_texts(self) -> tuple[DataText, ...]:
        """Every inline Markdown text of the data files to be judged, scanned once, when first asked for."""
        return self.of_data(_data_texts) if self.asked is None else ()

    def published(self) -> list[Page]:
        """The pages that are no drafts, by path."""
        return [page for path, page in sorted(self.pages.items()) if not page.front.draft]

    def urgent_page(self) -> Page | None:
        """The safety page with most care cards, where every danger sign stands."""
        safety = (page for page in self.published() if page.front.type is PageType.SAFETY and page.front.urgent_cards)
        return max(safety, key=lambda page: len(page.front.urgent_cards), default=None)


def _data_texts(library: Library) -> tuple[DataText, ...]:
    return tuple(_texts(library))


def _texts(library: Library) -> Iterator[DataText]:
    for collection in library.collections:
        for record in collection.records.values():
            for text in markdown_fields(type(record.value), record.node):
                yield _data_text(text, record.value)
    for comparison in library.comparisons.values():
        for text in comparison_fields(comparison):
            yield _data_text(text, text.cell or comparison, comparison)


def _data_text(text: MarkdownField, owner: Model | Cell | Comparison, whole: Comparison | None = None) -> DataText:
    scalar = text.scalar
    inline = inline_units(scalar.text, scalar.text_start, scalar.place_of if scalar.breaks else None)
    return DataText(text.key, scalar, inline, owner, text.column, whole)
