"""The safety check: the questions of the contraindications and the signs of care cards, to tick.

The same elements are a list to read where there are no scripts. Nothing in the form has a name, so that nothing of it
can be sent; no score is made and no diagnosis: the result is which advice of the page applies, and whom to ask.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from knowledge.models.records import CareCard, Contraindication
from knowledge.models.words import GateLevel
from knowledge.render.care import care_cards
from knowledge.render.elements import Md, add, el, link
from knowledge.render.errors import not_known
from knowledge.render.site import Site

GATE = "compression"
_INTRODUCTION = "Tick what is true for you. Nothing you tick is sent or kept. This is a list, not a diagnosis."
_DANGER = "danger"
_HEADS = {
    _DANGER: "Danger signs",
    GateLevel.NEVER: "If one of these is true, do not wear them",
    GateLevel.ASK_FIRST: "If one of these is true, ask first",
}


def safety_check(cards: Sequence[str], site: Site) -> list[Element]:
    """The form; `cards` are care cards whose signs are asked besides those that questions lead to."""
    known = site.library.care_cards
    unknown = [not_known("care card", name, known.ids) for name in cards if name not in known.ids]
    if unknown:
        return unknown
    records = [record for record in site.library.contraindications.values() if record.gate == GATE]
    asked = [card for name in cards if (card := known.get(name))]
    urgent = [record for record in records if record.card]
    shown = [card for card in known.values() if card in asked or card.id in {record.card for record in urgent}]
    others = [record for record in records if not record.card]
    groups = [(_DANGER, [*map(_sign, asked), *(_question(one, _DANGER, site) for one in urgent)])]
    groups += [(level, [_question(one, level, site) for one in others if one.level is level]) for level in GateLevel]
    return [
        el(
            "form",
            el("h3", "Check before you wear them", id="safety-check-title"),
            el("p", _INTRODUCTION, class_="needs-script"),
            _urgent(shown, site),
            *(_group(name, items) for name, items in groups if items),
            el("p", el("button", "See what applies", type="submit", class_="tool-box__main"), class_="tool-box__end"),
            _result(site),
            class_="tool-box",
            id="safety-check",
            aria_labelledby="safety-check-title",
            autocomplete="off",
            data_safety_check="",
            data_search_exclude="",
        )
    ]


def _group(name: str, items: Sequence[Element]) -> Element:
    return el("fieldset", el("legend", _HEADS[name]), el("ul", *items), class_="safety-check__group")


def _sign(card: CareCard) -> Element:
    signs = el("ul", *(el("li", Md(sign)) for sign in card.signs), id=f"check-card-{card.id}-signs")
    return _item(el("span", card.title), f"check-card-{card.id}", _DANGER, card.id, signs)


def _question(record: Contraindication, level: str, site: Site) -> Element:
    label = el("span", record.question)
    item = _item(label, f"check-{record.id}", level, record.card)
    target = f"{site.reasons_page}#contra-{record.id}" if site.reasons_page else None
    reason = link(target, Md(record.label)) if target else el("span", Md(record.label))
    return add(item, el("span", reason, hidden="", data_reason=""))


def _item(label: Element, name: str, level: str, card: str | None, more: Element | None = None) -> Element:
    told_by = more.get("id") if more is not None else None
    box = el("input", type="checkbox", id=name, aria_describedby=told_by, data_level=level, data_leads_to=card)
    return el("li", el("label", box, " ", label, class_="answer", for_=name), more)


def _urgent(cards: Sequence[CareCard], site: Site) -> Element:
    """The cards that a tick brings up, each at once; a reader without scripts finds them all here."""
    box = care_cards(cards, site.library.services.values())
    box.set("aria-label", "Help for what you ticked")
    for card in cards:
        for group in box.iter("div"):
            if group.get("id") == f"care-{card.id}":
                group.set("data-card", card.id)
    return el("div", box, class_="safety-check__urgent", role="alert", data_urgent="")


def _result(site: Site) -> Element:
    urgent = link(site.urgent_page, "all danger signs") if site.urgent_page else el("span", "the danger signs")
    parts = [
        _outcome(_DANGER, "First, get help", "Do what the box above says. Put no sock on, and take off one you wear."),
        _outcome(
            GateLevel.NEVER,
            "Do not wear them",
            "Ask the doctor or clinic that treats you for this. Only they can say if any compression is safe for you.",
        ),
        _outcome(
            GateLevel.ASK_FIRST,
            "Ask first",
            "Ask a pharmacist, a nurse or a GP, and show them this list. They may check the blood flow in your leg.",
        ),
        el(
            "div",
            el("h4", "You ticked nothing"),
            el("p", "No line of this list stops you. But it is short and cannot see your leg. If you are in doubt, "
               "ask a pharmacist or a nurse before you buy. Know ", urgent, " before you start."),
            data_when="none",
            hidden="",
        ),
        el("p", el("button", "Start again", type="reset"), class_="tool-box__end"),
    ]  # fmt: skip
    return el("div", *parts, class_="safety-check__result", role="status", data_result="", hidden="")


def _outcome(when: str, title: str, advice: str) -> Element:
    parts = (el("h4", title), el("ul", data_list=""), el("p", advice))
    return el("div", *parts, data_when=when, hidden="")
