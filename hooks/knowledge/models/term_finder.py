"""Finding glossary words in text: all spellings in one expression, the longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge.models.records import Term

_Tree = dict[str, "_Tree"]
_END = ""


class TermFinder:
    """Knows every spelling of every term.

    A spelling with a capital beyond its first letter (ABPI, PE) is found as typed, any other in either case.
    """

    def __init__(self, terms: Iterable[Term]) -> None:
        """A finder for these terms; the first term that owns a spelling keeps it."""
        self._by_spelling: dict[str, tuple[Term, str]] = {}
        for term in terms:
            for spelling in term.spellings:
                self._by_spelling.setdefault(spelling.lower(), (term, spelling))
        pattern = _expression(_tree(self._by_spelling))
        self._find = re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])") if self._by_spelling else None

    @property
    def spellings(self) -> Iterable[str]:
        """All spellings, in lower case."""
        return self._by_spelling.keys()

    def find(self, text: str) -> Iterator[tuple[int, int, Term]]:
        """Every glossary word in a text: where it starts, where it ends, its term."""
        folded = text.lower()
        if self._find is None or len(folded) != len(text):
            return
        for match in self._find.finditer(folded):
            term, spelling = self._by_spelling[match.group()]
            found = text[match.start() : match.end()]
            if found == spelling or spelling[1:].islower() or not any(map(str.isupper, spelling[1:])):
                yield match.start(), match.end(), term


def _tree(spellings: Iterable[str]) -> _Tree:
    root: _Tree = {}
    for spelling in spellings:
        node = root
        for character in spelling:
            node = node.setdefault(character, {})
        node[_END] = {}
    return root


def _expression(tree: _Tree) -> str:
    """The tree as an expression in which each letter is looked at once; a longer word goes before its beginning."""
    letters = []
    while len(tree) == 1 and _END not in tree:  # no recursion where nothing branches: a word may be long
        letter, tree = next(iter(tree.items()))
        letters.append(re.escape(letter))
    head = "".join(letters)
    branches = [re.escape(letter) + _expression(rest) for letter, rest in sorted(tree.items()) if letter]
    if not branches:
        return head
    inner = branches[0] if len(branches) == 1 and _END not in tree else f"(?:{'|'.join(branches)})"
    return f"{head}{inner}?" if _END in tree else head + inner
