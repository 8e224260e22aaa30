"""C002, C003 and C007: what a claim says of itself fits together and rests on sources that were seen."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.rule import HARM, Finding, on_data, on_whole, rule, unknown
from knowledge.checks.words import words_of
from knowledge.library import Library, Record
from knowledge.models.claim import Claim
from knowledge.models.words import Certainty, Direction, Verified
from knowledge.problems import Place

C002 = rule(
    "C002",
    wants="Fields that fit together: a not-tested claim has direction unknown, no effect, no absolute, no `short`, and "
    "says `searched_to`; direction unknown means very-low or not-tested; a verdict has its `short`.",
    why="GRADE: the absence of trials is not a finding, so it has neither direction nor size.",
    bad="certainty: not-tested with direction: benefit",
    good="certainty: not-tested with direction: unknown",
    never_silenced=HARM,
)
C003 = rule(
    "C003",
    wants="A source for every claim that is tested, and only sources of references.yml.",
    why="Every sentence of evidence can be looked up.",
    bad="certainty: low with sources: []",
    good="certainty: low with sources: [partsch2004evening]",
    never_silenced=HARM,
)
C007 = rule(
    "C007",
    wants="High or moderate certainty rests on at least one source that was seen in full.",
    why="Nobody can be that sure of what was only read through others.",
    bad="certainty: high, with sources that are all `verified: partial`",
    good="certainty: high, with one source `verified: full`",
    never_silenced=HARM,
)
_SHORT_WORDS = 8
_SURE = {Certainty.HIGH, Certainty.MODERATE}


@on_whole(C002)
def fields_fit(library: Library) -> Iterator[Finding]:
    """The table of allowed pairs, claim by claim."""
    verdicts = {page.front.primary_claim: page.path for page in library.pages.values()}
    for record in library.claims.records.values():
        claim = record.value
        if claim.certainty is Certainty.NOT_TESTED:
            yield from _not_tested(record)
        elif claim.direction is Direction.UNKNOWN and claim.certainty is not Certainty.VERY_LOW:
            message = f"The direction is unknown, yet the certainty is {claim.certainty}."
            hint = "Write the direction that the studies show, or `certainty: very-low`."
            yield Finding(record.place("direction"), message, hint)
        if claim.certainty is not Certainty.NOT_TESTED:
            yield from _short(record, verdicts.get(claim.id))


def _not_tested(record: Record[Claim]) -> Iterator[Finding]:
    claim = record.value
    if claim.direction is not Direction.UNKNOWN:
        message = f"A claim that is not tested cannot have the direction {claim.direction}."
        yield Finding(record.place("direction"), message, "Write `direction: unknown`, or grade the studies there are.")
    for key, value in (("effect", claim.effect), ("absolute", claim.absolute), ("short", claim.short)):
        if value is not None:
            message = f"A claim that is not tested has no `{key}`."
            yield Finding(record.key_place(key), message, f"Remove `{key}`, or grade the studies it comes from.")
    if claim.searched_to is None:
        message = "A claim that is not tested says how far the search for studies went."
        yield Finding(record.place(), message, "Add `searched_to: ` and the date of the search.")


def _short(record: Record[Claim], page: str | None) -> Iterator[Finding]:
    """The verdict's headline: there where a page needs it, and short."""
    short = record.value.short
    if short is None and page:
        message = f"“{record.value.id}” is the verdict of {page}, but has no headline."
        hint = f"Add `short: …`, at most {_SHORT_WORDS} words, such as “Yes, for hidden clots”."
        yield Finding(record.place(), message, hint)
    elif short is not None and (count := len(words_of(short))) > _SHORT_WORDS:
        yield Finding(record.place("short"), f"The headline has {count} words.", f"Use at most {_SHORT_WORDS} words.")


@on_data(C003)
def sourced(library: Library) -> Iterator[Finding]:
    """Sources are there and known."""
    for record in library.claims.records.values():
        claim = record.value
        if not claim.sources and claim.certainty is not Certainty.NOT_TESTED:
            place = record.key_place("sources") if record.node.key("sources") else record.place()
            hint = "Add `sources: [key]` with the keys of the studies, or grade it `not-tested`."
            yield Finding(place, f"The claim is graded {claim.certainty}, but has no source.", hint)
        for number, key in enumerate(claim.sources):
            yield from unknown(library.references, key, record.place("sources", number))


@on_data(C007)
def seen_in_full(library: Library) -> Iterator[Finding]:
    """One source of a sure claim, or of a sure cell, is `verified: full`."""
    for record in library.claims.records.values():
        if record.value.certainty in _SURE and _none_full(record.value.sources, library):
            yield _unseen(record.value.certainty, record.place("certainty"))
    for comparison in library.comparisons.values():
        for row in comparison.rows:
            for name, cell in row.cells.items():
                if cell.certainty in _SURE and _none_full(cell.sources, library):
                    yield _unseen(cell.certainty, comparison.cell_place(row, name, "certainty"))


def _none_full(sources: tuple[str, ...], library: Library) -> bool:
    """Whether no source was seen in full; one that cannot be looked up is told elsewhere."""
    references = [library.references.get(key) for key in sources]
    known = [reference for reference in references if reference]
    return bool(sources) and len(known) == len(sources) and not any(r.custom.verified is Verified.FULL for r in known)


def _unseen(certainty: Certainty | None, place: Place) -> Finding:
    message = f"The certainty is {certainty}, but no source of it was seen in full."
    return Finding(place, message, "Read one of the sources and set its `verified: full`, or grade it lower.")
