"""Reading: nothing from elsewhere, nothing sideways, one title, and all of it without JavaScript."""

from __future__ import annotations

import re
from typing import Any, Protocol

import pytest

from tests.browser.looks import SAME_TYPE, SPACING, STRUCTURE, TARGETS, WHOLE, look, look_with_style

pytestmark = pytest.mark.browser


class Site(Protocol):
    """What these tests need of the built site."""

    url: str

    @property
    def pages(self) -> list[str]: ...


def test_every_page_is_well_built_and_whole_and_asks_no_one_else(visit: Any, site: Site) -> None:
    """At 320 px, which is 1280 at a zoom of 400 %: structure, names, targets, flow, and text spaced wider."""
    made = visit("", width=320, height=640, bypass_csp=True)
    faults, titles = [], []
    for path in site.pages:
        made.page.goto(site.url + path)
        made.page.add_style_tag(content=SAME_TYPE)
        made.page.evaluate("document.fonts.ready")
        found = look(made.page, STRUCTURE, TARGETS, WHOLE) + look_with_style(made.page, SPACING)
        faults += [f"{path}: {one}" for one in found]
        titles.append(made.page.title())
    made.page.wait_for_load_state("networkidle")
    elsewhere = {r.url for r in made.requests if not r.url.startswith(site.url)}
    assert faults == []
    assert sorted(titles) == sorted(set(titles)), "two pages of one title"
    assert elsewhere == set()
    assert made.complaints == []
    assert made.context.cookies() == []


def test_nothing_is_kept_but_the_theme(visit: Any) -> None:
    made = visit("answers/sciatica/")
    made.page.get_by_role("button", name="Search").first.click()
    made.page.get_by_role("textbox", name="Search").fill("socks")
    made.page.wait_for_selector(".md-search-result__item")
    made.page.keyboard.press("Escape")
    made.page.get_by_role("button", name="Dark theme").click()
    assert made.page.evaluate("Object.keys({...localStorage})") == ["legwise-theme"]
    assert made.page.evaluate("Object.keys({...sessionStorage})") == []
    assert made.context.cookies() == []
    assert "socks" not in made.page.url


def test_no_inline_handlers_and_no_script_links(visit: Any, site: Site) -> None:
    page = visit("").page
    for path in site.pages:
        html = page.evaluate("async path => (await fetch(path)).text()", path)
        assert not re.search(r"\son[a-z]+\s*=\s*[\"']", html), path
        assert "javascript:" not in html.lower(), path


def test_first_screen_of_an_answer_on_a_small_phone(visit: Any) -> None:
    page = visit("answers/sciatica/", width=320, height=640).page
    for what in ["h1", ".verdict__headline", ".verdict .certainty", ".trail__danger"]:
        box = page.locator(what).first.bounding_box()
        assert box is not None and box["y"] + box["height"] <= 640, f"{what} is below the first screen: {box}"


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_jumps_while_loading(visit: Any, width: int) -> None:
    page = visit("answers/sciatica/", width=width, height=640).page
    page.wait_for_timeout(500)
    shift = page.evaluate(
        """() => new Promise(done => {
          let sum = 0;
          new PerformanceObserver(list => list.getEntries().forEach(e => sum += e.value))
            .observe({type: "layout-shift", buffered: true});
          setTimeout(() => done(sum), 200);
        })"""
    )
    assert shift <= 0.02


def test_an_unknown_address_says_so(visit: Any) -> None:
    page = visit("no/such/page/", width=320).page
    assert "cannot find" in page.locator("h1").inner_text()
    assert page.get_by_role("link", name=re.compile("Danger signs")).count() >= 2
    page.get_by_role("link", name="The home page").click()
    page.wait_for_url(re.compile(r"/legwise/$"))


def test_without_javascript(visit: Any) -> None:
    page = visit("answers/sciatica/", width=320, height=640, java_script_enabled=False).page
    assert page.locator(".verdict__headline").is_visible()
    assert page.locator(".care-card").first.is_visible()
    assert page.locator(".references li").count() > 0
    assert page.get_by_role("button").all() == [], "a button that does nothing is shown"
    page.locator("summary", has_text="Menu").click()
    page.get_by_role("link", name="Compression levels", exact=False).first.click()
    assert "levels" in page.url
    page.goto(page.url.replace("choose/levels/", "answers/sciatica/"))
    term = page.locator("a.term").first
    term.focus()
    assert page.locator(f"#{term.get_attribute('aria-describedby')}").first.is_visible()


def test_printing_leaves_the_furniture_out(visit: Any) -> None:
    page = visit("answers/sciatica/", scheme="dark").page
    page.emulate_media(media="print")
    for gone in ["header", ".trail", ".rail", ".footer__links", ".report"]:
        assert not page.locator(gone).first.is_visible(), gone
    assert page.locator(".references").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(21, 39, 46)"
