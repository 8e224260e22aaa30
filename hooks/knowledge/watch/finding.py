"""One thing that somebody should look at, with what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum


class Kind(IntEnum):
    """Kinds of findings, the most urgent first; the text is the heading they stand under."""

    WITHDRAWN = 0
    CORRECTED = 1
    OVERDUE = 2
    GONE = 3
    MOVED = 4
    PACKAGE = 5
    UNKNOWN = 6

    @property
    def heading(self) -> str:
        """Such as `Links that lead nowhere`."""
        return _HEADINGS[self]


_HEADINGS = {
    Kind.WITHDRAWN: "Papers withdrawn or in doubt",
    Kind.CORRECTED: "Papers corrected or renewed",
    Kind.OVERDUE: "Reviews overdue",
    Kind.GONE: "Links that lead nowhere",
    Kind.MOVED: "Links that moved for good",
    Kind.PACKAGE: "Newer packages",
    Kind.UNKNOWN: "Could not be looked at by machine",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found on something, and what to do."""

    kind: Kind
    subject: str
    said: str
    todo: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered: HTTP status (0 where none came, `body` then says why) and where it led for good."""

    status: int
    body: str = ""
    moved: str | None = None


Ask = Callable[[str], Answer]
"""Asks an address; never raises."""
