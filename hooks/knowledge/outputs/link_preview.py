"""What a shared link shows of a page (Open Graph, ogp.me): its title, description and the picture of its section."""

from __future__ import annotations

from knowledge.cards.sections import SIZE, card_of
from knowledge.dataset import PUBLISHER
from knowledge.library import Library, Page
from knowledge.location import Location
from knowledge.models.words import PageType


def link_preview(page: Page, library: Library, where: Location | None) -> tuple[tuple[str, str], ...]:
    """Property and content of each `meta` element; addresses are absolute, so they need the site's own."""
    front = page.front
    told = {
        "og:site_name": PUBLISHER,
        "og:locale": "en_GB",
        "og:type": "website" if front.type is PageType.HOME else "article",
        "og:title": front.title or PUBLISHER,
        "og:description": front.description or front.summary or "",
    }
    card = card_of(page.path)
    if where:
        told["og:url"] = where.url
    if where and card.path in library.files:
        told |= {
            "og:image": where.absolute(card.path),
            "og:image:width": str(SIZE[0]),
            "og:image:height": str(SIZE[1]),
            "og:image:alt": card.alt,
        }
    return tuple((name, content) for name, content in told.items() if content)
