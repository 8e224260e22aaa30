"""Filters over the map, the studies and the answers: by keys, read out, in the address, and nothing without scripts."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations

pytestmark = pytest.mark.browser
LISTS = {
    "evidence/map/": ".finding",
    "evidence/studies/": ".studies li",
    "evidence/reviews/": ".studies li",
    "answers/": ".landing [data-entry]",
}
BOTH = [(320, "light"), (1280, "dark")]


def told(page: Page) -> str:
    """What the live region says."""
    output = page.locator("[data-filters] output")
    assert output.evaluate("it => it.computedRole ?? 'status'") == "status"
    return output.inner_text()


def in_focus(page: Page, expression: str) -> Any:
    """Evaluate JavaScript on the focused element, called `it`."""
    return page.evaluate(f"() => {{ const it = document.activeElement; return {expression}; }}")


@pytest.mark.parametrize(("width", "scheme"), BOTH)
def test_the_map_by_keys(visit: Any, width: int, scheme: str) -> None:
    page = visit("evidence/map/", width=width, scheme=scheme).page
    findings = page.locator(".finding")
    total = findings.count()
    assert told(page) == f"{total} findings"
    expect(page.get_by_role("button", name="Show all")).to_be_hidden()
    low = page.get_by_role("checkbox", name="Low", exact=True)
    low.focus()
    page.keyboard.press("Space")
    shown = page.locator(".finding:visible")
    assert {one.get_attribute("data-certainty") for one in shown.all()} == {"low"}
    assert told(page) == f"{shown.count()} of {total} findings"
    page.wait_for_url(re.compile(r"\?certainty=low$"))
    page.get_by_role("checkbox", name="Very low").press("Space")
    page.get_by_role("combobox", name="Complaint").select_option("sciatica")
    assert {one.get_attribute("data-complaint") for one in shown.all()} == {"sciatica"}
    assert page.locator(".findings h4:visible").all_inner_texts() == ["Sciatica"]
    page.wait_for_url(re.compile(r"\?complaint=sciatica&certainty=low(%2C|,)very-low$"))
    assert violations(page) == []
    page.get_by_role("button", name="Show all").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.id === 'map-complaint'")
    assert told(page) == f"{total} findings"
    page.wait_for_url(re.compile(r"/map/$"))


def test_a_shared_address_shows_the_same(visit: Any) -> None:
    page = visit("evidence/map/?complaint=sciatica&certainty=not-tested,nonsense&direction=harm,unknown").page
    shown = page.locator(".finding:visible")
    expect(shown.first).to_be_visible()
    kinds = {(one.get_attribute("data-complaint"), one.get_attribute("data-certainty")) for one in shown.all()}
    assert kinds == {("sciatica", "not-tested")}
    assert page.locator(".box:visible").count() >= 1
    page.goto(page.url.split("?")[0] + "?complaint=nothing-of-this-name")
    assert " of " not in told(page)


def test_nothing_that_fits_is_said(visit: Any) -> None:
    page = visit("evidence/studies/").page
    page.get_by_role("searchbox").fill("zzzz")
    assert told(page).startswith("None of ")
    page.get_by_role("searchbox").fill("DERMATOLOGIC partsch")
    assert " of " in told(page)
    assert page.locator(".studies li:visible").count() >= 1
    page.wait_for_url(re.compile(r"\?words=DERMATOLOGIC\+partsch$"))


@pytest.mark.parametrize("width", [320, 1280])
def test_a_name_is_looked_for_in_the_other_lists_too(visit: Any, width: int) -> None:
    """Nobody knows beforehand whether a name is that of a review, of a single study or of a guideline."""
    made = visit("evidence/reviews/", width=width)
    page = made.page
    page.get_by_role("searchbox").fill("partsch 2004")
    assert told(page).startswith("None of ")
    page.locator(".filters__others").get_by_role("link", name="single studies").click()
    page.wait_for_url("**/evidence/studies/?words=partsch+2004#studies")
    expect(page.get_by_role("heading", level=1)).to_have_text("Study library and data downloads")
    expect(page.get_by_role("searchbox")).to_have_value("partsch 2004")
    entry = page.locator(".studies li:visible")
    expect(entry).to_have_count(1)
    expect(entry).to_be_in_viewport()
    page.get_by_role("searchbox").fill("")
    assert [one.evaluate("it => it.search") for one in page.locator(".filters__others a").all()] == ["", ""]
    assert made.complaints == []


def test_the_search_hands_a_name_on_to_the_study_library(visit: Any) -> None:
    page = visit("").page
    page.keyboard.press("/")
    page.get_by_role("textbox", name="Search").fill("partsch")
    page.wait_for_selector(".md-search-result__item")
    page.locator("dialog").get_by_role("link", name="study library").click()
    page.wait_for_url("**/evidence/studies/?words=partsch#studies")
    expect(page.locator("[data-filters] output")).to_contain_text(" of ")
    assert page.locator(".studies li:visible .study__by", has_text="Partsch").count() >= 1


def test_filters_live_through_instant_navigation(visit: Any) -> None:
    made = visit("answers/")
    page = made.page
    page.get_by_role("link", name="Evidence", exact=True).click()
    page.wait_for_url("**/evidence/how-they-work/")
    page.get_by_role("link", name="Evidence map").first.click()
    page.wait_for_url("**/evidence/map/")
    page.get_by_role("checkbox", name="High", exact=True).check()
    assert " of " in told(page)
    page.get_by_role("link", name="study library").first.click()
    page.wait_for_url("**/evidence/studies/")
    page.go_back()
    page.wait_for_url("**/evidence/map/?certainty=high")
    page.wait_for_function("() => / of /.test(document.querySelector('[data-filters] output').textContent)")
    expect(page.get_by_role("checkbox", name="High", exact=True)).to_be_checked()
    assert made.complaints == []


@pytest.mark.parametrize("path", LISTS)
def test_without_scripts_the_list_is_whole(visit: Any, path: str) -> None:
    page = visit(path, width=320, height=640, java_script_enabled=False).page
    expect(page.locator("form.filters")).to_be_hidden()
    entries = page.locator(LISTS[path])
    assert entries.count() > 5
    closed = page.locator(f"details:not([open]):has({LISTS[path]}) > summary")
    while closed.count():
        closed.first.click()
    assert entries.last.is_visible()
    assert page.locator(f"{LISTS[path]}:visible").count() == entries.count()


@pytest.mark.parametrize("path", LISTS)
def test_printing_shows_all(visit: Any, path: str) -> None:
    page = visit(f"{path}?certainty=high&seen=full").page
    entries = page.locator(LISTS[path])
    assert page.locator(f"{LISTS[path]}:visible").count() < entries.count()
    page.emulate_media(media="print")
    assert page.locator(f"{LISTS[path]}:visible").count() == entries.count()


def test_the_grid_is_not_colour_alone(visit: Any) -> None:
    page = visit("evidence/map/", forced_colors="active").page
    for box in page.locator(".box").all()[:10]:
        words = box.inner_text()
        assert len(words.split()) >= 2, words
        backgrounds = box.evaluate(
            "it => [...it.querySelectorAll('span')].map(s => getComputedStyle(s, '::before').backgroundColor)"
        )
        assert all(one not in ("rgba(0, 0, 0, 0)", "rgb(0, 0, 0)") or one for one in backgrounds)
    not_tested = page.locator(".box[data-certainty=not-tested]").first
    assert not_tested.evaluate("it => getComputedStyle(it).borderTopStyle") == "dashed"
