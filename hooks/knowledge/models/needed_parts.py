"""What a text must hold for a pattern to match it, read from the pattern itself.

A search for a few letters takes a hundredth of the time of a pattern, and most texts hold none of those that it needs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import Any

_MOST_SPELLINGS = 200
_ZERO_WIDTH = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT"})
_LETTERS = re.compile(r"[a-z]+")
_COMMON = frozenset({"", "-", "'"})
Items = Iterable[tuple[Any, Any]]
Parts = frozenset[str]


def needed_parts(pattern: str) -> Parts | None:
    """Texts in folded case of which every match of a pattern holds at least one; None where none can be told.

    What is known of the package's own patterns stands in patterns/needed.json, by the pattern itself: to work it out
    takes longer than to check a page.
    """
    known = _known()
    if pattern not in known:
        known[pattern] = worked_out(pattern)
    return known[pattern]


@cache
def _known() -> dict[str, Parts | None]:
    text = (Path(__file__).parents[1] / "patterns" / "needed.json").read_text(encoding="utf-8")
    return {pattern: frozenset(parts) if parts else None for pattern, parts in json.loads(text).items()}


def worked_out(pattern: str) -> Parts | None:
    """The same, without the file.

    It reads the pattern as Python itself parses it. That parser is not a public part of `re`: where it cannot be had,
    nothing is told, and everything still works, only slower.
    """
    try:
        parsed = import_module("re._parser").parse(pattern, re.IGNORECASE)
        needed = _needed(parsed)
    except (ImportError, AttributeError, TypeError, ValueError):
        return None
    return _shortest(needed) if needed else None


def needs_digit(pattern: str) -> bool:
    """Whether every match of a pattern holds a digit, as far as can be told."""
    try:
        return _has_digit(import_module("re._parser").parse(pattern, re.IGNORECASE))
    except (ImportError, AttributeError, TypeError, ValueError):
        return False


def _has_digit(items: Items) -> bool:
    for kind, value in items:
        if str(kind) == "IN" and [str(one) for _, one in value] == ["CATEGORY_DIGIT"]:
            return True
        if str(kind) in _REPEATS and value[0] >= 1 and _has_digit(value[2]):
            return True
        if str(kind) == "SUBPATTERN" and _has_digit(value[3]):
            return True
    return False


def _shortest(parts: Parts) -> Parts:
    """Without the parts that hold another one: it is found wherever they are."""
    return frozenset(part for part in parts if not any(other != part and other in part for other in parts))


def _needed(items: Items) -> Parts | None:
    """The best of all sets of parts that a sequence needs: the rarest parts, then the fewest."""
    found: list[Parts | None] = []
    run = {""}
    for item in items:
        spellings = _spellings(item)
        if spellings is not None and len(run) * len(spellings) <= _MOST_SPELLINGS:
            run = {before + after for before, after in product(run, spellings)}
        else:
            found += [_parts(run), _inside(item)]
            run = {""}
        if str(item[0]) == "ASSERT":
            found.append(_needed(item[1][1]))
    known = [parts for parts in (*found, _parts(run)) if parts]
    return max(known, key=lambda parts: (min(map(_rarity, parts)), -len(parts)), default=None)


def _parts(spellings: set[str]) -> Parts | None:
    """The spellings, where each of them is rare enough to look for."""
    folded = frozenset(spelling.casefold() for spelling in spellings)
    return folded if all(map(_rarity, folded)) else None


def _rarity(part: str) -> int:
    """How few texts will hold a part: the length of its longest word; 0 for what nearly all of them hold."""
    longest = max(map(len, _LETTERS.findall(part)), default=0)
    return longest or int(part.strip(" ,.") not in _COMMON)


def _spellings(item: tuple[Any, Any]) -> set[str] | None:
    """All texts that a part of a pattern can match; None where they are too many to tell."""
    kind, value = str(item[0]), item[1]
    if kind in _ZERO_WIDTH:
        return {""}
    if kind == "LITERAL":
        return {chr(value)}
    if kind == "IN" and all(str(one) == "LITERAL" for one, _ in value):
        return {chr(letter) for _, letter in value}
    return _spellings_inside(kind, value)


def _spellings_inside(kind: str, value: Any) -> set[str] | None:
    if kind == "SUBPATTERN":
        return _sequence(value[3])
    if kind == "BRANCH":
        return _union(_sequence(branch) for branch in value[1])
    if kind in _REPEATS and value[:2] == (0, 1):
        return _union([{""}, _sequence(value[2])])
    return None


def _sequence(items: Items) -> set[str] | None:
    run: set[str] = {""}
    for item in items:
        spellings = _spellings(item)
        if spellings is None or len(run) * len(spellings) > _MOST_SPELLINGS:
            return None
        run = {before + after for before, after in product(run, spellings)}
    return run


def _union(parts: Iterable[set[str] | None]) -> set[str] | None:
    whole: set[str] = set()
    for part in parts:
        if part is None:
            return None
        whole |= part
    return whole


def _inside(item: tuple[Any, Any]) -> Parts | None:
    """What a part needs that cannot be spelt out."""
    kind, value = str(item[0]), item[1]
    if kind == "SUBPATTERN":
        return _needed(value[3])
    if kind in _REPEATS and value[0] >= 1:
        return _needed(value[2])
    if kind == "BRANCH":
        branches = [_needed(branch) for branch in value[1]]
        known = [parts for parts in branches if parts]
        return frozenset().union(*known) if len(known) == len(branches) else None
    return None
