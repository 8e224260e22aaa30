"""Problems: what is wrong, where, and what to type instead. One record for terminal, JSON, CI and preview."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple


class Severity(StrEnum):
    """How much a problem stops: an error everything, a warning only strict runs, a note nothing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Place(NamedTuple):
    """A spot in a file: lines and columns count from 1, columns in characters."""

    path: str
    line: int = 1
    column: int = 1

    def shifted(self, characters: int) -> Place:
        """The place so many characters further on the same line."""
        return Place(self.path, self.line, self.column + characters)


@dataclass(frozen=True, slots=True)
class Edit:
    """A safe mend: the text `old`, which stands in the file at `place` exactly so, line breaks too, becomes `new`.

    Whoever applies it looks first whether `old` stands there, so an edit at a wrong place changes nothing. An empty
    `old` inserts, an empty `new` removes.
    """

    place: Place
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a writer's words, with the exact mend as its hint.

    `end_column` is the column behind its last character, where that is known and on the same line. `edits` mend it
    without changing what the page says, all of them together or none.
    """

    rule: str
    severity: Severity
    path: str
    line: int
    column: int
    message: str
    hint: str
    end_column: int | None = field(default=None, compare=False)
    edits: tuple[Edit, ...] = field(default=(), compare=False)

    @classmethod
    def at(
        cls,
        place: Place,
        rule: str,
        message: str,
        hint: str,
        severity: Severity = Severity.ERROR,
        *,
        end_column: int | None = None,
        edits: tuple[Edit, ...] = (),
    ) -> Problem:
        """A problem at a place; an error unless said otherwise."""
        return cls(rule, severity, place.path, place.line, place.column, message, hint, end_column, edits)

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The order in which problems are told: path, line, column, rule."""
        return (self.path, self.line, self.column, self.rule, self.message)

    def as_text(self) -> str:
        """`path:line:col: severity: message (RULE)` and on the next line the mend; both as they can be seen."""
        first = f"{self.path}:{self.line}:{self.column}: {self.severity}: {self.message} ({self.rule})"
        return f"{visible(first)}\n    {visible(self.hint)}"

    def as_record(self) -> dict[str, Any]:
        """The problem as JSON tells it: its end only where it is known, its edits never."""
        end = {} if self.end_column is None else {"end_column": self.end_column}
        return {
            "rule": self.rule,
            "severity": self.severity,
            "path": self.path,
            "line": self.line,
            "column": self.column,
            **end,
            "message": self.message,
            "hint": self.hint,
        }

    def as_annotation(self) -> str:
        """The problem as a workflow command of GitHub Actions, which shows it beside the line.

        Form and escapes: docs.github.com, “Workflow commands”, and `command.ts` of its toolkit.
        """
        level = "notice" if self.severity is Severity.NOTE else self.severity.value
        end = () if self.end_column is None else (("endColumn", str(self.end_column)),)
        known = [("file", self.path), ("line", str(self.line)), ("col", str(self.column)), *end, ("title", self.rule)]
        properties = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in known)
        text = _escaped(self.message + "\n" + self.hint)
        return f"::{level} {properties}::{text}"


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
    """The report as a JSON list of {rule, severity, path, line, column, end_column?, message, hint}."""
    return json.dumps([problem.as_record() for problem in problems], ensure_ascii=False, indent=2)


def as_annotations(problems: Sequence[Problem]) -> str:
    """The report as GitHub's annotations, ending with its count; empty when there is nothing to tell."""
    if not problems:
        return ""
    return "\n".join([*(problem.as_annotation() for problem in problems), counted(problems)])


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


def visible(text: str) -> str:
    """Text on one line in which nothing is hidden: line breaks, control and direction marks are written out, since
    a name or a value may hold what moves the cursor, turns the line round or looks like another problem."""
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() or one == "\u00a0" else ascii(one)[1:-1] for one in text)


def _escaped(text: str, separators: str = "") -> str:
    """Text as it may stand in a workflow command; in its properties the separators are escaped too."""
    return "".join(f"%{ord(one):02X}" if one in f"%\r\n{separators}" else one for one in text)


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
