"""F018: the sections of a page's type, in order, by their fixed headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.checks.rule import Finding, missing_severity, on_page, rule
from knowledge.checks.words import plural
from knowledge.library import Library, Page
from knowledge.models.sections import PAGE_SECTIONS, SECTIONS, TRY_SAFELY, Sections
from knowledge.models.words import Direction
from knowledge.problems import Place
from knowledge.source.markdown.model import Heading
from knowledge.suggest import nearest

F018 = rule(
    "F018",
    wants="The sections of the page's type, in order, by their fixed headings.",
    why="Readers learn them, and find harms, doubts and next steps in the same place on every page.",
    bad="an answer without “## What nobody knows yet”",
    good="## What nobody knows yet",
)


@on_page(F018)
def fixed_headings(page: Page, library: Library) -> Iterator[Finding]:
    """Headings that are all fixed: of answer, condition and comparison pages, and of some single pages."""
    sections = SECTIONS.get(page.front.type) if page.front.type else None
    wanted = PAGE_SECTIONS.get(page.path, sections.fixed if sections else ())
    optional = {TRY_SAFELY} if _harms(page, library) else set()
    yield from _missing(page, wanted, optional)
    yield from _out_of_order(page, wanted)


@on_page(F018)
def first_and_last(page: Page, _library: Library) -> Iterator[Finding]:
    """Headings that begin or end a page whose other sections the writer names."""
    sections = SECTIONS.get(page.front.type) if page.front.type else None
    if sections is None or sections.fixed:
        return
    needed = sections.first if page.front.safety_gate == "compression" else None
    yield from _missing(page, [name for name in (needed, sections.last) if name], set())
    headings = _h2(page)
    for heading in headings:
        if heading.text == sections.first and heading is not headings[0]:
            hint = f"Move it before “{headings[0].text}”."
            yield Finding(heading.place, f"“{heading.text}” is the first section of a {page.front.type} page.", hint)
        if heading.text == sections.last and heading is not headings[-1]:
            hint = f"Move it behind “{headings[-1].text}”."
            yield Finding(heading.place, f"“{heading.text}” is the last section of its page.", hint)
    yield from _own(page, sections)


def _harms(page: Page, library: Library) -> bool:
    claim = library.claims.get(page.front.primary_claim or "")
    return claim is not None and claim.direction is Direction.HARM


def _h2(page: Page) -> list[Heading]:
    return [heading for heading in page.body.headings if heading.level == 2]


def _missing(page: Page, wanted: Sequence[str], optional: set[str]) -> Iterator[Finding]:
    """Wanted headings that are not there: told at a heading that is nearly the same, else where they belong."""
    headings = _h2(page)
    present = {heading.text for heading in headings}
    strays = {heading.text: heading for heading in headings if heading.text not in wanted}
    for number, name in enumerate(wanted):
        if name in present or name in optional:
            continue
        near = nearest(name, strays)
        if near is not None:
            heading = strays.pop(near)
            yield Finding(heading.place, f"The heading “{near}” should read “{name}”.", f"Write `## {name}`.")
            continue
        place, where = _belongs(page, name, wanted[number + 1 :])
        message = f"The section “{name}” is missing; a page of type {page.front.type} needs it."
        yield Finding(place, message, f"Add `## {name}` {where}.", missing_severity(page))


def _belongs(page: Page, name: str, later: Sequence[str]) -> tuple[Place, str]:
    """Where a missing section belongs: before the first of those that follow it, else at the page's end."""
    headings = _h2(page)
    sections = SECTIONS.get(page.front.type) if page.front.type else None
    if sections and name == sections.first and headings:
        return headings[0].place, "as the first section"
    for following in later:
        for heading in headings:
            if heading.text == following:
                return heading.place, f"before “{following}”"
    return _end(page), "before those that follow it" if later else "as the last section"


def _end(page: Page) -> Place:
    return page.source.place(len(page.source.text.rstrip()))


def _out_of_order(page: Page, wanted: Sequence[str]) -> Iterator[Finding]:
    """A fixed heading that stands behind one that should follow it."""
    furthest = -1
    for heading in _h2(page):
        if heading.text not in wanted:
            continue
        order = wanted.index(heading.text)
        if order < furthest:
            message = f"“{heading.text}” stands behind “{wanted[furthest]}”."
            yield Finding(heading.place, message, f"Move the section before “{wanted[order + 1]}”.")
        furthest = max(furthest, order)


def _own(page: Page, sections: Sections) -> Iterator[Finding]:
    """How many sections of the writer's own there are."""
    own = [heading for heading in _h2(page) if heading.text not in (sections.first, sections.last)]
    found = f"The page has {plural(len(own), 'section')} of its own"
    if len(own) < sections.own:
        message = f"{found}; a page of type {page.front.type} has at least {sections.own}."
        hint = "Divide it by `## …` headings, one for each step or matter."
        yield Finding(_end(page), message, hint, missing_severity(page))
    if sections.own_most is not None and len(own) > sections.own_most:
        message = f"{found}; a page of type {page.front.type} has at most {sections.own_most}."
        yield Finding(own[sections.own_most].place, message, "Join steps that belong together, or make two pages.")
