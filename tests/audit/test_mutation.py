"""Planted faults: what is swapped for what, and that a test notices one in the real package."""

from __future__ import annotations

import ast

import pytest

from tests.audit.mutation import mutants, mutated
from tests.audit.parts import mutants as part
from tests.audit.reach import ROOT

CASES = [
    ("return a < b", ["return None", "a <= b"]),
    ("if a in b and not c:\n  pass", ["a in b or not c", "a not in b", "c"]),
    ("if found(a):\n  pass", ["if not found(a)"]),
    ("a = b + 1", ["b - 1", "2"]),
    ("a = True", ["False"]),
    ("go(a)", ["pass"]),
    ("yield a", ["yield from ()"]),
    ("for a in b:\n  continue", ["break"]),
    ("'words'", []),
    ("return None", []),
    ("return", []),
    ("a = 'words'", []),
    ("a: Literal[1] = b", []),
    ("x = a is None", ["a is not None"]),
]


def _function(body: str) -> str:
    return "TOP = 1 + 2\n\ndef made(a, b, c):\n" + "\n".join(f"  {line}" for line in body.split("\n")) + "\n"


@pytest.mark.parametrize(("body", "becomes"), CASES)
def test_what_is_planted(body: str, becomes: list[str]) -> None:
    tree = ast.parse(_function(body))
    found = mutants(tree)
    assert [one.becomes for one in found] == becomes
    assert [one.index for one in found] == list(range(len(becomes)))


@pytest.mark.parametrize(("body", "becomes"), CASES)
def test_each_fault_is_one_change_of_the_whole(body: str, becomes: list[str]) -> None:
    source = _function(body)
    texts = {ast.unparse(mutated(ast.parse(source), index)) for index in range(len(becomes))}
    assert len(texts) == len(becomes)
    assert ast.unparse(ast.parse(source)) not in texts
    with pytest.raises(IndexError):
        mutated(ast.parse(source), len(becomes))


def test_faults_of_methods_are_found_and_those_of_nested_functions_once() -> None:
    tree = ast.parse("class A:\n  def b(self):\n    def c():\n      return 1\n    return c\n")
    assert [one.becomes for one in mutants(tree)] == ["return None", "2", "return None"]


def test_a_test_notices_a_fault_in_the_real_package() -> None:
    tests = [ROOT / "tests" / "checks" / "test_reading.py"]
    sample = [one for one in part.planted() if one.module == "knowledge.checks.steps"][:1]
    assert [part.noticed(one, tests) for one in sample] == [True]
    assert not part.noticed(sample[0], []), "what no test reaches, no test notices"


def test_every_judged_fault_is_still_one_that_can_be_planted() -> None:
    names = {one.name for one in part.planted()}
    assert {fault: reason for fault, reason in part.judged().items() if fault not in names} == {}
    assert all(part.judged().values()), "each has its reason"
