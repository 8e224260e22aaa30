"""F031: pages, sections and leads of a fair length."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from knowledge.checks.rule import Finding, missing_severity, on_page, rule
from knowledge.checks.words import plural, words_of
from knowledge.library import Library, Page
from knowledge.models.sections import SECTIONS
from knowledge.problems import Place, Severity
from knowledge.source.markdown.units import Unit, UnitKind

F031 = rule(
    "F031",
    wants="Pages and sections of a fair length, a quarter more or less at most; leads of 60 words (landing 80).",
    why="One page answers one question, and who stops after the first screen must have the answer. Only what writers "
    "type counts: not claims, tables and lists that the system fills.",
    bad="a lead of 400 words",
    good="a lead of 50 words",
    severity=Severity.WARNING,
)


@on_page(F031)
def fair_page(page: Page, library: Library) -> Iterator[Finding]:
    """The words of the whole body, told at the title."""
    limits = library.settings.page_words.get(page.front.type) if page.front.type else None
    if limits:
        words = sum(len(words_of(unit.text)) for unit in _prose(page))
        what = f"The page has {plural(words, 'word')}"
        yield from _outside(words, limits, what, page.place("title"), page=page, library=library)


@on_page(F031)
def fair_sections(page: Page, library: Library) -> Iterator[Finding]:
    """The words under each fixed heading that has limits."""
    sections = SECTIONS.get(page.front.type) if page.front.type else None
    if sections is None or not sections.fixed:
        return
    words: Counter[str] = Counter()
    for unit in _prose(page):
        words[unit.section or ""] += len(words_of(unit.text))
    for heading in page.body.headings:
        limits = library.settings.section_words.get(heading.text)
        if heading.level == 2 and limits and heading.text in sections.fixed:
            what = f"The section “{heading.text}” has {plural(words[heading.text], 'word')}"
            yield from _outside(words[heading.text], limits, what, heading.place, page=page, library=library)


@on_page(F031)
def short_lead(page: Page, library: Library) -> Iterator[Finding]:
    """The words before the first heading, told at the first of them."""
    most = library.settings.lead_words.get(page.front.type) if page.front.type else None
    lead = [unit for unit in _prose(page) if unit.heading is None]
    words = sum(len(words_of(unit.text)) for unit in lead)
    if most and words > most:
        message = f"The lead has {words} words; a page of type {page.front.type} has at most {most}."
        yield Finding(lead[0].place, message, "Keep what a reader needs to know first; move the rest under a heading.")


def _prose(page: Page) -> Iterator[Unit]:
    return (unit for unit in page.body.units if unit.kind is UnitKind.SENTENCE)


def _outside(
    words: int, limits: tuple[int, int], what: str, place: Place, *, page: Page, library: Library
) -> Iterator[Finding]:
    """A finding where the words lie outside of the limits by more than the grace."""
    grace = library.settings.length_grace / 100
    least, most = round(limits[0] * (1 - grace)), round(limits[1] * (1 + grace))
    if words < least:
        hint = "Say what a reader still asks; do not pad it."
        yield Finding(place, f"{what}; it needs {limits[0]} or so, at least {least}.", hint, missing_severity(page))
    elif words > most:
        hint = "Cut what the reader does not need here, or give it a page of its own."
        yield Finding(place, f"{what}; it has room for {limits[1]} or so, at most {most}.", hint)
