"""Values in words: dates, numbers, effects, lists."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from knowledge.models.claim import Effect
from knowledge.models.ranges import Range
from knowledge.models.words import Measure

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_MEASURES = {
    Measure.RR: "risk ratio",
    Measure.OR: "odds ratio",
    Measure.HR: "hazard ratio",
    Measure.MD: "mean difference",
    Measure.SMD: "standardised mean difference",
    Measure.PERCENT: "difference",
}


def date_in_words(day: date) -> str:
    """Such as `21 November 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def number(value: Decimal | float) -> str:
    """A number with the decimals that were typed, thousands separators and a true minus sign."""
    return f"{value:,}".replace("-", "−")


def range_in_words(value: Range) -> str:
    """`15 to 20`, `49 or more`, `under 15`."""
    if value.low is None:
        return f"under {number(value.high)}" if value.high is not None else ""
    if value.high is None:
        return f"{number(value.low)} or more"
    return f"{number(value.low)} to {number(value.high)}"


def effect_in_words(effect: Effect, *, unit: str | None = None) -> str:
    """Such as `mean difference −11.43 points of 100 (95% interval −22.16 to −0.71)`.

    `unit` is one that stands elsewhere already, in a column's head, and is not said again.
    """
    measure = measure_in_words(effect.measure)
    own = effect.unit if effect.unit not in (None, unit, measure) else None
    parts = [measure, number(effect.value), own]
    if effect.ci:
        low, high = effect.ci
        parts.append(f"(95% interval {number(low)} to {number(high)})")
    return " ".join(part for part in parts if part)


def measure_in_words(measure: Measure) -> str:
    """Such as `risk ratio`."""
    return _MEASURES[measure]


def joined(parts: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def plural(count: int, one: str, many: str | None = None) -> str:
    """`1 page`, `3 pages`; `many` where the plural is not made with an s."""
    return f"{number(count)} {one if count == 1 else many or f'{one}s'}"


def capitalised(text: str) -> str:
    """The text with a capital first letter; the rest as typed."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """The text as a sentence: a capital first letter, a mark at the end."""
    return capitalised(ended(text))


def ended(text: str) -> str:
    """The text with a mark at its end; the rest as typed."""
    return text if text.endswith((".", "?", "!")) else f"{text}."
