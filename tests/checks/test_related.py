"""F023 and F024: related pages and people."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import Bad, Good, assert_bad, assert_good

ANSWER = "answers/sciatica.md"
GUIDE = "choose/levels.md"
RELATED = "related: [answers/sciatica.md, safety/urgent.md]"
AUTHORS = "authors: [editors]"
REVIEW = "authors: [editors]\nreviewers:\n  - {person: nurse-doe, date: 2026-11-01}"

BAD = [
    Bad(
        "F023",
        GUIDE,
        RELATED,
        "related: [¦answer/sciatica.md, safety/urgent.md]",
        "There is no page “answer/sciatica.md”.",
    ),
    Bad("F023", GUIDE, RELATED, "¦related: [safety/urgent.md]", "The page names 1 related page; it needs 2 to 4."),
    Bad(
        "F023",
        GUIDE,
        RELATED,
        "related: [safety/urgent.md, ¦safety/urgent.md]",
        "The page “safety/urgent.md” is there twice.",
    ),
    Bad("F023", GUIDE, RELATED, "related: [safety/urgent.md, ¦choose/levels.md]", "The page names itself as related."),
    Bad(
        "F023",
        GUIDE,
        RELATED,
        "¦related: [safety/urgent.md, index.md, glossary.md, about/index.md, answers/sciatica.md]",
        "The page names 5 related pages; it needs 2 to 4.",
    ),
    Bad("F024", ANSWER, AUTHORS, "authors: [¦editor]", "There is no person “editor”."),
    Bad("F024", ANSWER, AUTHORS, "¦authors: []", "The page has no author."),
    Bad("F024", ANSWER, AUTHORS, REVIEW.replace("nurse-doe", "¦nurse-do"), "There is no person “nurse-do”."),
    Bad(
        "F024",
        ANSWER,
        AUTHORS,
        REVIEW.replace("2026-11-01", "¦2026-09-01"),
        "The review is older than the page, which was published on 2026-10-01.",
    ),
    Bad(
        "F024",
        ANSWER,
        AUTHORS,
        REVIEW.replace("2026-11-01", "¦2026-12-01"),
        "The review is newer than `last_reviewed` (2026-11-21).",
    ),
]
GOOD = [
    Good("F023", GUIDE, RELATED, "related:\n  - index.md\n  - glossary.md"),
    Good("F024", ANSWER, AUTHORS, REVIEW),
]


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad(case: Bad, tmp_path: Path) -> None:
    assert_bad(case, tmp_path)


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_good(case: Good, tmp_path: Path) -> None:
    assert_good(case, tmp_path)
