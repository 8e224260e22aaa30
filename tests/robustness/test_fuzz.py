"""Made-up files, the same ones each time, and that a fault would show; `make audit PART=fuzz` tries 100,000 others."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from knowledge.checks.run import check
from knowledge.library import Library
from knowledge.problems import Problem
from tests.audit.parts import fuzz as long_run
from tests.robustness import fuzz
from tests.robustness.fuzz_inputs import PAGES, RECORDS, TABLES, inputs

SETS = 24


def test_no_made_up_file_breaks_hangs_or_hides_a_mistake() -> None:
    tried = fuzz.run(0, SETS)
    assert tried.failures == []
    assert sum(tried.inputs.values()) == SETS * (PAGES + TABLES + RECORDS)
    assert set(tried.inputs) == {"front matter", "yaml", "csv", "citation", "block"}
    assert tried.problems > SETS * 100


def test_the_same_number_gives_the_same_files() -> None:
    assert inputs(7) == inputs(7) != inputs(8)


def _attempts(monkeypatch: pytest.MonkeyPatch, name: str, instead: object) -> str:
    monkeypatch.setattr(fuzz, name, instead)
    tried = fuzz.Tried()
    with tempfile.TemporaryDirectory() as folder:
        fuzz.attempt(0, tried, Path(folder))
    return "\n".join(tried.failures)


def test_a_lost_problem_would_show(monkeypatch: pytest.MonkeyPatch) -> None:
    def forgetful(library: Library) -> list[Problem]:
        return [one for one in check(library) if one.rule not in ("F004", "C015", "D002", "D007", "C001")]

    told = _attempts(monkeypatch, "check", forgetful)
    for kind in ("front matter", "yaml", "csv", "block"):
        assert f"kind='{kind}'" in told


def test_an_exception_would_show(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(library: Library) -> list[Problem]:
        if "data/topics.yml" in library.files or "about/page-1.md" in library.files:
            raise RecursionError
        return []

    assert "0: about/page-1.md b" in _attempts(monkeypatch, "check", broken)


def test_a_hang_would_show(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(_library: Library) -> list[Problem]:
        while True:
            pass

    monkeypatch.setattr(fuzz, "SECONDS", 0.01)
    assert "SlowError" in _attempts(monkeypatch, "check", endless)


def test_the_long_run_counts_what_its_processes_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_run, "SETS", 1)
    found = long_run.batch(7)
    assert (sum(found["inputs"].values()), found["failures"]) == (PAGES + RECORDS + TABLES, [])
