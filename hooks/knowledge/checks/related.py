"""F023: related pages exist."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.rule import HOLE, Finding, missing_severity, on_page, rule
from knowledge.checks.words import plural
from knowledge.library import Library, Page
from knowledge.suggest import did_you_mean

F023 = rule(
    "F023",
    wants="2 to 4 related pages that exist: no repeats, not the page itself, no drafts.",
    why="They stand at the page's end as the reader's next steps.",
    bad="related: [answer/sciatica.md]",
    good="related: [answers/sciatica.md, safety/urgent.md]",
    never_silenced=HOLE,
)


@on_page(F023, across=True)
def next_steps(page: Page, library: Library) -> Iterator[Finding]:
    """Count, and each path."""
    related = page.front.related
    if "related" not in page.front.model_fields_set:
        return
    least, most = library.settings.related_count
    if not least <= len(related) <= most:
        few = len(related) < least
        message = f"The page names {plural(len(related), 'related page')}; it needs {least} to {most}."
        hint = "Add the page a reader needs next." if few else "Keep those a reader needs next."
        yield Finding(page.key_place("related"), message, hint, missing_severity(page) if few else None)
    for number, path in enumerate(related):
        problem = _wrong(path, number, page, library)
        if problem:
            yield Finding(page.place("related", number), *problem)


def _wrong(path: str, number: int, page: Page, library: Library) -> tuple[str, str] | None:
    """Message and hint for a path that does not fit, or None."""
    if path == page.path:
        return "The page names itself as related.", "Name another page, or remove the line."
    if path in page.front.related[:number]:
        return f"The page “{path}” is there twice.", "Remove one of the two."
    if path not in library.pages:
        others = [other.path for other in library.published() if other is not page]
        hint = did_you_mean(path, others, otherwise="Write its path from docs/, such as `answers/sciatica.md`.")
        return f"There is no page “{path}”.", hint
    if library.pages[path].front.draft:
        return f"The page “{path}” is a draft.", "Remove it until that page is published."
    return None
