"""Where code begins and ends in a line of text: runs of back-ticks, paired as Python-Markdown pairs them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

_TICKS = re.compile(r"`+")


@dataclass(frozen=True, slots=True)
class CodeSpan:
    """A piece of code: the text from `start` to `end`, with its back-ticks from `outer_start` to `outer_end`."""

    outer_start: int
    start: int
    end: int
    outer_end: int


class TickRuns:
    """All runs of back-ticks in a text, ready for looking up which closes which."""

    def __init__(self, text: str) -> None:
        """Find them."""
        runs = [(match.start(), match.end() - match.start()) for match in _TICKS.finditer(text)]
        self._starts = [start for start, _ in runs]
        self._by_length: dict[int, list[int]] = {}
        for start, length in runs:
            self._by_length.setdefault(length, []).append(start)
        self._longest: list[tuple[int, int]] = [(0, 0)] * (len(runs) + 1)
        for index in range(len(runs) - 1, -1, -1):
            start, length = runs[index]
            self._longest[index] = (
                (length, start) if length >= self._longest[index + 1][0] else self._longest[index + 1]
            )

    def span(self, start: int, length: int) -> CodeSpan | None:
        """The code that a run of this length opens, or None where nothing closes it.

        Without a closing run of equal length, the longest later run closes it if that is shorter.
        """
        content = start + length
        equal = self._by_length.get(length, [])
        index = bisect_left(equal, content)
        if index < len(equal):
            return CodeSpan(start, content, equal[index], equal[index] + length)
        longest, at = self._longest[bisect_left(self._starts, content)]
        if 0 < longest < length:
            return CodeSpan(start, start + longest, at, at + longest)
        return None

    def next_of_length(self, length: int, start: int) -> int | None:
        """Where the next run of a length begins."""
        equal = self._by_length.get(length, [])
        index = bisect_left(equal, start)
        return equal[index] if index < len(equal) else None
