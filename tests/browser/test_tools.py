"""The converter and the safety check: by keys, read out, on small screens, without scripts; answers stay put."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations

pytestmark = pytest.mark.browser
LEVELS = "choose/levels/"
SAFETY = "safety/who-should-not-wear/"
BOTH = [(320, "light"), (1280, "dark")]


def result(page: Page) -> str:
    """The converter's answer as it reads, once it has come."""
    page.wait_for_timeout(450)
    return " ".join(page.get_by_role("status").filter(has_text="ankle").inner_text().split())


def sideways(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


@pytest.mark.parametrize(("width", "scheme"), BOTH)
def test_a_number_by_keys(visit: Any, width: int, scheme: str) -> None:
    page = visit(LEVELS, width=width, scheme=scheme).page
    page.get_by_label("mmHg on the packet", exact=True).focus()
    page.keyboard.type("22")
    told = result(page)
    assert "22 mmHg at the ankle" in told
    assert "UK: Class 2 (18 to 24)." in told
    assert "Germany: No class. It falls in the gap between class I (18 to 21) and class II (23 to 32)." in told
    page.keyboard.press("Tab")
    page.keyboard.type("40")
    told = result(page)
    assert "22 to 40 mmHg" in told
    assert "all of class III" not in told
    assert "no class from 32 to 34" in told
    assert violations(page) == []
    assert not sideways(page)
    page.get_by_role("button", name="Start again").press("Enter")
    page.wait_for_function("() => document.activeElement.id === 'converter-low'")
    expect(page.locator("[data-result]")).to_be_empty()


def test_a_class_by_keys(visit: Any) -> None:
    page = visit(LEVELS).page
    page.get_by_label("mmHg on the packet", exact=True).fill("9")
    page.get_by_label("Or the country and class").select_option(label="Class IV: 49 mmHg or more")
    told = result(page)
    assert "Germany, class IV, is 49 mmHg or more at the ankle" in told
    assert "UK: No class. It is stronger than class 3 (25 to 35), the strongest." in told
    assert "France: Part of class 4 (36.1 or more)." in told
    assert page.get_by_label("mmHg on the packet", exact=True).input_value() == ""
    page.get_by_label("mmHg on the packet", exact=True).fill("20")
    assert "United States: The band 15 to 20 and the band 20 to 30." in result(page).replace("Band", "band")
    assert page.get_by_label("Or the country and class").input_value() == ""


@pytest.mark.parametrize(
    ("low", "high", "words", "at"),
    [
        ("0", "", "Type a number from 1 to 80.", "low"),
        ("20", "900", "Type a number from 1 to 80.", "high"),
        ("", "20", "Type the first number too.", "low"),
        ("30", "20", "The second number must be the higher one.", "high"),
    ],
)
def test_mistakes_are_told_beside_the_field(visit: Any, low: str, high: str, words: str, at: str) -> None:
    page = visit(LEVELS, width=320).page
    page.locator("#converter-low").fill(low)
    page.locator("#converter-high").fill(high)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == f"converter-{at}"
    expect(page.locator("#converter-error")).to_have_text(words)
    assert page.locator(f"#converter-{at}").get_attribute("aria-invalid") == "true"
    assert page.locator(f"#converter-{at}").get_attribute("aria-describedby") == "converter-error"
    expect(page.locator("[data-result]")).to_be_empty()


def test_the_converter_and_the_table_say_the_same(visit: Any) -> None:
    page = visit(LEVELS).page
    options = page.locator("#converter-class option[data-name]")
    assert options.count() == page.locator("#classes tbody tr:not(.group)").count()
    for option in options.all():
        page.locator("#converter-class").select_option(value=None, label=option.inner_text())
        assert "undefined" not in result(page)


@pytest.mark.parametrize(("width", "scheme"), BOTH)
def test_an_urgent_answer_shows_its_card_at_once(visit: Any, width: int, scheme: str) -> None:
    page = visit(SAFETY, width=width, height=900, scheme=scheme).page
    card = page.locator("[data-urgent] [data-card=cold-foot]")
    expect(card).to_be_hidden()
    page.get_by_label("Is your foot cold, pale or blue").focus()
    page.keyboard.press("Space")
    expect(card).to_be_visible()
    expect(card).to_be_in_viewport()
    assert card.locator("xpath=ancestor::*[@role='alert']").count() == 1
    expect(page.locator("[data-urgent] a[href='tel:999']").first).to_be_visible()
    expect(page.locator("[data-urgent] [data-card=leg-clot]")).to_be_hidden()
    assert violations(page) == []
    assert not sideways(page)
    page.keyboard.press("Space")
    expect(card).to_be_hidden()


@pytest.mark.parametrize(("width", "scheme"), BOTH)
def test_the_result_is_which_advice_applies(visit: Any, width: int, scheme: str) -> None:
    made = visit(SAFETY, width=width, scheme=scheme)
    made.page.wait_for_load_state("networkidle")
    page, asked = made.page, asked_for(made)
    page.get_by_label("Have you had a bypass operation").press("Space")
    page.get_by_label("Do you have diabetes").press("Space")
    page.get_by_role("button", name="See what applies").press("Enter")
    told = page.locator("[data-safety-check] [data-result]")
    expect(told).to_be_visible()
    assert told.get_attribute("role") == "status"
    assert told.locator("h4:visible").all_inner_texts() == ["Do not wear them", "Ask first"]
    reason = told.get_by_role("link", name="A bypass graft in your leg").get_attribute("href") or ""
    assert reason.endswith("#contra-bypass")
    assert violations(page) == []
    assert not sideways(page)
    assert asked_for(made) == asked, "an answer was sent somewhere"
    assert page.url.endswith(SAFETY)
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")[1:] == [0, ""]
    page.get_by_role("button", name="Start again").press("Enter")
    page.wait_for_function("() => document.activeElement === document.querySelector('[data-safety-check] input')")
    expect(told).to_be_hidden()
    assert page.locator("[data-safety-check] input:checked").count() == 0
    page.get_by_role("button", name="See what applies").press("Enter")
    assert told.locator("h4:visible").all_inner_texts() == ["You ticked nothing"]


def test_answers_are_gone_when_the_reader_leaves(visit: Any) -> None:
    page = visit(SAFETY).page
    page.get_by_label("Do you have diabetes").check()
    page.locator(".related a").first.click()
    page.wait_for_function("() => !document.querySelector('[data-safety-check]')")
    page.go_back()
    page.wait_for_selector("[data-safety-check]")
    assert page.locator("[data-safety-check] input:checked").count() == 0
    page.get_by_label("Do you have diabetes").check()
    page.reload()
    assert page.locator("[data-safety-check] input:checked").count() == 0


def test_no_answer_has_a_name_that_could_be_sent(visit: Any) -> None:
    for path in (LEVELS, SAFETY):
        page = visit(path).page
        assert page.locator(".tool-box [name]").count() == 0
        assert page.locator(".tool-box").get_attribute("action") is None


def test_without_scripts(visit: Any) -> None:
    page = visit(LEVELS, width=320, java_script_enabled=False).page
    expect(page.locator("#converter")).to_be_hidden()
    expect(page.locator("#classes table")).to_be_visible()
    page.goto(page.url.replace(LEVELS, SAFETY))
    box = page.locator("#safety-check")
    assert box.locator("input:visible, button:visible, [data-result]:visible").count() == 0
    expect(box.get_by_text("Have you had a bypass operation")).to_be_visible()
    expect(box.locator("[data-card=cold-foot]")).to_be_visible()
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_tools_come_only_with_their_page(visit: Any) -> None:
    made = visit("answers/sciatica/")
    made.page.wait_for_load_state("networkidle")
    for module in ("converter", "safety-check", "filter"):
        assert not [one.url for one in made.requests if f"/{module}.mjs" in one.url]
    made.page.goto(made.page.url.replace("answers/sciatica/", SAFETY))
    made.page.wait_for_load_state("networkidle")
    assert [one.url for one in made.requests if "/safety-check.mjs" in one.url]
    assert not [one.url for one in made.requests if "/converter.mjs" in one.url]
    assert made.complaints == []


def test_a_page_with_a_tool_opens_at_its_top(visit: Any) -> None:
    for path in ("safety/who-should-not-wear/", "choose/levels/"):
        page = visit(path).page
        page.wait_for_timeout(500)
        assert page.evaluate("[scrollY, document.activeElement.tagName]") == [0, "BODY"]


def asked_for(made: Any) -> list[str]:
    """What the page asked for; the browser fetches its icon when it likes."""
    return [one.url for one in made.requests if "favicon" not in one.url]
