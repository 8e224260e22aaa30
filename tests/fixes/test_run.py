"""Rounds of mends: what makes things worse, and what never comes to rest, is not written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.checks.rule import RULES, Finding, Rule
from knowledge.fixes.run import mend
from knowledge.library import Library
from knowledge.problems import Edit, Place
from tests.builders import write_site
from tests.site_text import FILES

ANSWER = "answers/sciatica.md"


def with_rule(monkeypatch: pytest.MonkeyPatch, changes: dict[str, str]) -> None:
    """A rule that wants the first text of each pair replaced by the second, wherever it stands in the answer."""

    def look(library: Library) -> Iterator[Finding]:
        page = library.pages[ANSWER]
        for old, new in changes.items():
            for number, line in enumerate(page.source.lines, start=1):
                if old in line:
                    place = Place(page.source.path, number, line.index(old) + 1)
                    yield Finding(place, f"“{old}” stands here.", f"Write “{new}”.", edits=(Edit(place, old, new),))

    monkeypatch.setitem(RULES, "T001", Rule("T001", "", "", "", "", mends=True, library_checks=[look]))


def test_a_mend_that_makes_something_worse_is_left_and_the_others_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_rule(
        monkeypatch, {"title: Do": "title: *Do", "stood": "sat", "/// claim | e": "/// clam | e", "morning": "day"}
    )
    docs = write_site(tmp_path)
    mended = mend(docs, lambda _path: True)
    assert sorted(one.message[1:6] for one in mended.done) == ["morni", "stood"]
    assert sorted(one.message[1:6] for one in mended.refused) == ["/// c", "title"]
    expected = FILES[ANSWER].replace("stood", "sat").replace("morning", "day")
    assert (docs / ANSWER).read_text(encoding="utf-8") == expected


def test_mends_that_undo_each_other_are_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_rule(monkeypatch, {"stood": "sat", "people sat": "people stood"})
    docs = write_site(tmp_path)
    mended = mend(docs, lambda _path: True)
    assert (mended.changes, mended.done) == ({}, [])
    assert (docs / ANSWER).read_text(encoding="utf-8") == FILES[ANSWER]


def test_a_chain_of_mends_comes_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_rule(monkeypatch, {"stood": "sat", "sat all": "sat the whole", "whole day": "whole long day"})
    docs = write_site(tmp_path)
    assert len(mend(docs, lambda _path: True).done) == 3
    assert "Some people sat the whole long day." in (docs / ANSWER).read_text(encoding="utf-8")
