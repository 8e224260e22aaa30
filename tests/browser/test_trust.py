"""What lets a reader trust a page is on each of them; a review date that has passed is told by the reader's clock."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import Site, one_of_each_type

pytestmark = pytest.mark.browser
LATE = "This date has passed: the page may be out of date."
TOLD = """() => Object.fromEntries(Object.entries({
  who: ".review a", unchecked: ".review strong", dates: ".review time[datetime]", next: "[data-next-review]",
  changes: "section.changes li time", report: ".report a[href*='about/help']", help: "footer a[href*='about/help']",
}).map(([name, selector]) => [name, !!document.querySelector(selector)]))"""


def test_every_page_type_tells_who_when_and_where_to_complain(visit: Any, site: Site) -> None:
    page = visit("").page
    found = {}
    for kind, path in one_of_each_type(site).items():
        page.goto(site.url + path)
        found[kind] = {name for name, there in page.evaluate(TOLD).items() if not there}
    of_none = {"who", "unchecked", "dates", "next", "changes"}  # lists of pages and the 404 page have no author
    assert found.pop("none") == of_none | {"report"}
    assert found.pop("landing") == of_none
    found.pop("sheet", None)  # the sheet for an appointment is a piece of paper, and says so itself
    assert found == {kind: set() for kind in found}


@pytest.mark.parametrize("path", ["answers/sciatica/", "answers/hospital/", "conditions/sciatica/", "safety/urgent/"])
def test_who_and_when_are_on_the_first_two_screens_of_a_small_phone(visit: Any, path: str) -> None:
    box = visit(path, width=320, height=640).page.locator(".review").first.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 2 * 640


def test_a_date_to_come_is_told_as_it_is(visit: Any) -> None:
    page = visit("answers/sciatica/").page
    page.clock.set_fixed_time(datetime(2026, 12, 1))
    page.reload()
    page.wait_for_selector("[data-theme-switch]:not([hidden])")
    assert LATE not in page.content()


def test_a_date_that_has_passed_is_told_once(visit: Any) -> None:
    page: Page = visit("answers/sciatica/").page
    day = page.locator("[data-next-review]").get_attribute("data-next-review")
    page.clock.set_fixed_time(datetime.fromisoformat(f"{day}T23:59:00"))
    page.reload()
    page.wait_for_selector("[data-theme-switch]:not([hidden])")
    assert LATE not in page.content()  # the day itself is still in time
    page.clock.set_fixed_time(datetime(2031, 1, 1))
    page.reload()
    expect(page.locator("[data-next-review] strong")).to_have_text(LATE)
    page.locator(".related a").first.click()
    expect(page.locator("h1")).not_to_contain_text("help with sciatica")
    expect(page.locator("[data-next-review] strong")).to_have_count(1)
    page.go_back()
    expect(page.locator("h1")).to_contain_text("help with sciatica")
    expect(page.locator("[data-next-review] strong")).to_have_count(1)


def test_the_quality_page_marks_each_page_that_is_late(visit: Any) -> None:
    page = visit("about/quality/").page
    page.clock.set_fixed_time(datetime(2031, 1, 1))
    page.reload()
    expect(page.locator("#quality-pages [data-next-review] strong").first).to_have_text(LATE)


def test_the_verdict_reads_in_order_and_once(visit: Any) -> None:
    """As a screen reader has it: verdict, headline, certainty; what is not tested says so and claims nothing."""
    page = visit("answers/sciatica/").page
    lines = [line.strip(" -\"'") for line in page.locator(".verdict").aria_snapshot().splitlines()]
    starts = [
        'region "Verdict',
        'heading "Verdict',
        'paragraph: "Not tested: we do not know',
        'paragraph: "Certainty: ',
    ]
    assert all(line.startswith(start) for line, start in zip(lines, starts, strict=False)), lines[:4]
    assert page.locator("main").aria_snapshot().count("Not tested: we do not know") == 1
