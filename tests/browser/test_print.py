"""Paper: the whole answer with its sources, nothing that only a screen can do, and few sheets of it."""

from __future__ import annotations

import os
import re

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import ROOT, Open
from tests.browser.looks import SAME_TYPE

TYPES = [
    "",
    "answers/",
    "answers/sciatica/",
    "conditions/swollen-legs/",
    "choose/levels/",
    "compare/strength/",
    "safety/urgent/",
    "evidence/grading/",
    "about/quality/",
    "glossary/",
]
"""A page of each of the ten types."""

PRINT = ROOT / "docs" / "assets" / "stylesheets" / "print.css"
SHEETS = 4
LONGER = {
    "answers/sciatica/": 6,
    "answers/back-pain/": 6,
    "answers/swollen-ankles/": 5,
    "answers/hospital/": 5,
}
"""Answers with more tables and sources than four sheets hold in a type that can still be read; never more than this.
Counted in the typeface we ship, which is wider than most: in one like Arial they are 6, 5, 4 and 5."""

_ALL = [f"answers/{file.stem}/" for file in sorted((ROOT / "docs" / "answers").glob("*.md")) if file.stem != "index"]
ANSWERS = (
    _ALL if os.environ.get("AUDIT") else ["answers/after-a-clot/", "answers/cellulitis/", "answers/swollen-ankles/"]
)

WHOLE = (
    ".verdict, .care, .gate, .claim, .certainty, .notes li, .references li, .review, .comparison tbody tr:not(.group)"
)
SCREEN = ".header, .trail, .rail, .skip, .footer__links, .tools, .pick, .share, button:not(.sort), [data-converter]"
SEEN = """([screen, whole]) => {
  const shown = (element) => element.getClientRects().length > 0;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const told = (elements) => elements.map((one) => one.outerHTML.slice(0, 90));
  const closed = (one) => one.lastElementChild.getBoundingClientRect().height < 2;
  const cut = (one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1;
  const bare = (one) => shown(one) && one.hostname !== location.hostname
    && !getComputedStyle(one, "::after").content.includes(one.hostname);
  return {
    screenOnly: told(all(screen).filter(shown)),
    title: shown(document.querySelector("h1")),
    hiddenParts: told(all(whole).filter((one) => !shown(one))),
    closed: told(all(".article details:not(.tools__columns, .comparison-foot__cite)").filter(closed)),
    cut: told(all(".article table").filter(cut)),
    reviewed: all(".review time").some(shown),
    dark: getComputedStyle(document.body).backgroundColor,
    width: [document.documentElement.scrollWidth, innerWidth],
    references: all(".references li").length,
    backLinks: all(".reference__back").filter(shown).length,
    bare: told(all(".article a[href^=http]:not(.references a)").filter(bare)),
  };
}"""


def sheets(page: Page, form: str = "A4") -> int:
    """How many sheets a page takes on paper."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=form)))


@pytest.mark.parametrize("path", TYPES)
def test_paper_gets_the_whole_page_and_nothing_of_the_screen(visit: Open, path: str) -> None:
    page = visit(path, width=703, scheme="dark").page  # as wide as an A4 sheet between its margins
    page.emulate_media(media="print")
    seen = page.evaluate(SEEN, [SCREEN, WHOLE])
    assert seen["screenOnly"] == []
    assert seen["title"] and seen["hiddenParts"] == [] and seen["closed"] == [] and seen["bare"] == []
    assert seen["cut"] == [] and seen["width"][0] <= seen["width"][1]
    assert seen["dark"] == "rgb(255, 255, 255)" and seen["backLinks"] == 0
    assert seen["reviewed"] or path == "answers/"
    assert seen["references"] or not path.startswith(("answers/s", "conditions", "safety"))


def test_the_address_of_another_site_is_printed_behind_its_link(visit: Open) -> None:
    page = visit("about/").page
    page.emulate_media(media="print")
    link = page.locator('.article a[href^="https://creativecommons.org"]')
    assert "creativecommons.org" in link.evaluate("(one) => getComputedStyle(one, '::after').content")
    assert page.locator(".printed").inner_text().endswith("/about/")


@pytest.mark.parametrize("path", ANSWERS)
def test_an_answer_takes_two_to_four_sheets(visit: Open, path: str) -> None:
    """With AUDIT=1 every answer; else three, one of the longest and one with wide tables among them."""
    page = visit("about/", java_script_enabled=False).page
    page.route(
        "**/print.css",
        lambda route: route.fulfill(body=PRINT.read_text("utf-8") + SAME_TYPE, content_type="text/css"),
    )
    page.goto(page.url.replace("about/", path))
    assert 2 <= sheets(page) <= LONGER.get(path, SHEETS)


@pytest.mark.parametrize("path", ["answers/swollen-ankles/", "answers/sciatica/"])
def test_a_row_of_a_wide_table_is_a_card_that_names_its_columns(visit: Open, path: str) -> None:
    """In columns half as wide as a sheet, words would break in the middle."""
    page = visit(path, width=703).page
    page.emulate_media(media="print")
    for table in page.locator(".comparison[data-layout=cards]").all():
        assert table.locator("caption").is_visible()
        for cell in table.locator("td[data-label]").all():
            told = cell.evaluate("(it) => [getComputedStyle(it, '::before').content, it.dataset.label, it.offsetWidth]")
            assert told[1] in told[0] and told[2] > 250, told
