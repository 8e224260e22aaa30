"""The built site as a whole: every link and anchor arrives, in templates too; ids are unique; nothing is foreign."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from knowledge.content_policy import content_policy

from .conftest import BASE


@dataclass
class Facts:
    """What one page links to, loads and offers as targets."""

    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)
    policies: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    """What the policy would refuse: scripts, styles and handlers that stand in the page."""


class Reader(HTMLParser):
    """Reads a page's facts."""

    def __init__(self) -> None:
        super().__init__()
        self.facts = Facts()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if given.get("http-equiv") == "Content-Security-Policy":
            assert not self.facts.loads, "it holds for what comes after it"
            self.facts.policies.append(given["content"])
        if tag == "style" or (tag == "script" and "src" not in given and not given.get("type", "").endswith("json")):
            self.facts.inline.append(tag)
        self.facts.inline += [f"{tag} {name}" for name in given if name == "style" or name.startswith("on")]
        if "id" in given:
            self.facts.ids.append(given["id"])
        if tag == "a" and "href" in given:
            self.facts.links.append(given["href"])
        elif tag == "link" and given.get("rel") not in ("canonical", "prev", "next"):
            self.facts.loads.append(given["href"])
        elif "src" in given:
            self.facts.loads.append(given["src"])
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.facts.levels.append(int(tag[1]))


@pytest.fixture(scope="module")
def pages(built: Path) -> dict[str, Facts]:
    """Every built page by its address."""
    found: dict[str, Facts] = {}
    for file in sorted(built.rglob("*.html")):
        reader = Reader()
        reader.feed(file.read_text(encoding="utf-8"))
        found[urljoin(BASE, file.relative_to(built).as_posix().removesuffix("index.html"))] = reader.facts
    files = [path for path in built.rglob("*") if path.is_file() and path.suffix != ".html"]
    return found | {urljoin(BASE, path.relative_to(built).as_posix()): Facts() for path in files}


def dead(address: str, link: str, pages: dict[str, Facts]) -> str | None:
    """Why a link does not arrive, or None."""
    target = urlsplit(urljoin(address, link))
    page = target._replace(fragment="", query="").geturl()
    if not page.startswith(BASE):
        return None
    if page not in pages:
        return f"{address}: {link} leads nowhere"
    if target.fragment and unquote(target.fragment) not in pages[page].ids:
        return f"{address}: {link} has no such anchor"
    return None


def test_every_link_and_anchor_arrives(pages: dict[str, Facts]) -> None:
    reasons = [dead(address, link, pages) for address, facts in pages.items() for link in facts.links]
    assert [reason for reason in reasons if reason] == []


def test_pages_load_nothing_from_elsewhere_and_nothing_that_is_not_there(pages: dict[str, Facts]) -> None:
    loads = {urljoin(address, load) for address, facts in pages.items() for load in facts.loads}
    assert {load for load in loads if not load.startswith(BASE)} == set()
    assert {load.split("?")[0] for load in loads} <= pages.keys()


def test_ids_are_unique_on_each_page(pages: dict[str, Facts]) -> None:
    twice = {address: [i for i, n in Counter(facts.ids).items() if n > 1] for address, facts in pages.items()}
    assert {address: ids for address, ids in twice.items() if ids} == {}


def test_headings_go_down_one_level_at_a_time_from_one_h1(pages: dict[str, Facts]) -> None:
    for address, facts in pages.items():
        if facts.levels:
            assert facts.levels.count(1) == 1, address
            steps = zip(facts.levels, facts.levels[1:], strict=False)
            assert all(after - before <= 1 for before, after in steps), (address, facts.levels)


def test_every_page_has_the_same_policy_and_nothing_inline(pages: dict[str, Facts]) -> None:
    """One policy: instant navigation keeps that of the page that was loaded first."""
    read = {address: facts for address, facts in pages.items() if address.endswith((".html", "/"))}
    assert len(read) > 50
    assert {address: facts.policies for address, facts in read.items() if facts.policies != [content_policy()]} == {}
    assert {address: facts.inline for address, facts in read.items() if facts.inline} == {}


def test_hosts_find_their_headers(pages: dict[str, Facts]) -> None:
    assert {f"{BASE}_headers", f"{BASE}vercel.json"} <= pages.keys()
