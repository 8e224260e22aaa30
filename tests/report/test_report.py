"""The report of a small site: what it counts, whom it doubts, and how it is told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from knowledge.checks.rule import RULES, Finding, Rule
from knowledge.cli import main
from knowledge.library import Library, Page
from knowledge.load import load_library
from knowledge.models.report import Doubt, Report, State
from knowledge.models.words import Certainty
from knowledge.problems import Severity
from knowledge.report import rules
from knowledge.report.compute import report_of
from knowledge.report.json_text import as_json
from knowledge.report.text import as_text
from tests.builders import load, write_site
from tests.site_text import FILES

ANSWER = "answers/sciatica.md"
MEASURED = """\
- id: page-weight
  label: Size of a first visit
  value: 120
  unit: kB
  limit: at most 140
  measured_on: 2026-11-20
  tool: Chromium
  version: "140"
- id: search
  label: Test searches with a right page among the first three
  value: 70.5
  limit: at least 79
  measured_on: 2026-11-20
  tool: A script
  version: "1"
"""


def changed(root: Path, *edits: tuple[str, str, str], today: date | None = None) -> Report:
    """The report of the small site after some edits; an empty old text makes the new one the whole file."""
    files = dict(FILES)
    for path, old, new in edits:
        files[path] = FILES[path].replace(old, new, 1) if old else new
    return report_of(load_library(write_site(root, files), root, today=today))


def test_pages(tmp_path: Path) -> None:
    pages = {page.path: page for page in report_of(load(tmp_path)).pages}
    assert len(pages) == sum(name.endswith(".md") for name in FILES)
    answer = pages[ANSWER]
    assert (answer.state, answer.claims, answer.next_review) == (State.UNCHECKED, 2, date(2027, 11, 21))
    assert pages["safety/urgent.md"].next_review == date(2027, 5, 20)
    assert pages["answers/index.md"].next_review is None


def test_a_page_is_checked_only_by_somebody_with_credentials(tmp_path: Path) -> None:
    nurse = (ANSWER, "related:", "reviewers: [{person: nurse-doe, date: 2026-11-01}]\nrelated:")
    editors = ("index.md", "changes:", "reviewers: [{person: editors, date: 2026-11-01}]\nchanges:")
    draft = ("choose/levels.md", "title:", "draft: true\ntitle:")
    states = {page.path: page.state for page in changed(tmp_path, nurse, editors, draft).pages}
    assert states[ANSWER] is State.CHECKED
    assert states["index.md"] is State.UNCHECKED
    assert states["choose/levels.md"] is State.DRAFT


def test_nothing_is_overdue_without_a_day(tmp_path: Path) -> None:
    assert report_of(load(tmp_path)).overdue == []
    due = changed(tmp_path, today=date(2027, 5, 21)).overdue
    assert [(one.name, one.days_over) for one in due][-1] == ("safety/urgent.md", 1)
    earlier = changed(tmp_path, today=date(2027, 5, 20)).overdue
    assert "safety/urgent.md" not in [one.name for one in earlier]


def test_a_review_in_the_year_12000_is_no_crash(tmp_path: Path) -> None:
    pages = changed(tmp_path, (ANSWER, "related:", "review_interval_days: 3650000\nrelated:")).pages
    assert next(page.next_review for page in pages if page.path == ANSWER) is None


def test_reading(tmp_path: Path) -> None:
    short = report_of(load(tmp_path))
    assert short.median_grade is None
    assert "no page is long enough to measure" in as_text(short)
    long = changed(tmp_path / "long", ("about/index.md", "Editors.", "We read what is new, and write it down. " * 40))
    about = long.pages[0]
    assert (about.path, about.grade) == ("about/index.md", long.median_grade)
    assert f"hardest {about.grade} (about/index.md)" in as_text(long)


@pytest.mark.parametrize("value", ["{}", "{comparisons: 999999999, services: 999999999}"])
def test_odd_numbers_of_days_are_no_crash(tmp_path: Path, value: str) -> None:
    rules_yml = f"- id: data-check-days\n  value: {value}\n"
    report = changed(tmp_path, ("data/rules.yml", "", rules_yml), today=date(2030, 1, 1))
    assert {one.name for one in report.reviews} < set(FILES)


def test_claims_by_complaint(tmp_path: Path) -> None:
    report = report_of(load(tmp_path))
    assert report.outcomes == {"pain": "Pain", "swelling": "Swelling"}
    sciatica = report.topics[0]
    assert sciatica.claims == 2
    assert sciatica.certainties[Certainty.MODERATE] == 1
    assert sciatica.certainties[Certainty.HIGH] == 0
    assert sciatica.outcomes == {"pain": 1, "swelling": 1}


def test_sources(tmp_path: Path) -> None:
    found = report_of(load(tmp_path)).references
    assert (found.full, found.partial, found.total) == (2, 1, 4)
    assert found.recalled == ("old1999recalled",)
    assert found.retracted == ("gone2015retracted",)
    assert found.by_gap == {"issued": ["old1999recalled", "gone2015retracted"]}


def test_measurements(tmp_path: Path) -> None:
    report = changed(tmp_path, ("data/measurements.yml", "", MEASURED))
    assert [one.met for one in report.measurements] == [True, False]
    assert "search" not in report.not_measured
    assert report.not_measured["mutants"]


def test_a_rule_that_hits_something(tmp_path: Path) -> None:
    report = changed(tmp_path, (ANSWER, "summary: Nobody", "summary: Truly nobody, as far as we could find, or"))
    figures = {rule.id: rule for rule in report.rules}
    assert set(figures) == set(RULES)
    assert figures["F013"].hits == 0
    report = changed(tmp_path, (ANSWER, "sciatica?\n", "sciatica\n"))
    figure = next(rule for rule in report.rules if rule.id == "F011")
    assert (figure.hits, figure.pages, figure.pages_of_types, figure.tried) == (1, 1, 1, True)
    assert report.problems[Severity.ERROR] == 1


def every_page(page: Page, _library: Library) -> Iterator[Finding]:
    yield Finding(page.start, "Wrong.", "Mend it.", Severity.NOTE)


@pytest.fixture
def noisy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule that flags each page, and one that nothing ever hits; no case of the tests makes either fail."""
    known = frozenset(RULES)
    monkeypatch.setattr(rules, "tried", lambda: known)
    loud = Rule("Z001", "Quiet.", "Noise.", "a", "b", Severity.NOTE, page_checks=[every_page])
    monkeypatch.setitem(RULES, "Z001", loud)
    monkeypatch.setitem(RULES, "Z002", Rule("Z002", "Nothing.", "None.", "a", "b"))


@pytest.mark.usefixtures("noisy")
def test_rules_are_doubted(tmp_path: Path) -> None:
    report = report_of(load(tmp_path))
    assert report.doubts == {"Z001": Doubt.TOO_MUCH, "Z002": Doubt.NEVER}
    assert len(report.notes) == len(report.pages)
    text = as_text(report)
    assert "  Z001  hits 10 of 10 pages of its types: is the rule wrong, or are the pages?\n" in text
    assert "  Z002  hits nothing here, and no case of the tests makes it fail\n" in text
    assert "  docs/about/index.md:1:1: note: Wrong. (Z001)\n      Mend it.\n" in text


@pytest.mark.usefixtures("noisy")
def test_a_share_of_two_pages_says_nothing(tmp_path: Path) -> None:
    two = {name: FILES[name] for name in ("about/index.md", "glossary.md")}
    assert "Z001" not in report_of(load(tmp_path, two)).doubts


def test_a_rule_that_the_tests_make_fail_may_hit_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "tried", lambda: frozenset(RULES))
    assert report_of(load(tmp_path)).doubts == {}
    monkeypatch.setattr(rules, "tried", lambda: frozenset(RULES) - {"F011"})
    assert report_of(load(tmp_path / "again")).doubts == {"F011": Doubt.NEVER}


def test_what_is_silenced_counts_and_is_told_with_its_reason(tmp_path: Path) -> None:
    said = "<!-- kb-ignore C017 until 2099-06-01: the study says no more -->\n\nSocks ease sciatica.\n\n## What nobody"
    report = changed(tmp_path, (ANSWER, "## What nobody", said))
    assert [(one.rule, one.hits, one.reason) for one in report.silences] == [("C017", 1, "the study says no more")]
    figure = next(rule for rule in report.rules if rule.id == "C017")
    assert (figure.hits, figure.silenced, figure.pages) == (0, 1, 1)
    assert "docs/answers/sciatica.md:" in as_text(report)


def test_two_reports_of_one_site_are_the_same(tmp_path: Path) -> None:
    assert as_json(report_of(load(tmp_path / "a"))) == as_json(report_of(load(tmp_path / "b")))


@pytest.mark.parametrize("files", [{}, {"a.md": "no front matter"}, {"data/claims.yml": "- id: x\n"}])
def test_next_to_nothing_is_reported_too(tmp_path: Path, files: dict[str, str]) -> None:
    (tmp_path / "docs").mkdir()
    report = report_of(load(tmp_path, files))
    assert as_text(report).startswith("Files ")
    assert json.loads(as_json(report))["files"] == len(files)


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["report", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_site(tmp_path)
    code, told = run()
    assert code == 0
    assert told.splitlines()[:2] == [f"Files     {len(FILES)}", "Problems  0 errors, 0 warnings, 0 notes"]
    assert "what is overdue is told with --today YYYY-MM-DD" in told
    assert " overdue on 2027-05-21" in run("--today", "2027-05-21")[1]
    assert json.loads(run("--format", "json")[1])["pages"][0]["path"] == "about/index.md"
    assert run("--docs", "nowhere")[0] == 2
    assert run("--today", "tomorrow")[0] == 2
