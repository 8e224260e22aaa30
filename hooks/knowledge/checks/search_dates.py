"""C013: nothing says that it searched for studies later than its claims did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from knowledge.checks.governed import claims_used
from knowledge.checks.rule import Finding, on_data, on_page, rule
from knowledge.library import Library, Page
from knowledge.models.claim import Claim
from knowledge.problems import Place, Severity

C013 = rule(
    "C013",
    wants="A page or table does not say that it searched for studies later than the claims it shows did.",
    why="Cochrane's plain-language guidance: the date of the search tells a reader how old an answer is.",
    bad="evidence_searched_to: 2026-11-20 with a claim that says searched_to: 2024-03-01",
    good="evidence_searched_to: 2024-03-01, or the search done again",
    severity=Severity.WARNING,
)


@on_page(C013)
def of_page(page: Page, library: Library) -> Iterator[Finding]:
    """A page against the claims it shows."""
    place = page.place("evidence_searched_to")
    yield from _later("page", page.front.evidence_searched_to, claims_used(page, library), place)


@on_data(C013)
def of_table(library: Library) -> Iterator[Finding]:
    """A comparison against the claims in its cells."""
    for comparison in library.comparisons.values():
        claims = [claim for name in comparison.claims if (claim := library.claims.get(name))]
        place = comparison.place("evidence_searched_to")
        yield from _later("table", comparison.head.evidence_searched_to, claims, place)


def _later(what: str, said: date | None, claims: Iterable[Claim], place: Place) -> Iterator[Finding]:
    searched = [(claim.searched_to, claim.id) for claim in claims if claim.searched_to]
    if said is None or not searched:
        return
    oldest, name = min(searched)
    if said > oldest:
        message = f"The {what} says it searched to {said}, but its claim “{name}” only to {oldest}."
        hint = f"Write {oldest}, or search again for that claim and set its `searched_to`."
        yield Finding(place, message, hint)
