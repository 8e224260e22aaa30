"""Bad conditions and other ways to see: no script, images, storage or index; forced colours, contrast, motion."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Route, expect

from tests.browser.looks import SAME_TYPE, SPACING, WHOLE, look, look_with_large_text, look_with_style
from tests.browser.pages import Site, one_of_each_type
from tests.browser.states import settle

pytestmark = pytest.mark.browser
ANSWER = "answers/sciatica/"


def test_an_index_that_does_not_come_is_told_and_the_answers_are_linked(visit: Any) -> None:
    made = visit("about/")
    made.page.route("**/search_index.json", lambda route: route.abort())
    made.page.goto(made.page.url.replace("about/", ANSWER))
    made.page.keyboard.press("/")
    expect(made.page.locator(".search__count")).to_contain_text("Search could not load", timeout=15_000)
    expect(made.page.locator(".search__help a").last).to_be_visible()
    assert made.page.evaluate("document.activeElement.matches('.search__query')")


def test_blocked_storage_takes_nothing_but_the_memory(visit: Any) -> None:
    made = visit("about/")
    made.context.add_init_script(
        """Object.defineProperty(window, "localStorage", {
          get() { throw new DOMException("blocked", "SecurityError"); },
        })"""
    )
    made.page.goto(made.page.url.replace("about/", ANSWER))
    settle(made.page)  # a button that moves between press and release is not clicked
    made.page.get_by_role("button", name="Dark theme").click()
    assert made.page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert made.complaints == []


def test_without_images_and_fonts_a_page_is_whole(visit: Any) -> None:
    def stop(route: Route) -> None:
        route.abort() if route.request.resource_type in {"image", "font"} else route.continue_()

    made = visit("about/", width=320, height=640)
    made.page.route("**/*", stop)
    made.page.goto(made.page.url.replace("about/", ANSWER))
    assert look(made.page, WHOLE) == []
    expect(made.page.locator(".verdict__headline")).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_without_script_the_page_tells_where_every_answer_is(visit: Any, width: int) -> None:
    page = visit(ANSWER, width=width, height=640, java_script_enabled=False).page
    told = page.locator("p.menu-plain")  # by its class: what is in noscript has no role or text for Playwright
    expect(told).to_be_visible()
    told.locator("a").click()
    expect(page).to_have_url(re.compile("/answers/$"))
    assert page.get_by_role("button").all() == []


def test_forced_colours_keep_borders_marks_and_focus(visit: Any) -> None:
    page = visit(ANSWER, width=320, forced_colors="active").page
    for box in (".verdict", ".care-card", ".gate"):
        style = page.locator(box).first.evaluate("one => getComputedStyle(one).borderTopStyle")
        assert style not in {"none", "hidden"}, box
    beads = page.locator(".verdict > .certainty").evaluate(
        "one => { const mark = getComputedStyle(one, '::before');"
        " return [mark.backgroundColor === getComputedStyle(one).color, mark.maskImage.slice(0, 8), mark.height]; }"
    )
    assert beads[:2] == [True, 'url("dat'] and float(beads[2].removesuffix("px")) > 20, beads
    page.keyboard.press("Tab")
    ring = page.evaluate(
        "[getComputedStyle(document.activeElement).outlineStyle, getComputedStyle(document.activeElement).outlineWidth]"
    )
    assert ring == ["solid", "3px"]


def test_more_contrast_takes_full_colours(visit: Any) -> None:
    page = visit(ANSWER, contrast="more").page
    muted = page.locator(".review").first.evaluate("one => getComputedStyle(one).color")
    assert muted == page.evaluate("getComputedStyle(document.body).color")


def test_reduced_motion_moves_nothing(visit: Any) -> None:
    page = visit(ANSWER).page
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter(one => {
          const style = getComputedStyle(one);
          return parseFloat(style.transitionDuration) > .01 || style.animationName !== "none"
            || style.scrollBehavior === "smooth";
        }).map(one => one.className || one.tagName)"""
    )
    assert moving == []


def test_larger_and_wider_text_cuts_nothing_on_any_page_type(visit: Any, site: Site) -> None:
    """Twice the size of text, and text spaced as a reader may set it; at 400 % zoom a page is 320 px wide."""
    page = visit("", width=1280, height=1024, bypass_csp=True).page
    faults = {}
    for path in one_of_each_type(site).values():
        page.goto(site.url + path)
        page.add_style_tag(content=SAME_TYPE)
        page.evaluate("document.fonts.ready")
        if found := look_with_large_text(page) + look_with_style(page, SPACING):
            faults[path] = found
    assert faults == {}
