"""Small readings of text that several rules share: counting, comparing, and the place of a word in a value."""

from __future__ import annotations

import re

from knowledge.library import Page
from knowledge.problems import Place
from knowledge.source.nodes import Scalar, find


def words_of(text: str) -> list[str]:
    """The words of a text, citations and lone marks left out."""
    return [word for word in text.replace("[@]", " ").split() if re.search(r"\w", word)]


def normalised(text: str) -> str:
    """A text as two texts are compared: lower case, one space between words, no marks."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def spot(page: Page, key: str, offset: int) -> Place:
    """The place of a character of a front matter text; of the text's start where it runs over several lines."""
    node = find(page.node, (key,)) if page.node else None
    if not isinstance(node, Scalar) or node.block:
        return page.place(key)
    return node.text_start.shifted(offset)


def plural(number: int, noun: str) -> str:
    """Such as `1 word`, `3 words`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
