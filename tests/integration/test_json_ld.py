"""What the built pages tell machines is what readers see on them: each value, and each list whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import pytest

from knowledge.in_words import date_in_words

from .conftest import BASE
from .html_tree import by_id, of_class, seen, tree

_MACHINE = frozenset(("@context", "@type", "@id", "encodingFormat", "position"))
"""Keys whose values are words of machines; a position is told by the order."""
_DATES = frozenset(("datePublished", "dateModified", "lastReviewed", "temporalCoverage"))
_MEDICAL = {"answer", "condition", "guide", "safety", "comparison"}
_FORBIDDEN = {"FAQPage", "HowTo", "SearchAction", "SpeakableSpecification", "Rating", "AggregateRating", "Review"}


@dataclass(frozen=True)
class BuiltPage:
    """A page of the built site by its address."""

    url: str
    root: Element

    @cached_property
    def text(self) -> str:
        return seen(next(self.root.iter("body")))

    @cached_property
    def links(self) -> set[str]:
        return {urljoin(self.url, one.get("href", "")) for one in self.root.iter("a") if one.get("href")}

    @cached_property
    def days(self) -> set[str]:
        return {one.get("datetime", "") for one in self.root.iter("time")}

    @cached_property
    def kind(self) -> str:
        return next(self.root.iter("article")).get("data-type", "")

    def scripts(self) -> list[str]:
        found = [one for one in self.root.iter("script") if one.get("type") == "application/ld+json"]
        return [one.text or "" for one in found]

    @cached_property
    def graph(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.scripts()[0])["@graph"]
        return found

    def node(self, *kinds: str) -> dict[str, Any]:
        return next(one for one in self.graph if one["@type"] in kinds)

    def has(self, kind: str) -> bool:
        return any(one["@type"] == kind for one in self.graph)


@pytest.fixture(scope="module")
def pages(built: Path) -> dict[str, BuiltPage]:
    """The pages that describe themselves, by their address; redirects, sheets and the 404 do not."""
    found = {}
    for file in sorted(built.rglob("*.html")):
        root = tree(file.read_text(encoding="utf-8"))
        path = file.relative_to(built).as_posix().removesuffix("index.html")
        if path != "404.html" and not path.endswith("/sheet/") and any(True for _ in root.iter("article")):
            found[path] = BuiltPage(urljoin(BASE, path), root)
    assert len(found) >= 59
    return found


def leaves(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Every single value with the key that it stands at."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, key)
    else:
        yield key, value


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every thing that is described, also within others."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def unseen(graph: Any, page: BuiltPage) -> list[str]:
    """The values that readers cannot see on the page."""
    return [f"{key}: {value}" for key, value in leaves(graph) if key not in _MACHINE and not _shown(key, value, page)]


def _shown(key: str, value: Any, page: BuiltPage) -> bool:
    if key in _DATES:
        day = str(value).removeprefix("../")
        return day in page.days or date_in_words(date.fromisoformat(day)) in page.text
    if key == "inLanguage":
        return bool(next(page.root.iter("html")).get("lang") == value)
    if key == "collectionSize":
        return f"{value} sources" in page.text
    if isinstance(value, str) and value.startswith(("http://", "https://")):
        there, _, anchor = value.partition("#")
        if there == page.url:
            return not anchor or by_id(page.root, anchor) is not None
        to_policy = value.startswith(BASE) and there in {link.partition("#")[0] for link in page.links}
        return bool(value in page.links or to_policy)
    return isinstance(value, str) and " ".join(value.split()) in page.text


def test_every_page_has_one_script_with_a_graph(pages: dict[str, BuiltPage]) -> None:
    for path, page in pages.items():
        assert len(page.scripts()) == 1, path
        told = json.loads(page.scripts()[0])
        assert set(told) == {"@context", "@graph"}, path
        assert told["@context"] == "https://schema.org"


def test_no_value_is_told_that_readers_cannot_see(pages: dict[str, BuiltPage]) -> None:
    assert {path: found for path, page in pages.items() if (found := unseen(page.graph, page))} == {}


CHANGES: list[tuple[str, str, Any]] = [
    ("answers/sciatica/", "name", "Do compression socks cure sciatica?"),
    ("answers/sciatica/", "lastReviewed", "2031-01-01"),
    ("answers/sciatica/", "datePublished", "2001-01-01"),
    ("answers/sciatica/", "inLanguage", "de"),
    ("answers/sciatica/", "license", "https://creativecommons.org/licenses/by/3.0/"),
    ("answers/sciatica/", "author", [{"@type": "Person", "name": "A Surgeon"}]),
    ("answers/sciatica/", "reviewedBy", [{"@type": "Person", "name": "A Surgeon"}]),
    ("answers/sciatica/", "citation", [{"@type": "CreativeWork", "name": "A study that nobody cites"}]),
    ("answers/sciatica/", "url", f"{BASE}answers/nowhere/"),
    ("compare/strength/", "variableMeasured", ["A column that is not there"]),
    ("compare/strength/", "size", "99 rows"),
    ("compare/strength/", "temporalCoverage", "../2001-01-01"),
    ("glossary/", "hasDefinedTerm", [{"@type": "DefinedTerm", "name": "sciatica", "description": "A made-up thing."}]),
    ("evidence/studies/", "collectionSize", 9999),
]


@pytest.mark.parametrize(("path", "key", "value"), CHANGES, ids=[f"{path}{key}" for path, key, _ in CHANGES])
def test_a_value_that_is_nowhere_on_the_page_is_found(
    path: str, key: str, value: Any, pages: dict[str, BuiltPage]
) -> None:
    page = pages[path]
    node = next((one for one in nodes(page.graph) if key in one), page.graph[0])
    assert unseen({**node, key: value}, page) != []


def test_every_identifier_resolves(pages: dict[str, BuiltPage]) -> None:
    """A reference names something that the same page describes, and what is described has its place in the site."""
    ids = {path: {one.get("id") for one in page.root.iter() if one.get("id")} for path, page in pages.items()}
    for path, page in pages.items():
        found = list(nodes(page.graph))
        described = [node["@id"] for node in found if "@id" in node and len(node) > 1]
        assert len(described) == len(set(described)), path
        assert {node["@id"] for node in found if set(node) == {"@id"}} <= set(described), path
        for name in described:
            assert name.startswith(BASE), (path, name)
            there, _, anchor = name.removeprefix(BASE).partition("#")
            assert there in pages, (path, name)
            assert not anchor or anchor in ids[there], (path, name)


def test_every_address_is_absolute_and_of_this_site_or_a_source(pages: dict[str, BuiltPage]) -> None:
    outside = {"license", "identifier"}
    for path, page in pages.items():
        for key, value in leaves(page.graph):
            if key in ("url", "item", "contentUrl", "@id"):
                own = str(value).startswith(BASE)
                assert own or (key == "url" and value in page.links), (path, key, value)
            elif key in outside:
                assert str(value).startswith("https://"), (path, key, value)


def test_the_page_is_what_its_type_says(pages: dict[str, BuiltPage]) -> None:
    for path, page in pages.items():
        kinds = {str(node["@type"]) for node in nodes(page.graph) if "@type" in node}
        assert not kinds & _FORBIDDEN, path
        assert {"WebSite", "Organization"} <= kinds, path
        assert page.has("MedicalWebPage") == (page.kind in _MEDICAL), path
        assert page.has("BreadcrumbList") == (page.kind != "home"), path
        if page.kind == "about" and path != "data/":
            assert page.has("AboutPage"), path
            told = page.node("Organization")
            assert {"publishingPrinciples", "correctionsPolicy", "ownershipFundingInfo"} <= told.keys(), path
    assert pages["glossary/"].has("DefinedTermSet")
    assert pages["data/"].has("DataCatalog")
    assert pages["evidence/studies/"].has("DataCatalog")
    assert pages["answers/"].has("CollectionPage")
    assert not any(page.root.find(".//*[@itemscope]") is not None for page in pages.values())


def test_medical_pages_are_whole(pages: dict[str, BuiltPage]) -> None:
    """All that the table of page types asks for; who is no reviewer is none to machines."""
    always = {"name", "description", "url", "inLanguage", "datePublished", "dateModified", "lastReviewed", "author",
              "publisher", "audience", "isPartOf", "license", "breadcrumb"}  # fmt: skip
    subjects = 0
    for path, page in pages.items():
        if page.kind not in _MEDICAL:
            continue
        told = page.node("MedicalWebPage")
        assert always <= told.keys(), path
        assert told["name"] == seen(next(page.root.iter("h1"))), path
        assert told["description"] == seen(of_class(page.root, "summary")[0]), path
        assert told["audience"] == {"@type": "Patient"}
        assert ("reviewedBy" in told) == ("Not yet checked by a clinician." not in page.text), path
        line = of_class(page.root, "review")[0]
        assert date_in_words(date.fromisoformat(told["lastReviewed"])) in seen(line), path
        assert [one["name"] for one in told["author"]] == [seen(one) for one in line.iter("a")], path
        subjects += "about" in told
    answers = [page for page in pages.values() if page.kind == "answer"]
    assert all("about" in page.node("MedicalWebPage") for page in answers)
    assert subjects >= len(answers) + 10


def test_citations_are_the_list_of_sources(pages: dict[str, BuiltPage]) -> None:
    cited = 0
    for path, page in pages.items():
        listed = [one.get("id") for ol in of_class(page.root, "references") for one in ol.iter("li")]
        found = [node for node in page.graph if "citation" in node]
        told = [one["@id"].partition("#")[2] for node in found for one in node["citation"]]
        assert sorted(told) == sorted(str(one) for one in listed if one), path
        for one in (one for node in found for one in node["citation"]):
            entry = by_id(page.root, one["@id"].partition("#")[2])
            assert entry is not None
            assert one["name"] in seen(entry), (path, one["name"])
        cited += len(told)
    assert cited > 500


def test_crumbs_are_the_visible_trail(pages: dict[str, BuiltPage]) -> None:
    for path, page in pages.items():
        if page.kind == "home":
            continue
        trail = by_id(page.root, "trail")
        assert trail is not None
        shown = [
            (seen(item), urljoin(page.url, link.get("href", "")) if (link := item.find("a")) is not None else None)
            for item in trail.iter("li")
        ]
        steps = page.node("BreadcrumbList")["itemListElement"]
        assert [(step["name"], step.get("item")) for step in steps] == shown, path
        assert [step["position"] for step in steps] == list(range(1, len(shown) + 1)), path
        assert len(shown) >= 2, path


def test_data_sets_are_the_tables_of_the_page(pages: dict[str, BuiltPage]) -> None:
    compared = [page for page in pages.values() if page.kind == "comparison"]
    assert len(compared) >= 5
    for page in compared:
        told = {one["@id"].partition("#")[2]: one for one in page.graph if one["@type"] == "Dataset"}
        regions = [one for one in of_class(page.root, "comparison") if "chart" not in one.get("aria-labelledby", "")]
        assert set(told) == {one.get("id") for one in regions if one.get("id")}, page.url
        assert [{"@id": one["@id"]} for one in told.values()] == page.node("MedicalWebPage")["hasPart"]
        for name, one in told.items():
            key = name.removeprefix("comparison-")
            tables = [r for r in regions if f"comparison-{key}-" in r.get("aria-labelledby", "") and _same(r, key)]
            heads = {seen(head) for table in tables for head in table.iter("th") if head.get("scope") == "col"}
            first = {seen(next(head for head in table.iter("th"))) for table in tables}
            assert heads - first == set(one["variableMeasured"]), (page.url, name)
            rows = sum(row.find("td") is not None for row in tables[0].iter("tr"))
            assert one["size"] == f"{rows} rows", (page.url, name)
            assert f"{date_in_words(date.fromisoformat(one['dateModified']))}" in seen(tables[0])
            assert {d["encodingFormat"] for d in one["distribution"]} == {"text/csv", "application/json"}
            assert {d["contentUrl"] for d in one["distribution"]} <= page.links


def _same(region: Element, key: str) -> bool:
    """Whether a region shows the table of this name, not one whose name only begins alike."""
    rest = region.get("aria-labelledby", "").removeprefix(f"comparison-{key}-").removesuffix("caption").rstrip("-")
    return rest == "" or rest.isdigit()


def test_files_of_data_sets_are_there(pages: dict[str, BuiltPage], built: Path) -> None:
    found = {str(value) for page in pages.values() for key, value in leaves(page.graph) if key == "contentUrl"}
    assert len(found) >= 2 * 14
    assert all((built / address.removeprefix(BASE)).is_file() for address in found)


def test_terms_are_the_glossary(pages: dict[str, BuiltPage]) -> None:
    page = pages["glossary/"]
    told = {one["@id"].partition("#")[2]: one for one in page.node("DefinedTermSet")["hasDefinedTerm"]}
    entries = of_class(page.root, "glossary__entry")
    assert list(told) == [one.get("id") for one in entries]
    for entry in entries:
        one = told[str(entry.get("id"))]
        assert one["name"] == seen(next(entry.iter("dfn")))
        meaning = next(entry.iter("dd"))
        forms = " ".join(seen(part) for part in of_class(meaning, "glossary__forms"))
        assert one["description"] == seen(meaning).removesuffix(forms).strip()


@pytest.mark.parametrize("name", ["reviews", "studies", "texts"])
def test_sources_are_the_study_library(name: str, pages: dict[str, BuiltPage]) -> None:
    page = pages[f"evidence/{name}/"]
    entries = [one for one in page.root.iter("li") if "data-entry" in one.attrib]
    assert page.node("Collection")["collectionSize"] == len(entries) > 0
