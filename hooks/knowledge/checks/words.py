"""Small readings of text that several rules share: counting, comparing, and the place of a word in a value."""

from __future__ import annotations

import re

from knowledge.library import Page
from knowledge.problems import Place
from knowledge.source.markdown.scan import inline_units
from knowledge.source.markdown.units import Unit
from knowledge.source.nodes import Scalar, find

_WORDLIKE = re.compile(r"\w")


def words_of(text: str) -> list[str]:
    """The words of a text, citations and lone marks left out."""
    return [word for word in text.replace("[@]", " ").split() if word.isalnum() or _WORDLIKE.search(word)]


def normalised(text: str) -> str:
    """A text as two texts are compared: lower case, one space between words, no marks."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def spot(page: Page, key: str, offset: int) -> Place:
    """The place of a character of a front matter text."""
    node = find(page.node, (key,)) if page.node else None
    return node.place_of(offset) if isinstance(node, Scalar) else page.place(key)


def front_units(page: Page, key: str, text: str) -> tuple[Unit, ...]:
    """The units of a front matter text, each word at its place."""
    return inline_units(text, spot(page, key, 0), lambda offset: spot(page, key, offset)).units


def plural(number: int, noun: str) -> str:
    """Such as `1 word`, `3 words`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
