"""The kinds of thing that have an id: where their records are, under which keys others name them, and their anchors."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from knowledge.library import Collection, Library


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: the library's collection of it, keys whose values name it, and forms of its anchors."""

    collection: str
    keys: frozenset[str] = frozenset()
    anchors: tuple[str, ...] = ()

    def records(self, library: Library) -> Collection[Any]:
        """The records of this kind."""
        found = getattr(library, self.collection)
        assert isinstance(found, Collection)
        return found


RECORDS: MappingProxyType[str, Kind] = MappingProxyType(
    {
        "reference": Kind("references", frozenset({"sources", "source"}), ("ref-{}",)),
        "claim": Kind("claims", frozenset({"primary_claim", "claim"}), ("claim-{}",)),
        "term": Kind("terms", frozenset({"terms"}), ("term-{}",)),
        "person": Kind("people", frozenset({"authors", "person"})),
        "topic": Kind("topics", frozenset({"topic", "outcome_group"})),
        "card": Kind("care_cards", frozenset({"urgent_cards", "card"}), ("care-{}", "care-{}-title")),
        "contraindication": Kind("contraindications", anchors=("contra-{}",)),
        "service": Kind("services"),
        "scheme": Kind("class_schemes"),
    }
)
COMPARISON, PAGE = "comparison", "page"
KINDS = (*RECORDS, COMPARISON, PAGE)


def kinds_of(name: str, library: Library) -> list[str]:
    """Every kind that has something of this name."""
    found = [kind for kind, one in RECORDS.items() if name in one.records(library).records]
    if name in library.comparisons:
        found.append(COMPARISON)
    if page_path(name) in library.pages:
        found.append(PAGE)
    return found


def names_of(kind: str | None, library: Library) -> list[str]:
    """All names of a kind, or of every kind."""
    names = [name for one in RECORDS if kind in (one, None) for name in RECORDS[one].records(library).records]
    names += library.comparisons if kind in (COMPARISON, None) else ()
    return [*names, *(library.pages if kind in (PAGE, None) else ())]


def page_path(name: str) -> str:
    """A page's path from docs/, typed with or without `.md`."""
    return f"{name.removesuffix('.md')}.md"
