"""The writers' search terms as a field of the search index."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def with_terms(index: Mapping[str, Any], terms: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    """The index with a field `terms` on each page's own entry, by the page's address; sections have none."""
    by_location = {address.removeprefix("./"): " ; ".join(phrases) for address, phrases in terms.items() if phrases}
    docs = [
        {**entry, "terms": by_location[entry["location"]]} if entry.get("location") in by_location else entry
        for entry in index.get("docs", ())
    ]
    return {**index, "docs": docs}
