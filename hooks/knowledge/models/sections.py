"""The sections of each type of page, word for word: the table of the page anatomy, in one typed place."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from knowledge.models.words import PageType

TRY_SAFELY = "How to try it safely"
"""Left out only where the answer's primary claim is of harm; the safety gate stands before it."""
BEFORE_YOU_START = "Before you start"
"""A guide's first section, required with `safety_gate: compression`."""
HOW_TO_CHOOSE = "How to choose"
HOW_IT_MIGHT_WORK = "How it might work"
QUESTIONS = "Questions people ask"


@dataclass(frozen=True, slots=True)
class Sections:
    """H2 headings of a type of page.

    `fixed` are all of them in order. Else the writer names the sections, at least `own` and at most `own_most`
    of them between `first` (required only with the safety gate) and `last`.
    """

    fixed: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    own: int = 0
    own_most: int | None = None


SECTIONS: MappingProxyType[PageType, Sections] = MappingProxyType(
    {
        PageType.ANSWER: Sections(
            fixed=(
                "What was tested and found",
                "What nobody knows yet",
                HOW_IT_MIGHT_WORK,
                TRY_SAFELY,
                "What else helps",
                QUESTIONS,
            )
        ),
        PageType.CONDITION: Sections(
            fixed=(
                "What it is",
                "Why it happens",
                "What usually happens",
                "What helps",
                "What does not help",
                "Where compression fits",
                "When to see someone",
                "Questions to take with you",
            )
        ),
        PageType.COMPARISON: Sections(
            fixed=("The options side by side", "What stands out", "What was not tested", HOW_TO_CHOOSE)
        ),
        PageType.GUIDE: Sections(first=BEFORE_YOU_START, last="When to ask for help", own=2, own_most=7),
        PageType.SAFETY: Sections(last="Who to call"),
        PageType.EVIDENCE: Sections(last="What we are not sure of", own=2),
    }
)
"""Home, landing, about and glossary pages have no fixed sections of their type."""

PAGE_SECTIONS: MappingProxyType[str, tuple[str, ...]] = MappingProxyType(
    {"about/index.md": ("Who we are", "Who pays", "What no clinician has checked yet")}
)
"""Sections that a single page must have, in this order, between others of its own."""
