"""What stands around a writer's text: summary, review line, related pages, changes, the way to report a problem."""

from __future__ import annotations

from datetime import date
from xml.etree.ElementTree import Element

from knowledge.library import Page
from knowledge.models.page import FrontMatter, Review
from knowledge.models.records import Person
from knowledge.render.elements import Child, add, el, link
from knowledge.render.site import Site
from knowledge.render.words import time


def summary(front: FrontMatter) -> Element | None:
    """The answer in a breath."""
    return el("p", front.summary, class_="summary") if front.summary else None


def byline(front: FrontMatter, site: Site) -> Element | None:
    """Who wrote the page, who checked it and when: short enough to stand above a verdict."""
    parts = _byline(front, site)
    return el("p", *parts, class_="review review--by") if parts else None


def review_line(front: FrontMatter, site: Site, *, after_byline: bool = False) -> Element | None:
    """What a byline says, unless there is one, and when the page will next be looked at and how far we searched."""
    parts: list[Child] = [] if after_byline else _byline(front, site)
    if front.next_review:
        parts += [" " if parts else None, next_review(front.next_review)]
    if front.evidence_searched_to and not front.primary_claim:  # a verdict tells its own
        parts += [" Evidence searched to ", time(front.evidence_searched_to), "."]
    return el("p", *parts, class_="review") if parts else None


def next_review(day: date) -> Element:
    """By when the page is looked at again; the reader's browser says so once the day has passed (reading.mjs)."""
    return el("span", "Next review by ", time(day), ".", data_next_review=day.isoformat())


def _byline(front: FrontMatter, site: Site) -> list[Child]:
    parts: list[Child] = []
    people = [person for name in front.authors if (person := site.library.people.get(name))]
    for position, person in enumerate(people):
        lead = "By " if not position else " and " if position == len(people) - 1 else ", "
        parts += [lead + ("the " if person.kind == "organisation" else ""), _named(person, site)]
    if people:
        parts.append(". ")
    if parts or front.last_reviewed:
        parts += _checked(front.reviewers, site)
    if front.last_reviewed:
        parts += [" Last reviewed ", time(front.last_reviewed), "."]
    return parts


def _named(person: Person, site: Site) -> Element | str:
    return link(site.about_page, person.name) if site.about_page else person.name


def _checked(reviews: tuple[Review, ...], site: Site) -> list[Child]:
    parts: list[Child] = []
    for review in reviews:
        person = site.library.people.get(review.person)
        if person is not None and person.credentials:
            parts += [f"Checked by {person.name}, {person.credentials}, on ", time(review.date), ". "]
    return parts or [el("strong", "Not yet checked by a clinician.")]


def related(front: FrontMatter, site: Site) -> Element | None:
    """The related pages that exist, each with its summary."""
    pages = site.pages_at(front.related)
    if not pages:
        return None
    return el(
        "section",
        el("h2", "Related pages", id="related-title"),
        el("ul", *(page_item(page) for page in pages)),
        class_="related",
        aria_labelledby="related-title",
    )


def page_item(page: Page) -> Element:
    """A page in a list: its title, linked, and its answer in a breath."""
    item = el("li", link(page.path, page.front.title or page.path))
    return add(item, " ", el("span", page.front.summary)) if page.front.summary else item


def changes(front: FrontMatter) -> Element | None:
    """The page's list of changes."""
    if not front.changes:
        return None
    items = [el("li", time(change.date), f" {change.note}") for change in front.changes]
    first = el("p", "Published ", time(front.published), ".") if front.published else None
    return el("section", el("h2", "Changes to this page", id="changes"), el("ul", *items), first, class_="changes")


def report(site: Site) -> Element | None:
    """The way to report a problem."""
    if site.report_page is None:
        return None
    return el("p", link(site.report_page, "Report a problem with this page"), class_="report")
