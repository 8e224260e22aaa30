"""Which rules a run asks: notes only where somebody wants them, the whole only where all pages are asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.checks.run import outcome
from knowledge.library import Library
from knowledge.problems import Severity
from tests.builders import load
from tests.checks.test_reading import HARD
from tests.site_text import FILES

ANSWER = "answers/sciatica.md"
GUIDE = "choose/levels.md"
UNIT = "It is a unit of pressure."
SAME = "They sat down and slept. They woke up late that day. They went home by train."
LOUDER = """- id: wording-patterns
  value:
    - {id: passive, rule: R008, scope: body, severity: warning, pattern: 'was pressed', message: Passive.,
       hint: Say who., bad: [It was pressed.], good: [She pressed it.]}
"""


def _rules(library: Library, pages: list[str] | None = None, *, notes: bool) -> set[str]:
    asked = library if pages is None else library.asking(pages)
    return {problem.rule for problem in outcome(asked, notes=notes).problems}


def _guide(tmp_path: Path, text: str, more: dict[str, str] | None = None) -> Library:
    return load(tmp_path, {**FILES, GUIDE: FILES[GUIDE].replace(UNIT, text), **(more or {})})


def test_rules_of_notes_are_asked_only_where_notes_are_wanted(tmp_path: Path) -> None:
    library = _guide(tmp_path, SAME)
    assert "R012" in _rules(library, notes=True)
    assert "R012" not in _rules(library, notes=False)


def test_a_suppressed_rule_is_always_asked_so_that_it_is_known_to_silence_something(tmp_path: Path) -> None:
    library = _guide(tmp_path, f"<!-- kb-ignore R012 until 2099-01-01: a list of what they did -->\n{SAME}")
    found = outcome(library, notes=False)
    assert [len(one.problems) for one in found.silenced] == [1]
    assert "F030" not in {problem.rule for problem in found.problems}


def test_a_rule_that_a_site_makes_graver_is_asked(tmp_path: Path) -> None:
    rules = FILES.get("data/rules.yml", "") + LOUDER
    library = _guide(tmp_path, "The sock was pressed on the leg.", {"data/rules.yml": rules})
    told = [one for one in outcome(library, notes=False).problems if one.rule == "R008"]
    assert [one.severity for one in told] == [Severity.WARNING]


@pytest.mark.parametrize(("pages", "expected"), [(None, True), ([ANSWER], False)], ids=["whole", "page"])
def test_the_median_is_told_only_of_the_whole(pages: list[str] | None, expected: bool, tmp_path: Path) -> None:
    lead = "\n\n".join([HARD] * 26)
    text = FILES[ANSWER].replace("## What was tested and found", f"{lead}\n\n## What was tested and found")
    library = load(tmp_path, {**FILES, ANSWER: text})
    assert ("R002" in _rules(library, pages, notes=False)) is expected
    assert "R001" in _rules(library, pages, notes=False)


def test_of_one_page_the_same_is_told_as_of_the_whole(tmp_path: Path) -> None:
    faults = "DVT is cured. See [more](nowhere.md). Socks boost circulation in 9 in 10 people."
    nav = "nav:\n" + "".join(f"  - {name}\n" for name in FILES if name.endswith(".md"))
    files = {name: f"{text}\n{faults}\n" if name.endswith(".md") else text for name, text in FILES.items()}
    library = load(tmp_path, {**files, "choose/lonely.md": files[GUIDE], "../mkdocs.yml": nav})
    whole = [one for one in outcome(library, notes=False).problems if one.rule != "R002"]
    assert {"W002", "L001", "L008", "R006"} <= {one.rule for one in whole}
    for path, page in library.pages.items():
        told = outcome(library.asking([path]), notes=False).problems
        mine = [one for one in told if one.path == page.source.path]
        assert mine == [one for one in whole if one.path == page.source.path]
