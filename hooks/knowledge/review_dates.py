"""When pages, tables and phone numbers are due for another look: told by `kb report`, never by a build."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.library import Library
from knowledge.problems import Place


@dataclass(frozen=True, slots=True, order=True)
class ReviewDate:
    """The day by which something must be looked at again; `name` is a page's path, or a record's id and file.

    `place` is where the date of the last look stands, which the next look will change.
    """

    due: date
    name: str
    last: date
    place: Place

    def days_over(self, today: date) -> int:
        """How many days the review is late; 0 or less where it is not."""
        return (today - self.due).days


def review_dates(library: Library) -> list[ReviewDate]:
    """All review dates, the next one first: published pages, comparisons and services. Drafts have none yet.

    Pages: `last_reviewed` and their interval. Data: `last_checked` and `data-check-days` of rules.yml.
    """
    return sorted([*_pages(library), *_data(library)])


def overdue(library: Library, today: date) -> list[ReviewDate]:
    """What should have been looked at before `today`, the longest overdue first. What is due today is not late yet."""
    return [one for one in review_dates(library) if one.due < today]


def _pages(library: Library) -> Iterator[ReviewDate]:
    for page in library.published():
        due, last = page.front.next_review, page.front.last_reviewed
        if due and last:
            yield ReviewDate(due, page.path, last, page.place("last_reviewed"))


def _data(library: Library) -> Iterator[ReviewDate]:
    days = library.settings.data_check_days
    for name, comparison in library.comparisons.items():
        last = comparison.head.last_checked
        if due := _later(last, days.get("comparisons")):
            yield ReviewDate(due, f"{name} in data/comparisons", last, comparison.place("last_checked"))
    for record in library.services.records.values():
        last = record.value.last_checked
        if due := _later(last, days.get("services")):
            yield ReviewDate(due, f"{record.value.id} in data/services.yml", last, record.place("last_checked"))


def _later(day: date, days: int | None) -> date | None:
    """So many days later; None where a site's rules.yml gives no number, or one beyond the year 9999."""
    try:
        return day + timedelta(days) if days is not None else None
    except OverflowError:
        return None
