"""Charts as they stand on a page, compared byte by byte with files that somebody has looked at."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest

from knowledge.markdown_extension import set_library
from knowledge.render.charts.axis import difference_axis, ratio_axis
from tests.builders import load
from tests.checks.test_drawings import CLAIMS, MEASURED, chart, claim

Render = Callable[..., str]
Golden = Callable[[str, str], None]

RATIOS = MEASURED[CLAIMS] + claim("pain-d", "{measure: RR, value: 3, ci: [1.5, 6], unit: risk ratio}")
CHARTS = {
    "chart-classes": chart("classes"),
    "chart-classes-marked": chart("classes", "scheme: germany", "class: III"),
    "chart-effects": chart("effects", "claims: [pain-a, pain-b]"),
    "chart-effects-ratio": chart("effects", "claims: [pain-c, pain-d]"),
    "chart-numbers": chart("numbers", "claims: [evening-swelling]"),
    "chart-cells": chart("cells", "comparison: supports", "column: pressure"),
}


@pytest.fixture(autouse=True)
def measured(handed_over: None, tmp_path: Path) -> None:
    """A library whose claims share scales."""
    set_library(load(tmp_path, {**MEASURED, CLAIMS: RATIOS}))


@pytest.mark.parametrize("name", CHARTS)
def test_charts(name: str, render: Render, golden: Golden) -> None:
    golden(name, render(CHARTS[name]))


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_says_in_words_what_it_shows(name: str, render: Render) -> None:
    figure = ElementTree.fromstring(f"<main>{render(CHARTS[name])}</main>").find("figure")
    assert figure is not None
    images = figure.findall(".//svg[@role='img']")
    assert images
    assert all(image.findtext("title") and image.findtext("desc") for image in images)
    assert figure.find("details/div/table") is not None


@pytest.mark.parametrize(
    ("block", "told"),
    [
        (chart("clases"), "There is no chart “clases”."),
        (chart("effects", "claims: [pain-a, pain-c]"), "shares no scale with “pain-a”"),
        (chart("cells", "comparison: supports", "column: mechanism"), "a chart needs numbers"),
        (chart("classes", "class: 2"), "A class alone says nothing"),
    ],
)
def test_what_cannot_be_drawn_says_so_on_the_page(block: str, told: str, render: Render) -> None:
    html = render(block)
    assert told in html
    assert "<svg" not in html


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        (["-22.16", "-0.71"], [-25, -20, -15, -10, -5, 0]),
        (["0.2", "0.7"], [0, Decimal("0.2"), Decimal("0.4"), Decimal("0.6"), Decimal("0.8")]),
        (["-1200", "300"], [-1500, -1000, -500, 0, 500]),
        (["0"], [0, Decimal("0.2"), Decimal("0.4"), Decimal("0.6"), Decimal("0.8"), 1]),
    ],
)
def test_an_axis_of_differences_has_round_numbers_and_holds_zero(values: list[str], ticks: list[Decimal]) -> None:
    assert list(difference_axis(map(Decimal, values)).ticks) == ticks


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        (["0.5", "1.1"], ["0.5", "1", "2"]),
        (["1"], ["0.5", "1", "2"]),
        (["0.04", "0.25"], ["0.02", "0.05", "0.1", "0.2", "0.5", "1"]),
        (["0.003", "40"], ["0.002", "0.01", "0.1", "1", "10", "50"]),
    ],
)
def test_an_axis_of_ratios_has_one_and_few_numbers(values: list[str], ticks: list[str]) -> None:
    axis = ratio_axis(map(Decimal, values))
    assert [str(tick) for tick in axis.ticks] == ticks
    assert axis.at(axis.low) == pytest.approx(4)
    assert axis.at(axis.high) == pytest.approx(96)
