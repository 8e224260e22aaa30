"""F033: questions for the appointment."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import Bad, Good, assert_bad, assert_good

ANSWER = "answers/sciatica.md"
GATE = "safety_gate: compression"
FEW = "What makes my ankles swell?"
THREE = [FEW, "Could a medicine cause it?", "Which socks would suit me?"]
LONG = "Could you please tell me " + "very " * 9 + "slowly what this is?"


def asked(*questions: str) -> str:
    """The key with these questions, after the one that stands before it."""
    return f"{GATE}\n¦to_ask: [{', '.join(questions)}]"


def listed(*questions: str) -> str:
    """The same as a list below the key; ¦ stands in the question meant."""
    return f"{GATE}\nto_ask:\n" + "\n".join(f"  - {question}" for question in questions)


BAD = [
    Bad("F033", ANSWER, GATE, asked(FEW), "The page has 1 question to ask; its sheet needs 3 to 5."),
    Bad(
        "F033",
        ANSWER,
        GATE,
        asked(*THREE, "Why now?", "How long?", "What next?"),
        "The page has 6 questions to ask; its sheet needs 3 to 5.",
    ),
    Bad("F033", ANSWER, GATE, listed(*THREE, "¦Ask about socks."), "“Ask about socks.” is no question."),
    Bad("F033", ANSWER, GATE, listed(*THREE, f"¦{FEW}"), f"“{FEW}” is there twice."),
    Bad("F033", ANSWER, GATE, listed(*THREE, f"¦{LONG}"), "The question has 18 words; it has room for 15."),
]
GOOD = [Good("F033", ANSWER, GATE, listed(*THREE)), Good("F033", ANSWER, GATE, GATE)]


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad(case: Bad, tmp_path: Path) -> None:
    assert_bad(case, tmp_path)


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_good(case: Good, tmp_path: Path) -> None:
    assert_good(case, tmp_path)
