"""No axe violation, and nothing that axe leaves open and nobody has judged; make audit looks at every state of all."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.browser.axe import JUDGED, findings, judgements, violations
from tests.browser.pages import Site, one_of_each_type
from tests.browser.states import OF_THE_FRAME, OF_THE_PAGE, settle

pytestmark = pytest.mark.browser
STATES = OF_THE_PAGE | OF_THE_FRAME


@pytest.mark.parametrize(("width", "scheme", "which"), [(320, "light", 0), (1280, "dark", 1)])
def test_every_page_as_loaded(visit: Any, site: Site, width: int, scheme: str, which: int) -> None:
    """Each page once, every other one of them small and light; make audit has each in six ways."""
    found = {}
    page = visit("", width=width, scheme=scheme).page
    for path in site.pages[which::2]:
        page.goto(site.url + path)
        settle(page)
        found[path] = findings(page, path).all
    assert len(found) > 10, "too few pages were built"
    assert {path: list_ for path, list_ in found.items() if list_} == {}


@pytest.mark.parametrize("half", [0, 1])
def test_every_state_of_a_page_of_each_type(visit: Any, site: Site, half: int) -> None:
    """Half of the types small and light, half of them wider and dark; both halves have a menu to open."""
    width, scheme = [(320, "light"), (768, "dark")][half]
    types = one_of_each_type(site)
    assert len(types) >= 10
    found, seen = {}, set()
    for path in list(types.values())[half::2]:
        page = visit(path, width=width, height=700, scheme=scheme).page
        for name, bring_about in STATES.items():
            if (within := bring_about(page)) is not None:
                seen.add(name)
                found[path, name] = findings(page, path, within).all
    # At the end of a page something sticks only on wide screens, which `make audit` looks at.
    assert seen | {"end"} == set(STATES), "a state was never seen"
    assert {place: list_ for place, list_ in found.items() if list_} == {}


def test_glossary_tip_open(visit: Any) -> None:
    page = visit("answers/sciatica/", width=320, height=640).page
    page.locator("a.term").first.focus()
    assert violations(page) == []


def test_judgements_are_whole_and_none_is_of_the_future() -> None:
    keys = {"rule", "selector", "pages", "judgement", "date"}
    assert [one for one in judgements() if set(one) != keys or not all(one.values())] == [], JUDGED
    assert all(date.fromisoformat(one["date"]) <= date.today() for one in judgements())


def test_what_nobody_judged_is_found(visit: Any) -> None:
    """Words on a picture: axe cannot tell their contrast, so a new place of that kind fails."""
    page = visit("answers/sciatica/", width=320).page
    page.evaluate(
        """() => {
          const text = document.querySelector(".summary");
          text.style.backgroundImage = "linear-gradient(white, black)";
        }"""
    )
    [only] = findings(page, "answers/sciatica/", ".summary").unjudged
    assert only.startswith("color-contrast: .summary")
