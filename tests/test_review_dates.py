"""When pages and data are due for another look."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from knowledge.review_dates import ReviewDate, overdue, review_dates
from tests.builders import load
from tests.site_text import FILES

URGENT = "safety/urgent.md"
SUPPORTS = "supports in data/comparisons"
KINGDOM = "united-kingdom in data/services.yml"


def by_name(found: list[ReviewDate]) -> dict[str, date]:
    return {one.name: one.due for one in found}


def test_pages_tables_and_services_have_a_date(tmp_path: Path) -> None:
    found = review_dates(load(tmp_path))
    due = by_name(found)
    assert due[URGENT] == date(2027, 5, 20)
    assert due["answers/sciatica.md"] == date(2027, 11, 21)
    assert due[SUPPORTS] == date(2027, 11, 20)
    assert due[KINGDOM] == date(2027, 5, 19)
    assert [one.due for one in found] == sorted(due.values())


def test_the_place_is_that_of_the_last_look(tmp_path: Path) -> None:
    first = next(one for one in review_dates(load(tmp_path)) if one.name == KINGDOM)
    assert (first.place.path, first.place.line, first.place.column) == ("docs/data/services.yml", 6, 17)
    assert first.last == date(2026, 11, 20)
    assert first.days_over(date(2027, 5, 20)) == 1


def test_late_is_what_was_due_before_today(tmp_path: Path) -> None:
    library = load(tmp_path)
    assert overdue(library, date(2027, 5, 19)) == []
    assert list(by_name(overdue(library, date(2027, 5, 20)))) == [KINGDOM]
    assert list(by_name(overdue(library, date(2027, 5, 21)))) == [KINGDOM, URGENT]


def test_a_page_may_set_its_own_interval_and_a_draft_has_none(tmp_path: Path) -> None:
    answer, levels = "answers/sciatica.md", "choose/levels.md"
    files = {
        **FILES,
        answer: FILES[answer].replace(
            "last_reviewed: 2026-11-21\n", "last_reviewed: 2026-11-21\nreview_interval_days: 10\n"
        ),
        levels: FILES[levels].replace("changes:", "draft: true\nchanges:"),
    }
    due = by_name(review_dates(load(tmp_path, files)))
    assert due[answer] == date(2026, 12, 1)
    assert levels not in due


def test_a_site_may_set_its_own_intervals(tmp_path: Path) -> None:
    rules = "- id: data-check-days\n  value: {comparisons: 30, services: 10}\n"
    due = by_name(review_dates(load(tmp_path, {**FILES, "data/rules.yml": rules})))
    assert due[SUPPORTS] == date(2026, 12, 20)
    assert due[KINGDOM] == date(2026, 11, 30)
