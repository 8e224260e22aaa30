"""Which texts a pattern can match at all: those that hold a word which it cannot do without.

A hundred patterns over every sentence would take longer than all other rules together. Most sentences hold none of the
words that a pattern needs, so it is searched in the few that do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from itertools import product
from typing import Any

_WORD = re.compile(r"[a-z]+")
_MOST_SPELLINGS = 200
_ZERO_WIDTH = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT"})
Items = Iterable[tuple[Any, Any]]


class WordIndex:
    """Texts by their words."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Index texts, which are known by their numbers from then on."""
        self._all = range(len(texts))
        self._with: dict[str, list[int]] = {}
        for number, text in enumerate(texts):
            for word in set(_WORD.findall(text.casefold())):
                self._with.setdefault(word, []).append(number)
        self._vocabulary = f" {' '.join(self._with)} "

    def candidates(self, pattern: str) -> Sequence[int]:
        """The numbers of the texts in which a pattern may be found, rising; all where it needs no word."""
        needed = needed_words(pattern)
        if needed is None:
            return self._all
        return sorted({number for part in needed for word in self._holding(part) for number in self._with[word]})

    def _holding(self, part: str) -> Iterator[str]:
        """The words of the texts that hold some letters."""
        at = self._vocabulary.find(part)
        while at >= 0:
            end = self._vocabulary.index(" ", at)
            yield self._vocabulary[self._vocabulary.rindex(" ", 0, at) + 1 : end]
            at = self._vocabulary.find(part, end)


@cache
def needed_words(pattern: str) -> frozenset[str] | None:
    """Runs of letters of which every match of a pattern holds at least one; None where none can be told.

    It reads the pattern as Python itself parses it. That parser is not a public part of `re`: where it cannot be had,
    no words are told, and everything still works, only slower.
    """
    try:
        parsed = import_module("re._parser").parse(pattern, re.IGNORECASE)
        return _needed(parsed)
    except (ImportError, AttributeError, TypeError, ValueError):
        return None


def _needed(items: Items) -> frozenset[str] | None:
    """The best of all sets of words that a sequence needs: the longest words, then the fewest."""
    found: list[frozenset[str] | None] = []
    run = {""}
    for item in items:
        spellings = _spellings(item)
        if spellings is not None and len(run) * len(spellings) <= _MOST_SPELLINGS:
            run = {before + after for before, after in product(run, spellings)}
        else:
            found += [_letters(run), _inside(item)]
            run = {""}
        if str(item[0]) == "ASSERT":
            found.append(_needed(item[1][1]))
    known = [words for words in (*found, _letters(run)) if words]
    return max(known, key=lambda words: (min(map(len, words)), -len(words)), default=None)


def _letters(spellings: set[str]) -> frozenset[str] | None:
    """The longest run of letters of each spelling; None where one has none."""
    runs = [max(_WORD.findall(spelling.casefold()), key=len, default="") for spelling in spellings]
    return frozenset(runs) if all(runs) else None


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


def _inside(item: tuple[Any, Any]) -> frozenset[str] | None:
    """What a part needs that cannot be spelt out."""
    kind, value = str(item[0]), item[1]
    if kind == "SUBPATTERN":
        return _needed(value[3])
    if kind in _REPEATS and value[0] >= 1:
        return _needed(value[2])
    if kind == "BRANCH":
        branches = [_needed(branch) for branch in value[1]]
        known = [words for words in branches if words]
        return frozenset().union(*known) if len(known) == len(branches) else None
    return None
