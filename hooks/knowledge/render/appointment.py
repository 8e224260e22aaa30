"""The sheet to take to an appointment: one side of paper, made from what the answer's page already holds."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from knowledge.appointment import sheet_path
from knowledge.library import Page
from knowledge.models.claim import Claim
from knowledge.models.records import CareCard
from knowledge.models.words import CareLevel, GateLevel
from knowledge.render.care import phones
from knowledge.render.claim import certainty_line
from knowledge.render.elements import Child, Md, el, link
from knowledge.render.site import Site
from knowledge.render.words import time

_NOTES = (
    ("What hurts or swells, where, since when", 3),
    ("My illnesses and allergies", 3),
    ("My medicines", 2),
    ("What I tried, how long, what it did", 2),
)
"""What a reader may write down, and on how many lines."""
_GATE = {GateLevel.NEVER: "Reasons not to wear them", GateLevel.ASK_FIRST: "Reasons to ask first"}


def sheet_link(page: Page, site: Site) -> Element | None:
    """The way from an answer to its sheet."""
    path = sheet_path(page)
    if path is None or page.path not in site.library.pages:
        return None
    return el("p", link(path, "Take this to your appointment: a sheet to print or fill in"), class_="sheet-link")


def sheet(page: Page, site: Site) -> list[Element]:
    """All parts of an answer's sheet, in reading order: danger signs stand first, as on every page."""
    parts = [_danger(page, site), _answer(page, site), _tell(page, site), _ask(page), _notes(), _end(page, site)]
    return [el("div", *parts, class_="sheet")]


def _part(name: str, title: str, *children: Element | None) -> Element:
    heading = el("h2", title, id=f"sheet-{name}")
    return el("section", heading, *children, class_=f"sheet__part sheet__part--{name}", aria_labelledby=f"sheet-{name}")


def _answer(page: Page, site: Site) -> Element | None:
    claim = site.library.claims.get(page.front.primary_claim or "")
    if claim is None:
        return None
    short = claim.headline
    part = _part(
        "answer",
        "What is known",
        el("p", el("strong", f"{short.rstrip('.')}."), class_="sheet__headline") if short else None,
        el("p", Md(claim.statement)),
        certainty_line(claim.certainty, site.library.settings),
        _people(claim, page),
    )
    part.set("data-certainty", claim.certainty)
    return part


def _people(claim: Claim, page: Page) -> Element:
    searched = claim.searched_to or page.front.evidence_searched_to
    until: list[Child] = [" We searched to ", time(searched), "."] if searched else []
    return el("p", f"Looked for in: {claim.population}.", *until, class_="sheet__small")


def _danger(page: Page, site: Site) -> Element | None:
    cards = [card for name in page.front.urgent_cards if (card := site.library.care_cards.get(name))]
    if not cards:
        return None
    levels = [(level, [card for card in cards if card.level is level]) for level in CareLevel]
    boxes = [box for level, of_level in levels if of_level for box in _level(level, of_level, site)]
    return _part("danger", "Do not wait for the appointment", *boxes)


def _level(level: CareLevel, cards: Sequence[CareCard], site: Site) -> list[Element]:
    shared = cards[0].action if len({card.action for card in cards}) == 1 else None
    items = [el("li", *_signs(card), _action(card.action, "span") if shared is None else None) for card in cards]
    numbers = phones(list(site.library.services.values()), level)
    parts = [el("h3", level.head), el("ul", *items), _action(shared, "p") if shared else None, numbers]
    return [part for part in parts if part is not None]


def _signs(card: CareCard) -> list[Element | str]:
    return [el("strong", card.title), " ", el("span", Md("; ".join(card.signs))), ". "]


def _action(text: str, tag: str) -> Element:
    return el(tag, el("strong", Md(text)))


def _tell(page: Page, site: Site) -> Element | None:
    records = [one for one in site.library.contraindications.values() if one.gate == page.front.safety_gate]
    if not records:
        return None
    lists = [
        el("div", el("h3", _GATE[level]), el("ul", *(el("li", Md(one.label)) for one in found), class_="boxes"))
        for level in GateLevel
        if (found := [one for one in records if one.level is level])
    ]
    return _part("tell", "Tell them what is true for you", el("div", *lists, class_="sheet__lists"))


def _ask(page: Page) -> Element | None:
    if not page.front.to_ask:
        return None
    return _part("ask", "Questions to ask", el("ul", *(el("li", one) for one in page.front.to_ask), class_="boxes"))


def _notes() -> Element:
    lines = [
        el(
            "div",
            el("p", label),
            *(el("p", class_="line", aria_hidden="true") for _ in range(count)),
            class_="note-lines",
        )
        for label, count in _NOTES
    ]
    return _part("notes", "My own notes", *lines)


def _end(page: Page, site: Site) -> Element:
    checked: list[Child] = [el("strong", "Not yet checked by a clinician. ")] if not page.front.reviewers else []
    reviewed: list[Child] = ["Last reviewed ", time(page.front.last_reviewed), ". "] if page.front.last_reviewed else []
    origin = el(
        "p", *checked, *reviewed, "From Legwise. Sources and reasons: ", link(page.path, page.front.title or page.path)
    )
    if address := site.address:
        origin.append(el("span", f" {address.rstrip('/')}/{page.path.removesuffix('.md')}/", class_="sheet__address"))
    return el("section", origin, class_="sheet__part sheet__part--end", aria_label="Where this sheet comes from")
