"""A source in one line of plain text, for spreadsheets and JSON."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.library import Library
from knowledge.models.reference import Name, Reference

_AUTHORS_SHOWN = 3


def citations(keys: Iterable[str], library: Library) -> list[str]:
    """The sources of these keys; one that cannot be read goes by its key."""
    references = {key: library.references.get(key) for key in keys}
    return [citation(reference) if reference else key for key, reference in references.items()]


def citation(reference: Reference) -> str:
    """Authors, title, where, year, and the address at which it can be looked up."""
    year = reference.issued.year if reference.issued else None
    if {"year", "issued"} & set(reference.custom.incomplete):
        year = None  # nobody saw it
    parts = [_authors(reference.author), reference.title, reference.container_title, year]
    text = " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part)
    return " ".join(part for part in (text, _address(reference)) if part)


def _authors(names: tuple[Name, ...]) -> str:
    shown = [name.literal or " ".join(part for part in (name.family, name.given) if part) for name in names]
    if len(shown) > _AUTHORS_SHOWN:
        return f"{', '.join(shown[:_AUTHORS_SHOWN])} and others"
    return ", ".join(shown)


def _address(reference: Reference) -> str | None:
    if reference.doi:
        return f"https://doi.org/{reference.doi}"
    if reference.pmid:
        return f"https://pubmed.ncbi.nlm.nih.gov/{reference.pmid}/"
    return reference.url
