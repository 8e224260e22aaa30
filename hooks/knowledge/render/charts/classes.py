"""The chart of compression classes: a column for each country, mmHg upwards from 0, boxes for the classes.

Solid boxes were seen in the standard itself, dashed ones only where others repeat it.
"""

from __future__ import annotations

from decimal import Decimal
from xml.etree.ElementTree import Element

from knowledge.charts.classes import ClassesChart
from knowledge.in_words import joined, range_in_words
from knowledge.models.ranges import Range
from knowledge.models.records import ClassScheme, PressureClass
from knowledge.render.charts.plot import box, chart_figure, image, line, lines, sign, word
from knowledge.render.citation import cite
from knowledge.render.class_table import classes_table, is_band
from knowledge.render.elements import el
from knowledge.render.table import table_region

_UP = 7  # px for 1 mmHg: a box of 3 mmHg then holds a line of words, one of 5 mmHg two
_LEFT = 9.0  # per cent for the numbers of the axis
_GAP = 0.7  # per cent on either side of a box
_HEAD = 44


_TABLE = "The classes of the chart, in mmHg at the ankle."


def classes_figure(chart: ClassesChart, name: str) -> Element:
    """The chart with its caption and table."""
    top = _top(chart)
    foot = _HEAD + _UP * top
    columns = [part for number, scheme in enumerate(chart.schemes) for part in _column(number, scheme, chart, top)]
    title = "Compression classes of each country, in mmHg at the ankle"
    picture = image(title, _description(chart), int(foot) + 12, *_band(chart, top), *_grid(top), *columns)
    table, notes = classes_table(chart.schemes, f"chart-{name}-table", _TABLE)
    return chart_figure(name, picture, _caption(chart), table_region(table), *notes.listed())


def _top(chart: ClassesChart) -> int:
    """The highest pressure drawn: ten above the highest end, where open classes go on."""
    ends = [end for scheme in chart.schemes for one in scheme.classes for end in (one.pressure.low, one.pressure.high)]
    return (int(max(end for end in ends if end is not None)) // 10 + 1) * 10


def _y(pressure: Decimal | int, top: int) -> float:
    return _HEAD + _UP * float(top - pressure)


def _grid(top: int) -> list[Element]:
    marks: list[Element] = []
    for pressure in range(0, top + 1, 10):
        y = _y(pressure, top)
        marks.append(line(_LEFT, y, 100, y, "chart__grid" if pressure else "chart__zero"))
        marks.append(word(str(pressure), _LEFT - 1.5, y + 5, "chart__tick", "end"))
    return marks


def _band(chart: ClassesChart, top: int) -> list[Element]:
    """The marked class, drawn across all columns."""
    if chart.marked is None:
        return []
    upper, lower = _ends(chart.marked[1].pressure, top)
    edges = [line(_LEFT, y, 100, y, "chart__edge") for y in (upper, lower)]
    return [box(_LEFT, upper, 100 - _LEFT, lower - upper, "chart__band"), *edges]


def _ends(pressure: Range, top: int) -> tuple[float, float]:
    """Upper and lower edge in px."""
    return _y(top if pressure.high is None else pressure.high, top), _y(pressure.low or 0, top)


def _column(number: int, scheme: ClassScheme, chart: ClassesChart, top: int) -> list[Element]:
    width = (100 - _LEFT) / len(chart.schemes)
    left = _LEFT + number * width
    heads = lines(scheme.country, 9)
    parts = [
        word(text, left + width / 2, _HEAD - 12 - 16 * (len(heads) - 1 - at), "chart__head", "middle")
        for at, text in enumerate(heads)
    ]
    for one in scheme.classes:
        marked = chart.marked is not None and chart.marked[1] is one
        kind = "marked" if marked else "seen" if scheme.official else "unseen"
        parts += _class_box(one, left + _GAP, width - 2 * _GAP, top, kind)
    return parts


def _class_box(one: PressureClass, x: float, width: float, top: int, kind: str) -> list[Element]:
    upper, lower = _ends(one.pressure, top)
    upper, lower = upper + 1, lower - 1  # neighbours that share an end keep an edge each
    name = f"chart__box chart__box--{kind}"
    drawn = [box(x, upper, width, lower - upper, name)]
    if one.pressure.high is None:  # no upper edge: it goes on
        sides = [line(x, upper, x, lower, name), line(x + width, upper, x + width, lower, name)]
        arrow = sign(x + width / 2, upper, el("path", d="M-6 13 0 7l6 6", class_="chart__up"))
        fill = box(x, upper, width, lower - upper, f"chart__fill chart__fill--{kind}")
        drawn = [fill, *sides, line(x, lower, x + width, lower, name), arrow]
    return [*drawn, *_label(one, x + width / 2, upper, lower, " chart__on" if kind == "marked" else "")]


def _label(one: PressureClass, x: float, upper: float, lower: float, shade: str) -> list[Element]:
    """The class above its pressures, or beside them where the box is low."""
    pressures = short_range(one.pressure)
    middle = (upper + lower) / 2
    if is_band(one):
        return [word(pressures, x, middle + 5, f"chart__range{shade}", "middle")]
    if lower - upper < 30:
        name = el("tspan", one.class_, class_="chart__class")
        text = word("", x, middle + 5, f"chart__range{shade}", "middle")
        text.append(name)
        name.tail = word(f" {pressures}", 0, 0).text
        return [text]
    return [
        word(one.class_, x, middle - 3, f"chart__class{shade}", "middle"),
        word(pressures, x, middle + 13, f"chart__range{shade}", "middle"),
    ]


def short_range(value: Range) -> str:
    """A range as it stands in a box: `14–17`, `49+`, `<15`."""
    if value.low is None:
        return f"<{value.high}"
    return f"{value.low}+" if value.high is None else f"{value.low}–{value.high}"


def _caption(chart: ClassesChart) -> Element:
    official = [scheme.country for scheme in chart.schemes if scheme.official]
    dashed = "" if len(official) == len(chart.schemes) else _DASHED
    band = ""
    if chart.marked:
        scheme, one = chart.marked
        class_ = "a class" if is_band(one) else f"class {one.class_}"
        band = f" The band across is {class_} of {_place(scheme)}, {range_in_words(one.pressure)} mmHg."
    sources = dict.fromkeys(source for scheme in chart.schemes for source in scheme.sources)
    return el("p", f"Pressure at the ankle, in mmHg.{dashed}{band}", cite(sources), class_="drawing__caption")


_DASHED = " A solid box: we saw the standard. A dashed box: we saw only other pages that give the numbers."


def _place(scheme: ClassScheme) -> str:
    article = "the " if scheme.country.startswith(("United", "UK", "US")) else ""
    return f"{article}{scheme.country}"


def _description(chart: ClassesChart) -> str:
    return " ".join(f"{scheme.country}: {joined([_told(one) for one in scheme.classes])}." for scheme in chart.schemes)


def _told(one: PressureClass) -> str:
    return range_in_words(one.pressure) if is_band(one) else f"class {one.class_} {range_in_words(one.pressure)}"
