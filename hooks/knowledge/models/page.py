"""What a page's front matter holds, and which keys each type of page needs and may have."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from pydantic import Field

from knowledge.models.fields import Count, Flag, Identifier, IsoDate, Text
from knowledge.models.parse import Model
from knowledge.models.words import PageType


class Change(Model):
    """One entry of a page's list of changes."""

    date: IsoDate = Field(description="The day of the change")
    note: Text = Field(description="What changed, for readers, in 5 to 160 characters", examples=["First version."])


class Review(Model):
    """A check by a real person, whose credentials can be looked up."""

    person: Identifier = Field(description="Who checked the page: an id of people.yml")
    date: IsoDate = Field(description="The day of the check")


class FrontMatter(Model):
    """The keys a page may have, in the house order. Which of them a type needs: `KEYS`.

    Every key is optional here, so that a page with one mistake is still checked for all others.
    """

    title: Text | None = Field(
        default=None,
        description="Heading and name in the menu, 10 to 70 characters; an answer’s is the reader’s question",
        examples=["How to wash, dry and replace compression socks"],
    )
    type: PageType | None = Field(
        default=None, description="What kind of page it is; it decides keys, sections and layout"
    )
    description: Text | None = Field(
        default=None, description="What search engines and link previews show, 50 to 160 characters"
    )
    summary: Text | None = Field(default=None, description="The answer in one sentence of at most 30 words, better 25")
    search_terms: tuple[Text, ...] = Field(
        default=(),
        description="3 to 12 phrases as people type them, in lower case",
        examples=[["sciatica socks", "siatica socks"]],
    )
    authors: tuple[Identifier, ...] = Field(
        default=(), description="Who wrote it: ids of people.yml", examples=[["legwise-editors"]]
    )
    reviewers: tuple[Review, ...] = Field(
        default=(), description="Real clinicians who checked the page and can be looked up"
    )
    published: IsoDate | None = Field(default=None, description="The day on which it came out", examples=["2026-11-21"])
    last_reviewed: IsoDate | None = Field(
        default=None, description="The day on which somebody last read it against its sources", examples=["2026-11-21"]
    )
    review_interval_days: Count | None = Field(
        default=None, description="Days until the next review; 365 unless given, 180 on safety pages", examples=["180"]
    )
    related: tuple[Text, ...] = Field(
        default=(),
        description="2 to 4 pages shown at the end, as paths from docs/",
        examples=[["answers/back-pain.md", "safety/urgent.md"]],
    )
    was: tuple[Text, ...] = Field(default=(), description="Old paths of the page, which lead here")
    primary_claim: Identifier | None = Field(
        default=None, description="The claim that becomes the verdict", examples=["sciatica-pain"]
    )
    urgent_cards: tuple[Identifier, ...] = Field(
        default=(), description="Care cards under the verdict, the worst first", examples=[["cauda-equina", "leg-clot"]]
    )
    safety_gate: Literal["compression", "none"] | None = Field(
        default=None, description="`compression` places who must not wear it before the advice; else `none`"
    )
    to_ask: tuple[Text, ...] = Field(
        default=(),
        description="3 to 5 questions for the reader's appointment, printed on the answer’s sheet",
        examples=[["Could my pain come from a vein?", "Is my blood flow good enough for socks?"]],
    )
    evidence_searched_to: IsoDate | None = Field(default=None, description="How far the search for studies went")
    changes: tuple[Change, ...] = Field(default=(), description="What changed and when, the newest first")
    draft: Flag = Field(
        default=False, description="`true` shows the page in preview only; what is missing is then a note"
    )

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
    PageType.ANSWER: TypeKeys(
        _WRITTEN | _GATED | {"primary_claim", "urgent_cards", "evidence_searched_to"}, _MAY | {"to_ask"}
    ),
    PageType.CONDITION: TypeKeys(_WRITTEN | {"related", "urgent_cards", "evidence_searched_to"}, _MAY),
    PageType.GUIDE: TypeKeys(_WRITTEN | _GATED, _MAY | {"urgent_cards"}),
    PageType.COMPARISON: TypeKeys(_WRITTEN | _GATED | {"evidence_searched_to"}, _MAY),
    PageType.SAFETY: TypeKeys(_WRITTEN | {"related", "urgent_cards"}, _MAY),
    PageType.EVIDENCE: TypeKeys(_WRITTEN, _MAY),
    PageType.ABOUT: TypeKeys(_WRITTEN, _MAY),
    PageType.GLOSSARY: TypeKeys(_WRITTEN, _MAY),
}
"""Keys by page type: the table “Pages” of the writer's contract."""
