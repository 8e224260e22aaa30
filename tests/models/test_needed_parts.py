"""What a text must hold for a pattern to match: never more than it needs."""

from __future__ import annotations

import json
import os
from importlib import resources
from pathlib import Path

import pytest

from knowledge.models.needed_parts import needed_parts, needs_digit, worked_out
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
    assert worked_out(pattern) == parts


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


def test_what_is_known_of_our_patterns_is_what_they_need(tmp_path: Path) -> None:
    settings = load(tmp_path).settings
    patterns = sorted(
        {one.pattern for one in settings.wording_patterns} | {one.pattern for one in settings.mask_patterns}
    )
    found = {pattern: sorted(parts) if (parts := worked_out(pattern)) else None for pattern in patterns}
    with resources.as_file(resources.files("knowledge") / "patterns" / "needed.json") as file:
        if os.environ.get("UPDATE_GOLDEN"):
            lines = (f"{json.dumps(one)}: {json.dumps(parts, ensure_ascii=False)}" for one, parts in found.items())
            file.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
        known = json.loads(file.read_text(encoding="utf-8"))
    assert known == found, "write it anew: UPDATE_GOLDEN=1 .venv/bin/pytest tests/models/test_needed_parts.py"
