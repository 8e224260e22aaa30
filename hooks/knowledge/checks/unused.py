"""C009: records that nothing uses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from knowledge.checks.citations import record_sources, sources
from knowledge.checks.governed import claims_used
from knowledge.checks.prose import prose_of, prose_of_data
from knowledge.checks.rule import Finding, on_library, rule
from knowledge.checks.words import normalised
from knowledge.library import Collection, Library, Page
from knowledge.models.blocks import DIAGRAMS
from knowledge.models.records import Term
from knowledge.problems import Place, Severity

C009 = rule(
    "C009",
    wants="Every claim, reference, person, glossary term and comparison is used somewhere.",
    why="What no page shows is looked at by nobody and grows old unseen. Findings, sources and words are published in "
    "the downloads all the same; a table that no published page shows is not.",
    bad="a claim that no page or table shows",
    good="the claim shown on a page, or its record removed",
    severity=Severity.NOTE,
)


@on_library(C009, across=True)
def claims_shown(library: Library) -> Iterator[Finding]:
    """Claims of verdicts, claim blocks and tables."""
    used = {claim.id for page in library.pages.values() for claim in claims_used(page, library)}
    used.update(name for comparison in library.comparisons.values() for name in comparison.claims)
    yield from _unused(library.claims, used, "Show it with `/// claim | {id}` or in a table, or remove its record.")


@on_library(C009, across=True)
def references_cited(library: Library) -> Iterator[Finding]:
    """Keys cited in a text, or named as the source of a record."""
    used = set(library.of_data(_cited_in_data)).union(*(library.of_page(_cited_on, page) for page in library.judged))
    shown = [block.argument or "" for page in library.pages.values() for block in page.body.blocks]
    used.update(key for name in shown if name in DIAGRAMS for key in DIAGRAMS[name].sources)
    yield from _unused(library.references, used, "Cite it with `[@{id}]`, or remove its record.")


def _cited_in_data(library: Library) -> frozenset[str]:
    rested_on = (key for key, _, _ in (*sources(library), *record_sources(library)))
    return frozenset((*rested_on, *(key for one in prose_of_data(library) for key in one.unit.keys)))


def _cited_on(page: Page, library: Library) -> frozenset[str]:
    return frozenset(key for one in prose_of(page, library) for key in one.unit.keys)


@on_library(C009, across=True)
def people_named(library: Library) -> Iterator[Finding]:
    """Authors and reviewers."""
    used: set[str] = set()
    for page in library.pages.values():
        used.update(page.front.authors, (review.person for review in page.front.reviewers))
    yield from _unused(library.people, used, "Name them as an author or reviewer of a page, or remove the record.")


@on_library(C009, across=True)
def terms_met(library: Library) -> Iterator[Finding]:
    """Terms that stand in some text besides their own record, or tell a topic; words to avoid need not be met."""
    used = {term for topic in library.topics.values() for term in topic.terms}
    used.update(term.id for term in library.terms.values() if term.avoid)
    texts = (*(library.of_page(_told_on, page) for page in library.judged), library.of_data(_told_in_data))
    told = f" {' '.join(texts)} "
    for name, spellings, others in library.of_data(_spelt):
        if name not in used and any(spelling in text for text in (told, *others) for spelling in spellings):
            used.add(name)
    yield from _unused(library.terms, used, "Use the word on a page, or remove its record.")


def _told_on(page: Page, library: Library) -> str:
    return normalised("\n".join(one.text for one in prose_of(page, library)))


def _told_in_data(library: Library) -> str:
    return normalised("\n".join(one.text for one in prose_of_data(library) if not isinstance(one.owner, Term)))


def _spelt(library: Library) -> list[tuple[str, list[str], list[str]]]:
    """Each term with its spellings, and the meanings of all others."""
    meanings = {term.id: _words(term.meaning) for term in library.terms.values()}
    return [
        (
            term.id,
            [_words(spelling) for spelling in term.spellings],
            [meaning for name, meaning in meanings.items() if name != term.id],
        )
        for term in library.terms.values()
    ]


def _words(text: str) -> str:
    """The words of a text, so that a spelling is found in it only as whole words."""
    return f" {normalised(text)} "


@on_library(C009, across=True)
def comparisons_shown(library: Library) -> Iterator[Finding]:
    """Comparisons that a page shows."""
    used = {block.argument for page in library.pages.values() for block in page.body.blocks if block.argument}
    for name, comparison in library.comparisons.items():
        if name not in used:
            hint = f"Show it with `/// comparison | {name}`, or remove its file."
            yield Finding(Place(comparison.path), f"Nothing uses the comparison “{name}”.", hint)


def _unused(collection: Collection[Any], used: set[str], hint: str) -> Iterator[Finding]:
    for name, record in collection.records.items():
        if name not in used:
            message = f"Nothing uses the {collection.noun} “{name}”."
            yield Finding(record.place(), message, hint.replace("{id}", name))
