"""What a page says to machines, as JSON-LD (schema.org): the same that readers see on it, and nothing else."""

from __future__ import annotations

import json
from typing import Any

from knowledge.dataset import DATASETS, LICENCE
from knowledge.library import Library, Page
from knowledge.location import Location
from knowledge.models.blocks import SOURCE_LISTS
from knowledge.models.term_finder import TermFinder
from knowledge.models.words import PageType
from knowledge.outputs.json_ld_data import all_datasets, references_to, shown_tables, source, sources, words
from knowledge.outputs.json_ld_site import LANGUAGE, Node, publisher, trail, website, written
from knowledge.uses import sources_of

_MEDICAL = frozenset({PageType.ANSWER, PageType.CONDITION, PageType.GUIDE, PageType.SAFETY, PageType.COMPARISON})
_PAGES = {PageType.ABOUT: "AboutPage", PageType.LANDING: "CollectionPage"}
_ABOUT = {"condition": "MedicalCondition", "outcome": "MedicalCondition", "treatment": "MedicalTherapy"}
"""What a page can be about, by the kind of the glossary word that names it: an ache is a condition to schema.org."""


def page_json_ld(page: Page, library: Library, where: Location) -> str:
    """The JSON-LD of a page, made safe to stand in a script element.

    What is not told to readers is not told here; every identifier is an absolute address.
    """
    about = page.front.type is PageType.ABOUT
    graph = [*_own(page, library, where), website(where), publisher(library, where, policies=about)]
    if page.front.type is not PageType.HOME:
        graph.append(trail(where))
    text = json.dumps(
        {"@context": "https://schema.org", "@graph": [_known(node) for node in graph]},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return text.replace("<", "\\u003c")


def _own(page: Page, library: Library, where: Location) -> list[Node]:
    """The page itself, and what it holds."""
    lists = {block.argument for block in page.body.blocks if block.name == "generated"}
    if page.front.type is PageType.HOME:
        return []
    if page.front.type is PageType.GLOSSARY:
        return [{**_work("DefinedTermSet", page, library, where), "hasDefinedTerm": words(library, where)}]
    if DATASETS in lists:
        found = all_datasets(library, where)
        return [{**_work("DataCatalog", page, library, where), "dataset": references_to(found)}, *found]
    if named := lists & set(SOURCE_LISTS):
        found = [sources(name, library, where) for name in sorted(n for n in named if n)]
        return [{**_work("DataCatalog", page, library, where), "mainEntity": references_to(found)}, *found]
    tables = shown_tables(page, library, where) if page.front.type is PageType.COMPARISON else []
    return [{**_web_page(page, library, where), "hasPart": references_to(tables) or None}, *tables]


def _work(kind: str, page: Page, library: Library, where: Location) -> Node:
    """What is true of every page: its name, its answer in a breath, who wrote it and when, its terms, its sources."""
    cited = dict.fromkeys(sources_of(page, library))
    known = [reference for key in cited if (reference := library.references.get(key))]
    return {
        "@type": kind,
        "@id": where.url,
        "url": where.url,
        "name": page.front.title,
        "description": page.front.summary,
        "inLanguage": LANGUAGE,
        **written(page, library),
        "publisher": {"@id": publisher(library, where)["@id"]},
        "isPartOf": {"@id": where.site},
        "license": LICENCE["url"],
        "citation": [source(one, f"ref-{one.id}", where) for one in known] or None,
    }


def _web_page(page: Page, library: Library, where: Location) -> Node:
    front = page.front
    medical = front.type in _MEDICAL
    kind = "MedicalWebPage" if medical else _PAGES.get(front.type or PageType.EVIDENCE, "WebPage")
    return {
        **_work(kind, page, library, where),
        "lastReviewed": front.last_reviewed.isoformat() if front.last_reviewed else None,
        "reviewedBy": _reviewers(page, library) or None,
        "about": _subjects(page, library) or None if medical else None,
        "audience": {"@type": "Patient"} if medical else None,
        "breadcrumb": {"@id": f"{where.url}#trail"},
    }


def _reviewers(page: Page, library: Library) -> list[Node]:
    """Real people who checked the page and can be looked up."""
    people = [library.people.get(review.person) for review in page.front.reviewers]
    return [
        {"@type": "Person", "name": one.name, "jobTitle": one.credentials} for one in people if one and one.credentials
    ]


def _subjects(page: Page, library: Library) -> list[Node]:
    """The conditions and treatments that the page's title names, else its summary."""
    finder = library.once(_finder)
    for text in (page.front.title or "", page.front.summary or ""):
        found = {term.id: (text[start:end], term.kind) for start, end, term in finder.find(text)}
        told = [{"@type": _ABOUT[kind], "name": name} for name, kind in found.values() if kind in _ABOUT]
        if told:
            return told
    return []


def _finder(library: Library) -> TermFinder:
    return TermFinder(library.terms.values())


def _known(node: Node) -> dict[str, Any]:
    """A node without what is not known."""
    return {name: value for name, value in node.items() if value is not None}
