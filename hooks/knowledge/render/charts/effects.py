"""The forest plot: a row for each claim, its value a square, its 95% interval a line, beside no difference."""

from __future__ import annotations

from decimal import Decimal
from xml.etree.ElementTree import Element

from knowledge.charts.effects import RATIOS, EffectsChart, Scale
from knowledge.in_words import capitalised, measure_in_words, number
from knowledge.library import Library
from knowledge.models.claim import Claim, Effect
from knowledge.models.settings import Settings
from knowledge.models.words import Better, Certainty, Measure
from knowledge.render.charts.axis import Axis, difference_axis, ratio_axis
from knowledge.render.charts.plot import LINE, chart_figure, image, line, lines, sign, word
from knowledge.render.citation import cite
from knowledge.render.claim import certainty_line
from knowledge.render.elements import el
from knowledge.render.marks import certainty_mark
from knowledge.render.table import Head, Table, table_region

_TOP = 30
_STRIP = 26  # px for the line and its square
_GAP = 22  # px between two rows


def effects_figure(chart: EffectsChart, name: str, library: Library) -> Element:
    """The plot with its caption and table."""
    axis, settings = _axis(chart), library.settings
    rows: list[Element] = []
    y = float(_TOP)
    for claim, effect in chart.claims:
        drawn, y = _row(claim, effect, axis, settings, y)
        rows += drawn
    size = f"{_outcome(chart, library)}{_size(chart.scale)}"
    title = f"{capitalised(size)}, with 95% intervals"
    picture = image(title, _description(chart, settings), int(y) + 30, *_ground(axis, chart.scale, y), *rows)
    table = table_region(_table(chart, f"chart-{name}-table", settings))
    return chart_figure(name, picture, _caption(chart, size), table)


def _axis(chart: EffectsChart) -> Axis:
    values = [value for _, effect in chart.claims for value in (effect.value, *(effect.ci or ()))]
    return ratio_axis(values) if chart.scale.measure in RATIOS else difference_axis(values)


def _size(scale: Scale) -> str:
    words = measure_in_words(scale.measure)
    return f"{words}, {scale.unit}" if scale.unit and scale.unit != words else words


def _outcome(chart: EffectsChart, library: Library) -> str:
    """The outcome that all share, as the beginning of a title; empty where they share none."""
    groups = {claim.outcome_group for claim, _ in chart.claims}
    topic = library.topics.get(groups.pop()) if len(groups) == 1 else None
    return f"{topic.label}: " if topic else ""


def _none(scale: Scale) -> Decimal:
    """The value at which nothing changes."""
    return Decimal(1 if scale.measure in RATIOS else 0)


def _ground(axis: Axis, scale: Scale, foot: float) -> list[Element]:
    """The line of no difference, the axis with its numbers, and which side is which."""
    none = axis.at(_none(scale))
    lower_is_better = scale.better is Better.LOWER
    sides = ("Better", "Worse") if lower_is_better else ("Worse", "Better")
    parts = [
        line(none, _TOP - 8, none, foot, "chart__none"),
        line(axis.at(axis.low), foot, axis.at(axis.high), foot, "chart__zero"),
        *_side(sides, none),
    ]
    for tick in axis.ticks:
        x = axis.at(tick)
        parts += [line(x, foot, x, foot + 6, "chart__zero"), word(number(tick), x, foot + 22, "chart__tick", "middle")]
    return parts


def _side(sides: tuple[str, str], none: float) -> list[Element]:
    """The words on either side of no difference, where there is room for them."""
    left = word(f"← {sides[0]}", none - 2, 14, "chart__side", "end") if none > 24 else None
    right = word(f"{sides[1]} →", none + 2, 14, "chart__side") if none < 76 else None
    return [side for side in (left, right) if side is not None]


def _row(claim: Claim, effect: Effect, axis: Axis, settings: Settings, y: float) -> tuple[list[Element], float]:
    """A claim's words with its line and square below them; returns where the next row begins."""
    parts: list[Element] = []
    against = lines(f"against {claim.comparison}")
    for text, name in (*((one, "chart__name") for one in lines(capitalised(claim.intervention), 34)),
                       *((one, "chart__against") for one in against)):  # fmt: skip
        parts.append(word(text, 0, y + 13, name))
        y += LINE
    mark = certainty_mark(claim.certainty)
    wide = 36 if claim.certainty is Certainty.NOT_TESTED else 66
    for name, value in (("x", "0"), ("y", f"{y + 4:g}"), ("width", str(wide * 2 // 3)), ("height", "12")):
        mark.set(name, value)
    shown = el("g", mark, data_certainty=claim.certainty, class_="chart__mark")
    level = settings.certainty_words.get(claim.certainty, claim.certainty.value).removesuffix(" certainty")
    label = el("text", level, x="50", y=f"{y + 15:g}", class_="chart__level", data_certainty=claim.certainty)
    y += LINE  # a line of its own for the figures: beside the level there is no room for them in a wide typeface
    parts += [shown, label, word(_figures(effect), 0, y + 15, "chart__figures")]
    y += LINE + 4
    return [*parts, *_strip(effect, axis, y + _STRIP / 2)], y + _STRIP + _GAP


def _strip(effect: Effect, axis: Axis, y: float) -> list[Element]:
    square = sign(axis.at(effect.value), y, el("rect", x="-6", y="-6", width="12", height="12", class_="chart__square"))
    if effect.ci is None:
        return [square]
    low, high = (axis.at(end) for end in effect.ci)
    ends = [line(x, y - 5, x, y + 5, "chart__interval") for x in (low, high)]
    return [line(low, y, high, y, "chart__interval"), *ends, square]


def _figures(effect: Effect) -> str:
    if effect.ci is None:
        return f"{number(effect.value)} (no interval)"
    low, high = effect.ci
    return f"{number(effect.value)} ({number(low)} to {number(high)})"


def _caption(chart: EffectsChart, size: str) -> Element:
    none = number(_none(chart.scale))
    text = (
        f"{capitalised(size)}. {chart.scale.better.value.capitalize()} is better; {none} means no difference"
        f"{_RATIO_WORDS.get(chart.scale.measure, '')}. Each row is a finding of its own, in other people. The "
        "square is what was measured; the line is the range that fits the data."
    )
    sources = dict.fromkeys(source for claim, _ in chart.claims for source in claim.sources)
    return el("p", text, cite(sources), class_="drawing__caption")


_RATIO_WORDS = {
    Measure.RR: ", 2 means twice as many",
    Measure.OR: ", 2 means twice the odds",
    Measure.HR: ", 2 means twice as fast",
}


def _description(chart: EffectsChart, settings: Settings) -> str:
    rows = [
        f"{capitalised(claim.intervention)} against {claim.comparison}, {claim.outcome}: {_figures(effect)}, "
        f"{settings.certainty_words.get(claim.certainty, claim.certainty.value).lower()}."
        for claim, effect in chart.claims
    ]
    return f"{chart.scale.better.value.capitalize()} is better. {' '.join(rows)}"


def _table(chart: EffectsChart, name: str, settings: Settings) -> Table:
    columns = [Head(label, (label,)) for label in ("Against", "Outcome", "Size (95% interval)", "How sure")]
    heads = [Head(claim.intervention, (capitalised(claim.intervention),)) for claim, _ in chart.claims]
    cells = [
        [
            el("td", capitalised(claim.comparison)),
            el("td", capitalised(claim.outcome)),
            el("td", el("p", _figures(effect), cite(claim.sources), class_="cell__value")),
            el("td", certainty_line(claim.certainty, settings), data_certainty=claim.certainty),
        ]
        for claim, effect in chart.claims
    ]
    caption = f"{capitalised(_size(chart.scale))}; {chart.scale.better.value} is better."
    return Table(name, (caption,), "What was tried", columns, heads, cells)
