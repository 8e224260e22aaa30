"""How a cell's certainty, sources and absence must fit together (D011, D012)."""

from __future__ import annotations

from knowledge.models.comparison import Cell, Column
from knowledge.models.words import Absence, Certainty
from knowledge.problems import Problem


def grading_problems(cell: Cell, column: Column) -> list[Problem]:
    """Grades without sources, graded absences, and required grades that are missing."""
    problems = []
    if cell.absence is Absence.UNKNOWN and cell.sources:
        problems.append(
            Problem.at(
                cell.place,
                "D011",
                "`unknown` means nobody has looked, so it has no sources.",
                "Use `not-tested` if you looked and found no study, or remove the sources.",
            )
        )
    if cell.certainty is Certainty.NOT_TESTED:
        problems.append(
            Problem.at(
                cell.place,
                "D011",
                "`not-tested` is an absence, not a grade of a value.",
                "Write `absent: not-tested` in place of the value, or grade it high, moderate, low or very-low.",
            )
        )
    elif cell.certainty and not cell.sources:
        problems.append(
            Problem.at(
                cell.place,
                "D012",
                "A certainty needs sources.",
                "Add `sources: [key]`, or show a claim: `{claim: id}`.",
            )
        )
    if cell.value is not None and column.certainty == "required" and cell.certainty is None:
        problems.append(
            Problem.at(
                cell.place,
                "D012",
                f"The column “{column.id}” needs a certainty in each cell.",
                "Add `certainty: low` (or its level) and `sources`, or show a claim: `{claim: id}`.",
            )
        )
    if cell.certainty and column.certainty == "none":
        problems.append(
            Problem.at(
                cell.place,
                "D012",
                f"The column “{column.id}” is not graded (`certainty: none`).",
                "Remove the certainty.",
            )
        )
    return problems
