"""The states that a page can be in, brought about as a reader would, and which part of the page each one changes."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.looks import SHOW_ALL

WHOLE = ""
STICKY = """() => [...document.querySelectorAll("body *")].filter(one => {
  const style = getComputedStyle(one);
  const { top, bottom } = one.getBoundingClientRect(); // what is above the window stands before nothing in it
  if (!["sticky", "fixed"].includes(style.position) || !one.checkVisibility()) return false;
  if (bottom < 0 || top > innerHeight) return false;
  return !!(one.dataset.axeStuck = "1");
}).length"""
DETAILS = """() => [...document.querySelectorAll("main details:not([open])")].filter(one => {
  if (!one.checkVisibility()) return false;
  one.open = true;
  return !!(one.dataset.axeOpened = "1");
}).length"""
SETTLE = """async () => {
  await document.fonts.ready;
  const ready = () => document.querySelector("html:not(.js), html[data-ready]");
  for (let turns = 0; turns < 100 && !ready(); turns++) await new Promise(done => setTimeout(done, 50));
  document.getAnimations().forEach(one => one.finish());
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""
EMERGENCY = "my calf is hot red and swollen"


def settle(page: Page) -> None:
    """Fonts there, animations ended, everything laid out and painted."""
    page.evaluate(SHOW_ALL)
    page.evaluate(SETTLE)


def loaded(page: Page) -> str | None:
    """As the page came."""
    settle(page)
    return WHOLE


def details(page: Page) -> str | None:
    """Everything opened that opens."""
    opened = page.evaluate(DETAILS)
    settle(page)
    return "[data-axe-opened]" if opened else None


def end(page: Page) -> str | None:
    """Scrolled to the end: what stays in the window now stands before something else."""
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    settle(page)
    return "[data-axe-stuck]" if page.evaluate(STICKY) else None


def menu(page: Page) -> str | None:
    """The menu open, where the page has a button for it."""
    page.evaluate("scrollTo(0, 0)")
    button = page.get_by_role("button", name="Menu", exact=True)
    if not button.is_visible():
        return None
    button.click()
    settle(page)
    return ".header"


def _searched(page: Page, query: str) -> str:
    page.keyboard.press("Escape")
    page.locator("[data-search-open]:visible").first.click()
    field = page.get_by_role("textbox", name="Search Legwise")
    field.fill(query)
    expect(page.locator(".search__count")).to_contain_text("ound", timeout=30_000)  # found, or Nothing found
    return "dialog.search"


def results(page: Page) -> str | None:
    """Search open with results."""
    found = _searched(page, "siatica socks")
    expect(page.locator(".search__list > li").first).to_be_visible()
    page.wait_for_timeout(200)  # the list is drawn once more for the last letter
    settle(page)
    return found


def nothing(page: Page) -> str | None:
    """Search open and nothing found."""
    found = _searched(page, "zzzz")
    expect(page.locator(".search__instead")).to_be_visible()
    page.wait_for_timeout(200)
    settle(page)
    return found


def emergency(page: Page) -> str | None:
    """Search open with the card of a danger sign."""
    found = _searched(page, EMERGENCY)
    expect(page.locator("[data-red-flag]")).to_be_visible()
    page.wait_for_timeout(200)
    settle(page)
    return found


OF_THE_PAGE: dict[str, Callable[[Page], str | None]] = {"as loaded": loaded, "details open": details, "end": end}
OF_THE_FRAME: dict[str, Callable[[Page], str | None]] = {
    "menu open": menu,
    "search with results": results,
    "search without results": nothing,
    "search with the emergency card": emergency,
}
