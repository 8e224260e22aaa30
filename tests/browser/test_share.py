"""Addresses of single findings, questions, rows and words: copied with one press, and opened at their place."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open

PLACES = [
    ("answers/sciatica/", "claim-workday-swelling"),
    ("answers/sciatica/", "what-are-the-risks"),
    ("compare/strength/", "strength-from-20-to-30"),
    ("glossary/", "term-mmhg"),
]


@pytest.mark.parametrize(("path", "place"), PLACES)
def test_a_shared_address_opens_at_its_place_marked_and_focused(visit: Open, path: str, place: str) -> None:
    seen = visit(f"{path}#{place}", width=320, height=640)
    page = seen.page
    page.wait_for_timeout(300)
    found = page.evaluate(
        """(id) => { const one = document.getElementById(id); const box = one.getBoundingClientRect();
        return { top: box.top, focused: document.activeElement === one, outline: getComputedStyle(one).outlineStyle
          + getComputedStyle(one.querySelector("dt") ?? one).outlineStyle }; }""",
        place,
    )
    assert 0 <= found["top"] < 400, found
    assert found["focused"] and "solid" in found["outline"]
    assert seen.complaints == []


@pytest.mark.parametrize(("path", "place"), PLACES)
def test_each_place_has_a_named_control_that_copies_its_address(visit: Open, path: str, place: str) -> None:
    seen = visit(path, permissions=["clipboard-read", "clipboard-write"])
    page = seen.page
    control = page.locator(f'.share[href="#{place}"]')
    expect(control).to_have_count(1)
    box = control.bounding_box()
    assert box and box["width"] >= 44 and box["height"] >= 44
    name = control.get_attribute("aria-label") or ""
    assert name.startswith("Link to this ") and len(name) > 20
    control.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-shared]")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"/{path}#{place}")


def test_without_a_clipboard_it_is_a_plain_link(visit: Open) -> None:
    page = visit("glossary/").page
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.locator('.share[href="#term-mmhg"]').click()
    page.wait_for_url("**/glossary/#term-mmhg")


def test_a_page_reached_by_instant_navigation_has_them_too(visit: Open) -> None:
    page = visit("answers/").page
    page.evaluate("window.kept = true")
    page.locator('.article a[href*="sciatica"]').first.click()
    page.wait_for_url("**/answers/sciatica/")
    expect(page.locator('.share[href="#claim-workday-swelling"]')).to_have_count(1)
    assert page.evaluate("window.kept") is True
    assert page.locator("[data-shared]").count() == 1


def test_a_place_inside_what_is_closed_opens_it(visit: Open) -> None:
    page = visit("choose/levels/").page
    assert page.locator("details:has(#chart-classes-table)").get_attribute("open") is None
    page.goto(page.url + "#chart-classes-table")
    expect(page.locator("details:has(#chart-classes-table)")).to_have_attribute("open", "")
    expect(page.locator("#chart-classes-table")).to_be_in_viewport()
