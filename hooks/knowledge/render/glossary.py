"""The glossary page: every term under its first letter."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from xml.etree.ElementTree import Element

from knowledge.models.records import Term
from knowledge.render.elements import Md, add, el


def glossary(terms: Sequence[Term]) -> list[Element]:
    """The terms from A to Z, an H2 for each letter."""
    parts: list[Element] = []
    ordered = sorted(terms, key=lambda term: (term.term.casefold(), term.id))
    for letter, entries in groupby(ordered, key=lambda term: term.term[0].upper()):
        parts += [
            el("h2", letter, id=f"letter-{letter.lower()}"),
            el("dl", *(_entry(term) for term in entries), class_="glossary"),
        ]
    return parts


def _entry(term: Term) -> Element:
    head = el("dt", el("dfn", term.term))
    if term.say:
        add(head, " ", el("span", f"say it: {term.say}", class_="glossary__say"))
    meaning = el("dd", Md(term.meaning))
    if term.forms:
        add(meaning, " ", el("span", f"Also: {', '.join(term.forms)}.", class_="glossary__forms"))
    return el("div", head, meaning, class_="glossary__entry", id=f"term-{term.id}")
