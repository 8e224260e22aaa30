"""No axe violation: every page as loaded, and a page of each type in its other states."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Protocol

import axe_playwright_python
import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},  # off by default in axe
    "resultTypes": ["violations"],
}
ALL_TYPES: set[str] = set()


class Site(Protocol):
    """What these tests need of the built site."""

    @property
    def pages(self) -> list[str]: ...


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it stands: rule, place, and axe's words."""
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate(AXE)
    found: dict[str, Any] = page.evaluate("options => axe.run(document, options)", OPTIONS)
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


def one_of_each_type(visit: Any, site: Site, types: set[str]) -> dict[str, str]:
    """Page type → the first page of that type, for the types asked for (none named: all)."""
    page = visit("").page
    found: dict[str, str] = {}
    for path in site.pages:
        kind = page.evaluate(
            """async path => new DOMParser().parseFromString(await (await fetch(path)).text(), "text/html")
                .querySelector("article").dataset.type ?? "none" """,
            path,
        )
        if not types or kind in types:
            found.setdefault(kind, path)
    return found


@pytest.mark.parametrize(("width", "scheme", "which"), [(320, "light", 0), (1280, "dark", 1)])
def test_every_page_as_loaded(visit: Any, site: Site, width: int, scheme: str, which: int) -> None:
    """Each page once, every other one of them small and light; with AUDIT=1 each page in both ways."""
    found = {}
    page = visit("", width=width, scheme=scheme).page
    base = page.url
    for path in site.pages if os.environ.get("AUDIT") == "1" else site.pages[which::2]:
        page.goto(base + path)
        page.evaluate("document.fonts.ready")
        found[path] = violations(page)
    assert len(found) > 10, "too few pages were built"
    assert {path: list_ for path, list_ in found.items() if list_} == {}


@pytest.mark.parametrize(("scheme", "types"), [("light", ALL_TYPES), ("dark", {"about"})])
def test_menu_open(visit: Any, site: Site, scheme: str, types: set[str]) -> None:
    found = {}
    for kind, path in one_of_each_type(visit, site, types).items():
        page = visit(path, width=320, height=640, scheme=scheme).page
        page.get_by_role("button", name="Menu").click()
        found[kind] = violations(page)
    assert {kind: list_ for kind, list_ in found.items() if list_} == {}


@pytest.mark.parametrize(
    ("query", "width", "scheme", "types"),
    [("socks", 320, "light", ALL_TYPES), ("socks", 1280, "dark", {"about", "home"}), ("zzzz", 320, "dark", {"home"})],
)
def test_search_open(visit: Any, site: Site, *, query: str, width: int, scheme: str, types: set[str]) -> None:
    found = {}
    for kind, path in one_of_each_type(visit, site, types).items():
        page = visit(path, width=width, height=640, scheme=scheme).page
        page.get_by_role("button", name="Search").first.click()
        page.get_by_role("textbox", name="Search").fill(query)
        page.wait_for_function("/found/.test(document.querySelector('.search__count').textContent)")
        found[kind] = violations(page)
    assert {kind: list_ for kind, list_ in found.items() if list_} == {}


def test_glossary_tip_open(visit: Any) -> None:
    page = visit("answers/sciatica/", width=320, height=640).page
    page.locator("a.term").first.focus()
    assert violations(page) == []
