from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.problems import Place
from knowledge.source.nodes import Mapping, Scalar, plain, scalars
from knowledge.source.yaml_text import DATA, parse_yaml

START = Place("t.yml")


def told(text: str) -> list[str]:
    _, problems = parse_yaml(text, START, DATA)
    assert all(problem.rule == "D001" and problem.hint for problem in problems)
    return [f"{problem.line}:{problem.column} {problem.message}" for problem in problems]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("012", "012"),
        ("12:30", "12:30"),
        ("1.10", "1.10"),
        ("1e3", "1e3"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("2026-02-30", "2026-02-30"),
        ("=", "="),
        ("~", "~"),
        ("null", "null"),
        ('"1.10"', "1.10"),
        ("'it''s'", "it's"),
        ("[a, b]", ["a", "b"]),
        ("", None),
    ],
)
def test_values_mean_what_they_look_like(text: str, value: object) -> None:
    node, problems = parse_yaml(f"key: {text}", START, DATA)
    assert not problems
    assert isinstance(node, Mapping)
    assert plain(node) == {"key": value}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b: c", "1:5 There is a second “: ” in this line."),
        ('a: "b\nc: d', "1:4 A quotation mark is opened here and never closed."),
        ("a: 'b\nc: d", "1:4 A quotation mark is opened here and never closed."),
        ("a: [b, c\nd: e", "1:4 A list opened with [ is not closed."),
        ("a: {b: c", "1:4 A value opened with { is not closed."),
        ("a: 1\n\tb: 2", "2:1 A tab cannot be used in YAML."),
        ("a: b\tc", "1:5 A tab cannot be used in YAML."),
        ("a: @b", "1:4 A value cannot start with this character."),
        ("a: `b`", "1:4 A value cannot start with this character."),
        ("a: *b", "1:4 Anchors and aliases"),
        ("a: &b c", "1:4 Anchors and aliases"),
        ("a: ** b", "1:5 A value cannot start with * or &"),
        ("a: !!python/object:os.system b", "1:4 Tags (starting with !) are not used here."),
        ("a: !ENV b", "1:4 Tags (starting with !) are not used here."),
        ("a: 1\n---\nb: 2", "2:1 A second YAML document starts here (---)."),
        ("a: 1\n  b: 2", "2:"),
        ("a: 1\nb", "2:"),
        ("a: 1\nb: 2\na: 3", "3:1 The key “a” stands here a second time; it is first in line 1."),
        ("[" * 100_000, "1:21 Values are nested more than 20 deep."),
        ("- " * 100_000, "1:41 Values are nested more than 20 deep."),
        ("{" * 100_000, "1:21 Values are nested more than 20 deep."),
        ("a: " + "x" * 2_000_000, "1:1 The file is over 2 MB."),
        ("[a]: b", "1:1 A key must be a plain word."),
    ],
)
def test_what_other_readers_swallow_is_told_where_it_begins(text: str, expected: str) -> None:
    problems = told(text)
    assert problems
    assert problems[0].startswith(expected), problems


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    node, problems = parse_yaml(bomb, START, DATA)
    assert node is None
    assert [(problem.line, problem.column) for problem in problems] == [(1, 4)]


def test_too_many_values_are_refused() -> None:
    assert told("[" + "a," * 250_000 + "]")[0].endswith("The file holds more than 200,000 values.")


def test_a_nul_does_not_stop_the_reading() -> None:
    node, problems = parse_yaml("a: b\x00c\nd: e", START, DATA)
    assert not problems
    assert node is not None
    assert plain(node) == {"a": "b�c", "d": "e"}


def test_the_start_shifts_lines_and_the_first_column() -> None:
    node, _ = parse_yaml("a: b\nc: d", Place("t.yml", 7, 5), DATA)
    assert isinstance(node, Mapping)
    assert [(key.place.line, key.place.column) for key, _ in node.entries] == [(7, 5), (8, 1)]


def test_columns_count_characters() -> None:
    node, _ = parse_yaml("{“é🦵”: 1, b: 2}", START, DATA)
    assert isinstance(node, Mapping)
    assert node.key("b") == Scalar(Place("t.yml", 1, 11), "b")


@given(st.text(alphabet="ab:-[]{}'\"#&*!|>%@`,? \n\t\x00~é", max_size=60))
def test_any_text_is_read_or_told_inside_the_text(text: str) -> None:
    node, problems = parse_yaml(text, START, DATA)
    lines = text.split("\n")
    places = [(problem.line, problem.column) for problem in problems]
    places += [(scalar.place.line, scalar.place.column) for scalar in (scalars(node) if node else ())]
    for line, column in places:
        assert 1 <= line <= len(lines), (text, problems)
        assert 1 <= column <= len(lines[line - 1]) + 1, (text, problems)
