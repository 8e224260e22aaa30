"""What the card of each section says; the section is the first folder of a page's path."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

FOLDER = "assets/images/cards"
"""Where the cards lie, from docs/."""
SIZE = (1200, 630)
"""Width and height in px: what link previews ask for (ogp.me, and the large card of X)."""


@dataclass(frozen=True, slots=True)
class Card:
    """A card: the section's name, and what it is about in lines. `motif` is what is drawn below: the marks of
    certainty, the danger sign, or the thread that runs from what was tested to what was not."""

    section: str
    label: str
    lines: tuple[str, ...]
    motif: Literal["certainty", "danger", "thread"] = "thread"

    @property
    def path(self) -> str:
        """Its file, from docs/."""
        return f"{FOLDER}/{self.section}.png"

    @property
    def alt(self) -> str:
        """What the picture shows, for those who cannot see it."""
        return f"Legwise, {self.label.lower()}: {' '.join(self.lines)}"


_ALL = (
    Card("home", "Compression socks, backs and legs", ("What is", "bothering you?"), "certainty"),
    Card("answers", "Answers", ("Do they help?", "How sure is that?"), "certainty"),
    Card("conditions", "Conditions", ("What is it,", "and what helps?"), "certainty"),
    Card("safety", "Safety", ("When to get help,", "and who to call"), "danger"),
    Card("choose", "Choose", ("Which socks,", "and how strong?")),
    Card("compare", "Compare", ("All options,", "side by side"), "certainty"),
    Card("use", "Use", ("How to put on", "and wash them")),
    Card("evidence", "Evidence", ("What was tested,", "and what was not"), "certainty"),
    Card("about", "About Legwise", ("Who writes this,", "and who pays")),
    Card("glossary", "Glossary", ("Hard words,", "in plain ones")),
)
CARDS = MappingProxyType({card.section: card for card in _ALL})
"""Every card by its section."""
_OF_FOLDER = {"data": "about"}
"""Folders that are part of another section."""


def card_of(path: str) -> Card:
    """The card of a page, by its path from docs/; the home page's where its section has none of its own."""
    folder, _, rest = path.partition("/")
    name = folder if rest else folder.removesuffix(".md")
    return CARDS.get(_OF_FOLDER.get(name, name), CARDS["home"])
