"""The site's own blocks, `/// name | argument`: which there are and what each takes."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class BlockForm:
    """What a block takes: what its argument names, and its options."""

    argument: str
    options: frozenset[str] = frozenset()


BLOCKS: MappingProxyType[str, BlockForm] = MappingProxyType(
    {
        "comparison": BlockForm("a comparison", frozenset({"columns", "rows", "transpose"})),
        "claim": BlockForm("a claim"),
        "diagram": BlockForm("a diagram"),
        "chart": BlockForm("a chart"),
        "tool": BlockForm("a tool", frozenset({"cards"})),
        "generated": BlockForm("a list"),
    }
)


@dataclass(frozen=True, slots=True)
class DiagramForm:
    """What a diagram rests on: its sources, and the claim that it shows as not tested."""

    sources: tuple[str, ...]
    untested: str | None = None


DIAGRAMS: MappingProxyType[str, DiagramForm] = MappingProxyType(
    {
        "measuring-points": DiagramForm(("cksfit", "slahari2020measure")),
        "heel-pocket": DiagramForm(("karger2021stockings", "cardiosmartveins", "blatchford2020stockings")),
        "graduated-pressure": DiagramForm(("lim2014graduated",)),
        "vein-valves": DiagramForm(("niceipg557",)),
        "sciatica-and-sock": DiagramForm(
            ("nhsinformsciatica", "jacobs2011surgery", "lim2014graduated"), untested="sciatica-pain"
        ),
    }
)
"""The drawings that `/// diagram | NAME` shows."""
CHARTS: MappingProxyType[str, frozenset[str]] = MappingProxyType(
    {
        "cells": frozenset({"comparison", "column"}),
        "classes": frozenset({"scheme", "class"}),
        "effects": frozenset({"claims", "topic", "outcome"}),
        "numbers": frozenset({"claims"}),
    }
)
"""The charts that `/// chart | NAME` shows, and the options of each."""
TOOLS: MappingProxyType[str, frozenset[str]] = MappingProxyType(
    {"converter": frozenset(), "safety-check": frozenset({"cards"})}
)
"""The forms that `/// tool | NAME` shows, and the options of each."""
RULE_FAMILIES: MappingProxyType[str, str] = MappingProxyType(
    {
        "structure": "F",
        "claims": "C",
        "words": "W",
        "reading": "R",
        "links": "L",
        "data": "D",
        "preview": "X",
        "built": "B",
    }
)
"""The families of rules as `/// generated | rules-NAME` names them, each with the letter its ids begin with."""
KEY_LISTS = tuple(
    f"keys-{name}"
    for name in (
        "topics",
        "claims",
        "references",
        "people",
        "glossary",
        "care-cards",
        "services",
        "contraindications",
        "compression-classes",
        "measurements",
    )
)
"""The lists of keys of files of records, `/// generated | keys-NAME`, by the files' names."""
DATA_LISTS = ("datasets", *(f"dictionary-{name}" for name in ("csv", "json", "claims", "references", "glossary")))
"""The lists of downloads and of what is in them."""
SOURCE_LISTS = ("reviews", "studies", "texts")
"""The lists of what pages cite: reviews of studies, single studies, and texts that are neither."""
QUALITY_LISTS = ("quality", *(f"quality-{name}" for name in ("pages", "claims", "sources", "rules", "measurements")))
GENERATED = frozenset(
    {
        "care-cards",
        "contraindications",
        "classes",
        "certainty-words",
        "map",
        "changes",
        "contact",
        "offline",
        "keys-front-matter",
        "keys-comparisons",
        "keys-rules",
        "keys-search",
        "page-types",
        *KEY_LISTS,
        *(f"rules-{name}" for name in RULE_FAMILIES),
        *QUALITY_LISTS,
        *DATA_LISTS,
        *SOURCE_LISTS,
    }
)
"""The lists that `/// generated | NAME` makes from data."""
