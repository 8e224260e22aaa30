"""F020: nothing but the fixed sections where they are fixed, and no section without content."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.checks.rule import Finding, missing_severity, on_page, rule
from knowledge.library import Library, Page
from knowledge.models.sections import SECTIONS
from knowledge.problems import Severity
from knowledge.source.markdown.model import Heading
from knowledge.suggest import nearest

F020 = rule(
    "F020",
    wants="No other H2 on pages whose sections are fixed (a warning), and no empty section.",
    why="Readers learn where to look; what does not fit a fixed section goes under one of its H3s, or on another page.",
    bad="## Bonus tips",
    good="### Which ones to buy, under “What else helps”",
)
_NO_CONTENT = re.compile(r"\s*(?:=+|-+|<!--.*-->)?\s*")
"""An empty line, the underline of a heading, a comment."""


@on_page(F020)
def only_fixed_ones(page: Page, _library: Library) -> Iterator[Finding]:
    """H2s besides the fixed ones; what is nearly one of those that are missing is told as such (F018)."""
    sections = SECTIONS.get(page.front.type) if page.front.type else None
    if sections is None or not sections.fixed:
        return
    headings = [heading for heading in page.body.headings if heading.level == 2]
    missing = set(sections.fixed) - {heading.text for heading in headings}
    for heading in headings:
        if heading.text not in sections.fixed and nearest(heading.text, missing) is None:
            message = f"“{heading.text}” is no section of a page of type {page.front.type}."
            hint = f"Put it under one of these: {', '.join(sections.fixed)}."
            yield Finding(heading.place, message, hint, Severity.WARNING)


@on_page(F020)
def none_empty(page: Page, _library: Library) -> Iterator[Finding]:
    """A heading that another of the same or a higher level follows, or the end, with nothing in between."""
    headings = page.body.headings
    for number, heading in enumerate(headings):
        following = headings[number + 1] if number + 1 < len(headings) else None
        if (following is None or following.level <= heading.level) and _is_empty(page, heading, following):
            message = f"The section “{heading.text}” is empty."
            yield Finding(heading.place, message, "Write it, or remove the heading.", missing_severity(page))


def _is_empty(page: Page, heading: Heading, following: Heading | None) -> bool:
    end = following.place.line - 1 if following else len(page.source.lines)
    between = page.source.lines[heading.place.line : end]
    return all(_NO_CONTENT.fullmatch(line) for line in between)
