"""Problems: their order, their text and JSON, and what stops a run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from knowledge.problems import (
    Edit,
    Place,
    Problem,
    Severity,
    as_annotations,
    as_json,
    as_text,
    counted,
    in_order,
    shown_path,
    stops,
    told,
)
from knowledge.suggest import did_you_mean, nearest


def problem(path: str = "a.md", line: int = 1, column: int = 1, severity: Severity = Severity.ERROR) -> Problem:
    return Problem.at(Place(path, line, column), "F001", "It is wrong.", "Mend it.", severity)


def test_text_is_place_severity_message_rule_and_the_mend_below() -> None:
    assert problem("docs/a.md", 3, 7).as_text() == "docs/a.md:3:7: error: It is wrong. (F001)\n    Mend it."


def test_problems_come_by_path_line_column_each_once() -> None:
    found = in_order(
        [problem("b.md"), problem("a.md", 10), problem("a.md", 9, 2), problem("a.md", 9, 1), problem("b.md")]
    )
    assert [(p.path, p.line, p.column) for p in found] == [
        ("a.md", 9, 1),
        ("a.md", 9, 2),
        ("a.md", 10, 1),
        ("b.md", 1, 1),
    ]


def test_json_has_exactly_the_promised_keys() -> None:
    (record,) = json.loads(as_json([problem()]))
    assert list(record) == ["rule", "severity", "path", "line", "column", "message", "hint"]
    assert json.loads(as_json([])) == []


def test_json_tells_the_end_where_it_is_known_and_never_the_edits() -> None:
    place = Place("a.md", 1, 3)
    ending = Problem.at(place, "W011", "x", "y", end_column=7, edits=(Edit(place, "mmhg", "mmHg"),))
    (record,) = json.loads(as_json([ending]))
    assert list(record) == ["rule", "severity", "path", "line", "column", "end_column", "message", "hint"]
    assert record["end_column"] == 7


def test_annotations_are_escaped_as_github_reads_them() -> None:
    place = Place("a, b: 100%\n.md", 3, 7)
    noted = Problem.at(place, "F001", "50% of:\r\nit, ::", "Mend, it.", Severity.NOTE, end_column=9)
    assert noted.as_annotation() == (
        "::notice file=a%2C b%3A 100%25%0A.md,line=3,col=7,endColumn=9,title=F001::50%25 of:%0D%0Ait, ::%0AMend, it."
    )
    assert as_annotations([]) == ""
    assert as_annotations([problem()]).splitlines()[-1] == "1 error in 1 file"


@pytest.mark.parametrize(
    ("severity", "strict", "expected"),
    [
        (Severity.ERROR, False, True),
        (Severity.WARNING, False, False),
        (Severity.WARNING, True, True),
        (Severity.NOTE, True, False),
    ],
)
def test_what_stops_a_run(severity: Severity, strict: bool, expected: bool) -> None:
    assert stops([problem(severity=severity)], strict=strict) is expected


def test_notes_are_not_told() -> None:
    assert told([problem(severity=Severity.NOTE), problem()]) == [problem()]


def test_the_count_reads_as_a_sentence_part() -> None:
    two = [problem(), problem("b.md", severity=Severity.WARNING), problem("b.md", 2)]
    assert counted(two) == "2 errors and 1 warning in 2 files"
    assert as_text(two).endswith("2 errors and 1 warning in 2 files")
    assert as_text([]) == ""


def test_paths_are_relative_inside_and_absolute_outside(tmp_path: Path) -> None:
    assert shown_path(tmp_path / "docs" / "a.md", tmp_path) == "docs/a.md"
    assert shown_path(tmp_path / "a.md", tmp_path / "elsewhere") == str(tmp_path / "a.md")


def test_the_nearest_name_is_found_whatever_its_case() -> None:
    assert nearest("Sciatca-Pain", ["back-pain", "sciatica-pain"]) == "sciatica-pain"
    assert nearest("xyz", ["back-pain"]) is None
    assert did_you_mean("sumary", ["summary", "title"]) == "Did you mean “summary”?"
    assert did_you_mean("zzz", ["b", "a"]) == "Use one of: a, b."
    assert did_you_mean("zzz", []) == "None is defined yet."
