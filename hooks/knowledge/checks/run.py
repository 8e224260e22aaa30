"""Running all rules over a library: one list of problems, in order, each once."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import knowledge.checks as package
from knowledge.checks.rule import RULES, Rule
from knowledge.checks.suppressions import Outcome, settle
from knowledge.incremental.haste import HASTE
from knowledge.library import Library
from knowledge.problems import Place, Problem, Severity, in_order


@cache
def load_rules() -> None:
    """Import every module of this package, so that all rules are registered."""
    for module in iter_modules(package.__path__):
        import_module(f"{package.__name__}.{module.name}")


def check(library: Library) -> list[Problem]:
    """All problems but those that a suppression silences: those met while reading and those the rules find."""
    return outcome(library).problems


def outcome(library: Library, *, notes: bool = True) -> Outcome:
    """The problems in order, and beside them what each suppression silenced.

    Of a library that asks for some pages, only what is told of those can be relied on.
    Without `notes`, rules that make nothing but notes are left out, unless a suppression names them.

    A rule that fails by a fault of ours does not take the others' report with it: the fault is told as a problem.
    """
    load_rules()
    named = {suppression.rule for suppression in library.suppressions.found}
    asked = [rule for rule in RULES.values() if notes or rule.id in named or not _only_notes(rule, library)]
    return settled(told_by(asked, lambda rule: rule.problems(library), library), library)


def told_by(rules: Iterable[Rule], tell: Callable[[Rule], Iterable[Problem]], library: Library) -> list[Problem]:
    """What each of some rules tells; a fault of ours is told at the docs folder."""
    return [problem for rule in rules for problem in _problems(rule, tell, library)]


def settled(found: Iterable[Problem], library: Library) -> Outcome:
    """The outcome of a check in which the rules found this."""
    told = settle(in_order([*library.problems, *found]), library)
    return Outcome(in_order(told.problems), told.silenced)


def _only_notes(rule: Rule, library: Library) -> bool:
    """Whether all that a rule can tell is a note; a site may make its patterns graver."""
    graver = (one for one in library.settings.wording_patterns if one.severity in ("error", "warning"))
    return rule.severity is Severity.NOTE and all(one.rule != rule.id for one in graver)


def _problems(rule: Rule, tell: Callable[[Rule], Iterable[Problem]], library: Library) -> list[Problem]:
    HASTE.give_way()
    problems: list[Problem] = []
    try:
        problems.extend(tell(rule))
    except Exception as error:  # whatever it is, the writer must get the rest of the report
        problems.append(fault(error, rule.id, Place(library.shown(""))))
    return problems


def fault(error: Exception, rule_id: str, place: Place) -> Problem:
    """A fault of ours as a problem: what failed, and where in the code."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{frame.filename.rpartition('/')[2]}, line {frame.lineno}"
    message = f"A fault in Legwise, not in your page: {rule_id} failed with {type(error).__name__}: {error} ({where})."
    return Problem.at(place, rule_id, message, "Report it with this line; what else is told here still holds.")
