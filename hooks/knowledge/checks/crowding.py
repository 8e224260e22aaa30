"""At most three problems on the words of one sentence: more would hide which of them matters."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from knowledge.checks.prose import prose
from knowledge.library import Library
from knowledge.problems import Place, Problem, Severity, in_order

_MOST = 3
_GRAVEST = list(Severity)


def uncrowded(problems: Iterable[Problem], library: Library) -> list[Problem]:
    """The problems, of the W and R rules at most three for a unit of prose, the worst; the last says how many more.

    Notes are neither counted nor left out. Those left out are told once the others are mended.
    """
    kept: list[Problem] = []
    on_words: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        counts = problem.rule[0] in "WR" and problem.severity is not Severity.NOTE
        (on_words[problem.path] if counts else kept).append(problem)
    crowded = {path for path, of_path in on_words.items() if len(of_path) > _MOST}
    starts = _starts(library, crowded) if crowded else {}
    for path, of_path in on_words.items():
        for of_unit in _by_unit(of_path, starts.get(path, [])) if path in crowded else (of_path,):
            kept += _worst(of_unit)
    return in_order(kept)


def _starts(library: Library, paths: set[str]) -> dict[str, list[Place]]:
    """Where the units of some files begin, rising."""
    starts: dict[str, list[Place]] = defaultdict(list)
    for one in prose(library):
        place = one.place_of(0)
        if place.path in paths:
            starts[place.path].append(place)
    return {path: sorted(places) for path, places in starts.items()}


def _by_unit(problems: list[Problem], starts: list[Place]) -> Iterable[list[Problem]]:
    units: dict[int, list[Problem]] = defaultdict(list)
    for problem in problems:
        units[bisect_right(starts, Place(problem.path, problem.line, problem.column))].append(problem)
    return units.values()


def _worst(problems: list[Problem]) -> list[Problem]:
    ranked = sorted(problems, key=lambda problem: (_GRAVEST.index(problem.severity), problem.order))
    more = len(ranked) - _MOST
    if more <= 0:
        return ranked
    last = ranked[_MOST - 1]
    return [*ranked[: _MOST - 1], replace(last, message=f"{last.message} And {more} more in this sentence.")]
