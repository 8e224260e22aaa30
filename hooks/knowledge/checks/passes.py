"""Where a pattern's hit is none: circumstances that its words alone do not tell."""

from __future__ import annotations

import re
from collections.abc import Callable

from knowledge.checks.prose import Prose
from knowledge.library import Library
from knowledge.models.claim import Claim
from knowledge.models.wording import Pass, WordingPattern
from knowledge.models.words import PageType


def passes(pattern: WordingPattern, match: re.Match[str], one: Prose, library: Library) -> bool:
    """Whether one of the circumstances that a pattern names lets its match pass."""
    return any(_CIRCUMSTANCES[name](match, one, library) for name in pattern.passes)


def _has_absolute(_match: re.Match[str], one: Prose, _library: Library) -> bool:
    """Its claim records both numbers, and the block prints them."""
    return isinstance(one.owner, Claim) and one.owner.absolute is not None


def in_brackets(match: re.Match[str]) -> bool:
    """Whether a match stands between brackets, behind the plainer word."""
    before = match.string[: match.start()]
    return before.count("(") > before.count(")")


def _in_glossary(match: re.Match[str], _one: Prose, library: Library) -> bool:
    """The glossary explains it, spelt just so."""
    return match[0] in library.of_data(_spellings)


def _spellings(library: Library) -> frozenset[str]:
    return frozenset(
        word for term in library.terms.values() for spelling in term.spellings for word in (spelling, *spelling.split())
    )


def _beside_mmhg(_match: re.Match[str], one: Prose, _library: Library) -> bool:
    """Its table gives the pressure in a column of its own."""
    return one.comparison is not None and any(column.unit == "mmHg" for column in one.comparison.columns)


def _on(page_type: PageType) -> Callable[[re.Match[str], Prose, Library], bool]:
    return lambda _match, one, _library: one.page is not None and one.page.front.type is page_type


_CIRCUMSTANCES: dict[Pass, Callable[[re.Match[str], Prose, Library], bool]] = {
    "absolute": _has_absolute,
    "brackets": lambda match, _one, _library: in_brackets(match),
    "glossary": _in_glossary,
    "mmhg-column": _beside_mmhg,
    "about-page": _on(PageType.ABOUT),
    "evidence-page": _on(PageType.EVIDENCE),
}
