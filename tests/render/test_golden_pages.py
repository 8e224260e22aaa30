"""Whole pages and parts of pages, compared byte by byte with files that somebody has read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.models.blocks import DIAGRAMS, SOURCE_LISTS

Render = Callable[..., str]
Golden = Callable[[str, str], None]

PAGES = {
    "verdict-not-tested": "answers/not-tested.md",
    "verdict-high": "answers/high.md",
    "verdict-moderate": "answers/moderate.md",
    "verdict-low": "answers/low.md",
    "verdict-very-low": "answers/very-low.md",
    "safety": "safety/urgent.md",
    "guide": "choose/socks.md",
    "comparison-page": "choose/compare.md",
    "about": "about/index.md",
    "glossary": "glossary.md",
    "home": "index.md",
    "landing": "answers/index.md",
}

BLOCKS = {
    "claims": """
/// claim | flights-clots
///

/// claim | legs-ache
///

/// claim | legs-swell
///

/// claim | legs-harm
///

/// claim | legs-mixed
///

/// claim | legs-pain
///
""",
    "comparison": "/// comparison | kinds\n///",
    "comparison-chosen": """
/// comparison | kinds
    columns: [pressure, words]
    rows: [absent, long-form]
///
""",
    "comparison-transposed": """
/// comparison | kinds
    columns: [words, pressure]
    transpose: true
///
""",
    "comparison-transposed-groups": """
/// comparison | kinds
    columns: [words, day]
    transpose: true
///
""",
    "comparison-groups": """
/// comparison | groups
    columns: [pressure, effect, washable, size]
///
""",
    "comparison-ordered": """
/// comparison | groups
    rows: [thing-9, thing-2, thing-6, thing-5]
    columns: [size, effect]
///
""",
    "comparison-scroll": "/// comparison | plain\n///",
    "comparison-twice": """
/// comparison | plain
    rows: [a]
///

/// comparison | plain
///
""",
    "care-cards": "/// generated | care-cards\n///",
    "contraindications": "/// generated | contraindications\n///",
    "classes": "/// generated | classes\n///",
    "diagrams": "\n\n".join(f"/// diagram | {name}\n///" for name in DIAGRAMS),
    "certainty-words": "/// generated | certainty-words\n///",
    "map": "/// generated | map\n///",
    "studies": "\n\n".join(f"/// generated | {name}\n///" for name in SOURCE_LISTS),
    "changes": "/// generated | changes\n///",
    "converter": "/// tool | converter\n///",
    "safety-check": "/// tool | safety-check\n    cards: [lung-clot]\n///",
    "tool-mistakes": """
/// tool | convertor
///

/// tool | converter
    cards: [lung-clot]
///

/// tool | safety-check
    cards: [lung-clott]
///

/// tool | safety-check
    cards: lung-clot
///
""",
    "contact": "/// generated | contact\n///",
    "quality": "\n\n".join(
        f"/// generated | quality-{name}\n///" for name in ("pages", "claims", "sources", "measurements")
    ),
    "keys": "\n\n".join(
        f"/// generated | {name}\n///" for name in ("keys-front-matter", "keys-topics", "keys-comparisons")
    ),
    "datasets": "/// generated | datasets\n///",
    "dictionary": "\n\n".join(
        f"/// generated | dictionary-{name}\n///" for name in ("csv", "json", "claims", "references", "glossary")
    ),
    "page-types": "/// generated | page-types\n///",
    "references": "Each type [@journal2021; @many2020], [@report2018], [@web2020], [@book2001, p. 12], [@chapter1999].",
}


@pytest.mark.parametrize("name", PAGES)
def test_pages(name: str, render_page: Render, golden: Golden) -> None:
    golden(name, render_page(PAGES[name]))


@pytest.mark.parametrize("name", BLOCKS)
def test_parts(name: str, render: Render, golden: Golden) -> None:
    golden(name, render(BLOCKS[name], "choose/extra.md"))


@pytest.mark.parametrize("path", PAGES.values())
def test_the_same_twice(path: str, render_page: Render) -> None:
    assert render_page(path) == render_page(path)
