"""The sheet for an appointment: one side of paper, linked from its answer, whole without scripts, good on a phone."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import Open, Site
from tests.browser.test_print import sheets


def of(site: Site) -> list[str]:
    """The addresses of all sheets."""
    return [path for path in site.pages if path.endswith("/sheet/")]


def answers(site: Site) -> list[str]:
    """The addresses of all answers."""
    folder = site.folder
    return [
        path
        for path in site.pages
        if path.endswith("/") and 'data-type="answer"' in (folder / path / "index.html").read_text("utf-8")
    ]


def test_every_answer_has_one_that_fits_one_side_of_a4_and_us_letter(site: Site, visit: Open) -> None:
    page = visit(java_script_enabled=False).page
    found = of(site)
    assert [path.removesuffix("sheet/") for path in found] == [
        path for path in site.pages if path in set(answers(site))
    ]
    assert len(found) > 15
    taken = {}
    for path in found:
        page.goto(site.url + path)
        taken[path] = (sheets(page, "A4"), sheets(page, "Letter"))
    assert {path: count for path, count in taken.items() if count != (1, 1)} == {}


def test_it_holds_what_an_appointment_needs(site: Site, visit: Open) -> None:
    page = visit("answers/sciatica/sheet/", java_script_enabled=False).page
    heads = page.locator(".sheet h2").all_inner_texts()
    assert heads == [
        "Do not wait for the appointment",
        "What is known",
        "Tell them what is true for you",
        "Questions to ask",
        "My own notes",
    ]
    told = page.locator(".sheet").inner_text()
    for words in (
        "Not tested: we do not know.",
        "Not tested: no studies",
        "trouble peeing or pooing",
        "Artery disease in your legs",
        "Not yet checked by a clinician.",
        "Last reviewed",
        f"{site.url}answers/sciatica/",
    ):
        assert words in told, words
    assert page.locator("h1").inner_text() == "For your appointment: Do compression socks help with sciatica?"
    assert page.locator('meta[name="robots"]').get_attribute("content") == "noindex"
    assert "sheet/" not in (site.folder / "search" / "search_index.json").read_text("utf-8")
    assert "/sheet/" not in (site.folder / "sitemap.xml").read_text("utf-8")


@pytest.mark.parametrize("width", [320, 1280])
def test_an_answer_leads_to_it_and_it_leads_back(site: Site, visit: Open, width: int) -> None:
    page = visit("answers/sciatica/", width=width).page
    link = page.locator(".sheet-link a")
    box = link.bounding_box()
    assert box and box["height"] >= 44
    link.click()
    page.wait_for_url("**/answers/sciatica/sheet/")
    assert page.locator(".sheet .line").count() > 6
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator(".sheet__part--end a").click()
    page.wait_for_url(re.compile(r"answers/sciatica/$"))
