"""Emphasis: which asterisks and underscores are marks and no text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_RUNS = re.compile(r"\*+|_+")
_LOOK_BACK = 50  # openers of the same kind tried for one closer, so that no text takes long


@dataclass(slots=True)
class _Run:
    """A run of marks that may still open emphasis; `size` is its full length, `left` what is not yet used."""

    start: int
    size: int
    left: int
    both: bool
    order: int


def emphasis_marks(text: str) -> Iterator[tuple[int, int, bool]]:
    """The spans of the marks, as `*em*`, `__strong__` and `***both***` have them, and whether they close."""
    openers: dict[str, list[_Run]] = {"*": [], "_": []}
    for order, match in enumerate(_RUNS.finditer(text)):
        mark = match.group()[0]
        opens, closes = _roles(text, match, mark)
        run = _Run(match.start(), len(match.group()), len(match.group()), opens and closes, order)
        if closes:
            for opener, size in _pairs(openers[mark], run):
                yield opener.start + opener.left, opener.start + opener.left + size, False
                at = match.start() + run.size - run.left - size
                yield at, at + size, True
                for other in openers.values():
                    while other and other[-1].order > opener.order:
                        other.pop()
        if opens and run.left:
            run.start += run.size - run.left
            openers[mark].append(run)


def _pairs(openers: list[_Run], run: _Run) -> Iterator[tuple[_Run, int]]:
    """Openers for a closing run, innermost first, with the number of marks that pair."""
    while run.left:
        index = next((n for n in _newest(len(openers)) if _fit(openers[n], run)), None)
        if index is None:
            return
        opener = openers[index]
        size = 2 if min(opener.left, run.left) >= 2 else 1
        opener.left -= size
        run.left -= size
        yield opener, size
        if not opener.left:
            openers.remove(opener)


def _newest(count: int) -> range:
    return range(count - 1, max(-1, count - 1 - _LOOK_BACK), -1)


def _fit(opener: _Run, closer: _Run) -> bool:
    """The rule of three: a run that could be both does not pair if the lengths add up to a multiple of 3."""
    if not (opener.both or closer.both):
        return True
    return (opener.size + closer.size) % 3 != 0 or (opener.size % 3 == 0 and closer.size % 3 == 0)


def _roles(text: str, match: re.Match[str], mark: str) -> tuple[bool, bool]:
    """Whether a run may open and may close emphasis; an underscore inside a word does neither."""
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    opens, closes = not after.isspace(), not before.isspace()
    if mark == "_":
        opens, closes = opens and not _in_word(before), closes and not _in_word(after)
    return opens, closes


def _in_word(character: str) -> bool:
    return character == "_" or character.isalnum()
