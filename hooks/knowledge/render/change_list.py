"""What changed on the whole site, newest first, from the pages' own lists."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from xml.etree.ElementTree import Element

from knowledge.in_words import date_in_words, plural
from knowledge.library import Page
from knowledge.models.words import PageType
from knowledge.render.elements import Child, el, link
from knowledge.render.site import Site


def change_list(site: Site) -> list[Element]:
    """A heading and a list for each day; marked changes come first on their day, pages with one note stand together."""
    marks = site.library.settings.change_marks
    found = [(change, page) for page in site.published for change in page.front.changes]
    found.sort(key=lambda one: (-one[0].date.toordinal(), *_order(one[0].note, marks), *_place(one[1])))
    parts: list[Element] = [_feed()] if site.address and found else []
    for day, of_day in groupby(found, key=lambda one: one[0].date):
        parts.append(el("h3", date_in_words(day), id=f"changes-{day.isoformat()}"))
        notes = groupby(of_day, key=lambda one: one[0].note)
        parts.append(el("ul", *(_entry(note, [page for _, page in changed], marks) for note, changed in notes)))
    return [el("div", *parts, class_="change-list", id="site-changes", data_search_exclude="")]


def _feed() -> Element:
    """The way to hear of changes; only where the site's address is known, since a feed speaks in absolute ones."""
    return el("p", "To hear of each change, give ", link("feed.xml", "the feed"), " to a feed reader.", class_="feed")


def _order(note: str, marks: tuple[str, ...]) -> tuple[bool, str]:
    return not _mark(note, marks), note


def _place(page: Page) -> tuple[bool, str]:
    """Pages about the site itself behind those that answer questions."""
    return page.front.type is PageType.ABOUT, page.path


def _entry(note: str, pages: Sequence[Page], marks: tuple[str, ...]) -> Element:
    mark = _mark(note, marks)
    told: list[Child] = [el("strong", f"{mark}:"), note[len(mark) + 1 :]] if mark else [note]
    links = [link(page.path, page.front.title or page.path) for page in pages]
    if len(links) == 1:
        return el("li", links[0], " ", el("span", *told))
    head = el("span", *told, f" {plural(len(links), 'page')}:", class_="change-list__note")
    return el("li", head, el("ul", *(el("li", one) for one in links)))


def _mark(note: str, marks: tuple[str, ...]) -> str:
    """The word before the note's colon, where it is one that readers look for, such as a correction."""
    before, colon, _ = note.partition(":")
    return before if colon and before in marks else ""
