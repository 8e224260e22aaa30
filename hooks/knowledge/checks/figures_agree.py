"""C012: a number is the same wherever it is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import partial

from knowledge.checks.figures import COUNTING, SHARE, Figures
from knowledge.checks.prose import Kind, Prose, prose
from knowledge.checks.rule import Finding, on_library, rule
from knowledge.checks.sourced import Sourced
from knowledge.library import Library
from knowledge.models.claim import Claim
from knowledge.models.comparison import Cell
from knowledge.models.reference import Reference
from knowledge.problems import Severity

C012 = rule(
    "C012",
    wants="A number told with a source is one that stands in the records: of the reference cited, or of a claim that "
    "rests on it. So it is the same on every page.",
    why="PLEACS: the same finding in the same words and numbers. A reader who meets 1 in 1,000 here and 2 in 1,000 "
    "there trusts neither. Where the records hold no number of that unit there is nothing to compare, and it passes.",
    bad="2 in 1,000 people got a clot [@clarke2021airline]. (The record says 1 in 1,000.)",
    good="1 in 1,000 people got a clot [@clarke2021airline].",
    severity=Severity.WARNING,
)
_KINDS = {Kind.SENTENCE, Kind.TABLE_CELL, Kind.CELL, Kind.NOTE, Kind.CARD, Kind.STATEMENT, Kind.MEANING, Kind.OTHER}
Held = set[tuple[str, Decimal]]


class Recorded:
    """The numbers that records hold, by reference: its own, and those of the claims that rest on it."""

    def __init__(self, library: Library) -> None:
        """Numbers, and which claims rest on a reference, are read when first asked for."""
        self._library = library
        self._figures = library.of_data(Figures)
        self._claims: dict[str, list[Claim]] = {}
        self._held: dict[str, Held] = {}

    def numbers(self, keys: Iterable[str], own: Claim | None = None) -> Held:
        """What the references of these keys hold.

        For a claim's own statement, without what claims say in words; and where the claim has natural frequencies
        (`absolute`), its shares are these alone.
        """
        held: Held = set()
        for key in keys:
            held |= self._once(f"of {key}", partial(self._of_reference, key))
            for claim in () if own else self._resting_on(key):
                held |= self._once(claim.id, partial(self._of_claim, claim, told=True))
        if own and own.absolute:
            held = {(unit, value) for unit, value in held if unit != SHARE}
        return held | self._of_claim(own) if own else held

    def _resting_on(self, key: str) -> list[Claim]:
        if key not in self._claims:
            named = self._library.claims.naming(key)
            self._claims[key] = [
                one for one in named if key in one.sources or (one.absolute and one.absolute.source == key)
            ]
        return self._claims[key]

    def _once(self, name: str, read: partial[Held]) -> Held:
        if name not in self._held:
            self._held[name] = read()
        return self._held[name]

    def _of_reference(self, key: str) -> Held:
        reference = self._library.references.get(key)
        return self._figures.recorded(_texts(reference)) if reference else set()

    def _of_claim(self, claim: Claim, *, told: bool = False) -> Held:
        texts = [*claim.reasons, claim.population, claim.intervention, claim.comparison, claim.outcome]
        held = self._figures.recorded([*texts, *([claim.statement] if told else ()), *_effect_text(claim)])
        if claim.absolute and claim.absolute.per:
            without, with_ = claim.absolute.baseline / claim.absolute.per, claim.absolute.with_ / claim.absolute.per
            held |= {(SHARE, without), (SHARE, with_), (SHARE, abs(with_ - without))}
        return held


def _texts(reference: Reference) -> Iterator[str]:
    custom = reference.custom
    yield from (text for text in (reference.title, custom.finding, custom.note) if text)
    if custom.participants:
        yield f"{custom.participants} people"


def _effect_text(claim: Claim) -> Iterator[str]:
    """The numbers of an effect, each with its unit, without signs: a sentence says “7 points less”."""
    if claim.effect and claim.effect.unit:
        for number in (claim.effect.value, *(claim.effect.ci or ())):
            yield f"{abs(number)} {claim.effect.unit}"


@on_library(C012)
def as_recorded(library: Library) -> Iterator[Finding]:
    """Sentences, cells and statements with sources, figure by figure; the first that differs is told.

    Where only a later sentence cites, people, studies and shares are compared: a pressure may be advice.
    """
    figures, recorded, sourced = library.of_data(Figures), library.of_data(Recorded), library.once(Sourced)
    for one in prose(library):
        keys = _keys(one, sourced, library)
        if one.kind not in _KINDS or not keys:
            continue
        told = [figure for figure in figures.found(one.text) if one.cited or figure.unit in COUNTING]
        held = recorded.numbers(keys, one.owner if isinstance(one.owner, Claim) else None) if told else set()
        units = {unit for unit, _ in held}
        for figure in told:
            same = (figure.equals(value) for unit, value in held if unit == figure.unit)
            if figure.unit in units and not any(same):
                message = f"“{figure.text.strip()}” is not what the records of {_named(keys)} hold."
                hint = "Write the number that the record has, cite where it comes from, or complete the record."
                yield Finding(one.place_of(figure.start), message, hint)
                break


def _keys(one: Prose, sourced: Sourced, library: Library) -> tuple[str, ...]:
    """The keys that a text cites, in it or further on, and those that its record or claim rests on."""
    owner = one.owner
    claim = library.claims.get(owner.claim) if isinstance(owner, Cell) and owner.claim else None
    behind = claim.sources if claim else getattr(owner, "sources", ())
    return tuple(dict.fromkeys((*sourced.keys(one.unit), *behind)))


def _named(keys: tuple[str, ...]) -> str:
    return ", ".join(f"“{key}”" for key in keys)
