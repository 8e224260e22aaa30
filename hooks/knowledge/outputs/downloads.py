"""The downloads that the site generates from its data."""

from __future__ import annotations

from knowledge.dataset import COMPARISONS
from knowledge.library import Library
from knowledge.outputs.comparison_csv import comparison_csv
from knowledge.outputs.comparison_json import comparison_json
from knowledge.outputs.records_json import claims_json, glossary_json, references_json
from knowledge.uses import pages_showing


def downloads(library: Library, address: str | None = None, *, drafts: bool = False) -> dict[str, str]:
    """The content of every download by its path from docs/.

    Each comparison that a published page shows, as CSV and as JSON; one that only a draft shows, or no page, is a
    draft itself, and comes with `drafts` alone. Then all claims, references and glossary words. `address` is where the
    site is published.
    """
    address = address or library.site.site_url
    found: dict[str, str] = {}
    for name in pages_showing(library, drafts=drafts):
        comparison = library.comparisons[name]
        found[f"{COMPARISONS}/{name}.csv"] = comparison_csv(comparison, library, address)
        found[f"{COMPARISONS}/{name}.json"] = comparison_json(comparison, library, address)
    return found | {
        "data/claims.json": claims_json(library),
        "data/glossary.json": glossary_json(library),
        "data/references.json": references_json(library),
    }
