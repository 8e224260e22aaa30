"""Masking: words that a reader must meet by name count as short ones, so that they do not swamp a page's grade."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from typing import NamedTuple

from knowledge.library import Library
from knowledge.models.term_finder import TermFinder
from knowledge.readability.syllables import SyllableCounter

TERM = "term"
"""The word that stands for a named term: only what has a meaning in the glossary may become it."""
_WORD = re.compile(r"\w+(?:[-–/'’.,]\w+)*")
_HARD = 3


class Word(NamedTuple):
    """A word as it is counted; `offset` is where it stands in the unit's text.

    `hidden` are the words that it stands for, where a mask replaced them.
    """

    text: str
    offset: int
    syllables: int
    hard: bool
    hidden: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class _Mask:
    start: int
    end: int
    replacement: str


class _Sizes(dict[str, tuple[int, bool]]):
    """For each word its syllables, and whether it is hard; looked at when it is first met."""

    def __init__(self, syllables: SyllableCounter, easy: Set[str]) -> None:
        super().__init__()
        self._syllables = syllables
        self._easy = easy

    def __missing__(self, word: str) -> tuple[int, bool]:
        """An address such as `github.io` is read as a name."""
        hard = self._syllables.longest(word) >= _HARD and word.lower() not in self._easy and "." not in word
        self[word] = size = (self._syllables.count(word), hard)
        return size


class Reader:
    """Reads texts as words with the settings and the glossary of one library."""

    def __init__(self, library: Library) -> None:
        """Compile the masks, once for all pages."""
        settings = library.settings
        self._patterns = [(re.compile(mask.pattern, re.IGNORECASE), mask) for mask in settings.mask_patterns]
        self._any = _any_of([mask.pattern for mask in settings.mask_patterns])
        self._terms = TermFinder(library.terms.values())
        self.syllables = SyllableCounter({word.lower(): count for word, count in settings.syllables.items()})
        self._sizes = _Sizes(self.syllables, {word.lower() for word in settings.easy_words})

    def words(self, text: str) -> tuple[Word, ...]:
        """The words of a text in order, masked; marks and citations are none."""
        masks = self._masks(text)
        if not masks:
            return tuple(self._plain(text, 0, len(text)))
        words: list[Word] = []
        at = 0
        for mask in masks:
            words += self._plain(text, at, mask.start)
            hidden = tuple(self._plain(text, mask.start, mask.end))
            if mask.replacement != TERM:
                words += [Word(part, mask.start, 1, False, hidden) for part in mask.replacement.split()]
            elif any(word.hard for word in hidden):
                words.append(Word(TERM, mask.start, 1, False, hidden))
            else:
                words += hidden
            at = mask.end
        return (*words, *self._plain(text, at, len(text)))

    def is_plain(self, text: str) -> bool:
        """Whether a text is made of short or easy words alone, no acronym among them."""
        return not any(word.hard or word.text.isupper() for word in self._plain(text, 0, len(text)))

    def _plain(self, text: str, start: int, end: int) -> list[Word]:
        sizes = self._sizes
        return [Word(found[0], found.start(), *sizes[found[0]]) for found in _WORD.finditer(text, start, end)]

    def _masks(self, text: str) -> list[_Mask]:
        """What is masked, in the order of the text. An earlier pattern wins over a later one, all over the glossary."""
        masks: list[_Mask] = []
        free = bytearray(b"\1" * len(text))
        for expression, mask in self._patterns if self._any.search(text) else ():
            for found in expression.finditer(text):
                if mask.replacement != TERM or self._has_meaning(found[0]):
                    _take(masks, free, _Mask(*found.span(), mask.replacement))
        for start, end, _ in self._terms.find(text):
            _take(masks, free, _Mask(start, end, TERM))
        return sorted(masks, key=lambda mask: mask.start)

    def _has_meaning(self, words: str) -> bool:
        return next(self._terms.find(words), None) is not None


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    """One pattern that is found wherever one of them is: most texts hold none, and one search is quicker than ten.

    Patterns whose groups have names or are meant again cannot be joined; then it is found everywhere.
    """
    if any(re.search(r"\(\?P|\\[1-9]|\(\?[a-z]+\)", pattern) for pattern in patterns):
        return re.compile("")
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)", re.IGNORECASE)


def _take(masks: list[_Mask], free: bytearray, mask: _Mask) -> None:
    """Add a mask where no earlier one lies; `free` marks the characters that none covers yet."""
    if mask.end > mask.start and all(free[mask.start : mask.end]):
        masks.append(mask)
        free[mask.start : mask.end] = bytes(mask.end - mask.start)
