"""Sentence case: which words of a title or heading have a capital that they do not need."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.library import Library

_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def known_names(library: Library) -> frozenset[str]:
    """Words that keep their capital: the `capitalised-names` of rules.yml, and the glossary's as spelt there."""
    return frozenset({*library.settings.capitalised_names, *_glossary_words(library)})


def _glossary_words(library: Library) -> Iterator[str]:
    for term in library.terms.values():
        for spelling in term.spellings:
            yield from (word for word in spelling.split() if word[:1].isupper())


def needless_capitals(text: str, names: frozenset[str]) -> tuple[list[re.Match[str]], int]:
    """The words after the first that begin with a capital and are no names, and how many words there are.

    A word that begins a sentence of its own, as after a colon, is left out of the first.
    """
    words = list(_WORD.finditer(text))[1:]
    found = [word for word in words if word[0][0].isupper() and word[0] not in names and not _starts(text, word)]
    return found, len(words)


def is_sentence_case(capitals: int, words: int) -> bool:
    """Whether at most a third of the words are capitalised: one name that nobody listed does no harm."""
    return capitals * 3 <= words


def lowered(text: str, words: list[re.Match[str]]) -> str:
    """The text with these words in lower case."""
    for word in words:
        text = text[: word.start()] + word[0].lower() + text[word.end() :]
    return text


def _starts(text: str, word: re.Match[str]) -> bool:
    return text[: word.start()].rstrip(" “\"'(")[-1:] in ".:?!"
