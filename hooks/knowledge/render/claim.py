"""Claims: the evidence statement in a page, and what verdict, cells and lists share with it."""

from __future__ import annotations

from decimal import Decimal
from xml.etree.ElementTree import Element

from knowledge.charts.numbers import why_not_pictured
from knowledge.in_words import capitalised, effect_in_words, number, sentence
from knowledge.models.claim import Absolute, Claim
from knowledge.models.settings import Settings
from knowledge.models.words import Certainty, Direction
from knowledge.render.citation import cite
from knowledge.render.elements import Child, Md, el
from knowledge.render.marks import dots


def claim_section(claim: Claim, settings: Settings) -> Element:
    """An evidence statement: certainty, statement with its sources, direction, size, why."""
    return el(
        "section",
        certainty_line(claim.certainty, settings),
        statement(claim, "claim__statement"),
        direction_line(claim.direction, settings),
        *numbers(claim),
        _size(claim),
        _why(claim),
        class_="claim",
        id=f"claim-{claim.id}",
        data_certainty=claim.certainty,
        data_direction=claim.direction,
        aria_label=f"Finding on {claim.outcome}: {claim.intervention} or {claim.comparison}, in {claim.population}",
    )


def certainty_line(certainty: Certainty, settings: Settings) -> Element:
    """The words; the style sheet draws the mark before them, from the `data-certainty` of what they stand in."""
    return el("p", settings.certainty_words.get(certainty, certainty.value), class_="certainty")


def direction_line(direction: Direction, settings: Settings, tag: str = "p") -> Element:
    """The words; the style sheet draws the sign before them, from the `data-direction` of what they stand in."""
    return el(tag, settings.direction_words.get(direction, ""), class_="direction")


def statement(claim: Claim, name: str) -> Element:
    """The statement with all its sources."""
    return el("p", *statement_parts(claim), class_=name)


def statement_parts(claim: Claim) -> tuple[Child, ...]:
    """The statement's words and all its sources, that of its natural frequencies included."""
    sources = [*claim.sources, *([claim.absolute.source] if claim.absolute else [])]
    return Md(claim.statement), cite(sources)


def numbers(claim: Claim) -> list[Element]:
    """Natural frequencies without and with; drawn as dots where the certainty is high or moderate."""
    absolute = claim.absolute
    if absolute is None:
        return []
    drawn = why_not_pictured(claim) is None
    figures = [
        _figure(absolute.baseline, absolute, claim.comparison, claim.outcome, drawn=drawn),
        _figure(absolute.with_, absolute, claim.intervention, claim.outcome, drawn=drawn),
    ]
    what = f"{'Each dot is one person; the large dots' if drawn else 'The numbers'} are the people counted for: "
    caption = el("p", f"{what}{claim.outcome}.", class_="numbers__caption")
    return [el("div", *figures, caption, class_="numbers")]


def _figure(count: Decimal, absolute: Absolute, label: str, outcome: str, *, drawn: bool) -> Element:
    figure = f"{number(count)} in {number(absolute.per)}"
    return el(
        "figure",
        el("p", figure, class_="number__figure"),
        " ",
        el("p", label, class_="number__label"),
        dots(count, absolute.per, f"{figure}, {label}", f"{outcome}: {figure} people.") if drawn else None,
        class_="number",
    )


def _size(claim: Claim) -> Element | None:
    if claim.effect is None:
        return None
    return el("p", f"Size measured: {effect_in_words(claim.effect)}.", class_="claim__effect")


def _why(claim: Claim) -> Element | None:
    if not claim.reasons:
        return None
    label = el("strong", "Why this certainty.", class_="claim__label")
    return el("p", label, Md(f" {reasons(claim)}"), class_="claim__why")


def reasons(claim: Claim) -> str:
    """Why this certainty and no other, as one sentence of inline Markdown."""
    return sentence("; ".join(reason.rstrip(".") for reason in claim.reasons))


def studied(claim: Claim) -> str:
    """The people of the claim, as a phrase of its own."""
    return capitalised(claim.population)
