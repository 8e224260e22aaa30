"""What is known of a word by itself: its syllables, whether it is hard, and whether a mask may lie on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from typing import NamedTuple

from knowledge.models.needed_parts import needed_parts, needs_digit
from knowledge.readability.syllables import SyllableCounter

WORD = re.compile(r"\w+(?:[-–/'’.,]\w+)*")
_HARD = 3
_LETTERS = re.compile(r"[a-z]+")
_RUN = re.compile(r"\w+")


class Size(NamedTuple):
    """Syllables and hardness of a word; the mask patterns, by number, and whether a term may be found at it.

    A pattern or term that is told of no word of a text is found nowhere in it, which spares it the search.
    """

    syllables: int
    hard: bool
    patterns: tuple[int, ...]
    term: bool


class Sizes(dict[str, Size]):
    """For each word its size, looked at when it is first met."""

    def __init__(self, syllables: SyllableCounter, easy: Set[str], signs: MaskSigns) -> None:
        """Words in `easy`, in lower case, are never hard."""
        super().__init__()
        self._syllables = syllables
        self._easy = easy
        self._signs = signs

    def __missing__(self, word: str) -> Size:
        """An address such as `github.io` is read as a name."""
        hard = self._syllables.longest(word) >= _HARD and word.lower() not in self._easy and "." not in word
        signs = self._signs.of_patterns(word), self._signs.of_terms(word)
        self[word] = size = Size(self._syllables.count(word), hard, *signs)
        return size


class MaskSigns:
    """By which words a text shows that something in it may be masked."""

    def __init__(self, patterns: Iterable[str], spellings: Iterable[str]) -> None:
        """Signs of these mask patterns, and of glossary words in lower case."""
        self._of_patterns = [_sign(pattern) for pattern in patterns]
        first = [_RUN.search(spelling) for spelling in spellings]
        self._every_word = None in first
        self._first = {run[0] for run in first if run}

    def of_patterns(self, word: str) -> tuple[int, ...]:
        """Which of the patterns, by number, may be found in a text with this word."""
        folded = word.casefold()
        return tuple(number for number, sign in enumerate(self._of_patterns) if sign.search(folded))

    def of_terms(self, word: str) -> bool:
        """Whether a glossary word may begin in it."""
        return self._every_word or not self._first.isdisjoint(_RUN.findall(word.lower()))


def _sign(pattern: str) -> re.Pattern[str]:
    """An expression that is found in a word of every text that a pattern matches."""
    needed = needed_parts(pattern)
    if needed is None:
        return re.compile(r"\d" if needs_digit(pattern) else "")
    return re.compile("|".join(max(_LETTERS.findall(part), key=len, default="") for part in sorted(needed)))
