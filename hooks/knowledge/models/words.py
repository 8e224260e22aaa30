"""The closed word lists of the knowledge base: GRADE certainty, direction, absence, care levels, page types."""

from __future__ import annotations

from enum import StrEnum


class Certainty(StrEnum):
    """GRADE certainty of evidence (GRADE guidelines 3), and `not-tested` where there is no study at all."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very-low"
    NOT_TESTED = "not-tested"

    @property
    def beads(self) -> int:
        """How many of the four beads of the mark are filled."""
        return {"high": 4, "moderate": 3, "low": 2, "very-low": 1, "not-tested": 0}[self.value]


class Direction(StrEnum):
    """Which way an effect goes, apart from its size and from how sure we are."""

    BENEFIT = "benefit"
    HARM = "harm"
    NO_DIFFERENCE = "no-difference"
    MIXED = "mixed"
    UNKNOWN = "unknown"


class Absence(StrEnum):
    """Why a value is not there: nobody looked, looked and found no study, or it does not apply."""

    UNKNOWN = "unknown"
    NOT_TESTED = "not-tested"
    NOT_APPLICABLE = "not-applicable"


class Better(StrEnum):
    """Which way an outcome is good."""

    LOWER = "lower"
    HIGHER = "higher"


class Measure(StrEnum):
    """Effect measures: risk, odds and hazard ratio, (standardised) mean difference, percentage points."""

    RR = "RR"
    OR = "OR"
    HR = "HR"
    MD = "MD"
    SMD = "SMD"
    PERCENT = "percent"


class CareLevel(StrEnum):
    """How soon to get help, worst first: call now, today, soon (after the NHS care cards)."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    SOON = "soon"

    @property
    def head(self) -> str:
        """The words above its cards."""
        return {"emergency": "Call now", "urgent": "Get help today", "soon": "Book a visit soon"}[self.value]


class GateLevel(StrEnum):
    """Who must never do a thing, and who asks first."""

    NEVER = "never"
    ASK_FIRST = "ask-first"


class Verified(StrEnum):
    """How far a reference was seen: all of it, part of it, or only remembered."""

    FULL = "full"
    PARTIAL = "partial"
    RECALLED = "recalled"


class PageType(StrEnum):
    """The ten kinds of page; each has its own keys, sections and layout."""

    HOME = "home"
    LANDING = "landing"
    ANSWER = "answer"
    CONDITION = "condition"
    GUIDE = "guide"
    COMPARISON = "comparison"
    SAFETY = "safety"
    EVIDENCE = "evidence"
    ABOUT = "about"
    GLOSSARY = "glossary"
