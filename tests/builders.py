"""A small valid site as text, and tables of ways to break or change it in one spot.

In a case's new text `¦` marks the place where the problem must be told; it is taken out before the file is written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from knowledge.checks.run import check
from knowledge.library import Library
from knowledge.load import load_library
from knowledge.problems import Problem, Severity
from tests.site_text import FILES

MARK = "¦"


@dataclass(frozen=True)
class Bad:
    """One edit of the valid site, and the one problem it makes.

    `old` is replaced once; an empty one makes `new` the whole file. `told` is the place of the problem where it is
    not at the mark: a file and a text in it, whose start it is, or whose own mark. `also` are other rules that the
    same edit breaks.
    """

    rule: str
    path: str
    old: str
    new: str
    message: str
    hint: str | None = None
    told: tuple[str, str] | None = None
    also: tuple[str, ...] = ()
    severity: str = "error"
    base: dict[str, str] | None = field(default=None, hash=False, repr=False)

    def __str__(self) -> str:
        return f"{self.rule}: {self.message}"


@dataclass(frozen=True)
class Good:
    """One edit of the valid site, or of `base`, that breaks nothing."""

    rule: str
    path: str
    old: str
    new: str
    base: dict[str, str] | None = field(default=None, hash=False, repr=False)

    def __str__(self) -> str:
        return f"{self.rule}: {self.new}"


def write_site(root: Path, files: dict[str, str] | None = None) -> Path:
    """Write the valid site, or these files, into root/docs; a lone surrogate stands for a byte that is not UTF-8."""
    docs = root / "docs"
    for name, text in (FILES if files is None else files).items():
        file = docs / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8", "surrogateescape"))
    return docs


def edited(case: Bad | Good) -> dict[str, str]:
    """The valid site's files with the case's edit, the mark still in it."""
    base = FILES if case.base is None else case.base
    text = base.get(case.path, "")
    if case.path == "data/rules.yml" and not case.old:
        return {**base, case.path: text + case.new}  # what the site is tuned to stays
    if case.old:
        assert text.count(case.old) >= 1, f"{case.path} has no {case.old!r}"
        return {**base, case.path: text.replace(case.old, case.new, 1)}
    return {**base, case.path: case.new}


def load(root: Path, files: dict[str, str] | None = None) -> Library:
    """The library of the valid site, or of these files; paths in problems are relative to `root`."""
    return load_library(write_site(root, files), root)


def problems_of(library: Library, *, with_unused: bool = False) -> list[Problem]:
    """All problems; a fault of ours fails the test.

    Without `with_unused` the notes on what nothing uses (C009) are left out: most edits leave something unused.
    """
    found = check(library)
    faults = [problem.message for problem in found if problem.message.startswith("A fault in Legwise")]
    assert not faults, faults
    return [problem for problem in found if with_unused or problem.rule != "C009"]


def place_in(text: str, offset: int) -> tuple[int, int]:
    """Line and column of a character, counted from 1."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def assert_bad(case: Bad, root: Path) -> None:
    """The case's edit makes its problem, at its place, and no other."""
    files = edited(case)
    path, line, column = _expected(case, files)
    library = load(root, {name: text.replace(MARK, "") for name, text in files.items()})
    found = problems_of(library, with_unused=case.rule == "C009")
    own = [problem for problem in found if problem.rule == case.rule]
    told = [(problem.path, problem.line, problem.column, problem.message, problem.severity) for problem in own]
    assert told == [(f"docs/{path}", line, column, case.message, case.severity)]
    assert case.hint is None or own[0].hint == case.hint
    assert {problem.rule for problem in _heard(found, case)} <= {case.rule, *case.also}
    assert own[0].hint


def _expected(case: Bad, files: dict[str, str]) -> tuple[str, int, int]:
    if case.told is None:
        offset = files[case.path].find(MARK)
        return case.path, *place_in(files[case.path], max(offset, 0))
    path, text = case.told
    whole = files[path].replace(MARK, "")
    return path, *place_in(whole, whole.index(text.replace(MARK, "")) + max(text.find(MARK), 0))


def assert_good(case: Good, root: Path) -> None:
    """The case's edit makes no problem that is told, and not even a note of its own rule."""
    found = problems_of(load(root, edited(case)), with_unused=case.rule == "C009")
    assert [problem.as_text() for problem in _heard(found, case)] == []


def _heard(found: list[Problem], case: Bad | Good) -> list[Problem]:
    """The problems without other rules' notes, such as those on the passive voice, which stop nothing."""
    return [problem for problem in found if problem.severity is not Severity.NOTE or problem.rule == case.rule]
