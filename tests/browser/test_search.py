"""The built-in search finds the answers as people ask for them, misspelt too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

QUERIES = json.loads(Path(__file__).with_name("search-queries.json").read_text(encoding="utf-8"))
ASK = """async (queries) => {
  const root = document.querySelector("link[rel=icon]").href.replace(/assets.*/, "");
  const index = await (await fetch(root + "search/search_index.json")).json();
  const worker = new Worker(root + "assets/javascripts/search-worker.js");
  const answer = (message) => new Promise((done) => {
    worker.onmessage = ({ data }) => done(data);
    worker.postMessage(message);
  });
  await answer({ type: 0, data: index });
  if (!queries.length) return index.docs.filter((doc) => !doc.location.includes("#")).map((doc) => doc.title);
  const found = [];
  for (const query of queries) {
    const { data } = await answer({ type: 2, data: query });
    found.push(data.items.map(([page]) => page.title.replace(/<[^>]*>/g, "")));
  }
  worker.terminate();
  return found;
}"""
FLAGS = """async (queries) => {
  const root = document.querySelector("link[rel=icon]").href.replace(/assets.*/, "");
  const { RedFlags } = await import(root + "assets/javascripts/search-flags.mjs");
  const flags = new RedFlags(await (await fetch(root + "search/search_help.json")).json());
  return queries.map((query) => flags.card(query) ?? "");
}"""

pytestmark = pytest.mark.browser

SCIATICA = "Do compression socks help with sciatica?"
BACK_PAIN = "Do compression socks help with back pain?"


def titles(page: Page, query: str) -> list[str]:
    """The titles of the pages found, in order, once the list has settled."""
    page.keyboard.press("/")
    page.keyboard.type(query)
    expect(page.locator(".search__count")).to_contain_text("found")
    page.wait_for_timeout(300)
    return [text.strip() for text in page.locator(".result__title:not(.result__title--part)").all_inner_texts()]


@pytest.mark.parametrize(
    ("query", "first"),
    [("compression socks sciatica", SCIATICA), ("siatica socks", SCIATICA), ("back ache stockings", BACK_PAIN)],
)
def test_finds_both_answers(visit: Any, query: str, first: str) -> None:
    found = titles(visit("").page, query)
    assert found[0] == first
    assert len(found) > 1


def test_words_as_people_type_them_find_the_right_page(visit: Any) -> None:
    """Asked of the engine in the page, since eighty typed searches take minutes: the same files and answers.

    Limits: the first result right for 74 of 80, one of the first three for 79, none empty (page anatomy, search).
    """
    page = visit("").page
    known = {title for title in page.evaluate(ASK, []) if title}
    cases = [case for case in QUERIES["queries"] if known & set(case["expect"])]
    assert len(cases) >= 70
    found = dict(
        zip((case["query"] for case in cases), page.evaluate(ASK, [case["query"] for case in cases]), strict=True)
    )
    first = [
        case["query"] for case in cases if not found[case["query"]] or found[case["query"]][0] not in case["expect"]
    ]
    three = [case["query"] for case in cases if not set(found[case["query"]][:3]) & set(case["expect"])]
    assert len(first) <= len(cases) * 6 / 80, first
    assert len(three) <= max(1, len(cases) / 80), three
    assert all(found.values())


def test_danger_signs_show_their_card_and_ordinary_words_do_not(visit: Any) -> None:
    page = visit("").page
    missed = [
        query for query, card in zip(QUERIES["red"], page.evaluate(FLAGS, QUERIES["red"]), strict=True) if not card
    ]
    wrong = [
        query for query, card in zip(QUERIES["plain"], page.evaluate(FLAGS, QUERIES["plain"]), strict=True) if card
    ]
    assert missed == []
    assert wrong == []
    assert len(QUERIES["red"]) >= 40
    assert len(QUERIES["plain"]) >= 60


def test_a_danger_sign_stands_above_the_results_once(visit: Any) -> None:
    page = visit("", width=390, height=844).page
    titles(page, "calf is hot and swollen")
    card = page.locator("[data-red-flag]")
    expect(card).to_have_count(1)
    assert card.get_attribute("data-red-flag") == "leg-clot"
    expect(card.get_by_role("link", name="111")).to_have_attribute("href", "tel:111")
    above = card.bounding_box()
    below = page.locator(".search__count").bounding_box()
    assert above and below and above["y"] < below["y"]
    card.evaluate("card => { card.dataset.kept = '1'; }")
    page.keyboard.type(" since monday")
    page.wait_for_timeout(300)
    assert card.get_attribute("data-kept") == "1", "further typing made it anew"
    page.keyboard.press("Control+A")
    page.keyboard.type("wash socks")
    expect(card).to_have_count(0)


def test_a_result_says_what_it_is_and_how_sure(visit: Any) -> None:
    page = visit("").page
    titles(page, "sciatica socks")
    first = page.locator(".md-search-result__link").first
    expect(first.locator(".result__kind")).to_have_text("Answer")
    expect(first.locator(".result__certainty")).to_have_text("Not tested: no studies")
    assert page.locator(".md-search-result__item").count() <= 8


def test_the_index_comes_once_and_with_the_first_opening(visit: Any) -> None:
    made = visit("")

    def fetched() -> int:
        return sum(one.url.endswith("search_index.json") for one in made.requests)

    made.page.wait_for_load_state("networkidle")
    assert fetched() == 0
    titles(made.page, "sciatica socks")
    made.page.keyboard.press("Escape")
    titles(made.page, " for flights")
    assert fetched() == 1


def test_what_was_cleared_before_the_index_came_is_not_answered(visit: Any) -> None:
    page = visit("").page
    asked: list[Any] = []

    def hold(route: Any) -> None:  # Playwright cannot wrap a built-in such as list.append
        asked.append(route)

    page.route("**/search/search_index.json", hold)
    page.keyboard.press("/")
    page.keyboard.type("sciatica socks")
    page.get_by_role("button", name="Clear the search").click()
    page.wait_for_timeout(300)
    asked[0].continue_()
    page.wait_for_timeout(1_000)
    expect(page.locator(".md-search-result__item")).to_have_count(0)


def test_an_index_that_did_not_come_is_asked_for_again(visit: Any) -> None:
    page = visit("").page
    page.route("**/search/search_index.json", lambda route: route.abort(), times=1)
    page.keyboard.press("/")
    expect(page.locator(".search__count")).to_contain_text("Search could not load")
    page.keyboard.type("sciatica socks")
    expect(page.locator(".result__title").first).to_be_visible()


def test_says_which_words_it_mended(visit: Any) -> None:
    page = visit("").page
    titles(page, "bad cirkulation socks")
    expect(page.locator("[data-search-mended]")).to_contain_text("circulation")


def test_says_it_too_where_what_helps_comes_after_the_results(visit: Any) -> None:
    page = visit("").page
    asked: list[Any] = []

    def hold(route: Any) -> None:  # Playwright cannot wrap a built-in such as list.append
        asked.append(route)

    page.route("**/search/search_help.json", hold)
    titles(page, "bad cirkulation socks")
    asked[0].continue_()
    expect(page.locator("[data-search-mended]")).to_contain_text("circulation")


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
    expect(page.locator(".search__count")).to_have_text("Nothing found")
    expect(page.locator(".search__help a").first).to_be_visible()
    offered = page.locator("[data-search-instead] a")
    expect(offered.first).to_be_visible()
    offered.first.click()
    expect(page.locator("h1")).to_have_text("Leg and back symptoms that need urgent help")


def test_home_opens_the_search(visit: Any) -> None:
    page = visit("", width=320, height=640).page
    page.locator(".home-search button").click()
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()
