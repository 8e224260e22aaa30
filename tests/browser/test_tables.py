"""What a reader may do with a table: sort, find, choose columns, put two side by side, share it; by keys, read out."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations
from tests.browser.test_keyboard import SEEN

pytestmark = pytest.mark.browser
MANY = "choose/types/"
"""A page whose table has more than eight rows."""
FEW = "answers/sciatica/"
NAME = "garment-types"


class Site(Protocol):
    """What these tests need of the built site."""

    folder: Path
    url: str

    @property
    def pages(self) -> list[str]: ...


def table(page: Page, name: str = NAME) -> Locator:
    """A comparison whose tools are there."""
    found = page.locator(f".comparison[data-key='{name}'][data-ready]")
    found.wait_for()
    return found


def shown(region: Locator) -> list[str]:
    """The keys of the rows that are shown, in order."""
    rows = region.locator("tbody tr[data-key]:visible")
    keys: list[str] = rows.evaluate_all("rows => rows.map(row => row.dataset.key)")
    return keys


def active(page: Page, expression: str) -> Any:
    return page.evaluate(f"() => {{ const it = document.activeElement; return {expression}; }}")


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_sorting_by_keys(visit: Any, width: int, scheme: str) -> None:
    page = visit(MANY, width=width, scheme=scheme).page
    region = table(page)
    order = shown(region)
    head = region.locator("thead th[data-key=tested]")
    button = head.get_by_role("button", name="What was tested")
    assert head.get_attribute("aria-sort") == "none"
    button.focus()
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    certainties = "rows => rows.map(row => row.querySelector('td[data-label=\"What was tested\"]').dataset.certainty)"
    levels = ["very-low", "low", "moderate", "high"]
    found = [one if one in levels else None for one in region.locator("tbody tr").evaluate_all(certainties)]
    graded = [one for one in found if one]
    assert graded == sorted(graded, key=levels.index)
    assert found == graded + [None] * (len(found) - len(graded)), "what is absent comes last"
    expect(page.locator("[role=status]").filter(has_text="Sorted by What was tested: least sure first.")).to_have_count(
        1
    )
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    down = [one if one in levels else None for one in region.locator("tbody tr").evaluate_all(certainties)]
    assert down[: len(graded)] == sorted(graded, key=levels.index, reverse=True)
    assert active(page, "it.matches('th[data-key=tested] .sort')")
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "none"
    assert shown(region) == order


@pytest.mark.parametrize("width", [320, 1280])
def test_finding(visit: Any, width: int) -> None:
    page = visit(MANY, width=width).page
    region = table(page)
    total = len(shown(region))
    field = page.get_by_role("searchbox", name="Find in this table")
    field.focus()
    page.keyboard.type("RUNning")
    assert 0 < len(shown(region)) < total
    told = page.locator("[role=status]").filter(has_text=f"Showing {len(shown(region))} of {total}")
    expect(told).to_have_count(1)
    page.keyboard.press("Escape")
    assert field.input_value() == ""
    assert len(shown(region)) == total
    chip = page.get_by_role("button", name="Low 3")
    chip.click()
    assert chip.get_attribute("aria-pressed") == "true"
    assert len(shown(region)) == 3
    field.fill("zzzz")
    expect(page.get_by_text("Nothing in the table fits.").first).to_be_visible()
    page.get_by_role("button", name="Show all").click()
    assert len(shown(region)) == total
    assert chip.get_attribute("aria-pressed") == "false"


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_two_side_by_side(visit: Any, width: int, scheme: str) -> None:
    page = visit(FEW, width=width, scheme=scheme).page
    region = table(page, "sciatica-supports")
    press = page.locator(".comparison[data-key=sciatica-supports] + .tools--after").get_by_role("button").first
    assert press.get_attribute("aria-disabled") == "true"
    for name in ("Compare Compression socks", "Compare Foam roller"):
        region.get_by_role("checkbox", name=name).focus()
        page.keyboard.press("Space")
    press.focus()
    page.keyboard.press("Enter")
    assert active(page, "it.textContent") == "Compression socks and Foam roller"
    assert active(page, "/^H[34]$/.test(it.tagName)")
    expect(region).to_be_hidden()
    two = page.locator(".pair table")
    assert two.get_by_role("columnheader").all_inner_texts() == ["Compression socks", "Foam roller"]
    assert two.get_by_role("rowheader").count() == 3
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator(".pair [id]:not(h2, h3, h4)").count() == 0
    page.get_by_role("button", name="Back to the whole table").click()
    expect(region).to_be_visible()
    assert active(page, "it.textContent") == "Compare these two"


def test_a_third_takes_the_place_of_the_first(visit: Any) -> None:
    page = visit(FEW).page
    region = table(page, "sciatica-supports")
    for name in ("Compression socks", "Foam roller", "Shoe insoles"):
        region.get_by_role("checkbox", name=f"Compare {name}").check()
    assert not region.get_by_role("checkbox", name="Compare Compression socks").is_checked()
    told = page.locator("[role=status]").filter(has_text="Compression socks is no longer ticked.")
    expect(told).to_have_count(1)


def test_columns(visit: Any) -> None:
    page = visit(FEW).page
    region = table(page, "sciatica-supports")
    details = page.locator(".comparison[data-key=sciatica-supports] + .tools--after details")
    details.locator("summary").focus()
    page.keyboard.press("Enter")
    box = details.get_by_role("checkbox", name="What it was tested for")
    box.uncheck()
    expect(region.get_by_role("columnheader", name="What it was tested for")).to_be_hidden()
    assert region.get_by_role("columnheader").count() == 3
    for one in details.get_by_role("checkbox").all():
        if one.is_enabled():
            one.uncheck()
    assert region.get_by_role("columnheader").count() == 2, "one column always stays"
    page.keyboard.press("Escape")
    assert details.get_attribute("open") is None


def test_state_is_in_the_address_and_comes_back(visit: Any) -> None:
    page = visit(MANY).page
    region = table(page)
    region.get_by_role("button", name="Pressure at the ankle").click()
    page.get_by_role("button", name="Low 3").click()
    page.get_by_role("searchbox", name="Find in this table").fill("socks")
    page.get_by_text("Choose columns").first.click()
    page.get_by_role("checkbox", name="Made for").uncheck()
    page.wait_for_url("**find=socks**")
    address, rows = page.url, shown(region)
    assert rows

    def as_it_was() -> None:
        again = table(page)
        assert shown(again) == rows
        assert again.locator("th[data-key=pressure]").get_attribute("aria-sort") == "ascending"
        expect(again.locator("th[data-key='made-for']")).to_be_hidden()
        assert page.get_by_role("searchbox", name="Find in this table").input_value() == "socks"
        assert page.url == address

    page.get_by_role("link", name="Glossary").last.click()
    expect(page.locator("h1")).to_have_text("Glossary")
    page.go_back()
    expect(page.locator("h1")).to_contain_text("Types")
    as_it_was()
    page.reload()
    as_it_was()


def test_two_are_shared_by_their_address(visit: Any) -> None:
    page = visit(f"{FEW}?sciatica-supports.pair=insoles_massage").page
    expect(page.locator(".pair__title")).to_have_text("Shoe insoles and Massage or a massage tool")
    assert active(page, "it === document.body"), "the focus is left where it was"
    page.goto(page.url.replace("insoles_massage", "insoles_nothing"))
    table(page, "sciatica-supports")
    assert page.locator(".pair").count() == 0


def test_a_link_to_a_cell_lands_on_it_even_where_it_was_hidden(visit: Any) -> None:
    page = visit(f"{MANY}?{NAME}.find=zzzz#{NAME}-diabetic-sock--care").page
    region = table(page)
    cell = region.locator(f"[id='{NAME}-diabetic-sock--care']")
    expect(cell).to_be_in_viewport()
    assert page.evaluate("document.querySelector(':target')?.tagName") == "TD"
    assert f"{NAME}.find" not in page.url


@pytest.mark.parametrize("width", [320, 1280])
def test_targets_are_large(visit: Any, width: int) -> None:
    page = visit(MANY, width=width).page
    table(page)
    page.get_by_text("Choose columns").first.click()
    small = page.locator(
        ".sort, .chip, .button, .pick, .check, .tools__field, .comparison-foot a, summary"
    ).evaluate_all(
        """all => all.filter(one => one.checkVisibility()).filter(one => one.getBoundingClientRect().height < 44)
            .map(one => one.outerHTML.slice(0, 80))"""
    )
    assert [one for one in small if "notes" not in one and "citation" not in one and "term" not in one] == []


def test_on_a_phone_a_wide_table_keeps_its_heads(visit: Any) -> None:
    page = visit("safety/urgent/", width=320, height=400).page
    region = page.locator("#comparison-clot-signs")
    region.evaluate("it => { it.style.maxHeight = '300px'; it.scrollLeft = 400; it.scrollTop = 200; }")
    assert region.evaluate("it => [it.scrollLeft > 0, it.scrollTop > 100]") == [True, True]
    box = region.bounding_box()
    head = region.locator("tbody tr").last.locator("th").bounding_box()
    top = region.locator("thead th").nth(2).bounding_box()
    assert box and head and top
    assert abs(head["x"] - box["x"]) <= 1
    assert abs(top["y"] - box["y"]) <= 1


def test_printing_shows_everything(visit: Any) -> None:
    page = visit(f"{MANY}?{NAME}.find=zzzz&{NAME}.hide=care").page
    region = table(page)
    assert shown(region) == []
    page.emulate_media(media="print")
    assert len(shown(region)) > 8
    assert region.locator("td[data-label='Fit and care']").first.is_visible()
    for gone in (".tools", ".pick"):
        assert not page.locator(gone).first.is_visible(), gone
    assert page.locator(".comparison-foot .notes").first.is_visible()
    assert page.get_by_text("Legwise editors (2026).").first.is_visible()


def test_without_javascript_the_table_is_whole_and_has_no_tools(visit: Any) -> None:
    page = visit(f"{MANY}?{NAME}.find=zzzz", java_script_enabled=False).page
    region = page.locator(f"#comparison-{NAME}")
    assert region.locator("tbody tr:visible").count() > 8
    assert page.locator(".tools, .sort, .pick").count() == 0


def test_scripts_are_asked_for_only_where_a_table_is_and_stay_small(visit: Any, site: Site) -> None:
    made = visit("glossary/")
    made.page.wait_for_load_state("networkidle")
    assert not [one.url for one in made.requests if "table" in one.url]
    heaviest: dict[str, int] = {}
    for path in ("glossary/", MANY, FEW, "choose/levels/"):
        made.requests.clear()
        made.page.goto(site.url + path, wait_until="networkidle")
        files = {urlsplit(one.url).path for one in made.requests if one.url.endswith(".mjs")}
        names = [name.removeprefix(urlsplit(site.url).path) for name in files]
        heaviest[path] = sum(len(gzip.compress((site.folder / name).read_bytes(), 9)) for name in names)
    assert max(heaviest.values()) < 15_000, heaviest
    assert heaviest[MANY] > heaviest["glossary/"] > 0


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_no_axe_violation_in_any_state(visit: Any, width: int, scheme: str) -> None:
    page = visit(MANY, width=width, scheme=scheme).page
    region = table(page)
    region.get_by_role("button", name="What was tested").click()
    found = {"sorted": violations(page)}
    page.get_by_text("Choose columns").first.click()
    found["columns open"] = violations(page)
    page.get_by_text("Choose columns").first.click()
    for box in region.locator(".pick input").all()[:2]:
        box.check()
    found["two ticked"] = violations(page)
    page.get_by_role("button", name="Compare these two").first.click()
    found["side by side"] = violations(page)
    page.get_by_role("button", name="Back to the whole table").click()
    page.get_by_role("searchbox", name="Find in this table").fill("zzzz")
    found["nothing found"] = violations(page)
    assert {state: list_ for state, list_ in found.items() if list_} == {}


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_jumps_when_the_tools_come(visit: Any, width: int) -> None:
    page = visit("compare/sciatica-supports/", width=width, height=800).page
    table(page, "sciatica-supports")
    page.wait_for_timeout(300)
    shift = page.evaluate(
        """() => new Promise(done => {
          let sum = 0;
          new PerformanceObserver(list => list.getEntries().forEach(e => sum += e.value))
            .observe({type: "layout-shift", buffered: true});
          setTimeout(() => done(sum), 200);
        })"""
    )
    assert shift <= 0.02


def test_every_stop_is_seen_with_the_tools_in_use(visit: Any) -> None:
    page = visit(MANY, width=320, height=640).page
    region = table(page)
    for box in region.locator(".pick input").all()[:2]:
        box.check()
    region.locator(".sort").last.focus()
    page.keyboard.press("Tab")
    faults, stops = [], 0
    while stops < 60 and active(page, "!it.closest('.comparison-foot')"):
        seen = page.evaluate(SEEN)
        under = page.evaluate(
            """() => { const it = document.activeElement, bar = document.querySelector(".tools[data-two]");
              return !bar.contains(it) && it.getBoundingClientRect().bottom > bar.getBoundingClientRect().top; }"""
        )
        if not seen["ring"] or not seen["onScreen"] or under:
            faults.append(seen | {"under the bar": under})
        page.keyboard.press("Tab")
        stops += 1
    assert stops > 10
    assert faults == [], faults
