"""The rules as a whole: all that this issue asks for, each explained, each with its cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from knowledge.checks.rule import RULES, Finding, Rule, rule
from knowledge.checks.run import check, load_rules
from knowledge.library import Library
from tests.builders import Bad, Good, load, problems_of

load_rules()

NUMBERS = {
    "F": range(1, 33),
    "C": (*range(1, 14), *range(15, 27), *range(30, 39)),
    "L": range(1, 13),
    "D": range(1, 16),
    "W": range(1, 23),
    "R": range(1, 14),
}
ASKED_FOR = [f"{family}{number:03}" for family, numbers in NUMBERS.items() for number in numbers]
BUILT = "tests/built/test_rules.py"
BEYOND = {"X001": "tests/test_session.py", "X002": "tests/panel/test_panel.py"} | {
    f"B{number:03}": BUILT for number in range(1, 17)
}
"""Rules that are told by a run of the site generator or of the finished site, with where their cases are."""
TABLES = [import_module(f"tests.checks.{file.stem}") for file in Path(__file__).parent.glob("test_*.py")]
TABLES.append(import_module("tests.models.test_data"))


def cases(name: str) -> Iterator[Bad | Good]:
    for module in TABLES:
        yield from getattr(module, name, ())


def test_every_rule_asked_for_is_there() -> None:
    assert set(ASKED_FOR) <= set(RULES)


def test_every_rule_has_three_failing_cases_and_a_passing_one() -> None:
    failing = Counter(case.rule for case in cases("BAD"))
    passing = Counter(case.rule for case in cases("GOOD"))
    assert {rule_id for rule_id in RULES if failing[rule_id] < 3} == set(BEYOND)
    assert {rule_id for rule_id in RULES if passing[rule_id] < 1} == set(BEYOND)
    assert all(rule_id in Path(file).read_text(encoding="utf-8") for rule_id, file in BEYOND.items())


@pytest.mark.parametrize("one", RULES.values(), ids=lambda one: one.id)
def test_a_rule_explains_itself(one: Rule) -> None:
    assert one.wants.endswith(".")
    assert one.why.endswith(".")
    assert one.bad.strip()
    assert one.good.strip()
    assert one.bad != one.good


def test_an_id_is_given_once() -> None:
    with pytest.raises(ValueError, match="F001 is defined twice"):
        rule("F001", wants="a", why="b", bad="c", good="d")


def test_the_valid_site_has_no_problem(tmp_path: Path) -> None:
    assert problems_of(load(tmp_path)) == []


def test_problems_come_in_order_and_each_once(tmp_path: Path) -> None:
    found = check(load(tmp_path, {"b.md": "no front matter", "a.md": "---\ntype: x\nsumary: y\n---\n"}))
    assert found == sorted(set(found), key=lambda problem: problem.order)
    assert [problem.path for problem in found] == ["docs/a.md"] * 2 + ["docs/b.md"]


def test_a_rule_that_fails_leaves_the_rest_of_the_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_library: Library) -> Iterator[Finding]:
        raise KeyError("x")

    monkeypatch.setattr(RULES["D015"], "library_checks", [broken])
    found = check(load(tmp_path, {"a.md": "no front matter"}))
    assert [problem.rule for problem in found] == ["D015", "F001"]
    fault = found[0]
    assert fault.path == "docs"
    assert fault.severity == "error"
    assert fault.message.startswith(
        "A fault in Legwise, not in your page: D015 failed with KeyError: 'x' (test_rules.py,"
    )
