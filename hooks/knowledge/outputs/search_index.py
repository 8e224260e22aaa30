"""The search index: what each page is about, by field, and the places on it that a search can lead to.

It is made from what writers typed, not from finished pages: small enough for a phone, and each word in the field that
says how much it tells. The engine (search-worker.js) folds, stems and weighs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from types import MappingProxyType
from typing import Any

from knowledge.library import Library, Page
from knowledge.models.claim import Claim
from knowledge.models.sections import SECTIONS
from knowledge.models.words import PageType
from knowledge.plain import plain_text
from knowledge.source.markdown.units import UnitKind
from knowledge.uses import tables_on

_WORD = re.compile(r"[^\W_]+")
_FIXED = frozenset(heading for sections in SECTIONS.values() for heading in sections.fixed)
"""Headings that all pages of a type share: they tell no page from another."""
_BOOSTS: MappingProxyType[PageType, float] = MappingProxyType({PageType.ABOUT: 0.7, PageType.GLOSSARY: 0.85})
"""Pages on the site itself come after those on legs and backs, where both fit alike."""
_LABELS: MappingProxyType[PageType, str] = MappingProxyType(
    {
        PageType.ANSWER: "Answer",
        PageType.CONDITION: "Condition",
        PageType.GUIDE: "Guide",
        PageType.COMPARISON: "Comparison",
        PageType.SAFETY: "Safety",
        PageType.EVIDENCE: "Evidence",
        PageType.ABOUT: "About this site",
        PageType.GLOSSARY: "Glossary",
        PageType.LANDING: "Overview",
        PageType.HOME: "Home",
    }
)


def search_index(library: Library, addresses: Mapping[str, str], marks: Mapping[str, str]) -> dict[str, Any]:
    """The index of the pages that have an address, by path from docs/; drafts among them only where a preview has them.
    `marks` are drawings of the levels of certainty.

    `location` `title` `text` are Material's own keys; `text` is the answer in a breath, which a result shows. `terms`
    and `more` are how people say it, `words` all that the page says, `kind` and `certainty` what a result tells of it.
    """
    told = _Told(library)
    docs: list[dict[str, Any]] = []
    for path, page in library.pages.items():
        if path in addresses and page.front.type is not None:
            address = addresses[path].removeprefix("./")
            docs.append(_page(page, address, told))
            docs.extend(_places(page, address, library))
    search = library.search.value
    synonyms = [{"id": one.id, "words": one.words} for one in search.synonyms]
    words = library.settings.certainty_words
    certainty = {level.value: {"words": words[level], "mark": marks.get(level, "")} for level in words}
    material = {"lang": ["en"], "separator": "[\\s\\-]+", "pipeline": [], "fields": {}}  # what its script looks for
    return {"config": {**material, "synonyms": synonyms, "certainty": certainty}, "docs": docs}


class _Told:
    """What the blocks on a page say, by claim and comparison: gathered once."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.terms: dict[str, list[str]] = {}
        for more in library.search.value.more_terms:
            self.terms.setdefault(more.page, []).extend(more.terms)
        self.claims: dict[str, str] = {}
        self.tables: dict[str, list[str]] = {name: [one.head.title] for name, one in library.comparisons.items()}
        for text in library.data_texts:
            if isinstance(text.owner, Claim) and text.key == "statement":
                self.claims[text.owner.id] = plain_text(text.scalar.text)
            elif text.comparison:
                self.tables[text.comparison.id].append(plain_text(text.scalar.text))

    def of(self, page: Page) -> Iterator[str]:
        """The texts of a page's claims and tables."""
        yield self.claims.get(page.front.primary_claim or "", "")
        for block in page.body.blocks:
            if block.name == "claim":
                yield self.claims.get(block.argument or "", "")
        for _, table in tables_on(page, self.library):
            yield from self.tables[table.id]
            yield from (row.label for row in table.rows)


def _page(page: Page, address: str, told: _Told) -> dict[str, Any]:
    front = page.front
    own = (unit.text for unit in page.body.units if unit.kind is not UnitKind.HEADING)
    claim = told.library.claims.get(front.primary_claim or "")
    kind = front.type or PageType.ABOUT
    facts: dict[str, Any] = {
        "location": address,
        "title": escape(front.title or "", quote=False),
        "text": escape(front.summary or front.description or "", quote=False),
        "terms": " ; ".join(front.search_terms),
        "more": " ; ".join(told.terms.get(page.path, ())),
        "words": _words([*own, *told.of(page), front.description or ""]),
        "kind": _LABELS[kind],
    }
    if claim:
        facts["certainty"] = claim.certainty.value
    if kind in _BOOSTS:
        facts["boost"] = _BOOSTS[kind]
    return facts


def _words(texts: Iterable[str]) -> str:
    """Each word once, in order of the alphabet."""
    return " ".join(sorted({word for text in texts for word in _WORD.findall(text.casefold())}))


def _places(page: Page, address: str, library: Library) -> Iterator[dict[str, str]]:
    """Where on the page a search can lead: its own headings, the claims and tables it shows, the glossary's terms."""
    for heading in page.body.headings:
        if heading.text not in _FIXED:
            yield _place(address, heading.anchor, heading.text)
    for _, table in tables_on(page, library):
        yield _place(address, f"comparison-{table.id}", table.head.title)
    if page.front.type is PageType.GLOSSARY:
        for term in library.terms.values():
            names = " · ".join(dict.fromkeys((term.term, *term.forms)))
            yield _place(address, f"term-{term.id}", names, escape(term.meaning, quote=False))


def _place(address: str, anchor: str, title: str, text: str = "") -> dict[str, str]:
    return {"location": f"{address}#{anchor}", "title": escape(title, quote=False), "text": text}
