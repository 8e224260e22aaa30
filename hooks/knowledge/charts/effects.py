"""The forest plot: effects of claims that share a scale, on one axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.charts.faults import Fault, Options, named, named_claims
from knowledge.in_words import measure_in_words
from knowledge.library import Library
from knowledge.models.claim import Claim, Effect
from knowledge.models.words import Better, Measure

RATIOS = frozenset({Measure.RR, Measure.OR, Measure.HR})
"""Measures that are 1 where there is no difference, and lie on an axis that multiplies; the others are 0 there."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What claims must share to stand on one axis: the measure, its unit without remarks, and which way is good."""

    measure: Measure
    unit: str
    better: Better

    def __str__(self) -> str:
        """Such as `mean difference, points of 100, lower is better`."""
        words = measure_in_words(self.measure)
        unit = f", {self.unit}" if self.unit and self.unit != words else ""
        return f"{words}{unit}, {self.better.value} is better"


@dataclass(frozen=True, slots=True)
class EffectsChart:
    """At least two claims with an effect on the same scale, in the order asked for."""

    claims: tuple[tuple[Claim, Effect], ...]
    scale: Scale


def scale_of(claim: Claim, effect: Effect) -> Scale:
    """The scale of a claim's effect; what follows a comma in the unit is a remark on it."""
    return Scale(effect.measure, (effect.unit or "").partition(",")[0].strip(), claim.better)


def effects_chart(options: Options, library: Library) -> EffectsChart | list[Fault]:
    """The chart asked for by `claims`, or by `topic` and perhaps `outcome`."""
    if "claims" in options:
        others = [key for key in ("topic", "outcome") if key in options]
        faults = [
            Fault((key,), f"`claims` names all that is drawn; `{key}` adds nothing.", "Remove this line.", at_key=True)
            for key in others
        ]
        return _of_claims(options, library, faults)
    if "topic" in options:
        return _of_topic(options, library)
    hint = "Write `claims: [one, two]` or `topic: sciatica`, indented, on the next line."
    return [Fault((), "The chart effects does not say which claims to draw.", hint)]


def _of_claims(options: Options, library: Library, faults: list[Fault]) -> EffectsChart | list[Fault]:
    drawn: list[tuple[Claim, Effect]] = []
    for index, claim in named_claims(options, library.claims, faults):
        problem = _not_on(drawn, claim)
        if problem:
            faults.append(Fault(("claims", index), *problem))
        elif claim.effect:
            drawn.append((claim, claim.effect))
    names = options["claims"]
    if not faults and isinstance(names, list) and len(names) < 2:
        faults.append(
            Fault(("claims",), "One claim makes no comparison.", "Name two or more, or show it with `/// claim`.")
        )
    return faults if faults or len(drawn) < 2 else EffectsChart(tuple(drawn), scale_of(*drawn[0]))


def _not_on(drawn: Sequence[tuple[Claim, Effect]], claim: Claim) -> tuple[str, str] | None:
    """Why a claim cannot stand on the axis of those before it: message and hint."""
    if claim.effect is None:
        return f"The claim “{claim.id}” has no size that could be drawn.", "Leave it out, or record its `effect`."
    effect = claim.effect
    if effect.measure in RATIOS and min(effect.value, *(effect.ci or ())) <= 0:
        return f"The claim “{claim.id}” has a ratio of 0 or less, which no axis holds.", "Correct its `effect`."
    if drawn and scale_of(claim, effect) != (first := scale_of(*drawn[0])):
        message = f"“{claim.id}” ({scale_of(claim, effect)}) shares no scale with “{drawn[0][0].id}” ({first})."
        return message, "Leave it out, or draw it in a chart of its own."
    return None


def _of_topic(options: Options, library: Library) -> EffectsChart | list[Fault]:
    faults: list[Fault] = []
    topic = _topic(options, "topic", "complaint", library, faults)
    outcome = _topic(options, "outcome", "outcome", library, faults)
    if topic is None or faults:
        return faults
    found = [
        (claim, claim.effect)
        for claim in library.claims.values()
        if claim.topic == topic and outcome in (None, claim.outcome_group) and claim.effect and not _not_on([], claim)
    ]
    by_scale: dict[Scale, list[tuple[Claim, Effect]]] = {}
    for one in found:
        by_scale.setdefault(scale_of(*one), []).append(one)
    if len(found) < 2:
        message = f"Fewer than two claims on “{topic}”{f' and “{outcome}”' if outcome else ''} have a size."
        return [Fault(("topic",), message, "Remove the chart, or name claims: `claims: [one, two]`.")]
    if len(by_scale) > 1:
        largest = max(by_scale.values(), key=len)
        hint = f"Name those of one scale, such as `claims: [{', '.join(claim.id for claim, _ in largest)}]`."
        message = f"The claims on “{topic}” share no scale: they are measured in {len(by_scale)} ways."
        return [Fault(("topic",), message, hint)]
    return EffectsChart(tuple(found), next(iter(by_scale)))


def _topic(options: Options, key: str, kind: str, library: Library, faults: list[Fault]) -> str | None:
    known = sorted(topic.id for topic in library.topics.values() if topic.kind == kind)
    return named(options, key, kind, known, faults)
