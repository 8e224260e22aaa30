"""Figures: what counts as one, when two are the same, and no text that stops the reading of them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.checks.figures import Figures
from tests.builders import load


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Figures:
    return Figures(load(tmp_path_factory.mktemp("site")))


def told(figures: Figures, text: str) -> list[tuple[str, str]]:
    return [(figure.unit, f"{figure.number}/{figure.base}") for figure in figures.found(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1 in 1,000 people", [("share", "1/1000")]),
        ("15 more in every 100", [("share", "15/100")]),
        ("40%, or 12.5 per cent", [("share", "40/100"), ("share", "12.5/100")]),
        ("55 to 60 of 100", [("share", "55/100"), ("share", "60/100")]),
        ("in 2,918 air passengers and 12 trials", [("people", "2918/1"), ("studies", "12/1")]),
        ("18-24 mmHg for 2 weeks", [("mmhg", "18/1"), ("mmhg", "24/1"), ("week", "2/1")]),
        ("by 14.5 points", [("point", "14.5/1")]),
        ("67 per 1000, in a 12-week trial", [("share", "67/1000"), ("week", "12/1")]),
        ("in 2026, page 4, aged 45, class 2", []),
        ("v1.2.3 people, COVID19 people", []),
        ("1 in 0 people", [("share", "1/1")]),
        ("9" * 400 + " people", []),
    ],
)
def test_a_figure_is_a_number_with_what_it_counts(figures: Figures, text: str, found: list[tuple[str, str]]) -> None:
    assert told(figures, text) == found


@pytest.mark.parametrize(
    ("text", "recorded", "same"),
    [
        ("5 in 100", "0.051", True),
        ("5 in 100", "0.056", False),
        ("51 in 1,000", "0.051", True),
        ("9.8%", "0.098", True),
        ("10%", "0.098", True),
        ("9.7%", "0.098", False),
        ("12 people", "12", True),
        ("12 people", "13", False),
    ],
)
def test_a_record_equals_what_it_is_rounded_to(figures: Figures, text: str, recorded: str, same: bool) -> None:
    assert next(figures.found(text)).equals(Decimal(recorded)) is same


def test_a_record_may_tell_numbers_in_words(figures: Figures) -> None:
    assert ("studies", Decimal(12)) in figures.recorded(["Twelve trials were found."])


def test_a_unit_that_stands_once_counts_for_its_neighbours(figures: Figures) -> None:
    classes = figures.recorded(["Class 1 14-17, class 2 18-24 mmHg."])
    assert {("mmhg", Decimal(number)) for number in (14, 17, 18, 24)} <= classes
    risk = figures.recorded(["1 in 1,000 with socks and 10 without. 7 fell."])
    assert {("share", Decimal(1) / 1000), ("share", Decimal(10) / 1000)} <= risk
    assert ("share", Decimal(7) / 1000) not in risk
    two = figures.recorded(["1 to 10 in 100 had a sore, 1 in 10,000 a wound"])
    assert ("share", Decimal(1) / 1000) not in two


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.sampled_from("0123456789,.-% inofpeople"), max_size=60))
def test_any_text_can_be_read(figures: Figures, text: str) -> None:
    figures.recorded([text])
    for figure in figures.found(text):
        figure.equals(figure.value)
