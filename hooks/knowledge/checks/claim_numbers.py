"""C004: the numbers of a claim hold, each by itself and all together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial

from knowledge.checks.rule import Finding, on_data, rule
from knowledge.library import Library, Record
from knowledge.models.claim import Absolute, Claim, Effect
from knowledge.models.words import Better, Direction, Measure
from knowledge.problems import Place, Severity

C004 = rule(
    "C004",
    wants="Numbers that hold: a value within its range (`ci`), ratios above 0, counts from 0 to `per`. They fit "
    "`better` and `direction`, and a risk ratio fits its counts (else a warning).",
    why="A slipped sign or digit turns help into harm, and the page would print it as it stands. Arithmetic: where "
    "less of the outcome is better, a benefit is a ratio under 1 or a difference under 0; where more is, over them.",
    bad="effect: {measure: RR, value: 0.5, ci: [0.6, 0.9]}",
    good="effect: {measure: RR, value: 0.7, ci: [0.6, 0.9]}",
)
_RATIOS = {Measure.RR, Measure.OR, Measure.HR}
Spot = Callable[..., Place]
"""Gives the place of a part of an effect, such as `("ci", 0)`."""


@on_data(C004)
def of_claims(library: Library) -> Iterator[Finding]:
    """Effect and natural frequencies of each claim."""
    tolerance = Decimal(library.settings.ratio_tolerance) / 100
    for record in library.claims.records.values():
        claim = record.value
        if claim.effect:
            yield from _effect(claim.effect, partial(record.place, "effect"))
            yield from _effect_fits(claim, claim.effect, record)
        if claim.absolute:
            faults = list(_counts(claim.absolute, record))
            yield from faults or _counts_fit(claim, claim.absolute, record)
            if claim.effect and not faults:
                yield from _agree(claim.effect, claim.absolute, record, tolerance)


@on_data(C004)
def of_cells(library: Library) -> Iterator[Finding]:
    """The effects that stand in cells: a cell has no direction, so only each number by itself."""
    for comparison in library.comparisons.values():
        for row in comparison.rows:
            for name, cell in row.cells.items():
                if isinstance(cell.value, Effect):
                    inner = () if cell.value_place == cell.place else ("value",)  # short form, or long
                    yield from _effect(cell.value, partial(comparison.cell_place, row, name, *inner))


def _effect(effect: Effect, place: Spot) -> Iterator[Finding]:
    """A ratio is above 0, the range rises, and the value lies in it."""
    if effect.measure in _RATIOS:
        numbers = [(effect.value, ("value",)), *((end, ("ci", at)) for at, end in enumerate(effect.ci or ()))]
        for number, keys in numbers:
            if number <= 0:
                message = f"The {effect.measure} is {number}; a ratio is above 0."
                yield Finding(place(*keys), message, "Copy it again, or name the measure it is: MD, SMD or percent.")
                return
    if effect.ci is None:
        return
    low, high = effect.ci
    if low > high:
        yield Finding(place("ci"), f"The range does not rise: {low} to {high}.", f"Write `ci: [{high}, {low}]`.")
    elif not low <= effect.value <= high:
        message = f"The value {effect.value} lies outside of its range, {low} to {high}."
        yield Finding(place("value"), message, "Copy value and range again from the source.")


def _effect_fits(claim: Claim, effect: Effect, record: Record[Claim]) -> Iterator[Finding]:
    neutral = Decimal(1) if effect.measure in _RATIOS else Decimal(0)
    wanted = _wanted_side(claim)
    if wanted and (effect.value - neutral) * wanted <= 0:
        side = "below" if wanted < 0 else "above"
        message = (
            f"The {effect.measure} {effect.value} does not fit: where {claim.better} is better, a {claim.direction} "
            f"is {side} {neutral}."
        )
        yield Finding(record.place("effect", "value"), message, _MEND)


def _counts(counts: Absolute, record: Record[Claim]) -> Iterator[Finding]:
    for key, number in (("baseline", counts.baseline), ("with", counts.with_)):
        if not 0 <= number <= counts.per:
            message = f"{number} of {counts.per} people cannot be."
            yield Finding(record.place("absolute", key), message, f"Write a number from 0 to {counts.per}.")


def _counts_fit(claim: Claim, counts: Absolute, record: Record[Claim]) -> Iterator[Finding]:
    wanted = _wanted_side(claim)
    if wanted and (counts.with_ - counts.baseline) * wanted <= 0:
        side = "fewer" if wanted < 0 else "more"
        message = (
            f"{counts.with_} with it and {counts.baseline} without do not fit: where {claim.better} is better, "
            f"a {claim.direction} is {side} people with it."
        )
        yield Finding(record.place("absolute", "with"), message, _MEND)


def _agree(effect: Effect, counts: Absolute, record: Record[Claim], tolerance: Decimal) -> Iterator[Finding]:
    """A risk ratio against its counts; odds and hazard ratios differ from them by nature."""
    if effect.measure is not Measure.RR or effect.value <= 0 or not counts.baseline:
        return
    ratio = counts.with_ / counts.baseline
    if abs(ratio / effect.value - 1) > tolerance:
        message = f"The RR is {effect.value}, but {counts.with_} against {counts.baseline} is {ratio:.2f}."
        hint = "Copy both again; where they come from different studies, keep the one that fits the statement."
        yield Finding(record.place("absolute", "with"), message, hint, Severity.WARNING)


def _wanted_side(claim: Claim) -> int:
    """-1 where the numbers must lie below the neutral one, 1 above, 0 where the direction asks for neither."""
    good = -1 if claim.better is Better.LOWER else 1
    return {Direction.BENEFIT: good, Direction.HARM: -good}.get(claim.direction, 0)


_MEND = "Mend the number's sign, `better` or `direction`: one of them is the wrong way round."
