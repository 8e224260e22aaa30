"""A rule: its id, what it wants and why, a bad and a good example, and the function that finds what breaks it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from knowledge.library import Collection, Library, Page
from knowledge.problems import Edit, Place, Problem, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found; the runner adds the rule's id and, unless given, its severity.

    `end_column` is the column behind its last character, where known; `edits` are a safe mend (`Edit`), which only
    rules defined with `mends=True` give.
    """

    place: Place
    message: str
    hint: str
    severity: Severity | None = None
    end_column: int | None = None
    edits: tuple[Edit, ...] = ()


PageCheck = Callable[[Page, Library], Iterator[Finding]]
LibraryCheck = Callable[[Library], Iterator[Finding]]


@dataclass(slots=True)
class Rule:
    """One rule of the writing rules. Its checks are called for each page, or once with the whole library.

    A rule that is held while files are read has none; a rule may have several, one for each thing it looks at.
    `mends` says that `kb fix` can mend at least some of what breaks it (✎).
    `never_silenced` says why no suppression may silence it; it is empty where one may.
    """

    id: str
    wants: str
    why: str
    bad: str
    good: str
    severity: Severity = Severity.ERROR
    mends: bool = False
    never_silenced: str = ""
    page_checks: list[PageCheck] = field(default_factory=list)
    library_checks: list[LibraryCheck] = field(default_factory=list)
    whole_checks: list[LibraryCheck] = field(default_factory=list)
    across: set[PageCheck | LibraryCheck] = field(default_factory=set)
    """Those of its checks that look at other pages than the one they judge, or at pages for what they tell of data:
    after a change of one page they are run on everything again (`again`)."""

    def problems(self, library: Library) -> Iterator[Problem]:
        """Everything in the library that breaks this rule; where some pages are asked for, what can be told of them."""
        for check in (*self.library_checks, *(self.whole_checks if library.asked is None else ())):
            yield from self.told(check(library))
        for page_check in self.page_checks:
            for page in library.judged:
                yield from self.told(page_check(page, library))

    def across_pages(self, library: Library) -> Iterator[Problem]:
        """What breaks this rule, of its checks that look across pages."""
        for check in (*self.library_checks, *self.whole_checks):
            if check in self.across:
                yield from self.told(check(library))
        yield from self._of_pages(library, across=True)

    def within_pages(self, library: Library) -> Iterator[Problem]:
        """What breaks this rule of its other checks: on the pages asked for, or on all and in data."""
        for check in (*self.library_checks, *(self.whole_checks if library.asked is None else ())):
            if check not in self.across:
                yield from self.told(check(library))
        yield from self._of_pages(library, across=False)

    def _of_pages(self, library: Library, *, across: bool) -> Iterator[Problem]:
        for page_check in self.page_checks:
            if (page_check in self.across) is across:
                for page in library.judged:
                    yield from self.told(page_check(page, library))

    def told(self, findings: Iterable[Finding]) -> Iterator[Problem]:
        """Findings as problems of this rule."""
        for finding in findings:
            severity = finding.severity or self.severity
            yield Problem.at(
                finding.place,
                self.id,
                finding.message,
                finding.hint,
                severity,
                end_column=finding.end_column,
                edits=finding.edits,
            )


LOST = "what it tells of cannot be read, and would be lost or guessed."
AS_TEXT = "what it tells of would be printed as raw text."
HOLE = "what it tells of would leave a hole or a dead end on a page."
HARM = "it protects readers, and no reason outweighs that."
"""Why some rules can never be silenced. A rule on words that is wrong somewhere is to be mended itself."""
_PROTECTING = frozenset({"C030", "C031", "C032", "C033", "C035", "C036", "W007", "W009", "W018"})
"""Rules on words that never pass, whichever module holds them: how sure a finding is, promises, delayed care, numbers
to call. Their texts can always be said in other words."""

RULES: dict[str, Rule] = {}
"""All rules by id, filled below when the modules of this package are imported."""


def rule(
    rule_id: str,
    *,
    wants: str,
    why: str,
    bad: str,
    good: str,
    severity: Severity = Severity.ERROR,
    mends: bool = False,
    never_silenced: str = "",
) -> Rule:
    """Define a rule. Without a check of its own it is one that is held while files are read (source, models).

    `never_silenced` is the reason why no suppression may silence it, where that is so.

    Raises:
        ValueError: when the id is taken.
    """
    if rule_id in RULES:
        raise ValueError(f"the rule {rule_id} is defined twice")
    never = never_silenced or (HARM if rule_id in _PROTECTING else "")
    RULES[rule_id] = Rule(rule_id, wants, why, bad, good, severity, mends, never)
    return RULES[rule_id]


def on_page(rule: Rule, *, across: bool = False) -> Callable[[PageCheck], PageCheck]:
    """Let a rule look at one page at a time; `across` where it also looks at others."""

    def register(check: PageCheck) -> PageCheck:
        rule.page_checks.append(check)
        rule.across.update([check] if across else [])
        return check

    return register


def on_library(rule: Rule, *, across: bool = False) -> Callable[[LibraryCheck], LibraryCheck]:
    """Let a rule look at the library as a whole; `across` where what it tells of a file rests on other pages too."""

    def register(check: LibraryCheck) -> LibraryCheck:
        rule.library_checks.append(check)
        rule.across.update([check] if across else [])
        return check

    return register


def on_whole(rule: Rule) -> Callable[[LibraryCheck], LibraryCheck]:
    """Let a rule judge all pages together: it has nothing to say where only some are asked for."""

    def register(check: LibraryCheck) -> LibraryCheck:
        rule.whole_checks.append(check)
        rule.across.add(check)
        return check

    return register


def on_data(rule: Rule) -> Callable[[LibraryCheck], LibraryCheck]:
    """Let a rule look at data or other files: not where pages alone are asked for, since it finds nothing on those."""

    def register(check: LibraryCheck) -> LibraryCheck:
        rule.whole_checks.append(check)
        return check

    return register


def again(problem: Problem) -> Finding:
    """A problem that a scan met, as a finding of the rule that stands for it."""
    return Finding(
        Place(problem.path, problem.line, problem.column),
        problem.message,
        problem.hint,
        problem.severity,
        problem.end_column,
        problem.edits,
    )


def unknown(collection: Collection[Any], name: str, place: Place) -> Iterator[Finding]:
    """A finding where no record of this id is known, with the nearest one."""
    problem = collection.missing(name, place, "")
    if problem:
        yield Finding(place, problem.message, problem.hint)


def missing_severity(page: Page) -> Severity | None:
    """On a draft, what is still missing is only a note; None keeps the rule's own severity."""
    return Severity.NOTE if page.front.draft else None
