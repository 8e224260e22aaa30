"""Axes: from values to places across, and the round numbers to write below them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from math import floor, log10

_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
_MOST = 6
"""The most numbers below an axis that still stand apart at 288 px."""


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis between two values; `ratio` ones multiply, so that half and double lie equally far from one."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]
    ratio: bool = False

    def at(self, value: Decimal) -> float:
        """The place of a value in per cent of the width, between 4 and 96."""
        low, high, here = (log10(one) if self.ratio else float(one) for one in (self.low, self.high, value))
        return 4 + 92 * (here - low) / (high - low)


def difference_axis(values: Iterable[Decimal]) -> Axis:
    """An axis of differences that holds all values and 0, with round ends."""
    found = [*values, Decimal(0)]
    low, high = min(found), max(found)
    high = high if high > low else Decimal(1)
    step = _step(high - low)
    first, last = floor(low / step), -floor(-high / step)
    ticks = tuple(_written(n * step) for n in range(first, last + 1))
    return Axis(ticks[0], ticks[-1], ticks)


def ratio_axis(values: Iterable[Decimal]) -> Axis:
    """An axis of ratios that holds all values and 1; its numbers are 1, 2 and 5 times powers of ten."""
    found = [*values, Decimal(1)]
    round_ones = [step.scaleb(power) for power in range(-6, 7) for step in _STEPS[:3]]
    low = max(one for one in round_ones if one <= min(found))
    high = min(one for one in round_ones if one >= max(found))
    if low == high:
        low, high = Decimal("0.5"), Decimal(2)
    ticks = [_written(one) for one in round_ones if low <= one <= high]
    return Axis(low, high, tuple(ticks if len(ticks) <= _MOST else _thinned(ticks)), ratio=True)


def _written(value: Decimal) -> Decimal:
    """The value as people write it: 40, not 4E+1."""
    return Decimal(f"{value.normalize():f}")


def _thinned(ticks: list[Decimal]) -> list[Decimal]:
    """Powers of ten, and the two ends."""
    return [one for one in ticks if one in (ticks[0], ticks[-1]) or one.normalize().as_tuple().digits == (1,)]


def _step(length: Decimal) -> Decimal:
    """The smallest round step that divides a length into five parts or fewer."""
    power = floor(log10(length))
    steps = [step.scaleb(power + shift) for shift in (-2, -1, 0, 1) for step in _STEPS[:3]]
    return min(step for step in steps if length / step <= _MOST - 1)
