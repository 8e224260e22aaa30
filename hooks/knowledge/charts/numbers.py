"""Icon arrays: natural frequencies of claims, without and with, where they are sure enough to be pictured."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.charts.faults import Fault, Options, named_claims
from knowledge.library import Library
from knowledge.models.claim import Claim

MOST = 1000
"""The most people an array shows: more dots than that cannot be told apart on a phone."""


@dataclass(frozen=True, slots=True)
class NumbersChart:
    """Claims with natural frequencies at moderate or high certainty, in the order asked for."""

    claims: tuple[Claim, ...]


def numbers_chart(options: Options, library: Library) -> NumbersChart | list[Fault]:
    """The chart asked for by `claims`."""
    if "claims" not in options:
        hint = "Write `claims: [one, two]`, indented, on the next line."
        return [Fault((), "The chart numbers does not say which claims to draw.", hint)]
    faults: list[Fault] = []
    found = named_claims(options, library.claims, faults)
    for index, claim in found:
        problem = why_not_pictured(claim)
        if problem:
            faults.append(Fault(("claims", index), f"The claim “{claim.id}” {problem[0]}", problem[1]))
    return faults if faults or not found else NumbersChart(tuple(claim for _, claim in found))


def why_not_pictured(claim: Claim) -> tuple[str, str] | None:
    """Why a claim's numbers are not drawn as people, and the mend; None where they are."""
    if claim.absolute is None:
        return "has no numbers of people.", "Leave it out, or record its `absolute`."
    if claim.certainty.beads < 3:
        mend = "Leave it out; its block `/// claim` shows the numbers in words."
        return "is not sure enough for a picture, which looks like a fact: it needs moderate or high certainty.", mend
    if claim.absolute.per > MOST:
        return f"counts per {claim.absolute.per}, and a picture holds {MOST} people.", "Leave it out."
    return None
