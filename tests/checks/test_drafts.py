"""Drafts: what is still missing is a note on them, what is written is checked in full."""

from __future__ import annotations

from pathlib import Path

from tests.builders import load, problems_of
from tests.site_text import FILES

DRAFT = """\
---
title: Do socks help with back pain?
type: answer
search_terms: [back socks]
authors: []
related: [safety/urgent.md]
urgent_cards: []
changes: []
draft: true
---

## What was tested and found

Nothing yet.
"""


def test_what_is_missing_is_a_note(tmp_path: Path) -> None:
    found = problems_of(load(tmp_path, {**FILES, "answers/back-pain.md": DRAFT}))
    assert {problem.severity for problem in found} == {"note"}
    assert {problem.rule for problem in found} == {"F005", "F014", "F018", "F022", "F023", "F024", "F026"}


def test_what_is_written_is_checked_in_full(tmp_path: Path) -> None:
    text = DRAFT.replace("Nothing yet.", "Socks help [@nobody2000].").replace("back pain?", "back pain.")
    found = problems_of(load(tmp_path, {**FILES, "answers/back-pain.md": text}))
    assert {problem.rule for problem in found if problem.severity == "error"} == {"C015", "F010", "F011"}
