"""By keys alone: skip link, menu, search, glossary words, theme, citations; the focus is always seen."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

SEEN = """() => {
  const it = document.activeElement, style = getComputedStyle(it);
  let box = it.getBoundingClientRect();
  const ringed = [it, it.closest("li")].filter(Boolean).find(e => parseFloat(getComputedStyle(e).outlineWidth) >= 2
      && getComputedStyle(e).outlineStyle !== "none");
  const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 2);
  const y = box.top + Math.min(box.height / 2, innerHeight / 2);
  const top = document.elementFromPoint(x, Math.max(1, Math.min(y, innerHeight - 2)));
  return {
    name: it.tagName + " " + (it.getAttribute("aria-label") || it.textContent || it.id).trim().slice(0, 50),
    ring: !!ringed,
    onScreen: box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight,
    covered: !(top && (it.contains(top) || top.contains(it) || top.closest("li, label, .home-search") === it.closest("li, label, .home-search"))),
  };
}"""  # noqa: E501


def active(page: Page, expression: str) -> Any:
    """Evaluate JavaScript on the focused element, called `it`."""
    return page.evaluate(f"() => {{ const it = document.activeElement; return {expression}; }}")


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_every_stop_is_seen_and_none_comes_twice(visit: Any, width: int, scheme: str) -> None:
    page = visit("answers/sciatica/", width=width, height=700, scheme=scheme).page
    faults, count = [], 0
    page.keyboard.press("Tab")
    assert active(page, "it.textContent") == "Skip to content"
    while active(page, "it !== document.body && !it.dataset.walked"):
        page.evaluate("document.activeElement.dataset.walked = 1")
        count += 1
        seen = page.evaluate(SEEN)
        if not seen["ring"] or not seen["onScreen"] or seen["covered"]:
            faults.append(seen)
        page.keyboard.press("Tab")
    assert count > 20
    assert faults == []


def test_skip_link_leads_into_the_page(visit: Any) -> None:
    page = visit("answers/sciatica/").page
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.id === 'content'")
    page.keyboard.press("Tab")
    assert active(page, "!!it.closest('article')")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_menu(visit: Any, scheme: str) -> None:
    page = visit("answers/sciatica/", width=320, height=640, scheme=scheme).page
    button = page.get_by_role("button", name="Menu")
    assert button.get_attribute("aria-expanded") == "false"
    expect(page.locator("#menu")).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    assert active(page, "!!it.closest('#menu')")
    page.keyboard.press("Escape")
    expect(page.locator("#menu")).to_be_hidden()
    assert active(page, "it.matches('[data-menu-button]')")
    page.keyboard.press("Enter")
    page.locator("#menu").get_by_role("link", name="Do compression socks help with back pain?").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("back pain")
    expect(page.locator("#menu")).to_be_hidden()
    assert active(page, "it.tagName") == "H1"
    button.click()
    expect(page.locator("#menu [aria-current=page]")).to_contain_text("back pain")


@pytest.mark.parametrize("width", [320, 1280])
def test_search(visit: Any, width: int) -> None:
    page = visit("safety/urgent/", width=width, height=640).page
    page.keyboard.press("/")
    dialog = page.locator("dialog#search")
    expect(dialog).to_be_visible()
    page.keyboard.type("sciatica")
    expect(page.get_by_role("status")).to_contain_text("found")
    page.wait_for_timeout(300)  # the list is drawn once more for the last letter
    page.keyboard.press("ArrowDown")
    assert active(page, "it.matches('.md-search-result__link')")
    expect(page.locator(":focus")).to_be_in_viewport()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")
    assert active(page, "!!it.closest('dialog')"), "Tab left the open search"
    page.locator(".md-search-result__link").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("sciatica", ignore_case=True)
    expect(dialog).to_be_hidden()
    page.wait_for_function("() => document.activeElement.tagName === 'H1'")


def test_search_leave(visit: Any) -> None:
    page = visit("answers/sciatica/", width=320, height=640).page
    button = page.get_by_role("button", name="Search")
    button.focus()
    page.keyboard.press("Enter")
    page.keyboard.type("socks")
    page.keyboard.press("Escape")
    expect(page.locator("dialog#search")).to_be_hidden()
    assert active(page, "it.matches('[data-search-open]')")
    page.keyboard.press("Escape")
    expect(page.locator("dialog#search")).to_be_hidden()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Close").focus()
    page.keyboard.press("Space")
    expect(page.locator("dialog#search")).to_be_hidden()


def test_single_letters_do_nothing(visit: Any) -> None:
    page = visit("answers/sciatica/").page
    address = page.url
    for key in "fspn":
        page.keyboard.press(key)
    expect(page.locator("dialog#search")).to_be_hidden()
    assert page.url == address


def test_glossary_word(visit: Any) -> None:
    page = visit("answers/sciatica/", width=320, height=640).page
    term = page.locator("a.term").first
    tip = page.locator(f"#{term.get_attribute('aria-describedby')}").first
    expect(tip).to_be_hidden()
    term.focus()
    expect(tip).to_be_visible()
    word, shown = term.bounding_box(), tip.bounding_box()
    assert word and shown and shown["x"] >= 0 and shown["x"] + shown["width"] <= 320
    assert shown["y"] >= word["y"] + word["height"] - 1 or shown["y"] + shown["height"] <= word["y"] + 1, (
        "tip covers it"
    )
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    assert active(page, "it.matches('a.term')")


def test_glossary_word_on_touch(visit: Any) -> None:
    page = visit("answers/sciatica/", width=320, height=640, has_touch=True).page
    term = page.locator("a.term").first
    term.scroll_into_view_if_needed()
    address = page.url
    term.tap()
    expect(page.locator(f"#{term.get_attribute('aria-describedby')}").first).to_be_visible()
    assert page.url == address
    term.tap()
    page.wait_for_url("**/glossary/**")


def test_theme_is_kept(visit: Any) -> None:
    page = visit("answers/sciatica/").page
    switch = page.locator("[data-theme-switch]")
    switch.focus()
    assert switch.inner_text() == "Dark theme"
    page.keyboard.press("Enter")
    assert switch.inner_text() == "Light theme"
    page.get_by_role("link", name="Glossary").first.click()
    expect(page.locator("h1")).to_have_text("Glossary")
    assert page.locator("[data-theme-switch]").inner_text() == "Light theme"
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(17, 25, 27)"
    assert page.locator("[data-theme-switch]").inner_text() == "Light theme"


def test_citation_and_back(visit: Any) -> None:
    page = visit("answers/sciatica/").page
    citation = page.locator("p .citation a[id]").first
    name, goal = citation.get_attribute("id"), (citation.get_attribute("href") or "").split("#")[1]
    citation.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("id => document.activeElement.closest('li')?.id === id", arg=goal)
    expect(page.locator(f"#{goal}")).to_be_in_viewport()
    page.locator(f"#{goal} .reference__back").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("id => document.activeElement.id.startsWith(id.replace(/-1$/, ''))", arg=name)


def test_back_gives_the_focus_back(visit: Any) -> None:
    page = visit("answers/sciatica/").page
    link = page.locator(".related a").first
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.tagName === 'H1'")
    page.go_back()
    expect(page.locator("h1")).to_contain_text("sciatica")
    page.wait_for_function("() => !!document.activeElement.closest('.related')")
