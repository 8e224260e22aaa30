"""Where each line of a YAML text begins in the value that YAML makes of it, so that every word of it has its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

_PLAIN_START = re.compile(r"[^'\"\\\s]*")


def line_starts(
    value: str, lines: Sequence[str], start: tuple[int, int], end: tuple[int, int], *, block: bool
) -> tuple[tuple[int, int, int], ...]:
    """Offset in the value, line and column (0-based) of the beginning of each of its source lines.

    `start` and `end` are line and column of the scalar as the parser gives them, its quotes and `>` or `|` included.
    A line that begins with a quote or an escape is left out; its words count on from the line before.
    """
    found: list[tuple[int, int, int]] = []
    offset = 0
    for number in range(start[0] + block, min(end[0] + 1, len(lines))):
        line = lines[number][: end[1]] if number == end[0] else lines[number]
        column = start[1] if number == start[0] else 0
        column += len(line) - column - len(line[column:].lstrip(" '\""))
        word = _PLAIN_START.match(line, column)
        at = value.find(word[0], offset) if word and word[0] else -1
        if at >= 0:
            found.append((at, number, column))
            offset = at + 1
    return tuple(found)
