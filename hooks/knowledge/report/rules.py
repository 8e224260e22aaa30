"""A checker that distrusts itself: what each rule found, and which rules flag too much or nothing ever."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

from knowledge.checks.rule import RULES, Rule
from knowledge.library import Library, Page
from knowledge.models.report import Doubt, RuleFigures
from knowledge.problems import Problem


def rules(library: Library, told: Iterable[Problem], silenced: Iterable[Problem]) -> tuple[RuleFigures, ...]:
    """Every rule by id, with what it found and what suppressions silenced of it."""
    found = _by_rule(told)
    hushed = _by_rule(silenced)
    pages = {page.source.path: page for page in library.pages.values()}
    return tuple(
        _figures(rule, found.get(rule.id, []), hushed.get(rule.id, []), pages) for _, rule in sorted(RULES.items())
    )


def doubts(figures: Iterable[RuleFigures], library: Library) -> dict[str, Doubt]:
    """Rules that hit too many of the pages of their types, or nothing here and nothing in the tests either."""
    share, fewest = library.settings.doubt_limits
    found: dict[str, Doubt] = {}
    for one in figures:
        if one.pages >= fewest and one.pages * 100 > share * one.pages_of_types:
            found[one.id] = Doubt.TOO_MUCH
        elif not (one.hits or one.silenced or one.tried):
            found[one.id] = Doubt.NEVER
    return found


@cache
def tried() -> frozenset[str]:
    """The rules that a case of the tests makes fail; a test holds the list to the tables of cases."""
    return frozenset(resources.files("knowledge.report").joinpath("tried.txt").read_text(encoding="utf-8").split())


def _by_rule(problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.rule, []).append(problem)
    return found


def _figures(rule: Rule, told: list[Problem], silenced: list[Problem], pages: Mapping[str, Page]) -> RuleFigures:
    """A rule's types are those of the pages it hit: a rule for answers is weighed against answers alone."""
    hit = {problem.path for problem in (*told, *silenced)} & pages.keys()
    types = {pages[path].front.type for path in hit}
    return RuleFigures(
        id=rule.id,
        severity=rule.severity,
        wants=rule.wants,
        why=rule.why,
        bad=rule.bad,
        good=rule.good,
        mends=rule.mends,
        hits=len(told),
        silenced=len(silenced),
        pages=len(hit),
        pages_of_types=sum(page.front.type in types for page in pages.values()),
        tried=rule.id in tried(),
    )
