"""The paragraphs, list items and numbered steps of a page's body, each with its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import groupby

from knowledge.checks.words import words_of
from knowledge.library import Library, Page
from knowledge.problems import Place
from knowledge.source.markdown.units import Unit, UnitKind

_CHUNK = re.compile(r"\S+")
_LETTER = re.compile(r"\w")
_STEP = re.compile(r"\d+[.)]\s*(\*\*|__)?$")
_BOLD = ("**", "__")


class Form(StrEnum):
    """What a passage is, as messages name it."""

    PARAGRAPH = "paragraph"
    ITEM = "list item"
    STEP = "numbered step"


@dataclass(frozen=True)
class Passage:
    """Sentences of a page that stand together."""

    page: Page
    form: Form
    sentences: tuple[Unit, ...]

    @cached_property
    def told(self) -> tuple[Unit, ...]:
        """Its sentences, a bold label such as “**Blood flow.**” and what has under three words left out."""
        labelled = _is_label(self.page, self.sentences[0])
        return tuple(unit for unit in self.sentences[labelled:] if len(words_of(unit.text)) > 2)

    @cached_property
    def words(self) -> list[tuple[Unit, int]]:
        """Its words, citations left out, each as its sentence and its place in the sentence's text."""
        return [(unit, at) for unit in self.sentences for at in word_offsets(unit.text)]

    def has_over(self, most: int) -> bool:
        """Whether it has more words than that. Most have not even so many spaces, which is soon seen."""
        return sum(len(unit.text.split()) for unit in self.sentences) > most and len(self.words) > most


def has_over(text: str, most: int) -> bool:
    """Whether a text has more words than that, citations left out."""
    return len(text.split()) > most and len(word_offsets(text)) > most


def word_offsets(text: str) -> list[int]:
    """Where each word of a text begins, citations and lone marks left out."""
    return [word.start() for word in _CHUNK.finditer(text) if _LETTER.search(word[0])]


def passages(page: Page, library: Library) -> tuple[Passage, ...]:
    """The passages of a page in order. Several rules ask for them; they are made once."""
    return library.of_page(_of_page, page)


def _of_page(page: Page, _library: Library) -> tuple[Passage, ...]:
    return tuple(_passages(page))


def _passages(page: Page) -> Iterator[Passage]:
    sentences = (unit for unit in page.body.units if unit.kind is UnitKind.SENTENCE)
    for _, units in groupby(sentences, key=lambda unit: unit.paragraph):
        together = tuple(units)
        yield Passage(page, _form(page, together[0]), together)


def _form(page: Page, first: Unit) -> Form:
    if not first.in_list:
        return Form.PARAGRAPH
    place = page.body.paragraphs[first.paragraph].place
    return Form.STEP if _STEP.search(_before(page, place)) else Form.ITEM


def _is_label(page: Page, first: Unit) -> bool:
    """Whether a sentence is bold from its first to its last character: a heading within the line."""
    end = first.place_of(len(first.text) - 1)
    after = page.source.lines[end.line - 1][end.column :]
    return _before(page, first.place).endswith(_BOLD) and after.startswith(_BOLD)


def _before(page: Page, place: Place) -> str:
    return page.source.lines[place.line - 1][: place.column - 1]
