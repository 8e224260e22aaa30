"""What a page's front matter holds, and which keys each type of page needs and may have."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from knowledge.models.fields import Count, Flag, Identifier, IsoDate, Text
from knowledge.models.parse import Model
from knowledge.models.words import PageType


class Change(Model):
    """One entry of a page's list of changes."""

    date: IsoDate
    note: Text


class Review(Model):
    """A check by a real person, whose credentials can be looked up."""

    person: Identifier
    date: IsoDate


class FrontMatter(Model):
    """The keys a page may have, in the house order. Which of them a type needs: `KEYS`.

    Every key is optional here, so that a page with one mistake is still checked for all others.
    """

    title: Text | None = None
    type: PageType | None = None
    description: Text | None = None
    summary: Text | None = None
    search_terms: tuple[Text, ...] = ()
    authors: tuple[Identifier, ...] = ()
    reviewers: tuple[Review, ...] = ()
    published: IsoDate | None = None
    last_reviewed: IsoDate | None = None
    review_interval_days: Count | None = None
    related: tuple[Text, ...] = ()
    was: tuple[Text, ...] = ()
    primary_claim: Identifier | None = None
    urgent_cards: tuple[Identifier, ...] = ()
    safety_gate: Literal["compression", "none"] | None = None
    evidence_searched_to: IsoDate | None = None
    changes: tuple[Change, ...] = ()
    draft: Flag = False

    @property
    def next_review(self) -> date | None:
        """When the page is due for review: 365 days after the last one, safety pages 180, unless it says otherwise."""
        if self.last_reviewed is None:
            return None
        usual = 180 if self.type is PageType.SAFETY else 365
        try:
            return self.last_reviewed + timedelta(days=self.review_interval_days or usual)
        except OverflowError:  # beyond the year 9999
            return None


@dataclass(frozen=True, slots=True)
class TypeKeys:
    """The keys that one type of page needs, and those it may have besides."""

    required: frozenset[str]
    optional: frozenset[str]

    @property
    def known(self) -> frozenset[str]:
        """All keys the type may have."""
        return self.required | self.optional


_EVERY = frozenset({"title", "type", "description", "search_terms"})
_WRITTEN = _EVERY | {"summary", "authors", "published", "last_reviewed", "changes"}
_MAY = frozenset({"reviewers", "review_interval_days", "was", "draft"})
_GATED = frozenset({"related", "safety_gate"})

KEYS: dict[PageType, TypeKeys] = {
    PageType.HOME: TypeKeys(_WRITTEN, _MAY),
    PageType.LANDING: TypeKeys(_EVERY, _MAY | {"summary", "authors", "published", "last_reviewed", "changes"}),
    PageType.ANSWER: TypeKeys(_WRITTEN | _GATED | {"primary_claim", "urgent_cards", "evidence_searched_to"}, _MAY),
    PageType.CONDITION: TypeKeys(_WRITTEN | {"related", "urgent_cards", "evidence_searched_to"}, _MAY),
    PageType.GUIDE: TypeKeys(_WRITTEN | _GATED, _MAY | {"urgent_cards"}),
    PageType.COMPARISON: TypeKeys(_WRITTEN | _GATED | {"evidence_searched_to"}, _MAY),
    PageType.SAFETY: TypeKeys(_WRITTEN | {"related", "urgent_cards"}, _MAY),
    PageType.EVIDENCE: TypeKeys(_WRITTEN, _MAY),
    PageType.ABOUT: TypeKeys(_WRITTEN, _MAY),
    PageType.GLOSSARY: TypeKeys(_WRITTEN, _MAY),
}
"""Keys by page type: the table “Pages” of the writer's contract."""
