"""Working the report out from a library: once, for terminal, JSON and the quality page alike."""

from __future__ import annotations

from collections import Counter

from knowledge.checks.run import outcome
from knowledge.checks.suppressions import Silenced
from knowledge.library import Library
from knowledge.models.report import Report, Silence
from knowledge.problems import Severity
from knowledge.readability.measure import median_grade
from knowledge.report import coverage
from knowledge.report.rules import doubts, rules

UNUSED = "C009"
"""The rule that finds data which nothing uses; its notes are told as a list of their own."""


def report_of(library: Library) -> Report:
    """The report; without the library's `today` nothing is overdue, so that two builds of one commit are the same."""
    found = library.once(outcome)
    problems = found.problems
    figures = rules(library, problems, [problem for one in found.silenced for problem in one.problems])
    severities = Counter(problem.severity for problem in problems)
    notes = [problem for problem in problems if problem.severity is Severity.NOTE]
    return Report(
        today=library.today,
        files=len(library.files),
        pages=coverage.pages(library),
        reviews=coverage.reviews(library),
        median_grade=median_grade(library),
        outcomes=coverage.outcomes(library),
        topics=coverage.topics(library),
        unused=tuple(note for note in notes if note.rule == UNUSED),
        references=coverage.references(library),
        rules=figures,
        doubts=doubts(figures, library),
        silences=tuple(_silence(one) for one in found.silenced),
        measurements=tuple(library.measurements.values()),
        expected=library.settings.measured_figures,
        problems={severity: severities[severity] for severity in Severity},
        notes=tuple(note for note in notes if note.rule != UNUSED),
    )


def _silence(one: Silenced) -> Silence:
    said = one.suppression
    return Silence(said.place, said.rule, said.until, said.reason, len(one.problems))
