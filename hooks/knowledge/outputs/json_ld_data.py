"""Tables, lists and words as JSON-LD: data sets with their files, the library of studies, the glossary."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.dataset import CREATOR, LICENCE, Dataset, datasets, table_dataset
from knowledge.library import Library, Page
from knowledge.location import Location
from knowledge.models.reference import Reference
from knowledge.outputs.json_ld_site import Node
from knowledge.plain import plain_text
from knowledge.uses import pages_by_source, shown_columns, tables_on

_FORMATS = {"CSV": "text/csv", "JSON": "application/json"}
_CREATOR = {"@type": "Organization", "name": CREATOR}


def all_datasets(library: Library, where: Location) -> list[Node]:
    """Every data set, as the page that lists them all tells it."""
    found = datasets(library, where.site)
    return [{**_dataset(one, one.id, where), "includedInDataCatalog": {"@id": where.url}} for one in found]


def shown_tables(page: Page, library: Library, where: Location) -> list[Node]:
    """The tables of a page as data sets, with those of their columns that the page shows."""
    columns: dict[str, set[str]] = {}
    for block, comparison in tables_on(page, library):
        columns.setdefault(comparison.id, set()).update(shown_columns(block, comparison))
    told = []
    for name, shown in columns.items():
        comparison = library.comparisons[name]
        whole = table_dataset(comparison, where.site)
        labels = [label for column, label in zip(comparison.columns, whole.columns, strict=True) if column.id in shown]
        told.append({**_dataset(whole, f"comparison-{name}", where), "variableMeasured": labels})
    return told


def _dataset(one: Dataset, anchor: str, where: Location) -> Node:
    return {
        "@type": "Dataset",
        "@id": f"{where.url}#{anchor}",
        "name": one.title,
        "description": one.description,
        "size": one.size,
        "license": LICENCE["url"],
        "creator": _CREATOR,
        "dateModified": one.last_checked.isoformat() if one.last_checked else None,
        "temporalCoverage": f"../{one.searched_to.isoformat()}" if one.searched_to else None,
        "variableMeasured": list(one.columns) or None,
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": _FORMATS[form], "contentUrl": where.absolute(path)}
            for form, path in one.files.items()
        ],
    }


def sources(name: str, library: Library, where: Location) -> Node:
    """A list of the library of sources (`reviews`, `studies` or `texts`) by its size alone: the DOIs of hundreds of
    sources, told a second time, would be a tenth of the page (8 of 74 kB compressed, measured)."""
    uses = library.once(pages_by_source)
    shown = sum(one.id in uses and one.listed_in == name for one in library.references.values())
    return {"@type": "Collection", "@id": f"{where.url}#{name}", "collectionSize": shown}


def source(one: Reference, anchor: str, where: Location) -> Node:
    """A source by its title and where it can be read; its DOI is its identifier."""
    told = {"@type": _kind(one), "@id": f"{where.url}#{anchor}", "name": _title(one)}
    return {**told, "identifier" if one.doi else "url": one.address} if one.address else told


def _kind(one: Reference) -> str:
    return "ScholarlyArticle" if one.type == "article-journal" else "CreativeWork"


def _title(one: Reference) -> str:
    return (one.title or one.id).rstrip(".")


def words(library: Library, where: Location) -> list[Node]:
    """Every word of the glossary with its meaning."""
    return [
        {
            "@type": "DefinedTerm",
            "@id": f"{where.url}#term-{term.id}",
            "name": term.term,
            "description": plain_text(term.meaning),
        }
        for term in sorted(library.terms.values(), key=lambda term: (term.term.casefold(), term.id))
    ]


def references_to(nodes: Iterable[Node]) -> list[Node]:
    """The same things by their identifiers alone."""
    return [{"@id": node["@id"]} for node in nodes]
