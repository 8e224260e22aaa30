"""F016, F017 and F019: no H1, no level skipped, no heading for what the system places."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.rule import Finding, on_page, rule
from knowledge.library import Library, Page

F016 = rule(
    "F016",
    wants="No H1 in the body.",
    why="The title is the page's H1; a second one confuses screen readers and search engines.",
    bad="# Sciatica",
    good="## What it is",
)
F017 = rule(
    "F017",
    wants="Heading levels go down one at a time, to H4 at most.",
    why="Screen readers walk a page by its headings (WCAG 1.3.1).",
    bad="## Risks, then #### Skin",
    good="## Risks, then ### Skin",
)
F019 = rule(
    "F019",
    wants="No heading for what the system places: verdict, sources, related pages, changes and the like.",
    why="They would stand there twice.",
    bad="## References",
    good="no such heading; the sources are listed by themselves",
)


@on_page(F016)
def no_h1(page: Page, _library: Library) -> Iterator[Finding]:
    """The body starts at H2."""
    for heading in page.body.headings:
        if heading.level == 1:
            message = f"“{heading.text}” is an H1; the page's title is its only one."
            yield Finding(heading.place, message, f"Write `## {heading.text}`, or remove it if it repeats the title.")


@on_page(F017)
def one_step_down(page: Page, _library: Library) -> Iterator[Finding]:
    """Each heading is at most one level below the one before it."""
    level = 1
    for heading in page.body.headings:
        if heading.level > 4:
            hint = f"Write `#### {heading.text}`, or make it a bold word in the text."
            yield Finding(heading.place, f"“{heading.text}” is an H{heading.level}; H4 is the lowest.", hint)
        elif heading.level > level + 1:
            message = f"“{heading.text}” is an H{heading.level} under an H{level}; a level is skipped."
            yield Finding(heading.place, message, f"Write `{'#' * (level + 1)} {heading.text}`.")
        level = heading.level


@on_page(F019)
def left_to_the_system(page: Page, library: Library) -> Iterator[Finding]:
    """H2 and H3 do not read like a part that is placed from front matter and data."""
    reserved = {name.casefold() for name in library.settings.reserved_headings}
    for heading in page.body.headings:
        if heading.level in (2, 3) and heading.text.strip(" .:").casefold() in reserved:
            message = f"The heading “{heading.text}” is for a part that the system places."
            yield Finding(heading.place, message, "Remove it, or say in it what only this section tells.")
