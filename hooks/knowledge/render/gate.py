"""Who must not do a thing and who asks first: the gate before the advice, and the full list with its reasons."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from knowledge.models.records import Contraindication
from knowledge.models.words import GateLevel
from knowledge.render.citation import cite
from knowledge.render.elements import Md, el, link

_HEADS = {GateLevel.NEVER: "Do not wear them if you have", GateLevel.ASK_FIRST: "Ask first if you have"}


def gate(records: Sequence[Contraindication], reasons_page: str | None) -> Element | None:
    """The labels in two lists with a link to the reasons; None where nothing is recorded."""
    if not records:
        return None
    lists = [
        el(
            "div",
            el("h3", _HEADS[level], id=f"gate-{level}"),
            el("ul", *(el("li", Md(one.label)) for one in found)),
            data_level=level,
        )
        for level, found in _by_level(records)
    ]
    return el(
        "section",
        el("h2", "Check this first", class_="gate__title", id="gate-title"),
        el("div", *lists, class_="gate__lists"),
        el("p", link(reasons_page, "Why, and whom to ask")) if reasons_page else None,
        class_="gate",
        data_search_exclude="",
        aria_labelledby="gate-title",
    )


def contraindications(records: Sequence[Contraindication]) -> Element:
    """The full list: label, reason, sources."""
    parts: list[Element] = []
    for level, found in _by_level(records):
        parts += [el("h3", _HEADS[level], id=f"contraindications-{level}"), el("dl", *(_entry(one) for one in found))]
    return el("div", *parts, class_="contraindications")


def _entry(record: Contraindication) -> Element:
    reason = el("dd", Md(record.why), cite(record.sources))
    return el("div", el("dt", Md(record.label)), reason, id=f"contra-{record.id}")


def _by_level(records: Sequence[Contraindication]) -> list[tuple[GateLevel, list[Contraindication]]]:
    levels = [(level, [record for record in records if record.level is level]) for level in GateLevel]
    return [(level, found) for level, found in levels if found]
