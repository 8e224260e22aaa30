"""What a page weighs: elements, transfers of the first visit and of the next page, our scripts, the search index."""

from __future__ import annotations

import gzip
import statistics
from html.parser import HTMLParser
from typing import Any

import pytest
from playwright.sync_api import Request

from tests.browser.conftest import BASE, Site

MOST_ELEMENTS = 1500
LIBRARIES = {"evidence/reviews/", "evidence/studies/", "evidence/texts/", "glossary/"}
"""The study library, which is three pages, and the glossary: long lists are what they are for. Their elements are not
counted, their bytes are."""
MOST_BYTES = 140_000
MOST_REQUESTS = 16
NEXT_BYTES, NEXT_REQUESTS = 20_000, 3
SCRIPTS_BYTES = 15_000
INDEX, INDEX_BYTES = "search/search_index.json", 120_000
HEADERS = 300
"""Bytes allowed for the headers of each answer."""
PACKED = (".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt")


class Elements(HTMLParser):
    """Counts what a browser makes of a page before any script: what waits in a template or is for those without
    scripts is no element of it."""

    def __init__(self) -> None:
        """None so far."""
        super().__init__()
        self.count = 0
        self._apart = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count it."""
        self.count += not self._apart
        self._apart += tag in {"template", "noscript"}

    def handle_endtag(self, tag: str) -> None:
        """Leave what stood apart."""
        self._apart -= tag in {"template", "noscript"}


def elements(site: Site, page: str) -> int:
    """The number of elements of a built page."""
    counter = Elements()
    counter.feed(
        (site.folder / (page or "index.html") / ("index.html" if page.endswith("/") else "")).read_text("utf-8")
    )
    return counter.count


def heaviest(site: Site, number: int) -> list[str]:
    """The pages with most elements, but for the libraries."""
    return sorted(set(site.pages) - LIBRARIES, key=lambda page: -elements(site, page))[:number]


def weight(request: Request, site: Site) -> int:
    """Bytes of an answer as a compressing host sends it."""
    path = request.url.removeprefix(site.url).partition("?")[0]
    file = site.folder / (path + "index.html" if path.endswith("/") or not path else path)
    body = file.read_bytes()
    return HEADERS + (len(gzip.compress(body, 6)) if file.suffix in PACKED else len(body))


def transfers(requests: list[Request], site: Site) -> list[tuple[str, int]]:
    """What was sent, each address once: what is asked for again comes from the browser's own store."""
    sent = {one.url: one for one in requests if one.url.startswith("http")}
    return [(url.removeprefix(site.url), weight(one, site)) for url, one in sent.items()]


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_has_too_many_elements(visit: Any, site: Site, width: int) -> None:
    """The heaviest pages as they stand after all scripts; the others have fewer before them, and gain less by them."""
    over = {}
    page = visit("", width=width).page
    for path in heaviest(site, 4 if width == 1280 else 2):
        page.goto(site.url + path, wait_until="networkidle")
        if (count := page.evaluate("document.querySelectorAll('*').length")) > MOST_ELEMENTS:
            over[path] = count
    assert not over


@pytest.mark.parametrize(
    "path",
    ["", "answers/sciatica/", "compare/sciatica-treatments/", "evidence/map/", *sorted(LIBRARIES)],
)
def test_first_visit(visit: Any, site: Site, path: str) -> None:
    made = visit(path, width=390, height=844)
    made.page.wait_for_load_state("networkidle")
    assert [one.url for one in made.requests if not one.url.startswith((site.url, "data:", "blob:"))] == []
    sent = transfers(made.requests, site)
    assert len(sent) <= MOST_REQUESTS, sent
    assert sum(size for _, size in sent) < MOST_BYTES, sent


def test_the_next_page_by_instant_navigation(visit: Any, site: Site) -> None:
    made = visit("", width=390, height=844)
    made.page.wait_for_load_state("networkidle")
    there = {one.url for one in made.requests}
    made.page.locator(".leaders a", has_text="flights").click()
    made.page.wait_for_selector(".verdict")
    made.page.wait_for_load_state("networkidle")
    sent = transfers([one for one in made.requests if one.url not in there], site)
    assert len(sent) <= NEXT_REQUESTS, sent


def test_the_page_in_the_middle_is_small(site: Site) -> None:
    """Long pages with a hundred sources weigh up to twice as much."""
    sizes = [len(gzip.compress(file.read_bytes(), 6)) + HEADERS for file in site.folder.rglob("index.html")]
    assert statistics.median(sizes) <= NEXT_BYTES


def test_our_scripts_and_the_search_index_are_small(visit: Any, site: Site) -> None:
    """On the page with most of them: a comparison with all its tools, and the search open."""
    made = visit("compare/sciatica-treatments/")
    made.page.keyboard.press("/")
    made.page.get_by_role("textbox", name="Search").fill("socks")
    made.page.wait_for_selector(".md-search-result__item")
    sent = transfers(made.requests, site)
    others = ("bundle", "search-w")  # the theme's own, and the search's worker, which is no script of the page
    ours = [
        (path, size) for path, size in sent if path.endswith(("js", "mjs")) and not any(one in path for one in others)
    ]
    assert sum(size - HEADERS for _, size in ours) <= SCRIPTS_BYTES, ours
    assert dict(sent)[INDEX] <= INDEX_BYTES


@pytest.mark.parametrize("path", ["answers/flights/", "evidence/map/", "compare/sciatica-treatments/"])
def test_nothing_jumps_by_itself_when_details_open(visit: Any, path: str) -> None:
    page = visit(path, width=320, height=640).page
    page.wait_for_load_state("networkidle")
    page.evaluate(
        """() => {
          window.jumps = 0;
          new PerformanceObserver(list => list.getEntries().forEach(e => { if (!e.hadRecentInput) jumps += e.value }))
            .observe({type: "layout-shift", buffered: true});
        }"""
    )
    for details in page.locator("article details:visible > summary").all()[:3]:
        details.click()
    page.wait_for_timeout(300)
    assert page.evaluate("jumps") <= 0.02
    assert BASE in page.url
