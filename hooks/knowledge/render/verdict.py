"""The verdict box: the page's primary claim as the answer to its question."""

from __future__ import annotations

from datetime import date
from xml.etree.ElementTree import Element

from knowledge.models.claim import Claim
from knowledge.models.settings import Settings
from knowledge.models.words import Certainty
from knowledge.render.claim import direction_line, numbers, reasons, statement, studied
from knowledge.render.elements import Child, Md, el
from knowledge.render.words import time


def verdict(claim: Claim, settings: Settings, searched_to: date | None) -> Element:
    """The verdict of a page; `searched_to` is the page's own date, used where the claim has none."""
    short = claim.headline
    return el(
        "section",
        el("h2", "Verdict", class_="visually-hidden", id="verdict-title"),
        el("p", f"{short.rstrip('.')}.", class_="verdict__headline") if short else None,
        _certainty(claim, settings),
        statement(claim, "verdict__statement"),
        *numbers(claim),
        _facts(claim, settings, claim.searched_to or searched_to),
        class_="verdict",
        id="verdict",
        data_certainty=claim.certainty,
        data_direction=claim.direction,
        aria_labelledby="verdict-title",
    )


def _certainty(claim: Claim, settings: Settings) -> Element:
    """The label on the box's border. It is read after the headline, and says what it is of."""
    words = settings.certainty_words.get(claim.certainty, claim.certainty.value)
    return el("p", el("span", "Certainty: ", class_="visually-hidden"), words, class_="certainty")


def _facts(claim: Claim, settings: Settings, searched_to: date | None) -> Element:
    tested = claim.certainty is not Certainty.NOT_TESTED
    return el(
        "dl",
        _fact("Does it help?", direction_line(claim.direction, settings, tag="span")),
        _how_sure(claim, settings) if tested else _fact("How sure", "No studies, so no certainty to give"),
        _fact("Who was studied", studied(claim)) if tested else _fact("Looked for", f"Studies in {claim.population}"),
        _fact("Searched to", time(searched_to)) if searched_to else None,
        class_="facts",
    )


def _how_sure(claim: Claim, settings: Settings) -> Element:
    words = settings.certainty_words.get(claim.certainty, claim.certainty.value)
    if not claim.reasons:
        return _fact("How sure", words)
    return el("div", el("dt", "How sure"), el("dd", f"{words}. ", el("span", Md(reasons(claim)))))


def _fact(label: str, value: Child) -> Element:
    return el("div", el("dt", label), el("dd", value))
