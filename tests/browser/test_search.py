"""The built-in search finds the answers as people ask for them, misspelt too."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

SCIATICA = "Do compression socks help with sciatica?"
BACK_PAIN = "Do compression socks help with back pain?"


def titles(page: Page, query: str) -> list[str]:
    """The titles of the pages found, in order, once the list has settled."""
    page.keyboard.press("/")
    page.keyboard.type(query)
    expect(page.get_by_role("status")).to_contain_text("found")
    page.wait_for_timeout(300)
    return [text.strip() for text in page.locator(".result__title:not(.result__title--part)").all_inner_texts()]


@pytest.mark.parametrize(
    ("query", "first"),
    [("compression socks sciatica", SCIATICA), ("siatica socks", SCIATICA), ("back ache stockings", BACK_PAIN)],
)
def test_finds_both_answers(visit: Any, query: str, first: str) -> None:
    found = titles(visit("").page, query)
    assert found[0] == first
    assert {SCIATICA, BACK_PAIN} <= set(found)


def test_works_after_instant_navigation(visit: Any) -> None:
    page = visit("glossary/").page
    page.evaluate("window.stayed = true")
    page.get_by_role("link", name="Evidence").first.click()
    expect(page.locator("h1")).not_to_have_text("Glossary")
    assert page.evaluate("window.stayed"), "the page was loaded anew"
    assert page.locator("header [aria-current]").first.inner_text() == "Evidence"
    assert titles(page, "siatica socks")[0] == SCIATICA


def test_says_when_nothing_is_found(visit: Any) -> None:
    page = visit("").page
    assert titles(page, "qqqzzz") == []
    expect(page.get_by_role("status")).to_have_text("Nothing found")
    expect(page.locator(".search__help a").first).to_be_visible()


def test_home_opens_the_search(visit: Any) -> None:
    page = visit("", width=320, height=640).page
    page.locator(".home-search button").click()
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()
