"""The feed of changes (Atom, RFC 4287): one entry for each change that a page lists, with the day that it gives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib import resources
from urllib.parse import quote, urljoin, urlsplit
from xml.etree.ElementTree import Element, SubElement, tostring

from knowledge.dataset import CREATOR, LICENCE, PUBLISHER
from knowledge.in_words import date_in_words
from knowledge.library import Library, Page
from knowledge.models.page import Change

FEED, FEED_STYLE = "feed.xml", "feed.css"
"""Where the feed lies, and how a browser shows it, from the site's own address."""
CHANGES_PAGE = "about/changes.md"
_ATOM, _XHTML = "http://www.w3.org/2005/Atom", "http://www.w3.org/1999/xhtml"
_MOST = 300
"""Entries at most, the newest: a reader that asks every hour must not load years. The page of changes has all."""

_Told = tuple[Change, Page, int]
"""A change, its page, and its number among the page's changes of that day, the oldest first."""


def feed(library: Library, addresses: dict[str, str], site: str) -> dict[str, str]:
    """The feed and its style by their paths; nothing without changes. `site` is the site's address, absolute, since a
    feed is read elsewhere; `addresses` are those of the pages from there, by path from docs/."""
    found = sorted(_changes(library, addresses), key=_order)[:_MOST]
    if not found:
        return {}
    root = _head(site, max(change.date for change, _, _ in found), addresses.get(CHANGES_PAGE))
    root.extend(_entry(*one, urljoin(site, addresses[one[1].path]), site) for one in found)
    text = tostring(root, encoding="unicode")
    style = resources.files("knowledge.outputs").joinpath(FEED_STYLE).read_text("utf-8")
    start = f'<?xml version="1.0" encoding="utf-8"?>\n<?xml-stylesheet type="text/css" href="{FEED_STYLE}"?>\n'
    return {FEED: f"{start}{text}\n", FEED_STYLE: style}


def _changes(library: Library, addresses: dict[str, str]) -> Iterator[_Told]:
    for page in library.published():
        of_day: dict[date, int] = {}
        for change in reversed(page.front.changes if page.path in addresses else ()):
            of_day[change.date] = of_day.get(change.date, 0) + 1
            yield change, page, of_day[change.date]


def _order(one: _Told) -> tuple[int, str, int]:
    """The newest day first, then by page, its newest change first."""
    change, page, number = one
    return -change.date.toordinal(), page.path, -number


def _head(site: str, newest: date, changes: str | None) -> Element:
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": "en-GB", "xml:base": site})
    SubElement(root, "id").text = urljoin(site, FEED)
    SubElement(root, "title").text = f"{PUBLISHER}: changes and corrections"
    note = _xhtml(SubElement(root, "subtitle", {"type": "xhtml"}))
    words = SubElement(note, "p")
    words.text = "This is a feed: give its address to a feed reader, and you will hear of each change. "
    if changes is not None:
        page = urljoin(site, changes)
        SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": page})
        SubElement(words, "a", {"href": page}).text = "Read the changes as a page"
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": urljoin(site, FEED)})
    SubElement(root, "updated").text = _moment(newest)
    SubElement(SubElement(root, "author"), "name").text = CREATOR
    SubElement(root, "rights").text = LICENCE["name"]
    return root


def _entry(change: Change, page: Page, number: int, address: str, site: str) -> Element:
    """An entry whose id stays while a page moves: its first path counts, so that no reader is told twice."""
    first = page.front.was[0] if page.front.was else page.path
    where = urlsplit(site)
    name = quote(f"{where.path.rstrip('/')}/{first.removesuffix('.md')}", safe="/")
    title, target = page.front.title or page.path, f"{address}#changes"
    entry = Element("entry")
    SubElement(entry, "id").text = f"tag:{where.hostname},{change.date.isoformat()}:{name}:{number}"
    SubElement(entry, "title").text = title
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": target})
    SubElement(entry, "published").text = _moment(change.date)
    SubElement(entry, "updated").text = _moment(change.date)
    told = _xhtml(SubElement(entry, "content", {"type": "xhtml"}))
    SubElement(SubElement(told, "h2"), "a", {"href": target}).text = title
    SubElement(told, "p").text = f"{date_in_words(change.date)}. {change.note}"
    return entry


def _xhtml(parent: Element) -> Element:
    return SubElement(parent, "div", {"xmlns": _XHTML})


def _moment(day: date) -> str:
    """The beginning of a day: no change is dated more exactly."""
    return f"{day.isoformat()}T00:00:00Z"
