"""Syllables of English words: a pinned library's list and rule, what rules.yml overrides, and silent endings."""

from __future__ import annotations

import re
from collections.abc import Mapping

import syllapy

_POSSESSIVE = re.compile(r"['’](s)?$")
_LOUD: dict[str, tuple[str, ...]] = {
    "es": ("s", "x", "z", "ch", "sh", "c", "g"),
    "ed": ("t", "d"),
    "s": (),
    "ies": (),
    "ied": (),
}
"""Behind which letters an ending is a syllable of its own (doses, treated); an ending that is not here always is."""
_ENDINGS = (
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("ier", ("y",)),
    ("iest", ("y",)),
    ("ily", ("y",)),
    ("ing", ("", "e")),
    ("est", ("", "e")),
    ("ed", ("e", "")),
    ("es", ("e", "")),
    ("er", ("", "e")),
    ("ly", ("",)),
    ("s", ("",)),
)
"""Endings, the longer first, and what their stem may end in instead."""


class SyllableCounter:
    """Counts syllables; each word is looked at once."""

    def __init__(self, overrides: Mapping[str, int]) -> None:
        """A counter in which `overrides` win; their words are in lower case."""
        self._counts = dict(overrides)

    def count(self, word: str) -> int:
        """Syllables of a word, the parts of a hyphenated one together; 1 at least.

        A word that no list knows is counted by its groups of vowels.
        """
        return sum(self._known(part) for part in parts(word)) or 1

    def longest(self, word: str) -> int:
        """Syllables of its longest part: “blood-flow” is no harder than “blood”."""
        return max((self._known(part) for part in parts(word)), default=1)

    def _known(self, part: str) -> int:
        plain = _POSSESSIVE.sub("", part.lower().replace("’", "'"))
        if plain not in self._counts:
            self._counts[plain] = self._estimate(plain)
        return self._counts[plain]

    def _estimate(self, word: str) -> int:
        """The library's answer, but no fewer than the word's stem and ending have.

        Its list has an error in 1 of 50 words, nearly always a form counted as its stem: “longer” as 1.
        """
        listed = _listed(word)
        for stem, more in _stems(word):
            if stem in self._counts or _listed(stem):
                return max(listed, self._known(stem) + more)
        return listed or max(1, _by_vowels(word))


def _listed(word: str) -> int:
    """What the library's list says; 0 where it has not the word."""
    return int(syllapy.WORD_DICT.get(word, 0))


def _by_vowels(word: str) -> int:
    """The library's rule for words that it does not know, which takes a silent -ed or -es for a syllable."""
    for ending in ("ed", "es"):
        if word.endswith(ending) and len(word) > 4:
            bare = word.removesuffix(ending)
            return int(syllapy.count(bare)) + bare.endswith(_LOUD[ending])
    return int(syllapy.count(word))


def parts(word: str) -> list[str]:
    """The parts of a word between its hyphens."""
    return [part for part in re.split(r"[-–/]", word) if part]


def _stems(word: str) -> list[tuple[str, int]]:
    """What a form may be made of, and how many syllables its ending adds; a stem of two letters is chance."""
    for ending, letters in _ENDINGS:
        if word.endswith(ending):
            bare = word.removesuffix(ending)
            more = int(ending not in _LOUD or bare.endswith(_LOUD[ending]))
            doubled = [bare[:-1]] if bare[-1:] == bare[-2:-1] else []
            stems = [*(bare + letter for letter in letters), *doubled]
            return [(stem, more) for stem in stems] if len(bare) > 2 else []
    return []
