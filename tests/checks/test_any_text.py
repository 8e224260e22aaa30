"""Whatever a writer types, the check tells problems and never fails."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import load, problems_of
from tests.site_text import FILES

MARKS = r"# ## ### - 1. > | |---| ``` : [ ] ( ) [@ @ ; , ! < > <b <!-- --> ` * ** _ \ & ' { } /// //// ---"
WORDS = (
    "claim comparison generated supports sciatica-pain columns: rows: title: type: answer guide changes: date: "
    "related: 2026-11-21 summary: Socks help sciatica may not partsch2004evening p. 4 ../ urgent.md http:// "
    "javascript: %2e {.decorative} id: cells: value: unknown"
)
SPACES = ["\n", "\n\n", "\n---\n", " ", "    ", "\t", ": "]
ODD = ['"', "é", "👣", "\u0301", "\u200b", "\x00"]
PIECES = [*MARKS.split(), *WORDS.split(), *SPACES, *ODD]
TEXT = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
QUIET = settings(
    max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
SMALL = {
    name: FILES[name] for name in ("answers/sciatica.md", "data/claims.yml", "data/glossary.yml", "data/topics.yml")
}


@pytest.mark.parametrize(
    "name", ["answers/sciatica.md", "data/claims.yml", "data/comparisons/supports.yml", "data/rules.yml"]
)
@given(before=TEXT, cut=st.integers(0, 1500))
@QUIET
def test_text_in_the_middle_of_a_file(tmp_path: Path, name: str, before: str, cut: int) -> None:
    text = FILES.get(name, "")
    problems_of(load(tmp_path, {**SMALL, name: text[:cut] + before + text[cut:]}))


@pytest.mark.parametrize("name", ["answers/any.md", "data/references.yml", "data/comparisons/garments.csv"])
@given(text=TEXT)
@QUIET
def test_a_file_of_any_text(tmp_path: Path, name: str, text: str) -> None:
    garments = {"data/comparisons/garments.yml": FILES["data/comparisons/garments.yml"]}
    problems_of(load(tmp_path, {**SMALL, **garments, name: text}))
