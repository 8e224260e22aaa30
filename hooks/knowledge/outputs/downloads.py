"""The downloads that the site generates from its data."""

from __future__ import annotations

from knowledge.library import Library
from knowledge.outputs.comparison_csv import comparison_csv
from knowledge.outputs.comparison_json import comparison_json


def downloads(library: Library) -> dict[str, str]:
    """The content of every download by its path from docs/: each comparison as CSV and as JSON."""
    found: dict[str, str] = {}
    for name, comparison in sorted(library.comparisons.items()):
        found[f"data/comparisons/{name}.csv"] = comparison_csv(comparison, library)
        found[f"data/comparisons/{name}.json"] = comparison_json(comparison, library)
    return found
