"""Care cards: signs that need help, grouped by how soon, worst first, each level with one list of numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from knowledge.models.records import CareCard, Service
from knowledge.models.words import CareLevel
from knowledge.render.citation import cite
from knowledge.render.elements import Md, add, el
from knowledge.render.marks import level_mark

_NUMBER = re.compile(r"\+?\d(?:[\d ]*\d)?")


def danger_signs(cards: Sequence[CareCard], services: Sequence[Service]) -> Element:
    """The cards of a page, under a heading that is read out and not shown."""
    section = care_cards(cards, services)
    section.set("id", "danger-signs")
    section.set("aria-labelledby", "danger-signs-title")
    del section.attrib["aria-label"]
    section.insert(0, el("h2", "Danger signs", class_="visually-hidden", id="danger-signs-title"))
    return section


def care_cards(cards: Sequence[CareCard], services: Sequence[Service]) -> Element:
    """The cards by level, worst first."""
    levels = [(level, [card for card in cards if card.level is level]) for level in CareLevel]
    boxes = [_box(level, of_level, services) for level, of_level in levels if of_level]
    return el("section", *boxes, class_="care", aria_label="Danger signs")


def _box(level: CareLevel, cards: Sequence[CareCard], services: Sequence[Service]) -> Element:
    numbers = phones(services, level)
    shared = cards[0].action if len({card.action for card in cards}) == 1 else None
    return el(
        "div",
        _head(level, jump=len(cards) > 1 and numbers is not None),
        el("div", *(_group(card, with_action=shared is None) for card in cards), class_="care-card__groups"),
        _action(shared) if shared else None,
        numbers,
        class_="care-card",
        data_level=level,
    )


def _head(level: CareLevel, *, jump: bool) -> Element:
    """How soon; where several signs stand before the numbers, also the way past them."""
    head = el("div", el("h3", level_mark(level), f" {level.head}", id=f"care-{level}"), class_="care-card__head")
    return add(head, el("a", "Numbers", href=f"#care-{level}-numbers") if jump else None)


def _group(card: CareCard, *, with_action: bool) -> Element:
    sources = cite(card.sources)
    group = el(
        "div",
        el("h4", card.title, class_="care-card__title", id=f"care-{card.id}-title"),
        el("ul", *(el("li", Md(sign)) for sign in card.signs)),
        class_="care-card__group",
        id=f"care-{card.id}",
    )
    if card.why:
        add(group, el("p", Md(card.why), sources, class_="care-card__why"))
    else:
        add(group[-1][-1], sources)
    return add(group, _action(card.action) if with_action else None)


def _action(text: str) -> Element:
    return el("p", el("strong", Md(text)), class_="care-card__action")


def phones(services: Sequence[Service], level: CareLevel) -> Element | None:
    """Emergency numbers where a call must be now, else advice lines, one for each country that has one."""
    rows = []
    for service in services:
        numbers = service.emergency if level is CareLevel.EMERGENCY else service.advice
        if numbers:
            rows.append(add(_dialled(numbers), " ", el("span", service.country)))
    return el("ul", *rows, class_="phones", id=f"care-{level}-numbers", data_search_exclude="") if rows else None


def _dialled(numbers: str) -> Element:
    """A list item with every number in the text as a link that dials it: `112 or 999`, `1800 633 422`."""
    item = el("li")
    position = 0
    for match in _NUMBER.finditer(numbers):
        add(item, numbers[position : match.start()] or None)
        add(item, el("a", match.group(), href=f"tel:{match.group().replace(' ', '')}"))
        position = match.end()
    return add(item, numbers[position:] or None)
