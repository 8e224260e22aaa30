"""The charts by name: which options each takes, and what those ask for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from knowledge.charts.cells import CellsChart, cells_chart
from knowledge.charts.classes import ClassesChart, classes_chart
from knowledge.charts.effects import EffectsChart, effects_chart
from knowledge.charts.faults import Fault, Options
from knowledge.charts.numbers import NumbersChart, numbers_chart
from knowledge.library import Library
from knowledge.models.blocks import CHARTS
from knowledge.models.claim import Claim
from knowledge.source.markdown.model import Block
from knowledge.source.nodes import plain
from knowledge.suggest import did_you_mean

Chart = CellsChart | ClassesChart | EffectsChart | NumbersChart
_ASK: MappingProxyType[str, Callable[[Options, Library], Chart | list[Fault]]] = MappingProxyType(
    {"cells": cells_chart, "classes": classes_chart, "effects": effects_chart, "numbers": numbers_chart}
)


def chart_of(block: Block, library: Library) -> Chart | list[Fault]:
    """The chart that a block of a page asks for, or all that keeps it from being drawn."""
    given = plain(block.options) if block.options else {}
    return asked_chart(block.argument or "", given if isinstance(given, dict) else {}, library)


def claims_drawn(chart: Chart | list[Fault]) -> tuple[Claim, ...]:
    """The claims that a chart shows."""
    if isinstance(chart, EffectsChart):
        return tuple(claim for claim, _ in chart.claims)
    return chart.claims if isinstance(chart, NumbersChart) else ()


def name_of(chart: Chart) -> str:
    """What a chart is called on its page: `classes`, `effects-FIRST-CLAIM`, `cells-COMPARISON-COLUMN`."""
    if isinstance(chart, ClassesChart):
        return "classes"
    if isinstance(chart, CellsChart):
        return f"cells-{chart.comparison.id}-{chart.column.id}"
    return f"{'effects' if isinstance(chart, EffectsChart) else 'numbers'}-{claims_drawn(chart)[0].id}"


def asked_chart(name: str, options: Mapping[str, object], library: Library) -> Chart | list[Fault]:
    """The chart that a block asks for, or all that keeps it from being drawn.

    A list may be empty: then a record that the chart needs cannot be read, which is told where it stands.
    """
    if name not in CHARTS:
        return [Fault((), f"There is no chart “{name}”.", did_you_mean(name, CHARTS))]
    known = CHARTS[name]
    faults = [
        Fault((key,), f"The chart {name} has no option “{key}”.", did_you_mean(key, known), at_key=True)
        for key in options
        if key not in known
    ]
    found = _ASK[name]({key: value for key, value in options.items() if key in known}, library)
    return faults + found if isinstance(found, list) else faults or found
