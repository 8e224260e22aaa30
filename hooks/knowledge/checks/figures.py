"""Figures in a text: numbers with what they count, and those that a record holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from knowledge.library import Library

PEOPLE, STUDIES, SHARE = "people", "studies", "share"
COUNTING = frozenset({PEOPLE, STUDIES, SHARE})
"""Units of results; the others are measures, such as mmHg, which advice gives too."""
_NUMBER = r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,9})?|\d{1,12}(?:\.\d{1,9})?"
_SHARE = rf"%|per ?cent\b|(?:in|out of|of|per) (?:every )?(?P<base>{_NUMBER})(?! ?(?:to|-|–) ?\d)\b"
_DIGIT = re.compile(r"\d")
_ANY_NUMBER = re.compile(rf"(?<![\w.,])(?:{_NUMBER})")
_IN_WORDS = {
    **{"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9"},
    **{"ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15"},
    **{"sixteen": "16", "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20"},
}
_WORD_NUMBER = re.compile(rf"\b(?:{'|'.join(_IN_WORDS)})\b", re.IGNORECASE)
"""“Twelve trials” in a record is the 12 of a page."""
_SENTENCE_END = re.compile(r"(?<=\.)\s+")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as typed and its unit. A share of `base` people (100 for %) counts as the same share in any base."""

    number: Decimal
    unit: str
    base: Decimal
    start: int
    text: str

    @property
    def value(self) -> Decimal:
        """The number in its unit, or for a share the part of one."""
        return self.number / self.base

    def equals(self, recorded: Decimal) -> bool:
        """Whether a recorded value is this number once it is rounded as this number is."""
        half = Decimal(1).scaleb(min(0, int(self.number.as_tuple().exponent))) / 2
        return abs(recorded * self.base - self.number) <= half


class Figures:
    """Finds figures by the words of one library's rules.yml: people, studies, measures and shares."""

    def __init__(self, library: Library) -> None:
        """Compile the pattern, once for all texts."""
        settings = library.settings
        units = {word.casefold(): PEOPLE for word in settings.people_words}
        units.update((word.casefold(), STUDIES) for word in settings.study_words)
        units.update((word.casefold(), _stem(word)) for word in settings.measure_units)
        words = "|".join(re.escape(word) for word in sorted(units, key=len, reverse=True))
        named = rf"(?:(?!(?:to|in|of|and|or)\b)[a-z-]+ ){{0,2}}?(?P<word>{words})\b"
        self._units = units
        self._found = re.compile(
            rf"(?<![\w.,])(?P<first>{_NUMBER})(?: ?(?:to|-|–|or|and|against) ?(?P<second>{_NUMBER}))?"
            rf"(?: (?:more|fewer|less))?[ -]?(?:{_SHARE}|{named})",
            re.IGNORECASE,
        )

    def found(self, text: str) -> Iterator[Figure]:
        """All figures of a text, both ends of a range."""
        if not _DIGIT.search(text):
            return
        for match in self._found.finditer(text):
            unit, base = self._unit(match)
            for group in ("first", "second"):
                if match[group]:
                    yield Figure(_decimal(match[group]), unit, base, match.start(), match[0])

    def _unit(self, match: re.Match[str]) -> tuple[str, Decimal]:
        if match["word"]:
            return self._units[match["word"].casefold()], Decimal(1)
        base = _decimal(match["base"]) if match["base"] else Decimal(100)
        return SHARE, base or Decimal(1)  # “1 in 0” is no share, but must not stop the check

    def recorded(self, texts: Iterable[str]) -> set[tuple[str, Decimal]]:
        """Units and values that records hold.

        In “class 1 14-17, class 2 18-24 mmHg” the unit stands once: a number without one has that of the next figure
        of its sentence, or of the last one where none follows.
        """
        held: set[tuple[str, Decimal]] = set()
        figured = (_WORD_NUMBER.sub(lambda word: _IN_WORDS[word[0].casefold()], text) for text in texts)
        for sentence in (part for text in figured for part in _SENTENCE_END.split(text)):
            figures = list(self.found(sentence))
            held.update((figure.unit, figure.value) for figure in figures)
            for number in _ANY_NUMBER.finditer(sentence) if figures else ():
                if not any(figure.start <= number.start() < figure.start + len(figure.text) for figure in figures):
                    near = next((figure for figure in figures if figure.start > number.start()), figures[-1])
                    held.add((near.unit, _decimal(number[0]) / near.base))
        return held


def _stem(word: str) -> str:
    return word.casefold().removesuffix("s")


def _decimal(number: str) -> Decimal:
    return Decimal(number.replace(",", ""))
