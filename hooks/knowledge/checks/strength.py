"""How sure a sentence says that a treatment does something, from “nobody knows” to a bare verb (writing rules, 3.3).

GRADE guidelines 26 (Santesso and others, 2020) pairs each level of certainty with a form of words; the score reads the
form back from the words, so that it can be laid beside the level.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from knowledge.checks.effects import Effects, phrases
from knowledge.library import Library
from knowledge.models.words import Certainty


class Said(IntEnum):
    """The strength of a sentence, on the scale of `Certainty.beads`."""

    NOT_KNOWN = 0
    VERY_UNSURE = 1
    MAY = 2
    PROBABLY = 3
    PLAIN = 4


class Way(IntEnum):
    """Which way it says that the outcome goes."""

    NONE = 0
    """Little or no difference, or denied."""
    EFFECT = 1


FITTING = {
    Certainty.NOT_TESTED: "say “No study has tested …”",
    Certainty.VERY_LOW: "say “We are very unsure whether …”",
    Certainty.LOW: "say “may”",
    Certainty.MODERATE: "say “probably”",
    Certainty.HIGH: "use the plain verb",
}
"""The form of words for each level."""


@dataclass(frozen=True, slots=True)
class Strength:
    """What the first verb of effect in a sentence says."""

    said: Said
    way: Way
    start: int
    """Where the verb begins in the masked text."""
    words: str
    """From the subject to the verb, as it stands there."""


_VERY_UNSURE = re.compile(r"\b(very (unsure|uncertain)|far from sure|cannot be sure|hardly know)\b", re.IGNORECASE)
_OPEN = re.compile(r"\b(whether|if|how|why)\b", re.IGNORECASE)
_MAY = re.compile(r"\b(may|might|could|can|possibly|perhaps|seems?|appears?)\b", re.IGNORECASE)
_PROBABLY = re.compile(r"\b(probably|likely)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(not|never|cannot|no|neither)$|n['’]t$", re.IGNORECASE)
_SAME = re.compile(r"\b(little or no|the same|no (better|worse|more|less|difference|change|effect))\b", re.IGNORECASE)
_REPORT = re.compile(
    r"\b(found|showed|measured|reported|compared|in (one|two|three|a|\d+) (\w+ )?(trial|study|review)s?)\b", re.I
)
_WORDS_BEFORE = 6
"""A hedge counts within so many words before the verb (writing rules, 3.3)."""


class Strengths:
    """Scores sentences with the words of one library."""

    def __init__(self, library: Library) -> None:
        """Take the library's effect verbs, without those that report what a study once saw."""
        self._effects = library.of_data(Effects)
        self._untested = phrases(library.settings.untested_phrases)

    def of(self, text: str) -> Strength | None:
        """The score of a sentence; None where it names no effect of a treatment, or tells what one study found."""
        found = self._effects.claimed(text)
        if found is None or _REPORT.search(text):
            return None
        start, words = found
        before = text[:start]
        near = " ".join(before.split()[-_WORDS_BEFORE:])
        way = Way.NONE if _DENIED.search(near.rstrip()) or _SAME.search(text[start:]) else Way.EFFECT
        return Strength(self._said(text, before, near), way, start, words)

    def _said(self, text: str, before: str, near: str) -> Said:
        if _VERY_UNSURE.search(text):
            return Said.VERY_UNSURE
        if self._untested.search(text) or _OPEN.search(before):
            return Said.NOT_KNOWN
        if _PROBABLY.search(near):
            return Said.PROBABLY
        return Said.MAY if _MAY.search(near) else Said.PLAIN
