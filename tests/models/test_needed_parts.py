"""What a text must hold for a pattern to match: never more than it needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.models.needed_parts import needed_parts, needs_digit
from knowledge.models.wording import as_matched
from tests.builders import load


@pytest.mark.parametrize(
    ("pattern", "parts"),
    [
        (r"\bcure[sd]?\b", {"cure"}),
        (r"\b(in short|in a nutshell)\b", {"in short", "in a nutshell"}),
        (r"\bmany (people|users) say", {"many people say", "many users say"}),
        (r"\b\w+ly (help|ease)s?\b", {"ly help", "ly ease"}),
        (r"[—–]\s?\w+|--", {"—", "–", "--"}),
        (r"(?-i:\bNICE\b)", {"nice"}),
        (r"^(?!.*may).+$", None),
        (r"\d+ ?%", {"%"}),
        (r"\w+, \w+", None),
        (r"(help|\w+)", None),
        (r"(?=.*\bhelps\b)", {"helps"}),
    ],
)
def test_needed_parts(pattern: str, parts: set[str] | None) -> None:
    assert needed_parts(pattern) == parts


@pytest.mark.parametrize(
    ("pattern", "needs"), [(r"\b\d+( in \d+)?", True), (r"(\d)?x", False), (r"[\d,]+", False), (r"(a|\d)", False)]
)
def test_needed_digit(pattern: str, needs: bool) -> None:
    assert needs_digit(pattern) is needs


def test_every_match_of_a_pattern_of_ours_holds_a_part(tmp_path: Path) -> None:
    for pattern in load(tmp_path).settings.wording_patterns:
        parts = needed_parts(pattern.pattern)
        for text in map(as_matched, (*pattern.bad, *pattern.good)):
            if parts is not None and pattern.expression.search(text):
                assert any(part in text.casefold() for part in parts), (pattern.id, text)
