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
    made = library.of_data(_tables)
    for name in pages_showing(library, drafts=drafts):
        comparison = library.comparisons[name]
        if (name, address) not in made:
            made[name, address] = (
                comparison_csv(comparison, library, address),
                comparison_json(comparison, library, address),
            )
        found[f"{COMPARISONS}/{name}.csv"], found[f"{COMPARISONS}/{name}.json"] = made[name, address]
    return found | {
        "data/claims.json": library.of_data(claims_json),
        "data/glossary.json": library.of_data(glossary_json),
        "data/references.json": library.of_data(references_json),
    }


def _tables(_library: Library) -> dict[tuple[str, str | None], tuple[str, str]]:
    """The files of tables made by now, by table and address: a table shows no page, so that they hold with the data."""
    return {}
