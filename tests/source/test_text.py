from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.source.text import decode, read_text


@pytest.mark.parametrize(
    ("data", "text", "expected"),
    [
        (b"a\n", "a\n", []),
        (b"a\tb\n", "a\tb\n", []),
        (b"\xef\xbb\xbfa", "a", ["1:1 The file starts with a byte order mark"]),
        (b"a\r\nb\r\n", "a\nb\n", ["1:2 The lines end with carriage returns"]),
        (b"a\rb", "a\nb", ["1:2 The lines end with carriage returns"]),
        (b"a\n\x00b", "a\n\x00b", ["2:1 There is a hidden character, U+0000"]),
        ("a\u200bb\u200b".encode(), "a\u200bb\u200b", ["1:2 There is a hidden character, U+200B"]),
        ("\u202ea".encode(), "\u202ea", ["1:1 There is a hidden character, U+202E"]),
        (b"a\n\xffb", "a\n\ufffdb", ["2:1 The byte 0xFF is not UTF-8 text."]),
        ("a\ufeffb".encode(), "a\ufeffb", ["1:2 There is a hidden character, U+FEFF"]),
    ],
)
def test_hidden_and_broken_bytes_are_told(data: bytes, text: str, expected: list[str]) -> None:
    source = decode(data, "f.md")
    shown = [f"{problem.line}:{problem.column} {problem.message}" for problem in source.problems]
    assert source.text == text
    assert len(shown) == len(expected)
    assert all(found.startswith(start) for found, start in zip(shown, expected, strict=True)), shown
    assert all(problem.rule == "F009" for problem in source.problems)


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.md", tmp_path):
        source = read_text(path, path="shown.md")
        assert source.text == ""
        assert [problem.path for problem in source.problems] == ["shown.md"]


def test_places_count_from_one_and_in_characters() -> None:
    source = decode("é🦵x\ny".encode(), "f.md")
    assert [(source.place(offset).line, source.place(offset).column) for offset in (0, 2, 4)] == [
        (1, 1),
        (1, 3),
        (2, 1),
    ]


@given(st.binary(max_size=60))
def test_any_bytes_become_text_and_places_inside_it(data: bytes) -> None:
    source = decode(data, "f.md")
    for problem in source.problems:
        assert 1 <= problem.line <= len(source.lines)
        assert 1 <= problem.column <= len(source.lines[problem.line - 1]) + 1
    assert "\r" not in source.text
