"""Which texts a pattern can match at all: those that hold words which it cannot do without.

A hundred patterns over every sentence would take longer than all other rules together. Most sentences hold none of the
words that a pattern needs, so it is searched in the few that do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set

from knowledge.models.needed_parts import needed_parts
from knowledge.models.wording import as_matched

_WORD = re.compile(r"[a-z]+")
_SHORT = 2
"""Letters; nearly every text has a word that holds so few."""


class WordIndex:
    """Texts by their words."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Index texts, which are known by their numbers from then on."""
        self._texts = [as_matched(text.casefold()) for text in texts]
        self._with: dict[str, list[int]] = {}
        for number, text in enumerate(self._texts):
            for word in set(_WORD.findall(text)):
                self._with.setdefault(word, []).append(number)
        self._known: dict[str, Set[int]] = {}
        self._vocabulary = f" {' '.join(self._with)} "

    def candidates(self, pattern: str) -> Set[int] | range:
        """The numbers of the texts in which a pattern may be found; all where it needs nothing that is rare."""
        needed = needed_parts(pattern)
        if needed is None:
            return range(len(self._texts))
        return {number for part in needed for number in self._holding(as_matched(part))}

    def _holding(self, part: str) -> Iterable[int]:
        """The texts that hold a part, looked for in those with its longest word."""
        longest = max(_WORD.findall(part), key=len, default="")
        if longest == part:
            return self._with_letters(part)
        numbers = self._with_letters(longest) if len(longest) > _SHORT else range(len(self._texts))
        return (number for number in numbers if part in self._texts[number])

    def _with_letters(self, letters: str) -> Set[int]:
        """The texts with words that hold some letters."""
        if letters not in self._known:
            self._known[letters] = {number for word in self._words(letters) for number in self._with[word]}
        return self._known[letters]

    def _words(self, letters: str) -> Iterator[str]:
        """The words of the texts that hold some letters."""
        at = self._vocabulary.find(letters)
        while at >= 0:
            end = self._vocabulary.index(" ", at)
            yield self._vocabulary[self._vocabulary.rindex(" ", 0, at) + 1 : end]
            at = self._vocabulary.find(letters, end)
