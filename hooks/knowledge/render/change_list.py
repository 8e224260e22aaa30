"""What changed on the whole site, newest first, from the pages' own lists."""

from __future__ import annotations

from itertools import groupby
from xml.etree.ElementTree import Element

from knowledge.in_words import date_in_words
from knowledge.library import Page
from knowledge.models.page import Change
from knowledge.render.elements import Child, el, link
from knowledge.render.site import Site


def change_list(site: Site) -> list[Element]:
    """A heading and a list for each day; marked changes come first on their day."""
    marks = site.library.settings.change_marks
    found = [(change, page) for page in site.published for change in page.front.changes]
    found.sort(key=lambda one: (-one[0].date.toordinal(), not _mark(one[0], marks), one[1].path))
    parts: list[Element] = []
    for day, entries in groupby(found, key=lambda one: one[0].date):
        parts.append(el("h3", date_in_words(day), id=f"changes-{day.isoformat()}"))
        parts.append(el("ul", *(_entry(change, page, marks) for change, page in entries)))
    return [el("div", *parts, class_="change-list", id="site-changes", data_search_exclude="")]


def _entry(change: Change, page: Page, marks: tuple[str, ...]) -> Element:
    mark = _mark(change, marks)
    note: list[Child] = [el("strong", f"{mark}:"), change.note[len(mark) + 1 :]] if mark else [change.note]
    return el("li", link(page.path, page.front.title or page.path), " ", el("span", *note))


def _mark(change: Change, marks: tuple[str, ...]) -> str:
    """The word before the note's colon, where it is one that readers look for, such as a correction."""
    before, colon, _ = change.note.partition(":")
    return before if colon and before in marks else ""
