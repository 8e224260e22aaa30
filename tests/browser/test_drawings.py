"""Diagrams and charts: words large enough and on the drawing at 320 px, colours of the system, all of it on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

import pytest

from tests.browser.axe import violations

pytestmark = pytest.mark.browser

WORDS = """() => [...document.querySelectorAll(".drawing svg[role=img] text")].map(text => {
    const image = text.closest("svg[role=img]"), shown = text.getBoundingClientRect();
    const all = image.getBoundingClientRect();
    const scale = image.viewBox.baseVal?.width ? all.width / image.viewBox.baseVal.width : 1;
    return {
        words: text.textContent, size: parseFloat(getComputedStyle(text).fontSize) * scale,
        inside: shown.left >= 0 && shown.right <= innerWidth
            && shown.top >= all.top - 1 && shown.bottom <= all.bottom + 1,
    };
})"""
COLLISIONS = """() => [...document.querySelectorAll("svg.chart")].flatMap(chart => {
    const texts = [...chart.querySelectorAll("text")].map(text => [text.textContent, text.getBoundingClientRect()]);
    return texts.flatMap(([one, a], at) => texts.slice(at + 1)
        .filter(([, b]) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4)
        .map(([other]) => `${one} / ${other}`));
})"""


class Site(Protocol):
    """What these tests need of the built site."""

    folder: Path

    @property
    def pages(self) -> list[str]: ...


def drawn(site: Site) -> list[str]:
    """The pages that hold a drawing or chart."""
    files = {path: site.folder / path / "index.html" for path in site.pages if not path.endswith(".html")}
    return [path for path, file in files.items() if 'class="drawing' in file.read_text(encoding="utf-8")]


@pytest.mark.parametrize("width", [320, 1280])
def test_words_are_large_enough_and_apart(visit: Any, site: Site, width: int) -> None:
    page = visit("", width=width, height=640).page
    faults = []
    for path in drawn(site):
        page.goto(page.url.split("legwise/")[0] + f"legwise/{path}")
        faults += [f"{path}: {one}" for one in page.evaluate(WORDS) if one["size"] < 13.9 or not one["inside"]]
        faults += [f"{path}: {one} overlap" for one in page.evaluate(COLLISIONS)]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults.append(f"{path}: scrolls sideways")
    assert faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_the_tables_open(visit: Any, site: Site, scheme: str) -> None:
    found = []
    for path in drawn(site):
        page = visit(path, width=320, height=640, scheme=scheme).page
        page.evaluate("document.querySelectorAll('.drawing__table').forEach(one => one.open = true)")
        found += [f"{path}: {one}" for one in violations(page)]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{path}: scrolls sideways with its table open")
    assert found == []


def test_forced_colours_are_those_of_the_system(visit: Any) -> None:
    page = visit("choose/levels/", scheme="dark", forced_colors="active").page
    system = page.evaluate(
        """() => ["Canvas", "CanvasText", "LinkText"].map(name => {
            const one = document.body.appendChild(document.createElement("i"));
            one.style.color = name;
            const found = getComputedStyle(one).color;
            one.remove();
            return found;
        })"""
    )
    used = page.evaluate(
        """() => [...new Set([...document.querySelectorAll(".chart rect, .chart line, .chart text")].flatMap(one => {
            const style = getComputedStyle(one);
            return [style.fill, style.stroke];
        }))].filter(colour => colour !== "none")"""
    )
    assert set(used) <= set(system)


def test_paper_shows_the_table_that_the_screen_keeps_closed(visit: Any) -> None:
    page = visit("choose/levels/").page
    table = page.locator(".drawing__table table")
    assert not table.is_visible()
    page.emulate_media(media="print")
    assert table.is_visible()
    assert table.bounding_box()["height"] > 100


def test_a_table_opens_by_keyboard(visit: Any) -> None:
    page = visit("choose/levels/", width=320, height=640).page
    summary = page.locator(".drawing__table > summary")
    assert summary.bounding_box()["height"] >= 44
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator(".drawing__table table").is_visible()
