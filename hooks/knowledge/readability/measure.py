"""Measuring pages: the Flesch–Kincaid grade of their masked text, and the shares of hard and of masked words.

The grade is 0.39 × words ÷ sentences + 11.8 × syllables ÷ words − 15.59 (Kincaid and others, 1975). It uses only the
length of sentences and words, so that any writer can see what to mend, and it is steady from about 200 words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from statistics import median
from typing import TypeVar

from knowledge.library import Library, Page
from knowledge.readability.masking import TERM, Count, Reader, Word
from knowledge.source.markdown.units import Unit, UnitKind

ValueT = TypeVar("ValueT")
_LEAST_WORDS = 3
"""A sentence of fewer words is a label, such as “Blood flow.”"""


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence as it is counted."""

    unit: Unit
    count: Count


@dataclass(frozen=True)
class Readability:
    """How hard a page is to read.

    `grade` is a school grade (add five for the reading age), None where the page has too few words to tell.
    Shares are of all words, from 0 to 1: of words of three syllables or more that are neither easy nor masked, and
    of masked terms.
    """

    path: str
    grade: float | None
    words: int
    sentences: int
    hard_share: float
    masked_share: float
    _counted: Callable[[], Iterable[tuple[Unit, Word]]] = field(repr=False, compare=False)

    @cached_property
    def hard(self) -> tuple[tuple[Unit, Word], ...]:
        """The hard words; they are looked up when first asked for, since few pages have too many."""
        return tuple((unit, word) for unit, word in self._counted() if word.hard)


class ByPage(Mapping[str, ValueT]):
    """A value for each page by its path, drafts included; made when it is first asked for, and kept."""

    def __init__(self, library: Library, make: Callable[[Page, Library], ValueT]) -> None:
        """Values that `make` makes of a page."""
        self._library = library
        self._make = make

    def __getitem__(self, path: str) -> ValueT:
        """The value of one page."""
        return self._library.of_page(self._make, self._library.pages[path])

    def __iter__(self) -> Iterator[str]:
        """All paths."""
        return iter(self._library.pages)

    def __len__(self) -> int:
        """The number of pages."""
        return len(self._library.pages)


def readability(library: Library) -> Mapping[str, Readability]:
    """Readability by page path, drafts included. Measured once for a library."""
    return library.once(_measured)


def read_sentences(library: Library) -> Mapping[str, tuple[ReadSentence, ...]]:
    """By page path, the sentences of its body as they are counted, labels left out. Read once for a library."""
    return library.once(_read)


def median_grade(library: Library) -> float | None:
    """The median grade of the published pages that have one."""
    measured = readability(library)
    grades = [grade for page in library.published() if (grade := measured[page.path].grade) is not None]
    return median(grades) if grades else None


def reader(library: Library) -> Reader:
    """The library's reader of words."""
    return library.of_data(Reader)


def _read(library: Library) -> ByPage[tuple[ReadSentence, ...]]:
    return ByPage(library, _read_page)


def _read_page(page: Page, library: Library) -> tuple[ReadSentence, ...]:
    return tuple(_sentences(page, reader(library)))


def _sentences(page: Page, read: Reader) -> Iterator[ReadSentence]:
    for unit in page.body.units:
        if unit.kind is UnitKind.SENTENCE:
            count = read.count(unit.text)
            if count.words >= _LEAST_WORDS:
                yield ReadSentence(unit, count)


def _measured(library: Library) -> ByPage[Readability]:
    return ByPage(library, _page)


def _page(page: Page, library: Library) -> Readability:
    """One page; masked terms beyond the allowed share count in full, so that masking cannot hide jargon."""
    sentences = read_sentences(library)[page.path]
    total = sum(sentence.count.words for sentence in sentences)
    masked = sum(sentence.count.masked for sentence in sentences)
    allowed = int(total * library.settings.masked_percent / 100)
    read = partial(_words, sentences, allowed, reader(library))
    count = _sum(sentence.count for sentence in sentences) if masked <= allowed else _count(read())
    grade = None
    if count.words >= library.settings.grade_least_words:
        grade = flesch_kincaid(count, len(sentences))
    hard, hidden = _share(count.hard, count.words), _share(masked, total)
    return Readability(page.path, grade, count.words, len(sentences), hard, hidden, read)


def _sum(counts: Iterable[Count]) -> Count:
    return Count(*map(sum, zip((0, 0, 0, 0), *counts, strict=True)))


def _count(words: Iterable[tuple[Unit, Word]]) -> Count:
    read = [word for _, word in words]
    return Count(len(read), sum(word.syllables for word in read), sum(word.hard for word in read), 0)


def _words(sentences: Iterable[ReadSentence], allowed: int, read: Reader) -> Iterator[tuple[Unit, Word]]:
    """The words of sentences with so many masked terms; where more are masked, what they hide."""
    for sentence in sentences:
        for word in read.words(sentence.unit.text):
            if word.text == TERM and word.hidden:
                allowed -= 1
            if word.text == TERM and word.hidden and allowed < 0:
                yield from ((sentence.unit, hidden) for hidden in word.hidden)
            else:
                yield sentence.unit, word


def flesch_kincaid(count: Count, sentences: int) -> float:
    """The grade of a text, rounded to one decimal; 0 for none."""
    if not count.words or not sentences:
        return 0.0
    return round(0.39 * count.words / sentences + 11.8 * count.syllables / count.words - 15.59, 1)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
