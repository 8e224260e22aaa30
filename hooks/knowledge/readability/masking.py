"""Masking: words that a reader must meet by name count as short ones, so that they do not swamp a page's grade."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from knowledge.library import Library
from knowledge.models.term_finder import TermFinder
from knowledge.readability.sizes import WORD, MaskSigns, Size, Sizes
from knowledge.readability.syllables import SyllableCounter

TERM = "term"
"""The word that stands for a named term: only what has a meaning in the glossary may become it."""


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


class Count(NamedTuple):
    """How many words a text has, their syllables, how many of them are hard, and how many stand for a masked term."""

    words: int
    syllables: int
    hard: int
    masked: int


class Reader:
    """Reads texts as words with the settings and the glossary of one library."""

    def __init__(self, library: Library) -> None:
        """Compile the masks, once for all pages."""
        settings = library.settings
        self._patterns = [(re.compile(mask.pattern, re.IGNORECASE), mask) for mask in settings.mask_patterns]
        self.terms = TermFinder(library.terms.values())
        self.syllables = SyllableCounter({word.lower(): count for word, count in settings.syllables.items()})
        signs = MaskSigns((mask.pattern for mask in settings.mask_patterns), self.terms.spellings)
        self._sizes = Sizes(self.syllables, {word.lower() for word in settings.easy_words}, signs)

    def count(self, text: str) -> Count:
        """What `words` come to."""
        sizes = self._sizes_of(text)
        masks = self._masks(text, sizes)
        if not masks:
            return Count(len(sizes), sum(size.syllables for size in sizes), sum(size.hard for size in sizes), 0)
        words = self._words(text, masks)
        masked = sum(word.text == TERM for word in words if word.hidden)
        return Count(len(words), sum(word.syllables for word in words), sum(word.hard for word in words), masked)

    def words(self, text: str) -> tuple[Word, ...]:
        """The words of a text in order, masked; marks and citations are none."""
        return tuple(self._words(text, self._masks(text, self._sizes_of(text))))

    def _words(self, text: str, masks: list[_Mask]) -> list[Word]:
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
        return words + self._plain(text, at, len(text))

    def is_plain(self, text: str) -> bool:
        """Whether a text is made of short or easy words alone, no acronym among them."""
        return not any(word.hard or word.text.isupper() for word in self._plain(text, 0, len(text)))

    def _plain(self, text: str, start: int, end: int) -> list[Word]:
        sizes = self._sizes
        return [Word(found[0], found.start(), *sizes[found[0]][:2]) for found in WORD.finditer(text, start, end)]

    def _sizes_of(self, text: str) -> list[Size]:
        """The sizes of all words of a text."""
        return [self._sizes[word] for word in WORD.findall(text)]

    def _masks(self, text: str, sizes: list[Size]) -> list[_Mask]:
        """What is masked, in the order of the text. An earlier pattern wins over a later one, all over the glossary."""
        likely = {number for size in sizes if size.patterns for number in size.patterns}
        has_term = any(size.term for size in sizes)
        if sizes and not likely and not has_term:
            return []
        masks: list[_Mask] = []
        free = bytearray(b"\1" * len(text))
        for expression, mask in (self._patterns[number] for number in sorted(likely)) if sizes else self._patterns:
            for found in expression.finditer(text):
                if mask.replacement != TERM or self._has_meaning(found[0]):
                    _take(masks, free, _Mask(*found.span(), mask.replacement))
        for start, end, _ in self.terms.find(text) if has_term or not sizes else ():
            _take(masks, free, _Mask(start, end, TERM))
        return sorted(masks, key=lambda mask: mask.start)

    def _has_meaning(self, words: str) -> bool:
        return next(self.terms.find(words), None) is not None


def _take(masks: list[_Mask], free: bytearray, mask: _Mask) -> None:
    """Add a mask where no earlier one lies; `free` marks the characters that none covers yet."""
    if mask.end > mask.start and all(free[mask.start : mask.end]):
        masks.append(mask)
        free[mask.start : mask.end] = bytes(mask.end - mask.start)
