"""What every page tells machines of the site around it: the site, who publishes it, the trail to the page."""

from __future__ import annotations

from typing import Any

from knowledge.dataset import PUBLISHER
from knowledge.library import Library, Page
from knowledge.location import Location
from knowledge.models.page import FrontMatter

LANGUAGE = "en-GB"
Node = dict[str, Any]
"""A thing in JSON-LD; its keys are those of schema.org."""

_ABOUT = "about/index.md"
_WHO = "who-we-are"
_POLICIES = {
    "publishingPrinciples": (_ABOUT, "how-a-page-is-made"),
    "correctionsPolicy": ("about/changes.md", "what-counts-as-what"),
    "ownershipFundingInfo": (_ABOUT, "who-pays"),
}
"""Where the publisher says how it works: page and heading."""


def website(where: Location) -> Node:
    """The site as a whole."""
    return {
        "@type": "WebSite",
        "@id": where.site,
        "url": where.site,
        "name": PUBLISHER,
        "inLanguage": LANGUAGE,
    }


def publisher(library: Library, where: Location, *, policies: bool = False) -> Node:
    """Who publishes the site; with `policies`, where it says who pays, how a page is made and how it is mended."""
    told: Node = {
        "@type": "Organization",
        "@id": _heading(_ABOUT, _WHO, library, where) or f"{where.site}#content",
        "name": PUBLISHER,
        "url": where.site,
    }
    if policies:
        found = {name: _heading(*place, library, where) for name, place in _POLICIES.items()}
        told |= {name: address for name, address in found.items() if address}
    return told


def trail(where: Location) -> Node:
    """The links above the page, in the words that readers see; the last of them may be no page."""
    steps = []
    for position, crumb in enumerate(where.crumbs, start=1):
        item = {"item": where.absolute(crumb.address)} if crumb.address is not None else {}
        steps.append({"@type": "ListItem", "position": position, "name": crumb.title, **item})
    return {"@type": "BreadcrumbList", "@id": f"{where.url}#trail", "itemListElement": steps}


def written(page: Page, library: Library) -> Node:
    """Who wrote a page and when, under what terms; what is not known is left out."""
    front = page.front
    people = [person for name in front.authors if (person := library.people.get(name))]
    kinds = {"organisation": "Organization", "person": "Person"}
    return {
        "author": [{"@type": kinds[person.kind], "name": person.name} for person in people] or None,
        "datePublished": front.published.isoformat() if front.published else None,
        "dateModified": _changed(front),
    }


def _changed(front: FrontMatter) -> str | None:
    """The day of the newest change."""
    days = [change.date for change in front.changes]
    return max(days).isoformat() if days else None


def _heading(path: str, anchor: str, library: Library, where: Location) -> str | None:
    """The absolute address of a heading, None where there is no such page or heading."""
    page, address = library.pages.get(path), where.of_page(path)
    if page is None or address is None or all(heading.anchor != anchor for heading in page.body.headings):
        return None
    return f"{address}#{anchor}"
