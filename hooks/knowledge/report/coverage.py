"""What is there and how far it has come: pages by state, claims by topic, sources by how far they were seen."""

from __future__ import annotations

from collections import Counter

from knowledge.checks.governed import claims_used
from knowledge.library import Library, Page
from knowledge.models.report import PageFigures, ReferenceFigures, ReviewDue, State, TopicFigures
from knowledge.models.words import Certainty, Verified
from knowledge.readability.measure import readability
from knowledge.review_dates import review_dates


def pages(library: Library) -> tuple[PageFigures, ...]:
    """Every page by path, drafts too."""
    return tuple(_page(page, library) for _, page in sorted(library.pages.items()))


def _page(page: Page, library: Library) -> PageFigures:
    front = page.front
    measured = readability(library)[page.path]
    return PageFigures(
        path=page.path,
        title=front.title or page.path,
        type=front.type,
        state=_state(page, library),
        last_reviewed=front.last_reviewed,
        next_review=front.next_review,
        claims=len(claims_used(page, library)),
        grade=measured.grade,
        hard_share=round(measured.hard_share, 3),
    )


def _state(page: Page, library: Library) -> State:
    if page.front.draft:
        return State.DRAFT
    people = [library.people.get(review.person) for review in page.front.reviewers]
    return State.CHECKED if any(person and person.credentials for person in people) else State.UNCHECKED


def reviews(library: Library) -> tuple[ReviewDue, ...]:
    """All review dates, the next one first; overdue only where the library has a day."""
    today = library.today
    return tuple(
        ReviewDue(one.name, one.due, one.last, one.days_over(today) if today and one.due < today else None)
        for one in review_dates(library)
    )


def outcomes(library: Library) -> dict[str, str]:
    """The outcomes by id with their words, in the file's order."""
    return {topic.id: topic.label for topic in library.topics.values() if topic.kind == "outcome"}


def topics(library: Library) -> tuple[TopicFigures, ...]:
    """Every complaint in the file's order, those without a claim too."""
    claims = library.claims.values()
    found = []
    for topic in library.topics.values():
        if topic.kind == "complaint":
            own = [claim for claim in claims if claim.topic == topic.id]
            levels = Counter(claim.certainty for claim in own)
            certainties = {level: levels[level] for level in Certainty}
            groups = Counter(claim.outcome_group for claim in own)
            found.append(TopicFigures(topic.id, topic.label, certainties, dict(groups)))
    return tuple(found)


def references(library: Library) -> ReferenceFigures:
    """How far the sources were seen, and what nobody could see of them."""
    values = library.references.values()
    seen = Counter(reference.custom.verified for reference in values)
    return ReferenceFigures(
        full=seen[Verified.FULL],
        partial=seen[Verified.PARTIAL],
        recalled=tuple(one.id for one in values if one.custom.verified is Verified.RECALLED),
        incomplete={one.id: one.custom.incomplete for one in values if one.custom.incomplete},
        retracted=tuple(one.id for one in values if one.custom.retracted),
    )
