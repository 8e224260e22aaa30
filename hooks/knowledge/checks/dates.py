"""F015 and F022: dates that agree with each other, and a list of changes that agrees with them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from knowledge.checks.rule import Finding, missing_severity, on_page, rule
from knowledge.checks.words import plural
from knowledge.library import Library, Page
from knowledge.problems import Edit
from knowledge.source.nodes import Items
from knowledge.source.yaml_lists import reordered

F015 = rule(
    "F015",
    wants="Real dates; published first, reviewed then, and the search for studies no later than the review.",
    why="A reader judges by these dates how old the answer is.",
    bad="published: 2026-11-21 with last_reviewed: 2026-10-01",
    good="published: 2026-10-01 with last_reviewed: 2026-11-21",
)
F022 = rule(
    "F022",
    wants="A list of changes, newest first, each with a note of 5 to 160 characters, none before the page was "
    "published, none after its last review.",
    why="Readers of health information see what changed, and when.",
    bad="changes: an old entry above a newer one",
    good="changes: the newest entry on top",
    mends=True,
)


@on_page(F015)
def in_order_of_time(page: Page, _library: Library) -> Iterator[Finding]:
    """`published` and `evidence_searched_to` are no later than `last_reviewed`. Unreal dates are met while reading."""
    front = page.front
    if front.last_reviewed is None:
        return
    if front.published and front.published > front.last_reviewed:
        message = f"The page was reviewed before it was published ({front.published})."
        yield Finding(page.place("last_reviewed"), message, f"Write {front.published} or later.")
    if front.evidence_searched_to and front.evidence_searched_to > front.last_reviewed:
        message = f"The search for studies is later than the last review ({front.last_reviewed})."
        hint = f"Write {front.last_reviewed} or earlier, or review the page again."
        yield Finding(page.place("evidence_searched_to"), message, hint)


@on_page(F022)
def changes_told(page: Page, library: Library) -> Iterator[Finding]:
    """At least one change, newest first, within the page's dates."""
    front = page.front
    if "changes" not in front.model_fields_set:
        return
    if not front.changes:
        hint = "Add `- date: …` with `note: First version.` below it."
        yield Finding(page.key_place("changes"), "The list of changes is empty.", hint, missing_severity(page))
    for number, (newer, older) in enumerate(pairwise(front.changes), start=1):
        if older.date > newer.date:
            message = f"The change of {older.date} stands below the older one of {newer.date}."
            place = page.place("changes", number, "date")
            yield Finding(place, message, "Put the newest change first.", edits=_newest_first(page))
    yield from _within_dates(page)
    least, most = library.settings.change_note_length
    for number, change in enumerate(front.changes):
        if not least <= len(change.note) <= most:
            message = f"The note has {plural(len(change.note), 'character')}; it needs {least} to {most}."
            yield Finding(
                page.place("changes", number, "note"), message, "Say in one sentence what is new for a reader."
            )


def _newest_first(page: Page) -> tuple[Edit, ...]:
    changes, items = page.front.changes, page.node.get("changes") if page.node else None
    order = sorted(range(len(changes)), key=lambda number: changes[number].date, reverse=True)
    return reordered(page.source, items, order) if isinstance(items, Items) else ()


def _within_dates(page: Page) -> Iterator[Finding]:
    front = page.front
    for number, change in enumerate(front.changes):
        place = page.place("changes", number, "date")
        if front.published and change.date < front.published:
            message = f"The change is older than the page, which was published on {front.published}."
            yield Finding(place, message, f"Write {front.published} or later.")
        if front.last_reviewed and change.date > front.last_reviewed:
            message = f"The change is newer than the last review ({front.last_reviewed})."
            yield Finding(place, message, f"Write `last_reviewed: {change.date}`, or mend the date.")
