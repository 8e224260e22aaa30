"""What every published table and list says of itself as a data set: who made it, its terms, how to cite it."""

from __future__ import annotations

from types import MappingProxyType

from knowledge.in_words import date_in_words
from knowledge.models.comparison import Comparison

CREATOR = "Legwise editors"
PUBLISHER = "Legwise"
LICENCE = MappingProxyType({"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"})
"""Under what terms the data may be used."""
COMPARISONS = "data/comparisons"
"""Where the tables lie as downloads, from the site's own address."""


def table_citation(comparison: Comparison, address: str | None) -> str:
    """How to cite a table: who, year, title, kind, day, publisher, where, terms (DataCite's order of elements).

    `address` is the site's own, such as `https://example.org/`; without it the path of the file stands alone.
    """
    day = comparison.head.last_checked
    where = f"{(address or '').rstrip('/')}/{COMPARISONS}/{comparison.id}.csv".removeprefix("/")
    return (
        f"{CREATOR} ({day.year}). {_sentence(comparison.head.title)} Data set, last checked {date_in_words(day)}. "
        f"{PUBLISHER}. {where}. {LICENCE['name']}."
    )


def _sentence(title: str) -> str:
    return title if title.endswith((".", "?", "!")) else f"{title}."
