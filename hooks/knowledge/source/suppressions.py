"""Suppressions, `kb-ignore W012 until 2027-06-01: why`: which rule is to let what pass, how long and why (F030)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from knowledge.problems import Place, Problem

RULE = "F030"
LEAST_REASON = 10
"""Characters; what is shorter, such as “ok”, gives no reason."""
LONGEST = 1000
"""Lines that one covers at most: no block or record is longer, and a file full of suppressions is read in no time."""
NAME = re.compile(r"kb[-_ ]?ignore\b", re.IGNORECASE)
"""The word that begins one, with the slips that are meant as it."""
_RULE_ID = re.compile(r"[A-Za-z]\d{3}\b")
_UNTIL = re.compile(r"until\b", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Suppression:
    """A well-formed suppression; it covers the lines `first` to `last` of its file, none where `last` is less."""

    place: Place
    rule: str
    rule_place: Place
    until: date
    until_place: Place
    reason: str
    first: int
    last: int

    def covers(self, problem: Problem) -> bool:
        """Whether it is meant for this problem."""
        return problem.rule == self.rule and problem.path == self.place.path and self.first <= problem.line <= self.last


@dataclass(frozen=True, slots=True)
class Suppressions:
    """Those of a file or of all files, and what is wrong with the ones that cannot be read."""

    found: tuple[Suppression, ...] = ()
    faults: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, read: Iterable[Suppression | Problem]) -> Suppressions:
        """Gather what was read one by one."""
        read = tuple(read)
        return cls(
            tuple(one for one in read if isinstance(one, Suppression)),
            tuple(one for one in read if isinstance(one, Problem)),
        )

    def __add__(self, other: Suppressions) -> Suppressions:
        """Both together."""
        return Suppressions(self.found + other.found, self.faults + other.faults)


def holds_suppression(text: str) -> bool:
    """Whether a text may hold one."""
    return NAME.search(text) is not None


def read_suppression(
    text: str, place: Place, place_of: Callable[[int], Place], lines: tuple[int, int], form: str
) -> Suppression | Problem:
    """One suppression from the text of its comment, or what is wrong with it.

    `text` begins with `kb-ignore`; `place` is the comment's, and `place_of` gives that of a character of `text`.
    `lines` are the first and last line that it covers; `form` is how one is typed here, with `{}` for its words.
    """
    reading = _Reading(text, place, place_of, form)
    return reading.result(lines)


class _Reading:
    """Reads the parts one after the other, so that the first that is missing can be named."""

    def __init__(self, text: str, place: Place, place_of: Callable[[int], Place], form: str) -> None:
        self.text = text
        self.place = place
        self.place_of = place_of
        self.form = form
        self.typed = {"rule": "W012", "until": "2027-06-01", "reason": "why it may stand here"}

    def result(self, lines: tuple[int, int]) -> Suppression | Problem:
        name = NAME.match(self.text)
        end = name.end() if name else 0
        if self.text[:end] != "kb-ignore":
            return self.fault(0, f"“{self.text[:end]}” is not how a suppression begins.")
        rule = _RULE_ID.match(self.text, at := self.next_word(end))
        if rule is None:
            return self.fault(at, "The suppression does not name its rule.")
        self.typed["rule"] = rule.group().upper()
        until = _UNTIL.match(self.text, start := self.next_word(rule.end()))
        if until is None:
            several = _RULE_ID.search(self.text, start)
            message = "The suppression does not say until when."
            if several:
                message = "A suppression names one rule; another takes a line of its own."
            return self.fault(several.start() if several else start, message)
        return self.dated(rule, self.next_word(until.end()), lines)

    def dated(self, rule: re.Match[str], at: int, lines: tuple[int, int]) -> Suppression | Problem:
        """The part behind `until`."""
        typed = re.compile(r"[^\s:]*").match(self.text, at)
        day = typed.group() if typed else ""
        try:
            until = date.fromisoformat(day) if _DATE.fullmatch(day) else None
        except ValueError:
            until = None
        if until is None:
            return self.fault(at, f"“{day}” is not a date." if day else "The suppression does not say until when.")
        self.typed["until"] = day
        colon = re.compile(r"\s*:").match(self.text, at + len(day))
        start = self.next_word(colon.end()) if colon else at + len(day)
        reason = self.text[start:].strip() if colon else ""
        if len(reason) < LEAST_REASON:
            message = (
                f"The reason “{reason}” is too short to tell why." if reason else "The suppression gives no reason."
            )
            return self.fault(start, message)
        rule_place = self.place_of(rule.start())
        return Suppression(self.place, rule.group(), rule_place, until, self.place_of(at), reason, *lines)

    def next_word(self, offset: int) -> int:
        """The offset of the next character that is no space."""
        rest = self.text[offset:]
        return offset + len(rest) - len(rest.lstrip())

    def fault(self, offset: int, message: str) -> Problem:
        """What is wrong at an offset; the mend keeps what could be read."""
        words = "kb-ignore {rule} until {until}: {reason}".format(**self.typed)
        at = min(offset, max(len(self.text.rstrip()) - 1, 0))
        return Problem.at(self.place_of(at), RULE, message, f"Write `{self.form.format(words)}`.")
