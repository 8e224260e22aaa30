"""What the search dialog needs besides the index: danger signs with their care cards, and what to offer instead.

A file of its own and small, so that a danger sign is known before the index is there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from knowledge.library import Library
from knowledge.models.records import CareCard
from knowledge.models.words import CareLevel
from knowledge.plain import plain_text


def search_help(library: Library, addresses: Mapping[str, str]) -> dict[str, Any]:
    """Danger signs, the cards they show, and popular pages by title and address."""
    search = library.search.value
    urgent = library.urgent_page()
    used = [library.care_cards.get(flag.card) for flag in search.red_flags]
    cards = {card.id: _card(card, library) for card in used if card}
    return {
        "flags": [{"card": flag.card, "phrases": flag.phrases, "all_of": flag.all_of} for flag in search.red_flags],
        "cards": cards,
        "urgent": addresses.get(urgent.path, "").removeprefix("./") if urgent else "",
        "popular": [
            {"title": library.pages[path].front.title, "location": addresses[path].removeprefix("./")}
            for path in search.popular
            if path in addresses
        ],
    }


def _card(card: CareCard, library: Library) -> dict[str, Any]:
    """A card in plain text, with the numbers of each country that has one for its level."""
    emergency = card.level is CareLevel.EMERGENCY
    phones = [(one.country, one.emergency if emergency else one.advice) for one in library.services.values()]
    return {
        "level": card.level.value,
        "head": card.level.head,
        "title": card.title,
        "signs": [plain_text(sign) for sign in card.signs],
        "action": plain_text(card.action),
        "phones": [{"country": country, "numbers": numbers} for country, numbers in phones if numbers],
    }
