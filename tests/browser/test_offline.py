"""The copy of the whole site, unpacked and opened from a disk: everything works, nothing is asked of anybody."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site


@pytest.fixture(scope="module")
def unpacked(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the zip holds."""
    folder = tmp_path_factory.mktemp("a copy")  # with a space, as on many disks
    with zipfile.ZipFile(site.folder / "legwise.zip") as packed:
        packed.extractall(folder)
    return next(folder.iterdir())


@pytest.fixture
def disk(unpacked: Path, browser: Browser) -> Iterator[Any]:
    """A page of the copy, with what it asked for and complained of."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(8000)
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))

    def open_page(path: str) -> Page:
        page.goto((unpacked / path).as_uri())
        return page

    yield open_page
    assert [url for url in asked if not url.startswith((unpacked.as_uri(), "data:"))] == []
    assert complaints == []
    context.close()


def results(page: Page, words: str) -> list[str]:
    """What a search finds, by the files it leads to."""
    page.locator(".search__query").fill(words)
    expect(page.locator(".search__list .md-search-result__link").first).to_be_visible()
    page.wait_for_timeout(300)
    return [str(link.get_attribute("href")) for link in page.locator(".search__list .md-search-result__link").all()]


def test_search_knows_synonyms_mends_spelling_and_shows_danger_signs(disk: Any) -> None:
    page = disk("answers/back-pain/index.html")
    page.locator("[data-search-open]").first.click()
    assert results(page, "sciatcia socks")[0].split("#")[0].endswith("answers/sciatica/index.html")
    expect(page.locator("[data-search-mended]")).to_contain_text("sciatica")
    assert any("flights" in found for found in results(page, "dvt on a plane"))
    page.locator(".search__query").fill("numb between my legs and cannot pee")
    expect(page.locator("[data-red-flag=cauda-equina]")).to_be_visible()
    page.locator(".search__query").fill("varicose veins")
    page.locator(".search__list .md-search-result__link").first.click()
    expect(page.locator("h1")).to_contain_text("varicose", ignore_case=True)


def test_theme_tables_filters_and_tools_work(disk: Any) -> None:
    page = disk("compare/sciatica-treatments/index.html")
    sort = page.locator(".sort").first
    sort.click()
    expect(page.locator("th[aria-sort=ascending]")).to_have_count(1)
    page.locator("[data-theme-switch]").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page = disk("evidence/studies/index.html")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.locator("[data-filters] [type=search]").fill("partsch")
    expect(page.locator("[data-count]")).to_contain_text(" of ")
    page = disk("choose/levels/index.html")
    page.locator("[data-field=low]").fill("20")
    expect(page.locator("[data-result]")).to_contain_text("20 mmHg")
    page = disk("safety/who-should-not-wear/index.html")
    page.locator("[data-safety-check] input[type=checkbox]").first.check()
    page.locator("[data-safety-check] [type=submit]").click()
    expect(page.locator("[data-safety-check] [data-result]")).to_be_visible()


@pytest.mark.parametrize("path", ["index.html", "safety/urgent/index.html", "answers/sciatica/sheet/index.html"])
def test_each_page_says_that_it_is_a_copy_and_looks_like_the_site(disk: Any, site: Site, path: str) -> None:
    page = disk(path)
    note = page.locator(".copy-note").inner_text()
    assert note.startswith("This is a copy of ") and f"{site.url}{path.removesuffix('index.html')}" in note
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('650 20px Literata'))")
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").startswith("Literata")


def test_every_link_and_picture_in_the_copy_is_there(unpacked: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=True)
    page = context.new_page()
    missing: list[str] = []
    pages = sorted(unpacked.rglob("*.html"))
    assert len(pages) > 70
    script = """(text) => [...new DOMParser().parseFromString(text, "text/html").querySelectorAll("[href], [src]")]
      .map((one) => one.getAttribute("href") ?? one.getAttribute("src"))"""
    for file in pages:
        text = file.read_text("utf-8")
        assert "copy-note" in text, file
        for address in page.evaluate(script, text):
            local = address.split("#")[0].split("?")[0]
            if local and ":" not in local and not (file.parent / local).is_file():
                missing.append(f"{file.name}: {address}")
    context.close()
    assert missing == []


def test_it_is_small_and_the_same_each_time(site: Site) -> None:
    file = site.folder / "legwise.zip"
    assert file.stat().st_size < 8_000_000
    with zipfile.ZipFile(file) as packed:
        names = packed.namelist()
        days = {info.date_time for info in packed.infolist()}
    assert names == sorted(names) and len(days) == 1
