"""Which parts the system places on a page of each type, and where (page-anatomy: who places what)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from knowledge.library import Page
from knowledge.models.words import PageType
from knowledge.render.appointment import sheet_link
from knowledge.render.care import danger_signs
from knowledge.render.elements import texts
from knowledge.render.errors import not_known
from knowledge.render.gate import gate
from knowledge.render.glossary import glossary
from knowledge.render.home import questions, search_opener, snapshot, urgent_strip
from knowledge.render.landing import landing
from knowledge.render.page_parts import byline, changes, related, report, review_line, summary
from knowledge.render.references import reference_list
from knowledge.render.site import Site
from knowledge.render.verdict import verdict

_GATE_BEFORE = {
    PageType.ANSWER: ("how to try it safely", "what else helps"),
    PageType.COMPARISON: ("how to choose",),
}
"""Before which H2 the safety gate stands; on other pages before the first one."""


def place_parts(root: Element, page: Page, site: Site) -> None:
    """Put into a page everything that comes from its front matter, but for what stands at its end."""
    _place_gate(root, page, site)
    if page.front.type is PageType.HOME:
        _place_home(root, page, site)
    elif page.front.type is PageType.LANDING:
        _insert(root, _lead_end(root), landing(page, site))
    elif page.front.type is PageType.GLOSSARY:
        _insert(root, len(root), glossary(site.library.terms.values()))
    if page.front.type is not PageType.HOME:
        first = [*_verdict(page, site), *_cards(page, site)]
        review = [review_line(page.front, site, after_byline=bool(first))]
        _insert(
            root,
            0,
            [
                summary(page.front),
                *([byline(page.front, site)] if first else []),
                *first,
                *review,
                sheet_link(page, site),
            ],
        )


def closing_parts(page: Page | None, cited: Sequence[str], site: Site) -> list[Element]:
    """What stands at a page's end: sources, related pages, changes, the way to report a problem."""
    parts: list[Element | None] = [*reference_list(cited, site.library)]
    if page is not None and page.front.type is not None:
        front = page.front
        review = review_line(front, site) if front.type is PageType.HOME else None
        parts += [related(front, site), review, changes(front), report(site)]
    return [part for part in parts if part is not None]


def _place_home(root: Element, page: Page, site: Site) -> None:
    """Search, danger and the list come before what the site says of itself."""
    top = [search_opener(), urgent_strip(site), questions(site), snapshot(site), summary(page.front)]
    _insert(root, 0, top)


def _verdict(page: Page, site: Site) -> list[Element]:
    name = page.front.primary_claim
    if not name:
        return []
    claim = site.library.claims.get(name)
    if claim is None:
        return [not_known("claim", name, site.library.claims.ids)]
    return [verdict(claim, site.library.settings, page.front.evidence_searched_to)]


def _cards(page: Page, site: Site) -> list[Element]:
    known = site.library.care_cards
    found = [card for name in page.front.urgent_cards if (card := known.get(name))]
    unknown = [not_known("care card", name, known.ids) for name in page.front.urgent_cards if name not in known.ids]
    return [*([danger_signs(found, site.library.services.values())] if found else []), *unknown]


def _place_gate(root: Element, page: Page, site: Site) -> None:
    name = page.front.safety_gate
    records = [record for record in site.library.contraindications.values() if record.gate == name]
    heads = [(index, child) for index, child in enumerate(root) if child.tag == "h2"]
    wanted = _GATE_BEFORE.get(page.front.type) if page.front.type else None
    if wanted is None:
        places = [index for index, _ in heads]
    else:
        places = [index for title in wanted for index, head in heads if _title(head) == title]
    _insert(root, places[0] if places else len(root), [gate(records, site.reasons_page)])


def _title(head: Element) -> str:
    """A heading's words without the id that a writer may have given it."""
    return re.sub(r"\s*\{[^}]*\}\s*$", "", texts(head)).strip().casefold()


def _lead_end(root: Element) -> int:
    return next((index for index, child in enumerate(root) if child.tag == "h2"), len(root))


def _insert(root: Element, index: int, parts: Sequence[Element | None]) -> None:
    root[index:index] = [part for part in parts if part is not None]
