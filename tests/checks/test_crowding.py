"""At most three problems on the words of one sentence."""

from __future__ import annotations

from pathlib import Path

from knowledge.checks.crowding import uncrowded
from knowledge.checks.run import check
from knowledge.problems import Severity
from tests.builders import load
from tests.site_text import FILES

ABOUT = "about/index.md"
CROWDED = "Currently a promising detox may cure sufferers. Moreover, a miracle."


def told(root: Path, text: str) -> list[tuple[int, str]]:
    library = load(root, {**FILES, ABOUT: FILES[ABOUT].replace("Nobody.", text)})
    found = uncrowded(check(library), library)
    return [(problem.column, problem.message) for problem in found if problem.severity is not Severity.NOTE]


def test_a_sentence_tells_three_the_worst_first_and_how_many_more(tmp_path: Path) -> None:
    assert told(tmp_path, CROWDED) == [
        (1, "Goes stale: “Currently”. And 2 more in this sentence."),
        (23, "“detox” names nothing that can be measured."),
        (33, "“cure” promises too much."),
        (49, "Filler link word: “Moreover,”."),
        (61, "Hype word: “miracle”."),
    ]


def test_three_are_told_as_they_are(tmp_path: Path) -> None:
    text = "Currently a promising miracle."
    assert [message for _, message in told(tmp_path, text)] == [
        "Goes stale: “Currently”.",
        "Praise word: “promising”.",
        "Hype word: “miracle”.",
    ]


def test_what_the_check_finds_stays_whole_for_the_mends(tmp_path: Path) -> None:
    library = load(tmp_path, {**FILES, ABOUT: FILES[ABOUT].replace("Nobody.", CROWDED)})
    assert len([problem for problem in check(library) if problem.rule[0] == "W"]) == 7
