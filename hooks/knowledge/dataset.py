"""What a published table or list says of itself as a data set: who made it, its terms, its files, how to cite it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from knowledge.in_words import date_in_words, ended, number, plural
from knowledge.library import Library
from knowledge.models.comparison import Column, Comparison
from knowledge.plain import plain_text
from knowledge.uses import pages_showing

CREATOR = "Legwise editors"
PUBLISHER = "Legwise"
LICENCE = MappingProxyType({"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"})
"""Under what terms the data may be used."""
COMPARISONS = "data/comparisons"
"""Where the tables lie as downloads, from the site's own address."""
DATASETS = "datasets"
"""The generated list of all data sets; the page that holds it describes them for machines too."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """A data set as readers and machines are told of it; `files` are paths from the site's address by their form."""

    id: str
    title: str
    description: str
    size: str
    files: MappingProxyType[str, str]
    columns: tuple[str, ...] = ()
    last_checked: date | None = None
    searched_to: date | None = None
    pages: tuple[str, ...] = ()
    citation: str | None = None


def datasets(library: Library, address: str | None) -> list[Dataset]:
    """The tables that published pages show, by id, then the lists."""
    shown = pages_showing(library)
    tables = [table_dataset(library.comparisons[name], address, tuple(pages)) for name, pages in shown.items()]
    return [*tables, *_lists(library)]


def table_citation(comparison: Comparison, address: str | None) -> str:
    """How to cite a table: who, year, title, kind, day, publisher, where, terms (DataCite's order of elements).

    `address` is the site's own, such as `https://example.org/`; without it the path of the file stands alone.
    """
    day = comparison.head.last_checked
    where = f"{(address or '').rstrip('/')}/{COMPARISONS}/{comparison.id}.csv".removeprefix("/")
    return (
        f"{CREATOR} ({day.year}). {ended(comparison.head.title)} Data set, last checked {date_in_words(day)}. "
        f"{PUBLISHER}. {where}. {LICENCE['name']}."
    )


def column_label(column: Column) -> str:
    """A column's label with its unit."""
    return f"{column.label}, {column.unit}" if column.unit else column.label


def table_dataset(comparison: Comparison, address: str | None, pages: tuple[str, ...] = ()) -> Dataset:
    """A table as a data set, which `pages` show."""
    head, name = comparison.head, comparison.id
    return Dataset(
        id=f"dataset-{name}",
        title=head.title,
        description=ended(plain_text(head.caption)),
        size=plural(len(comparison.rows), "row"),
        files=MappingProxyType({form: f"{COMPARISONS}/{name}.{form.lower()}" for form in ("CSV", "JSON")}),
        columns=tuple(column_label(column) for column in comparison.columns),
        last_checked=head.last_checked,
        searched_to=head.evidence_searched_to,
        pages=pages,
        citation=table_citation(comparison, address),
    )


def _lists(library: Library) -> list[Dataset]:
    return [
        _list(
            "claims", "Findings", "Each finding with how sure we are, why, and its sources.", len(library.claims.ids)
        ),
        _list("references", "Sources", "Each source as CSL-JSON, with how far we saw it.", len(library.references.ids)),
        _list("glossary", "Glossary", "Each word with its forms and its meaning.", len(library.terms.ids)),
    ]


def _list(name: str, title: str, description: str, count: int) -> Dataset:
    files = MappingProxyType({"JSON": f"data/{name}.json"})
    return Dataset(f"dataset-{name}", title, description, f"{number(count)} records", files)
