"""F024: authors and reviewers can be looked up."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.rule import HARM, Finding, missing_severity, on_page, rule, unknown
from knowledge.library import Library, Page

F024 = rule(
    "F024",
    wants="Authors and reviewers stand in people.yml; a reviewer is a person with credentials and a register entry, "
    "and the review lies between publication and the last review.",
    why="No authority that cannot be checked (UK CAP Code, DISCERN).",
    bad="a reviewer without `register`",
    good="no reviewer; the page then says “not yet checked by a clinician”",
    never_silenced=HARM,
)


@on_page(F024)
def known_people(page: Page, library: Library) -> Iterator[Finding]:
    """Each name is a record, and a reviewer's record can be checked."""
    front, people = page.front, library.people
    if "authors" in front.model_fields_set and not front.authors:
        hint = "Add the id of a record of people.yml."
        yield Finding(page.key_place("authors"), "The page has no author.", hint, missing_severity(page))
    named = [(page.place("authors", n), name) for n, name in enumerate(front.authors)]
    named += [(page.place("reviewers", n, "person"), review.person) for n, review in enumerate(front.reviewers)]
    for place, name in named:
        yield from unknown(people, name, place)
    for number, review in enumerate(front.reviewers):
        yield from _can_be_checked(page, number, review.person, library)
        yield from _review_date(page, number)


def _can_be_checked(page: Page, number: int, name: str, library: Library) -> Iterator[Finding]:
    person = library.people.get(name)
    if person is None:
        return
    place = page.place("reviewers", number, "person")
    if person.kind != "person":
        hint = "Name a real person, or remove the review."
        yield Finding(place, f"“{name}” is an organisation; a reviewer is a person.", hint)
    for key, value in (("credentials", person.credentials), ("register", person.register_)):
        if value is None:
            hint = f"Add `{key}: …` to the record “{name}” in {library.people.path}, or remove the review."
            yield Finding(place, f"The reviewer “{name}” has no `{key}` that a reader could look up.", hint)


def _review_date(page: Page, number: int) -> Iterator[Finding]:
    front, review = page.front, page.front.reviewers[number]
    place = page.place("reviewers", number, "date")
    if front.published and review.date < front.published:
        message = f"The review is older than the page, which was published on {front.published}."
        yield Finding(place, message, f"Write {front.published} or later.")
    if front.last_reviewed and review.date > front.last_reviewed:
        message = f"The review is newer than `last_reviewed` ({front.last_reviewed})."
        yield Finding(place, message, f"Write `last_reviewed: {review.date}`, or mend the date.")
