"""What the head of each built page says, and the files for programs that visit the site."""

from __future__ import annotations

import struct
from collections import Counter
from datetime import datetime
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from knowledge.cards.sections import CARDS, card_of
from knowledge.library import Library
from knowledge.load import load_library

from .conftest import BASE, ROOT
from .html_tree import of_class, seen, tree

ATOM = "{http://www.w3.org/2005/Atom}"
XHTML = "{http://www.w3.org/1999/xhtml}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(ROOT / "docs")


@pytest.fixture(scope="module")
def heads(built: Path) -> dict[str, Element]:
    """The head of every page by its address."""
    found = {}
    for file in sorted(built.rglob("*.html")):
        root = tree(file.read_text(encoding="utf-8"))
        if root.find(".//article") is not None:
            path = file.relative_to(built).as_posix().removesuffix("index.html")
            found[urljoin(BASE, path)] = next(root.iter("head"))
    return found


def metas(head: Element, key: str) -> dict[str, list[str]]:
    """The contents of the meta elements by their name or property."""
    found: dict[str, list[str]] = {}
    for one in head.iter("meta"):
        if key in one.attrib:
            found.setdefault(one.attrib[key], []).append(one.get("content", ""))
    return found


def links(head: Element, rel: str) -> list[Element]:
    return [one for one in head.iter("link") if one.get("rel") == rel]


def address(path: str) -> str:
    """Where a page of docs/ is published."""
    return urljoin(BASE, path.removesuffix("index.md") if path.endswith("index.md") else f"{path.removesuffix('.md')}/")


NOT_FOUND = f"{BASE}404.html"


def test_titles_and_descriptions(heads: dict[str, Element], library: Library) -> None:
    titles = {url: (head.findtext("title") or "").strip() for url, head in heads.items()}
    assert [title for title, count in Counter(titles.values()).items() if count > 1] == []
    for path, page in ((page.path, page) for page in library.published()):
        own = page.front.title or ""
        told = titles[address(path)]
        assert told == (f"{own} - Legwise" if len(own) <= 55 else own), path
        assert metas(heads[address(path)], "name")["description"] == [page.front.description], path
    texts = Counter(page.front.description for page in library.published())
    assert all(count == 1 and 50 <= len(text or "") <= 160 for text, count in texts.items())


def test_addresses_colours_and_referrer(heads: dict[str, Element]) -> None:
    for url, head in heads.items():
        canonical = [one.get("href") for one in links(head, "canonical")]
        assert canonical == ([] if url == NOT_FOUND else [url])
        colours = {
            one.get("media"): one.get("content") for one in head.iter("meta") if one.get("name") == "theme-color"
        }
        assert colours == {
            "(prefers-color-scheme: light)": "#f7f6f2",
            "(prefers-color-scheme: dark)": "#11191b",
        }
        told = metas(head, "name")
        assert told["referrer"] == ["no-referrer"]
        assert ("noindex" in "".join(told.get("robots", []))) == (url == NOT_FOUND or url.endswith("/sheet/"))
        feeds = [urljoin(url, one.get("href", "")) for one in links(head, "alternate")]
        assert feeds == [f"{BASE}feed.xml"]


def test_link_previews(heads: dict[str, Element], library: Library, built: Path) -> None:
    for page in library.published():
        url = address(page.path)
        told = metas(heads[url], "property")
        assert all(len(values) == 1 for values in told.values()), page.path
        assert told["og:title"] == [page.front.title]
        assert told["og:description"] == [page.front.description]
        assert told["og:url"] == [url]
        assert told["og:image"] == [f"{BASE}{card_of(page.path).path}"]
        assert told["og:image:alt"] == [card_of(page.path).alt]
        data = (built / told["og:image"][0].removeprefix(BASE)).read_bytes()
        assert data.startswith(b"\x89PNG")
        assert [str(size) for size in struct.unpack(">II", data[16:24])] == [
            *told["og:image:width"],
            *told["og:image:height"],
        ] == ["1200", "630"]  # fmt: skip
        assert len(data) < 60_000
    assert {card_of(page.path).section for page in library.published()} == set(CARDS), "each card has its pages"


def test_the_page_for_what_is_not_found(built: Path, library: Library) -> None:
    root = tree((built / "404.html").read_text(encoding="utf-8"))
    targets = {one.get("href") for one in next(root.iter("article")).iter("a")}
    assert of_class(root, "home-search__open")
    assert "/legwise/safety/urgent/" in targets
    popular = library.search.value.popular
    assert popular
    assert {address(path).removeprefix("https://example.org") for path in popular} <= targets


def test_the_sitemap_has_each_page_with_the_day_of_its_review(built: Path, library: Library) -> None:
    found = {}
    for one in ElementTree.parse(built / "sitemap.xml").iter(f"{SITEMAP}url"):
        found[one.findtext(f"{SITEMAP}loc")] = one.findtext(f"{SITEMAP}lastmod")
    days = {page.path: page.front.last_reviewed for page in library.published()}
    assert found == {address(path): day.isoformat() if day else None for path, day in days.items()}


def test_robots_and_llms(built: Path, library: Library) -> None:
    robots = (built / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert robots == ["User-agent: *", "Allow: /", "", f"Sitemap: {BASE}sitemap.xml"]
    lines = (built / "llms.txt").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# Legwise"
    assert lines[2].startswith("> ")
    heads = [line for line in lines if line.startswith("## ")]
    assert len(heads) == len(set(heads))
    assert heads[-1] == "## Optional"
    for page in library.published():
        found = [line for line in lines if line.startswith(f"- [{page.front.title}]({address(page.path)}): ")]
        assert len(found) == 1, page.path
        assert (page.front.summary or page.front.description or "") in found[0]
        claim = library.claims.get(page.front.primary_claim or "")
        if claim:
            assert claim.headline.rstrip(".") in found[0]
            words = library.settings.certainty_words[claim.certainty].lower()
            assert f"({words})" in found[0] or claim.certainty.beads == 0


def test_the_feed_is_valid_atom(built: Path, library: Library) -> None:
    """The demands of RFC 4287, sections 3 and 4: what must be there once, and of what form."""
    root = ElementTree.parse(built / "feed.xml").getroot()
    assert root.tag == f"{ATOM}feed"
    selves = [one.get("href") for one in root.findall(f"{ATOM}link") if one.get("rel") == "self"]
    assert selves == [f"{BASE}feed.xml"]
    entries = root.findall(f"{ATOM}entry")
    changes = [(page, change) for page in library.published() for change in page.front.changes]
    assert len(entries) == min(len(changes), 300)
    ids = [one.findtext(f"{ATOM}id") for one in (root, *entries)]
    assert len(ids) == len(set(ids))
    assert all(str(one).startswith(("tag:example.org,", BASE)) for one in ids)
    for one in (root, *entries):
        for name in ("id", "title", "updated"):
            assert len(one.findall(f"{ATOM}{name}")) == 1
        updated = one.findtext(f"{ATOM}updated") or ""
        assert datetime.fromisoformat(updated).tzinfo is not None
    assert root.findtext(f"{ATOM}updated") == max(one.findtext(f"{ATOM}updated") or "" for one in entries)
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Legwise editors"
    for entry in entries:
        hrefs = [one.get("href", "") for one in entry.iter(f"{ATOM}link")]
        inside = [one.get("href", "") for one in entry.iter(f"{XHTML}a")]
        assert len(hrefs) == 1
        assert hrefs == inside
        assert hrefs[0].startswith(BASE)
        assert hrefs[0].endswith("#changes")


def test_the_feed_tells_each_change_with_its_own_day(built: Path, library: Library) -> None:
    root = ElementTree.parse(built / "feed.xml").getroot()
    told = []
    for entry in root.findall(f"{ATOM}entry"):
        (link,), (note,) = entry.findall(f"{ATOM}link"), entry.findall(f".//{XHTML}p")
        told.append((link.get("href"), entry.findtext(f"{ATOM}updated"), note.text))
    for page in library.published():
        for change in page.front.changes:
            place, day = f"{address(page.path)}#changes", f"{change.date}T00:00:00Z"
            assert any(one[:2] == (place, day) and str(one[2]).endswith(change.note) for one in told), page.path


def test_the_page_of_changes_leads_to_the_feed(built: Path) -> None:
    root = tree((built / "about" / "changes" / "index.html").read_text(encoding="utf-8"))
    (line,) = of_class(root, "feed")
    assert [one.get("href") for one in line.iter("a")] == ["../../feed.xml"]
    assert "feed reader" in seen(line)


PRINCIPLES = {
    "authority": "No page claims a clinician who has not checked it.",
    "complementarity": "never replaces it",
    "confidentiality": "we keep nothing about you",
    "attribution": "each finding names its source, and each page its last review",
    "justifiability": "harms stand beside benefits, with how sure we are of both",
    "transparency": "tells how to reach us",
    "financial disclosure": "nobody pays us for what we write",
    "conflicts": "none of us takes money from those who make or sell socks",
    "advertising": "Adverts: there are none.",
}
"""The eight classic principles of trust in health pages (the HONcode's), each in its sentence."""


def test_each_principle_of_trust_has_its_sentence_a_click_from_every_page(built: Path) -> None:
    text = seen(next(tree((built / "about/index.html").read_text(encoding="utf-8")).iter("article")))
    assert [name for name, words in PRINCIPLES.items() if words not in text] == []
    for file in sorted(built.rglob("*.html")):
        root = tree(file.read_text(encoding="utf-8"))
        if root.find(".//article") is not None:
            url = urljoin(BASE, file.relative_to(built).as_posix().removesuffix("index.html"))
            foot = {urljoin(url, one.get("href", "")) for one in next(root.iter("footer")).iter("a")}
            assert {f"{BASE}about/", f"{BASE}about/help/"} <= foot, file
