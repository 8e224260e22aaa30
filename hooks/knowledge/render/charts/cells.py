"""The chart of a comparison's column: a bar or point for each option on one axis; what is absent in words."""

from __future__ import annotations

from decimal import Decimal
from xml.etree.ElementTree import Element

from knowledge.charts.cells import CellsChart
from knowledge.in_words import number, range_in_words
from knowledge.models.comparison import Row
from knowledge.models.ranges import Range
from knowledge.models.settings import Settings
from knowledge.models.words import Absence
from knowledge.plain import plain_text
from knowledge.render.charts.axis import Axis, difference_axis
from knowledge.render.charts.plot import LINE, chart_figure, image, line, lines, sign, word
from knowledge.render.citation import cite
from knowledge.render.elements import Md, el
from knowledge.render.table import Head, Table, table_region

_STRIP = 22
_GAP = 18


def cells_figure(chart: CellsChart, name: str, settings: Settings) -> Element:
    """The chart with its caption and table."""
    axis = _axis(chart)
    rows: list[Element] = []
    y = 4.0
    for row in chart.comparison.rows:
        drawn, y = _row(chart, row, axis, settings, y)
        rows += drawn
    label = _label(chart)
    told = " ".join(f"{plain_text(row.label)}: {_words(chart, row, settings)}." for row in chart.comparison.rows)
    picture = image(f"{chart.comparison.head.title}: {label}", told, int(y) + 30, *_ground(axis, y), *rows)
    sources = dict.fromkeys(key for row in chart.comparison.rows for key in row.cells[chart.column.id].sources)
    caption = el("p", f"{label}.", cite(sources), class_="drawing__caption")
    return chart_figure(name, picture, caption, table_region(_table(chart, settings, f"chart-{name}-table", label)))


def _label(chart: CellsChart) -> str:
    return f"{chart.column.label}, {chart.column.unit}" if chart.column.unit else chart.column.label


def _axis(chart: CellsChart) -> Axis:
    values = [value for row in chart.comparison.rows if (value := chart.value(row))]
    return difference_axis(end for value in values for end in (value.low, value.high) if end is not None)


def _ground(axis: Axis, foot: float) -> list[Element]:
    parts = [line(axis.at(axis.low), foot, axis.at(axis.high), foot, "chart__zero")]
    for tick in axis.ticks:
        x = axis.at(tick)
        parts += [line(x, 0, x, foot, "chart__grid"), word(number(tick), x, foot + 22, "chart__tick", "middle")]
    return parts


def _row(chart: CellsChart, row: Row, axis: Axis, settings: Settings, y: float) -> tuple[list[Element], float]:
    parts = []
    for text in lines(plain_text(row.label), 34):
        parts.append(word(text, 0, y + 13, "chart__name"))
        y += LINE
    value = chart.value(row)
    parts.append(word(_words(chart, row, settings), 0, y + 13, "chart__against"))
    y += LINE
    middle = y + _STRIP / 2
    if value is None and row.cells[chart.column.id].absence in (Absence.NOT_TESTED, Absence.UNKNOWN):
        parts.append(line(axis.at(axis.low), middle, axis.at(axis.high), middle, "chart__absent"))
    elif value is not None:
        parts += _bar(value, axis, middle)
    return parts, y + _STRIP + _GAP


def _bar(value: Range, axis: Axis, y: float) -> list[Element]:
    """A thick line between two ends, an arrow at an open one, a square for a single number."""
    low = axis.at(axis.low if value.low is None else value.low)
    high = axis.at(axis.high if value.high is None else value.high)
    if value.low == value.high:
        return [sign(low, y, el("rect", x="-6", y="-6", width="12", height="12", class_="chart__square"))]
    arrows = []
    if value.low is None:
        arrows.append(sign(low, y, el("path", d="M8-7 0 0l8 7", class_="chart__up")))
    if value.high is None:
        arrows.append(sign(high, y, el("path", d="M-8-7 0 0l-8 7", class_="chart__up")))
    return [line(low, y, high, y, "chart__bar"), *arrows]


def _words(chart: CellsChart, row: Row, settings: Settings) -> str:
    """The value in words, or the name of its absence."""
    value = chart.value(row)
    absence = row.cells[chart.column.id].absence
    if value is None:
        return settings.absence_words.get(absence, absence.value) if absence else "Not a number"
    unit = f" {chart.column.unit}" if chart.column.unit else ""
    return f"{number(value.low or Decimal(0)) if value.low == value.high else range_in_words(value)}{unit}"


def _table(chart: CellsChart, settings: Settings, name: str, label: str) -> Table:
    heads = [Head(plain_text(row.label), (Md(row.label),)) for row in chart.comparison.rows]
    cells = [
        [
            el(
                "td",
                el("p", _words(chart, row, settings), cite(row.cells[chart.column.id].sources), class_="cell__value"),
            )
        ]
        for row in chart.comparison.rows
    ]
    corner = chart.comparison.head.row_header
    return Table(name, (Md(chart.comparison.head.caption),), corner, [Head(label, (label,))], heads, cells)


def _cell(chart: CellsChart, row: Row, settings: Settings) -> Element:
    sources = cite(row.cells[chart.column.id].sources)
    return el("td", el("p", _words(chart, row, settings), sources, class_="cell__value"))
