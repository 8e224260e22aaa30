"""F015 and F022: dates and changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import Bad, Good, assert_bad, assert_good

ANSWER = "answers/sciatica.md"
CHANGES = """\
changes:
  - date: 2026-11-21
    note: New studies added.
  - date: 2026-10-01
    note: First version.
"""

BAD = [
    Bad("F015", ANSWER, "published: 2026-10-01", "published: ¦2026-02-30", "There is no day 2026-02-30."),
    Bad(
        "F015",
        ANSWER,
        "published: 2026-10-01",
        "published: 2026-11-22",
        "The page was reviewed before it was published (2026-11-22).",
        told=(ANSWER, "2026-11-21\nrelated"),
        also=("F022",),
    ),
    Bad(
        "F015",
        ANSWER,
        "evidence_searched_to: 2026-11-20",
        "evidence_searched_to: ¦2026-12-01",
        "The search for studies is later than the last review (2026-11-21).",
        also=("C013",),
    ),
    Bad("F022", ANSWER, CHANGES, "¦changes: []\n", "The list of changes is empty."),
    Bad(
        "F022",
        ANSWER,
        CHANGES,
        "changes:\n  - date: 2026-10-01\n    note: First version.\n  - date: ¦2026-11-21\n    note: New studies.\n",
        "The change of 2026-11-21 stands below the older one of 2026-10-01.",
    ),
    Bad("F022", ANSWER, "note: First version.", "note: ¦New.", "The note has 4 characters; it needs 5 to 160."),
    Bad(
        "F022", ANSWER, "note: First version.", f"note: ¦{'x' * 161}", "The note has 161 characters; it needs 5 to 160."
    ),
    Bad(
        "F022",
        ANSWER,
        "  - date: 2026-10-01",
        "  - date: ¦2026-09-30",
        "The change is older than the page, which was published on 2026-10-01.",
    ),
    Bad(
        "F022",
        ANSWER,
        "  - date: 2026-11-21",
        "  - date: ¦2026-11-22",
        "The change is newer than the last review (2026-11-21).",
    ),
]
GOOD = [
    Good("F015", ANSWER, "published: 2026-10-01", "published: 2026-09-30"),
    Good("F022", ANSWER, CHANGES, "changes:\n  - {date: 2026-10-01, note: First version.}\n"),
]


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad(case: Bad, tmp_path: Path) -> None:
    assert_bad(case, tmp_path)


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_good(case: Good, tmp_path: Path) -> None:
    assert_good(case, tmp_path)
