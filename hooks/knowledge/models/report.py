"""What the report says of a library: figures and lists, already counted, so that terminal, JSON and page agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowledge.models.measurement import Measurement
from knowledge.models.words import Certainty, PageType
from knowledge.problems import Place, Problem, Severity


class State(StrEnum):
    """How far a page has come; never typed, always derived."""

    DRAFT = "draft"
    CHECKED = "checked"
    UNCHECKED = "not-yet-checked"


@dataclass(frozen=True, slots=True)
class PageFigures:
    """One page: when it is due for review, what it rests on, how hard it is to read.

    `grade` is a school grade, None for a page of too few words; `hard_share` is the share of hard words, 0 to 1.
    """

    path: str
    title: str
    type: PageType | None
    state: State
    last_reviewed: date | None
    next_review: date | None
    claims: int
    grade: float | None
    hard_share: float


@dataclass(frozen=True, slots=True)
class ReviewDue:
    """What must be looked at again, a page or a record of data; `days_over` is None where it is not overdue."""

    name: str
    due: date
    last: date
    days_over: int | None


@dataclass(frozen=True, slots=True)
class TopicFigures:
    """One complaint: how many claims it has by certainty, and for which outcomes."""

    id: str
    label: str
    certainties: Mapping[Certainty, int]
    outcomes: Mapping[str, int]

    @property
    def claims(self) -> int:
        """All its claims."""
        return sum(self.certainties.values())


@dataclass(frozen=True, slots=True)
class ReferenceFigures:
    """How far the sources were seen; lists hold their keys."""

    full: int
    partial: int
    recalled: tuple[str, ...]
    incomplete: Mapping[str, tuple[str, ...]]
    retracted: tuple[str, ...]

    @property
    def total(self) -> int:
        """All references."""
        return self.full + self.partial + len(self.recalled)

    @property
    def by_gap(self) -> dict[str, list[str]]:
        """What could not be seen, the commonest first, with the keys of the sources that lack it."""
        gaps: dict[str, list[str]] = {}
        for key, missing in self.incomplete.items():
            for gap in missing:
                gaps.setdefault(gap, []).append(key)
        return dict(sorted(gaps.items(), key=lambda item: (-len(item[1]), item[0])))


@dataclass(frozen=True, slots=True)
class RuleFigures:
    """One rule: what it found here, what suppressions silenced, and whether the tests make it fail.

    `pages` are the pages it hit, silenced or not, `pages_of_types` all pages of the types of those.
    """

    id: str
    severity: Severity
    wants: str
    why: str
    bad: str
    good: str
    mends: bool
    hits: int
    silenced: int
    pages: int
    pages_of_types: int
    tried: bool


@dataclass(frozen=True, slots=True)
class Silence:
    """One suppression: where it stands, of which rule, until when and why, and how many hits it keeps quiet."""

    place: Place
    rule: str
    until: date
    reason: str
    hits: int


class Doubt(StrEnum):
    """Why a rule is not to be trusted as it is."""

    TOO_MUCH = "too-much"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Report:
    """Everything the report tells. Without `today` nothing in it depends on the day."""

    today: date | None
    files: int
    pages: tuple[PageFigures, ...]
    reviews: tuple[ReviewDue, ...]
    median_grade: float | None
    outcomes: Mapping[str, str]
    topics: tuple[TopicFigures, ...]
    unused: tuple[Problem, ...]
    references: ReferenceFigures
    rules: tuple[RuleFigures, ...]
    doubts: Mapping[str, Doubt]
    silences: tuple[Silence, ...]
    measurements: tuple[Measurement, ...]
    expected: Mapping[str, str]
    problems: Mapping[Severity, int]
    notes: tuple[Problem, ...]

    @property
    def overdue(self) -> list[ReviewDue]:
        """What should have been looked at before the day the report was asked for, the longest overdue first."""
        return [one for one in self.reviews if one.days_over is not None]

    @property
    def not_measured(self) -> dict[str, str]:
        """What ought to be measured and was not: id and words."""
        measured = {one.id for one in self.measurements}
        return {name: label for name, label in self.expected.items() if name not in measured}
