"""Every text that claims rule, with how sure they are: it may say as much as they do, and no more (3.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.checks.effects import Effects
from knowledge.checks.governed import Governed
from knowledge.checks.prose import Kind, Prose, prose
from knowledge.library import Library
from knowledge.models.claim import Claim
from knowledge.models.comparison import Cell
from knowledge.models.words import Absence, Certainty, Direction, PageType


@dataclass(frozen=True)
class GovernedText:
    """A unit of prose with the certainty that rules it, and the claims that do, if claims do."""

    prose: Prose
    certainty: Certainty
    claims: tuple[Claim, ...] = ()

    @property
    def directions(self) -> frozenset[Direction]:
        """Which ways the claims go."""
        return frozenset(claim.direction for claim in self.claims)

    @property
    def is_statement(self) -> bool:
        """Whether it is (part of) a claim's own statement."""
        return self.prose.kind is Kind.STATEMENT

    @property
    def claim(self) -> Claim | None:
        """The claim whose statement or headline it is."""
        return self.prose.owner if isinstance(self.prose.owner, Claim) else None


def governed_texts(library: Library) -> tuple[GovernedText, ...]:
    """All of them. Gathered once for a library. Questions claim nothing and are left out."""
    return library.once(_gathered)


def _gathered(library: Library) -> tuple[GovernedText, ...]:
    by_page = {page.path: Governed(page, library, library.of_data(Effects)) for page in library.judged}
    found = (_governed(one, by_page, library) for one in prose(library) if not one.is_question)
    return tuple(text for text in found if text)


def _governed(one: Prose, by_page: dict[str, Governed], library: Library) -> GovernedText | None:
    """The text with what rules it, by the first that fits: its claim, its cell, its page's verdict, its sources."""
    if isinstance(one.owner, Claim):
        return _of_claims(one, [one.owner]) if _says(one, one.owner) else None
    if isinstance(one.owner, Cell):
        return _of_cell(one, one.owner, library)
    if one.page is None:
        return None
    governed = by_page[one.page.path]
    if one.kind is Kind.SUMMARY and one.page.front.type is PageType.ANSWER:
        return _of_claims(one, [governed.primary] if governed.primary else [])
    return _of_claims(one, governed.claims(one.unit)) if one.kind is Kind.SENTENCE else None


def _says(one: Prose, claim: Claim) -> bool:
    """Whether it says what a claim says; beside “not tested”, a sentence with its own source tells of other things."""
    return one.kind in (Kind.STATEMENT, Kind.HEADLINE) and not (
        claim.certainty is Certainty.NOT_TESTED and one.unit.keys
    )


def _of_cell(one: Prose, cell: Cell, library: Library) -> GovernedText | None:
    """A cell's text; a note that cites its own source is ruled by nothing else, a column of ideas by nothing at all."""
    if (one.kind is Kind.NOTE and one.unit.keys) or (one.column and one.column.certainty == "none"):
        return None
    if cell.claim:
        claim = library.claims.get(cell.claim)
        return _of_claims(one, [claim] if claim else [])
    certainty = Certainty.NOT_TESTED if cell.absence is Absence.NOT_TESTED else cell.certainty
    return GovernedText(one, certainty) if certainty else None


def _of_claims(one: Prose, claims: list[Claim]) -> GovernedText | None:
    """With several claims a text may be as sure as the surest of them."""
    if not claims:
        return None
    surest = max((claim.certainty for claim in claims), key=lambda certainty: certainty.beads)
    return GovernedText(one, surest, tuple(claims))


def selected(texts: tuple[GovernedText, ...], scope: str) -> Iterator[GovernedText]:
    """The texts of a pattern's scope, such as `statement:low`, `governed:direction-harm`, `governed:any`."""
    what, _, of = scope.partition(":")
    return (text for text in texts if (what == "governed" or text.is_statement) and _is_of(text, of))


def _is_of(text: GovernedText, of: str) -> bool:
    if of == "any":
        return True
    if of == "no-effect-recorded":
        return text.claim is not None and text.claim.effect is None and text.claim.absolute is None
    if of.startswith("direction-"):
        return text.directions == {Direction(of.removeprefix("direction-"))}
    return text.certainty.value == of
