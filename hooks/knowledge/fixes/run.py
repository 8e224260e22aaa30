"""Mending a docs folder: rounds of edits, each looked at before it counts, until nothing is left to mend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.checks.run import check
from knowledge.fixes.edits import Text, take_edits
from knowledge.library import Library
from knowledge.load import load_library
from knowledge.problems import Edit, Problem, Severity, in_order
from knowledge.writing import write_changes

ROUNDS = 20
"""The most rounds; a mend of one rule may let another's be seen, but no chain of them is long."""
TRIES = 40
"""The most checks spent in one round on finding out which mends make something worse."""

Contents = dict[str, bytes]


@dataclass(slots=True)
class Mended:
    """What was mended, in order; what no machine can mend without harm; and the files as they are now."""

    done: list[Problem] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)
    changes: Contents = field(default_factory=dict)


def mend(docs_dir: Path, wanted: Callable[[str], bool]) -> Mended:
    """Mend what can safely be mended in the files that are wanted (by their shown paths), and write them.

    Raises:
        NotWrittenError: when a file cannot be written; then none is.
    """
    fixer = _Fixer(docs_dir, wanted)
    mended = fixer.rounds()
    write_changes(docs_dir, mended.changes, {name: fixer.original[name] for name in mended.changes})
    return mended


class _Fixer:
    """One run over one docs folder; nothing is written before its end."""

    def __init__(self, docs_dir: Path, wanted: Callable[[str], bool]) -> None:
        self.docs_dir = docs_dir
        self.wanted = wanted
        self.original: Contents = {}
        self.mended = Mended()
        self._refused: set[tuple[str, tuple[Edit, ...]]] = set()
        self._tries = 0

    def rounds(self) -> Mended:
        """Round after round until nothing changes; a file that never comes to rest stays as it was."""
        library = self._library(self.mended.changes)
        problems = check(library)
        for _ in range(ROUNDS):
            waiting = self._waiting(problems)
            if not waiting:
                return self.mended
            self._tries = TRIES
            library, problems = self._made(library, problems, waiting)
        self._give_back(self._waiting(problems))
        return self.mended

    def _library(self, changes: Contents) -> Library:
        return load_library(self.docs_dir, changes=changes)

    def _waiting(self, problems: Sequence[Problem]) -> list[Problem]:
        """The problems that can be mended, each wanted, none refused before."""
        return [
            problem
            for problem in problems
            if problem.edits
            and (problem.rule, problem.edits) not in self._refused
            and all(self.wanted(edit.place.path) for edit in problem.edits)
        ]

    def _made(
        self, library: Library, problems: list[Problem], waiting: Sequence[Problem]
    ) -> tuple[Library, list[Problem]]:
        """The library and its problems with as many of the mends as can be made at once and make nothing worse."""
        changes, taken = self._edited(library, waiting)
        if not taken:  # a link, bytes that are no text, or words that are spelt otherwise in the file (an escape)
            self._refuse(waiting)
            return library, problems
        self._tries -= 1
        after = self._library(changes)
        found = check(after)
        if not _worse(problems, found):
            self.mended.changes = changes
            self.mended.done += taken
            return after, found
        if len(waiting) == 1 or self._tries <= 0:
            self._refuse(waiting)
            return library, problems
        half = len(waiting) // 2
        library, problems = self._made(library, problems, waiting[:half])
        rest = [problem for problem in self._waiting(problems) if problem in set(waiting[half:])]
        return self._made(library, problems, rest) if rest else (library, problems)

    def _edited(self, library: Library, waiting: Sequence[Problem]) -> tuple[Contents, list[Problem]]:
        """The files with the mends that can be made at once, and these mends."""
        names = {library.shown(name): name for name in library.files}
        texts = {path: text for path in _paths(waiting) if (text := self._text(names.get(path))) is not None}
        taken = [problem for problem in waiting if take_edits(texts, problem.edits)]
        edited = {names[path]: text.edited().encode("utf-8") for path, text in texts.items() if text.taken}
        return {**self.mended.changes, **edited}, taken

    def _text(self, name: str | None) -> Text | None:
        """A file's text with the mends made so far; None for a link, and for bytes that are no text."""
        if name is None or (self.docs_dir / name).is_symlink():
            return None
        try:
            if name not in self.original:
                self.original[name] = (self.docs_dir / name).read_bytes()
            return Text(self.mended.changes.get(name, self.original[name]).decode("utf-8"))
        except (OSError, UnicodeDecodeError):
            return None

    def _refuse(self, problems: Sequence[Problem]) -> None:
        self._refused |= {(problem.rule, problem.edits) for problem in problems}
        self.mended.refused += problems

    def _give_back(self, unsettled: Sequence[Problem]) -> None:
        """Leave files whose mends undo each other as they were, so that a second run finds them the same."""
        shown = _paths(unsettled)
        names = {self._library({}).shown(name): name for name in self.mended.changes}
        self.mended.changes = {name: self.mended.changes[name] for path, name in names.items() if path not in shown}
        self.mended.done = [problem for problem in self.mended.done if problem.path not in shown]
        self.mended.refused = in_order([*self.mended.refused, *unsettled])


def _paths(problems: Sequence[Problem]) -> set[str]:
    return {edit.place.path for problem in problems for edit in problem.edits}


def _worse(before: Sequence[Problem], after: Sequence[Problem]) -> bool:
    """Whether any rule finds more errors, or more warnings and errors, than before.

    Counted by rule: a file that cannot be read any more has fewer problems, but one of a new kind.
    """
    return any(_more(before, after, levels) for levels in ((Severity.ERROR,), (Severity.ERROR, Severity.WARNING)))


def _more(before: Sequence[Problem], after: Sequence[Problem], levels: tuple[Severity, ...]) -> bool:
    had, has = (Counter(one.rule for one in found if one.severity in levels) for found in (before, after))
    return any(count > had[rule] for rule, count in has.items())
