"""F021: headings in sentence case, short, without an end mark or a link, each its own on its page."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.rule import Finding, on_library, on_page, rule
from knowledge.checks.sentence_case import is_sentence_case, known_names, lowered, needless_capitals
from knowledge.library import Library, Page
from knowledge.problems import Edit, Severity
from knowledge.source.markdown.units import Unit, UnitKind

F021 = rule(
    "F021",
    wants="Headings in sentence case, of at most 60 characters, with no end mark but “?”, without a link, and no two "
    "alike on a page.",
    why="Readers scan a page by its headings, and screen readers list them; two alike make anchors that nobody can "
    "tell apart.",
    bad="## How It Might Work:",
    good="## How it might work",
    severity=Severity.WARNING,
    mends=True,
)
_END_MARKS = ".:;,!"


def _headings(page: Page) -> Iterator[Unit]:
    return (unit for unit in page.body.units if unit.kind is UnitKind.HEADING)


@on_library(F021)
def sentence_case(library: Library) -> Iterator[Finding]:
    """At most a third of the words after the first begin with a capital; names are not counted as such."""
    names = known_names(library)
    for page in library.judged:
        for unit in _headings(page):
            shouted, words = needless_capitals(unit.text, names)
            if not is_sentence_case(len(shouted), words):
                mended = lowered(unit.text, shouted).rstrip(_END_MARKS)
                message = f"The heading has capitals in {len(shouted)} of its {words} words after the first."
                yield Finding(unit.place_of(shouted[0].start()), message, f"Write “{mended}”.")


@on_page(F021)
def short_and_open(page: Page, library: Library) -> Iterator[Finding]:
    """At most so many characters, and no mark at the end that closes it."""
    most = library.settings.heading_length
    for unit in _headings(page):
        text = unit.text.removesuffix("[@]").rstrip()
        if len(text) > most:
            message = f"The heading has {len(text)} characters; at most {most} can be taken in at a glance."
            yield Finding(unit.place_of(most), message, "Say it shorter; the text below it can say the rest.")
        bare = text.rstrip(_END_MARKS)
        if bare != text and bare:
            place = unit.place_of(len(bare))
            hint = f"Write “{bare}”."
            yield Finding(
                place, "A heading ends in no mark but “?”.", hint, edits=(Edit(place, text[len(bare) :], ""),)
            )


@on_page(F021)
def each_its_own(page: Page, _library: Library) -> Iterator[Finding]:
    """No two headings alike on a page, and none that is a link."""
    first: dict[str, int] = {}
    for heading in page.body.headings:
        text = heading.text.casefold()
        line = first.setdefault(text, heading.place.line)
        if line != heading.place.line and text:
            message = f"The heading “{heading.text}” stands in line {line} already."
            yield Finding(heading.place, message, "Say in it what only this section tells.")
    lines = {heading.place.line for heading in page.body.headings}
    for link in page.body.links:
        if link.place.line in lines and not link.is_image:
            yield Finding(link.place, "A heading holds no link.", f"Write “{link.text}”; link to it from the text.")
