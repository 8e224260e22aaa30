"""F030: suppressions, each with a rule, a date and a reason, that silence what a rule finds wrongly in one place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from knowledge.checks.csv_cells import CsvCells
from knowledge.checks.rule import RULES, rule
from knowledge.library import Library
from knowledge.problems import Problem, Severity
from knowledge.source.suppressions import Suppression
from knowledge.suggest import did_you_mean

F030 = rule(
    "F030",
    wants="A suppression names its rule, a date and a reason of 10 characters or more, and silences something. On a "
    "page it covers the block below it, in a data file the record or field below it. Some rules can never be silenced.",
    why="Where a rule is wrong, that is said in the open and looked at again on a date; a suppression no longer "
    "needed hides the next mistake.",
    bad="<!-- kb-ignore W012 -->",
    good="<!-- kb-ignore W012 until 2027-06-01: the word is the study's own -->",
    never_silenced="a suppression that is wrong silences nothing, so it has to be told.",
)


@dataclass(slots=True)
class Silenced:
    """A suppression with the problems that it keeps from being told."""

    suppression: Suppression
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check comes to: the problems told, in no order yet, and what each suppression silenced."""

    problems: list[Problem]
    silenced: list[Silenced]


def settle(problems: Iterable[Problem], library: Library) -> Outcome:
    """Take out the problems that suppressions cover, and add those of the suppressions themselves (F030).

    One that has expired by the library's `today` is a warning. It still silences, so that one thing is told, not two.
    """
    silenced = [Silenced(one) for one in library.suppressions.found]
    working = defaultdict(list)
    for one in silenced:
        if _can_silence(one.suppression.rule):
            working[one.suppression.place.path, one.suppression.rule].append(one)
    in_csv = [(one, CsvCells(one.suppression, library)) for same in working.values() for one in same]
    told = [problem for problem in problems if not _taken(problem, working[problem.path, problem.rule], in_csv)]
    told += library.suppressions.faults
    for one in silenced:
        told += _own_problems(one, library.today)
    return Outcome(told, silenced)


def _can_silence(rule_id: str) -> bool:
    return rule_id in RULES and not RULES[rule_id].never_silenced


def _taken(problem: Problem, suppressions: Sequence[Silenced], in_csv: Sequence[tuple[Silenced, CsvCells]]) -> bool:
    """Whether a suppression covers the problem; the first that does counts it."""
    covering = [one for one in suppressions if one.suppression.covers(problem)]
    if problem.path.endswith(".csv"):
        covering += [one for one, cells in in_csv if one.suppression.rule == problem.rule and cells.hold(problem)]
    if covering:
        covering[0].problems.append(problem)
    return bool(covering)


def _own_problems(one: Silenced, today: date | None) -> Iterator[Problem]:
    suppression = one.suppression
    known = RULES.get(suppression.rule)
    if known is None:
        hint = did_you_mean(suppression.rule, RULES, otherwise="See `kb explain` for the rules there are.")
        yield Problem.at(suppression.rule_place, F030.id, f"There is no rule “{suppression.rule}”.", hint)
    elif known.never_silenced:
        message = f"The rule {known.id} can never be silenced: {known.never_silenced}"
        yield Problem.at(suppression.rule_place, F030.id, message, "Mend what the rule tells, and remove this line.")
    elif not one.problems:
        message = f"This suppression silences nothing: what stands below it breaks no rule {known.id}."
        yield Problem.at(suppression.place, F030.id, message, "Remove it.")
    elif today is not None and suppression.until < today:
        message = f"This suppression ended on {suppression.until}."
        hint = "Mend what it silences, or look at it again and write a new date."
        yield Problem.at(suppression.until_place, F030.id, message, hint, Severity.WARNING)
