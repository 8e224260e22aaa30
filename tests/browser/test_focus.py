"""The focus, forwards and backwards through a page, is on screen, ringed, named, and never under what sticks."""

from __future__ import annotations

import os
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import Site, one_of_each_type
from tests.browser.states import settle

pytestmark = pytest.mark.browser
AUDIT = os.environ.get("AUDIT") == "1"
WAYS = [(320, "light"), (1280, "dark"), *([(320, "dark"), (1280, "light")] if AUDIT else [])]
MOST = 400 if AUDIT else 70
FOCUS = """() => {
  const it = document.activeElement, box = it.getBoundingClientRect();
  if (it === document.body) return null;
  const faults = [];
  const around = [it, it.closest("li"), it.closest("label")].filter(Boolean).map(one => getComputedStyle(one));
  const ringed = around.some(style => parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== "none");
  if (!ringed) faults.push("no ring");
  if (box.right <= 0 || box.left >= innerWidth || box.bottom <= 0 || box.top >= innerHeight) faults.push("off screen");
  const label = it.getAttribute("aria-label") || it.getAttribute("aria-labelledby") || it.textContent.trim()
    || it.closest("label")?.textContent.trim() || document.querySelector(`label[for="${it.id}"]`)?.textContent.trim();
  if (!label) faults.push("no name");
  for (const one of document.querySelectorAll("[data-sticks]")) {
    if (one.contains(it) || it.contains(one) || !one.checkVisibility()) continue;
    const other = one.getBoundingClientRect();
    const left = Math.max(box.left, other.left), right = Math.min(box.right, other.right);
    const top = Math.max(box.top, other.top), bottom = Math.min(box.bottom, other.bottom);
    if (right - left < 2 || bottom - top < 2) continue;
    const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (seen && one.contains(seen)) faults.push(`under ${one.className || one.tagName}`);
  }
  const again = it.dataset.walked;
  it.dataset.walked = "1";
  return { faults: faults.map(fault => `${fault}: ${it.tagName} ${label?.slice(0, 40)}`), again: !!again };
}"""
MARK_STICKY = """() => document.querySelectorAll("body *").forEach(one => {
  const { position } = getComputedStyle(one);
  if (["sticky", "fixed"].includes(position) && !one.matches(".term__tip")) one.dataset.sticks = "";
})"""


def walk(page: Page, key: str, most: int) -> tuple[int, list[str]]:
    """Presses a key until the focus leaves the page or comes back to where it was; the stops and their faults."""
    page.evaluate(MARK_STICKY)
    page.evaluate("document.querySelectorAll('[data-walked]').forEach(one => delete one.dataset.walked)")
    faults: list[str] = []
    for stops in range(most):
        page.keyboard.press(key)
        seen = page.evaluate(FOCUS)
        if seen is None or seen["again"]:
            return stops, faults
        faults += seen["faults"]
    return most, faults


@pytest.mark.parametrize(("width", "scheme"), WAYS)
def test_the_focus_is_seen_both_ways_on_every_page_type(visit: Any, site: Site, width: int, scheme: str) -> None:
    paths = one_of_each_type(site) if AUDIT else {"comparison": "compare/sciatica-supports/", "home": ""}
    found = {}
    for path in paths.values():
        page = visit(path, width=width, height=640, scheme=scheme).page
        page.wait_for_selector("[data-theme-switch]:not([hidden])")
        for key in ("Tab", "Shift+Tab"):
            stops, faults = walk(page, key, MOST)
            assert stops > 8, (path, key)
            if faults:
                found[path, key] = faults
    assert found == {}


@pytest.mark.parametrize(("width", "scheme"), WAYS)
def test_search_keeps_the_focus_and_gives_it_back(visit: Any, width: int, scheme: str) -> None:
    """Down, Down, Up; Enter opens with the focus on the title; Back returns to where the search was opened."""
    page = visit("answers/flights/", width=width, height=640, scheme=scheme).page
    opener = page.locator("[data-search-open]:visible").first
    opener.focus()
    page.keyboard.press("Enter")
    page.keyboard.type("siatica")
    expect(page.locator(".search__list > li").first).to_be_visible()
    page.wait_for_timeout(400)
    for key, index in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0)):
        page.keyboard.press(key)
        links = "[...document.querySelectorAll('.md-search-result__link')].filter(one => one.checkVisibility())"
        assert page.evaluate(f"{links}.indexOf(document.activeElement)") == index, key
        expect(page.locator(":focus")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.wait_for_function(
        "() => document.activeElement.tagName === 'H1' && /sciatica/i.test(document.activeElement.textContent)"
    )
    page.go_back()
    expect(page.locator("h1")).to_contain_text("flight")
    page.wait_for_function("() => document.activeElement.matches('[data-search-open]')")


@pytest.mark.parametrize(("width", "scheme"), WAYS)
def test_the_emergency_card_comes_before_any_result(visit: Any, width: int, scheme: str) -> None:
    page = visit("", width=width, height=640, scheme=scheme).page
    page.keyboard.press("/")
    page.keyboard.type("my calf is hot red and swollen")
    card = page.locator("[data-red-flag]")
    expect(card).to_be_visible()
    page.evaluate("document.querySelector('[data-red-flag]').dataset.first = '1'")
    page.keyboard.type(" today")
    page.wait_for_timeout(400)
    assert card.get_attribute("data-first") == "1", "drawn anew, and so read twice"
    stops = []
    for _ in range(6):
        page.keyboard.press("Tab")
        stops.append(
            page.evaluate(
                "document.activeElement.closest('[data-red-flag]') ? 'card' : document.activeElement.className"
            )
        )
    assert "card" in stops
    assert "md-search-result__link" not in stops[: stops.index("card")]


def test_a_place_that_the_address_names_is_at_the_top_and_has_the_focus(visit: Any) -> None:
    """Followed on the page, and opened with it: tools that come above it late push it nowhere."""
    page = visit("answers/sciatica/", width=320, height=640).page
    settle(page)
    top = "() => Math.round(document.getElementById('questions-people-ask').getBoundingClientRect().top)"
    page.evaluate("() => { location.hash = '#questions-people-ask'; }")
    page.wait_for_function("() => document.activeElement.id === 'questions-people-ask'")
    page.wait_for_timeout(500)
    assert 0 <= page.evaluate(top) < 100
    page.goto(page.url.partition("#")[0].replace("answers/sciatica/", "about/"))
    page.goto(page.url.replace("about/", "answers/sciatica/#questions-people-ask"))
    settle(page)
    page.wait_for_timeout(500)
    assert 0 <= page.evaluate(top) < 100


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_what_opens_opens_by_keys(visit: Any, key: str) -> None:
    page = visit("compare/sciatica-supports/", width=320, height=640).page
    settle(page)
    summary = page.locator("main details:not([open]) > summary").last.element_handle()
    assert summary is not None
    summary.focus()
    page.keyboard.press(key)
    assert summary.evaluate("one => one.parentElement.open")
