"""F026 and F027: danger signs on the page, worst first, and the safety gate where compression is worn."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from knowledge.checks.rule import HARM, Finding, missing_severity, on_page, rule, unknown
from knowledge.library import Library, Page
from knowledge.models.page import KEYS
from knowledge.models.sections import BEFORE_YOU_START, TRY_SAFELY
from knowledge.models.words import CareLevel
from knowledge.problems import Edit
from knowledge.source.nodes import Items
from knowledge.source.yaml_lists import reordered
from knowledge.uses import shown_rows, tables_on

F026 = rule(
    "F026",
    wants="Care cards that exist, the worst level first, at least one of level emergency or urgent.",
    why="Who needs help now must see it before anything else (NHS care cards).",
    bad="urgent_cards: [heart-failure, cauda-equina]",
    good="urgent_cards: [cauda-equina, heart-failure]",
    never_silenced=HARM,
    mends=True,
)
F027 = rule(
    "F027",
    wants="`safety_gate: compression` where a page tells how to wear compression, or compares it.",
    why="Compression can harm people with narrow arteries or numb feet; no page may forget to say so.",
    bad="safety_gate: none on a page with “How to try it safely”",
    good="safety_gate: compression",
    never_silenced=HARM,
)
_WORN = ("compression", "sock", "stocking")


@on_page(F026)
def worst_first(page: Page, library: Library) -> Iterator[Finding]:
    """Each card is known, none twice, and levels only fall."""
    names = page.front.urgent_cards
    if "urgent_cards" not in page.front.model_fields_set:
        return
    for number, name in enumerate(names):
        place = page.place("urgent_cards", number)
        yield from unknown(library.care_cards, name, place)
        if name in names[:number]:
            yield Finding(place, f"The card “{name}” is there twice.", "Remove one of the two.")
    yield from _order(page, library)


def _order(page: Page, library: Library) -> Iterator[Finding]:
    names = page.front.urgent_cards
    ranks = {level: rank for rank, level in enumerate(CareLevel)}
    cards = [(number, card) for number, name in enumerate(names) if (card := library.care_cards.get(name))]
    for (_, above), (number, card) in pairwise(cards):
        if ranks[card.level] < ranks[above.level]:
            place = page.place("urgent_cards", number)
            message = f"“{card.id}” ({card.level}) stands behind “{above.id}” ({above.level})."
            hint = f"Put “{card.id}” before “{above.id}”: the worst first."
            yield Finding(place, message, hint, edits=_sorted(page, [ranks[one.level] for _, one in cards]))
    if len(cards) == len(names) and not any(card.level is not CareLevel.SOON for _, card in cards):
        message = "None of the cards is of level emergency or urgent."
        hint = "Add the card of the worst thing that this complaint can mean."
        yield Finding(page.key_place("urgent_cards"), message, hint, missing_severity(page))


def _sorted(page: Page, ranks: list[int]) -> tuple[Edit, ...]:
    """The cards by level, those of one level as they stand; only where every card is known."""
    items = page.node.get("urgent_cards") if page.node else None
    if not isinstance(items, Items) or len(items.items) != len(ranks):
        return ()
    return reordered(page.source, items, sorted(range(len(ranks)), key=ranks.__getitem__))


@on_page(F027)
def gate_where_worn(page: Page, library: Library) -> Iterator[Finding]:
    """The gate is set where the page has a reason for it."""
    front = page.front
    if front.type is None or "safety_gate" not in KEYS[front.type].known or front.safety_gate != "none":
        return
    reason = _reason(page, library)
    if reason:
        message = f"The page {reason}, but shows no safety box."
        yield Finding(page.place("safety_gate"), message, "Write `safety_gate: compression`.")


def _reason(page: Page, library: Library) -> str | None:
    headings = {heading.text for heading in page.body.headings if heading.level == 2}
    if TRY_SAFELY in headings:
        return f"has a section “{TRY_SAFELY}”"
    if BEFORE_YOU_START in headings and page.path.startswith(("use/", "choose/")):
        return "tells how to choose or wear compression"
    for block, comparison in tables_on(page, library):
        for row in shown_rows(block, comparison):
            if any(word in row for word in _WORN):
                return f"compares “{row}”"
    return None
