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
        "generated": BlockForm("a list"),
    }
)
GENERATED = frozenset({"care-cards", "contraindications", "classes", "certainty-words"})
"""The lists that `/// generated | NAME` makes from data."""
