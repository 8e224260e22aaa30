"""Problems: what is wrong, where, and what to type instead. One record for terminal, JSON, CI and preview."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path


class Severity(StrEnum):
    """How much a problem stops: an error everything, a warning only strict runs, a note nothing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file: lines and columns count from 1, columns in characters."""

    path: str
    line: int = 1
    column: int = 1

    def shifted(self, characters: int) -> Place:
        """The place so many characters further on the same line."""
        return Place(self.path, self.line, self.column + characters)


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a writer's words, with the exact mend as its hint."""

    rule: str
    severity: Severity
    path: str
    line: int
    column: int
    message: str
    hint: str

    @classmethod
    def at(cls, place: Place, rule: str, message: str, hint: str, severity: Severity = Severity.ERROR) -> Problem:
        """A problem at a place; an error unless said otherwise."""
        return cls(rule, severity, place.path, place.line, place.column, message, hint)

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The order in which problems are told: path, line, column, rule."""
        return (self.path, self.line, self.column, self.rule, self.message)

    def as_text(self) -> str:
        """`path:line:col: severity: message (RULE)` and on the next line the mend."""
        return f"{self.path}:{self.line}:{self.column}: {self.severity}: {self.message} ({self.rule})\n    {self.hint}"


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems by path, line, column and rule, each once."""
    return sorted(set(problems), key=lambda problem: problem.order)


def stops(problems: Iterable[Problem], *, strict: bool) -> bool:
    """Whether a run must fail: on any error, and in a strict run on any warning."""
    stopping = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(problem.severity in stopping for problem in problems)


def told(problems: Iterable[Problem]) -> list[Problem]:
    """What `kb check` tells: everything but notes."""
    return [problem for problem in problems if problem.severity is not Severity.NOTE]


def as_text(problems: Sequence[Problem]) -> str:
    """The whole report as text, ending with its count; empty when there is nothing to tell."""
    if not problems:
        return ""
    return "\n".join([*(problem.as_text() for problem in problems), "", counted(problems)])


def as_json(problems: Sequence[Problem]) -> str:
    """The report as a JSON list of {rule, severity, path, line, column, message, hint}."""
    return json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=2)


def counted(problems: Sequence[Problem]) -> str:
    """Such as `3 errors and 1 warning in 2 files`."""
    by_severity = Counter(problem.severity for problem in problems)
    parts = [_plural(by_severity[severity], severity.value) for severity in Severity if by_severity[severity]]
    files = len({problem.path for problem in problems})
    return f"{' and '.join(parts)} in {_plural(files, 'file')}"


def shown_path(path: Path, start: Path | None = None) -> str:
    """A path relative to where the command runs, or absolute where the file lies elsewhere."""
    start = (start or Path.cwd()).absolute()
    absolute = path.absolute()
    return absolute.relative_to(start).as_posix() if absolute.is_relative_to(start) else absolute.as_posix()


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
