"""Icon arrays: for each claim, how many people of a hundred or a thousand without and with."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from knowledge.charts.numbers import NumbersChart
from knowledge.in_words import capitalised, number
from knowledge.models.claim import Absolute, Claim
from knowledge.render.charts.plot import chart_figure
from knowledge.render.citation import cite
from knowledge.render.claim import numbers
from knowledge.render.elements import el
from knowledge.render.table import Head, Table, table_region


def numbers_figure(chart: NumbersChart, name: str) -> Element:
    """The arrays with their table."""
    arrays = [array for claim in chart.claims for array in numbers(claim)]
    sources = dict.fromkeys(claim.absolute.source for claim in chart.claims if claim.absolute)
    caption = el("p", "How many people, without and with.", cite(sources), class_="drawing__caption")
    table = table_region(_table(chart, f"chart-{name}-table"))
    return chart_figure(name, el("div", *arrays, class_="drawing__arrays"), caption, table)


def _table(chart: NumbersChart, name: str) -> Table:
    columns = [Head(label, (label,)) for label in ("Without", "People", "With", "People")]
    rows = [(claim, claim.absolute) for claim in chart.claims if claim.absolute]
    heads = [Head(claim.outcome, (capitalised(claim.outcome),)) for claim, _ in rows]
    cells = [_cells(claim, absolute) for claim, absolute in rows]
    return Table(name, ("How many people, without and with.",), "Counted", columns, heads, cells)


def _cells(claim: Claim, absolute: Absolute) -> list[Element]:
    per = number(absolute.per)
    return [
        el("td", capitalised(claim.comparison)),
        el("td", f"{number(absolute.baseline)} in {per}"),
        el("td", capitalised(claim.intervention)),
        el("td", f"{number(absolute.with_)} in {per}", cite([absolute.source])),
    ]
