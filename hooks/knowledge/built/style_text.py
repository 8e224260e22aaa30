"""The addresses in a style sheet, read past its comments."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"""/\*.*?\*/                                            # a comment, passed over
    |\burl\(\s*(?:"(?P<double>[^"\n]*)"|'(?P<single>[^'\n]*)'|(?P<bare>[^"'()\s]*))\s*\)
    |@import\s+(?:"(?P<imported>[^"\n]*)"|'(?P<quoted>[^'\n]*)')""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


def style_addresses(text: str) -> Iterator[tuple[str, int]]:
    """Each address that a style sheet loads, and where in the text it begins (CSS Values 4, 4.5; Cascade 5, 2)."""
    for match in _TOKEN.finditer(text):
        if match.lastgroup:
            yield match[match.lastgroup], match.start(match.lastgroup)


def place_in(text: str, offset: int) -> tuple[int, int]:
    """Line and column of a character, counted from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
