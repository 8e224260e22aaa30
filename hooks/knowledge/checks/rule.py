"""A rule: its id, what it wants and why, a bad and a good example, and the function that finds what breaks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from knowledge.library import Library, Page
from knowledge.problems import Place, Problem, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found; the runner adds the rule's id and, unless given, its severity."""

    place: Place
    message: str
    hint: str
    severity: Severity | None = None


PageCheck = Callable[[Page, Library], Iterator[Finding]]
LibraryCheck = Callable[[Library], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of writing-rules; `check` is called for each page, or once with the whole library."""

    id: str
    wants: str
    why: str
    bad: str
    good: str
    severity: Severity = Severity.ERROR
    page_check: PageCheck | None = None
    library_check: LibraryCheck | None = None

    def problems(self, library: Library) -> Iterator[Problem]:
        """Everything in the library that breaks this rule."""
        for finding in self._findings(library):
            severity = finding.severity or self.severity
            yield Problem.at(finding.place, self.id, finding.message, finding.hint, severity)

    def _findings(self, library: Library) -> Iterator[Finding]:
        if self.library_check:
            yield from self.library_check(library)
        if self.page_check:
            for page in library.pages.values():
                yield from self.page_check(page, library)


RULES: dict[str, Rule] = {}
"""All rules by id, filled by the decorators below when the modules of this package are imported."""


def _register(rule: Rule) -> None:
    if rule.id in RULES:
        raise ValueError(f"the rule {rule.id} is defined twice")
    RULES[rule.id] = rule


def page_rule(
    rule_id: str, *, wants: str, why: str, bad: str, good: str, severity: Severity = Severity.ERROR
) -> Callable[[PageCheck], PageCheck]:
    """Register a check that looks at one page at a time."""

    def register(check: PageCheck) -> PageCheck:
        _register(Rule(rule_id, wants, why, bad, good, severity, page_check=check))
        return check

    return register


def library_rule(
    rule_id: str, *, wants: str, why: str, bad: str, good: str, severity: Severity = Severity.ERROR
) -> Callable[[LibraryCheck], LibraryCheck]:
    """Register a check that looks at the library as a whole."""

    def register(check: LibraryCheck) -> LibraryCheck:
        _register(Rule(rule_id, wants, why, bad, good, severity, library_check=check))
        return check

    return register


def parsed_rule(rule_id: str, *, wants: str, why: str, bad: str, good: str) -> None:
    """Register a rule that is held while files are read (source, models), so that it is explained like any other."""
    _register(Rule(rule_id, wants, why, bad, good))


def missing_severity(page: Page) -> Severity | None:
    """On a draft, what is still missing is only a note; None keeps the rule's own severity."""
    return Severity.NOTE if page.front.draft else None
