"""The problems panel as a writer uses it: break a page, see it told, copy its place, go there, mend it, see it gone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.integration.conftest import Preview, Project, project, serve  # noqa: F401  fixtures of the preview

pytestmark = pytest.mark.browser

PAGE = "docs/answers/sciatica.md"
HEAD = "\n## What was tested and found\n"
SECONDS = 40_000  # milliseconds that a rebuild and its reload may take on a busy machine
OPTIONS = "type: answer\n"
Opener = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Opener]:
    """Opens an address in a fresh context of the given width and colours."""
    contexts = []

    def open_one(address: str, *, width: int = 1280, scheme: Literal["light", "dark"] = "light", **more: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, **more)
        context.set_default_timeout(20_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield open_one
    for context in contexts:
        context.close()


def line_of(project: Project, text: str) -> int:  # noqa: F811
    lines = (project.folder / PAGE).read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_break_see_copy_jump_mend_gone(
    project: Project,  # noqa: F811
    serve: Callable[[], Preview],  # noqa: F811
    open_page: Opener,
) -> None:
    preview = serve()
    preview.until("/answers/sciatica/", lambda html: "sciatica" in html)
    page = open_page(f"{preview.address}/answers/sciatica/", permissions=["clipboard-read", "clipboard-write"])
    panel = page.locator("[data-problems]")
    expect(panel).to_have_count(0)

    project.change(PAGE, HEAD, f"{HEAD}\nFirst words.\n\nRead [this text](nowhere.md) now.\n")
    expect(panel).to_be_visible(timeout=SECONDS)  # by live reload alone
    line = line_of(project, "nowhere.md")
    place = f"{PAGE}:{line}:6"
    problem = panel.locator(".problem", has_text="nowhere.md")
    expect(problem).to_have_count(1)  # MkDocs complains of the same link: told once
    expect(problem.locator("code")).to_have_text(place)
    expect(panel.locator(".problems__title")).to_have_text("1 error")

    problem.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(panel.get_by_role("status")).to_have_text(f"Copied {place}")
    assert page.evaluate("navigator.clipboard.readText()") == place
    expect(problem.get_by_role("button")).to_be_focused()

    page.keyboard.press("Tab")
    expect(problem.get_by_role("link", name="Show in the page")).to_be_focused()
    page.keyboard.press("Enter")
    shown = page.locator("[data-shown-problem]")
    expect(shown).to_have_text("Read this text now.")
    expect(shown).to_be_in_viewport()
    expect(shown).to_be_focused()

    project.change(PAGE, "[this text](nowhere.md)", "this text")
    expect(panel).to_have_count(0, timeout=SECONDS)


def test_problems_of_front_matter_data_and_navigation(
    project: Project,  # noqa: F811
    serve: Callable[[], Preview],  # noqa: F811
    open_page: Opener,
) -> None:
    project.change("docs/data/comparisons/sciatica-supports.yml", "rows:", "rowz:")
    project.change(PAGE, "summary: ", "summary: So far as we know at this time, and we have looked for it all over, ")
    project.change("mkdocs.yml", "  - Glossary: glossary.md", "  - Glossary: glossary.md\n  - Gone: gone.md")
    preview = serve()
    preview.until("/answers/sciatica/", lambda html: "data-problems" in html)
    page = open_page(f"{preview.address}/answers/sciatica/")
    expect(page.get_by_role("list", name="On this page")).to_contain_text("summary")
    expect(page.get_by_role("list", name="In data that this page shows")).to_contain_text("Did you mean “rows”?")
    expect(page.get_by_role("list", name="Elsewhere")).to_contain_text("gone.md")
    page.get_by_role("list", name="On this page").get_by_role("link").first.click()
    expect(page.locator(".summary[data-shown-problem]")).to_be_in_viewport()

    other = open_page(f"{preview.address}/choose/types/")
    expect(other.get_by_role("list", name="Elsewhere")).to_contain_text("Did you mean “rows”?")
    expect(other.locator(".problems__others")).to_contain_text("answers/sciatica.md")
    other.locator(".problems__others a").first.click()
    expect(other).to_have_url(f"{preview.address}/answers/sciatica/")

    summary = page.locator(".problems__title")
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".problem").first).to_be_hidden()
    page.reload()
    expect(page.locator(".problem").first).to_be_hidden()


def test_the_panel_fits_every_screen(
    project: Project,  # noqa: F811
    serve: Callable[[], Preview],  # noqa: F811
    open_page: Opener,
) -> None:
    project.change(PAGE, OPTIONS, f"{OPTIONS}sumary: twice\n")
    project.change(PAGE, HEAD, f"{HEAD}\nRead [this]({'far-away-' * 12}.md) now.\n")
    preview = serve()
    preview.until("/answers/sciatica/", lambda html: "data-problems" in html)
    for width, colours in (
        (320, {"scheme": "light"}),
        (320, {"scheme": "dark"}),
        (1280, {"scheme": "dark", "forced_colors": "active"}),
    ):
        fits(open_page(f"{preview.address}/answers/sciatica/", width=width, **colours), width)


def fits(page: Page, width: int) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    panel, heading = page.locator("[data-problems]"), page.locator("#content > h1")
    boxes = panel.bounding_box(), heading.bounding_box()
    assert boxes[0] is not None
    assert boxes[1] is not None
    assert boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"], "the panel covers nothing"
    for control in panel.locator("summary, button, .problem__show").all():
        box = control.bounding_box()
        assert box is not None
        assert box["height"] >= 24
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
    results = Axe().run(page, context="[data-problems]")
    assert results.violations_count == 0, results.generate_report()
    page.emulate_media(media="print")
    expect(panel).to_be_hidden()
