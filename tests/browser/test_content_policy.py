"""The content security policy in a real browser: nothing of ours offends it, and what it forbids does not run."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from knowledge.outputs.redirects import redirects
from tests.browser.pages import one_of_each_type
from tests.builders import load
from tests.site_text import FILES

pytestmark = pytest.mark.browser
NOTE = """window.offences = [];
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample, lineNumber }) =>
  window.offences.push([violatedDirective, blockedURI, sample, lineNumber].join(" ")), true);
"""


def watched(visit: Any, path: str = "", **options: Any) -> Any:
    """An open page that notes what its policy refuses, from its first byte on."""
    found = visit(path, **options)
    found.context.add_init_script(NOTE)
    found.page.reload(wait_until="load")
    return found


def answer(content: str, kind: str) -> Callable[[Route], None]:
    """Answers a request with a text of ours."""
    return lambda route: route.fulfill(body=content, content_type=kind)


def offences(page: Page) -> list[str]:
    found: list[str] = page.evaluate("window.offences")
    return found


def test_no_page_offends_as_loaded(visit: Any, site: Any) -> None:
    """A page of each type, all with AUDIT=1; that all hold nothing inline is looked at in the built files."""
    opened = watched(visit)
    of_each_type = [*one_of_each_type(site).values(), "nowhere/"]
    for path in site.pages if os.environ.get("AUDIT") == "1" else of_each_type:
        opened.page.goto(site.url + path, wait_until="load")
        assert offences(opened.page) == [], path
    assert [text for text in opened.complaints if "Security Policy" in text] == []


def test_nothing_offends_in_use_from_one_first_page_on(visit: Any) -> None:
    opened = watched(visit, "")
    page = opened.page
    page.evaluate("window.stayed = true")
    page.keyboard.press("/")
    page.keyboard.type("siatica")
    expect(page.locator(".search__list > li").first).to_be_visible()
    page.locator("[data-search-close]").click()
    page.locator("[data-theme-switch]").click()
    for section, there in (("Evidence map", "[data-filters]"), ("Glossary", "dfn, dt"), ("Danger signs", ".care-card")):
        page.locator(".footer").get_by_role("link", name=section).click()
        page.locator(f"main {there}").first.wait_for()
    page.locator(".sections").get_by_role("link", name="Choose").click()
    page.locator(".comparison[data-ready] .sort").first.click()
    page.get_by_role("searchbox", name="Find in this table").fill("socks")
    page.get_by_text("Choose columns").first.click()
    assert page.evaluate("window.stayed"), "all of it under the policy of the page loaded first"
    assert offences(page) == []
    assert [text for text in opened.complaints if "Security Policy" in text] == []


@pytest.mark.parametrize("path", ["choose/levels/", "safety/who-should-not-wear/", "evidence/studies/", "no/where/"])
def test_tools_and_the_page_of_no_page_work(visit: Any, path: str) -> None:
    opened = watched(visit, path)
    page = opened.page
    for field in page.locator("main :is(input[type=checkbox], input[type=search]):visible").all()[:2]:
        field.click()
    page.locator("[data-theme-switch]").click()
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark", "chosen, and there before the first paint"
    assert offences(page) == []


PLANTED = {
    "an inline script": "<script>window.ran = 1</script>",
    "a handler": "<img src=x onerror='window.ran = 1'>",
    "a script of elsewhere": "<script src='https://elsewhere.example/x.js'></script>",
    "a link that is a script": "<a id=planted href='javascript:window.ran=1'>x</a>",
    "a script as data": "<script src='data:text/javascript,window.ran=1'></script>",
    "a frame of elsewhere": "<iframe src='https://elsewhere.example/'></iframe>",
    "a frame": "<iframe srcdoc='<script>parent.ran = 1</script>'></iframe>",
    "an object": "<object data='data:text/html,<script>parent.ran = 1</script>'></object>",
    "another base": "<base href='https://elsewhere.example/'>",
    "a style": "<style>body { --x: 1 }</style><p style='--x: 1'></p>",
    "a form": "<form id=planted action='https://elsewhere.example/'><button id=send>x</button></form>",
    "an image of elsewhere": "<img src='https://elsewhere.example/x.png'>",
}


def test_what_is_planted_does_not_run(visit: Any, site: Any) -> None:
    opened = visit("404.html")
    page = opened.page
    html = (site.folder / "about" / "index.html").read_text(encoding="utf-8")
    served: list[str] = []
    page.route("**/about/", lambda route: route.fulfill(body=served[-1], content_type="text/html"))
    for name, planted in PLANTED.items():
        served.append(html.replace("</h1>", f"</h1>{planted}", 1))
        del opened.requests[:], opened.complaints[:]
        page.goto(site.url + "about/")
        page.evaluate("document.querySelector('a#planted, #send')?.click()")
        for _ in range(100):
            if refused := [text for text in opened.complaints if "Content Security Policy" in text]:
                break
            page.wait_for_timeout(50)
        assert refused, name
        assert page.evaluate(
            "[window.ran, document.baseURI, getComputedStyle(document.body).getPropertyValue('--x')]"
        ) == [
            None,
            page.url,
            "",
        ], name
        assert [one.url for one in opened.requests if not one.url.startswith(site.url) and one.failure != "csp"] == []


def test_no_address_of_ours_is_told_to_others(visit: Any) -> None:
    page = visit("about/").page
    assert page.evaluate("document.querySelector('meta[name=referrer]').content") == "no-referrer"


def test_a_page_that_moved_leads_on_with_its_anchor(visit: Any, site: Any, tmp_path: Path) -> None:
    guide = FILES["choose/levels.md"].replace("published:", "was: [levels.md]\npublished:")
    left = redirects(load(tmp_path, {**FILES, "choose/levels.md": guide}))
    opened = visit("404.html")
    page = opened.page
    for path, content in left.items():
        address = site.url + path.removesuffix("index.html")
        kind = "text/html" if path.endswith(".html") else "text/javascript"
        page.route(f"{address}*", answer(content, kind))
    del opened.complaints[:]
    page.goto(f"{site.url}levels/#sources")
    page.wait_for_url(f"{site.url}choose/levels/#sources")
    assert opened.complaints == []
