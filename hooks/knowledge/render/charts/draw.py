"""The drawing of each kind of chart."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from knowledge.charts.asked import Chart
from knowledge.charts.cells import CellsChart
from knowledge.charts.classes import ClassesChart
from knowledge.charts.effects import EffectsChart
from knowledge.library import Library
from knowledge.render.charts.cells import cells_figure
from knowledge.render.charts.classes import classes_figure
from knowledge.render.charts.effects import effects_figure
from knowledge.render.charts.numbers import numbers_figure


def chart_element(chart: Chart, name: str, library: Library) -> Element:
    """The figure of a chart; `name` is its own on the page."""
    if isinstance(chart, ClassesChart):
        return classes_figure(chart, name)
    if isinstance(chart, EffectsChart):
        return effects_figure(chart, name, library)
    if isinstance(chart, CellsChart):
        return cells_figure(chart, name, library.settings)
    return numbers_figure(chart, name)
