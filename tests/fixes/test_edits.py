"""Edits: only where the old text stands, never over each other, all of a mend or none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.fixes.edits import Text, take_edits
from knowledge.problems import Edit, Place

TEXT = "one two\nthree\n\nfour"


def edit(line: int, column: int, old: str, new: str, path: str = "a") -> Edit:
    return Edit(Place(path, line, column), old, new)


@pytest.mark.parametrize(
    ("mend", "edited"),
    [
        (edit(1, 5, "two", "2"), "one 2\nthree\n\nfour"),
        (edit(1, 8, "\n", " "), "one two three\n\nfour"),
        (edit(1, 5, "two\nthree\n", ""), "one \nfour"),
        (edit(4, 5, "", "!"), "one two\nthree\n\nfour!"),
        (edit(3, 1, "", "x"), "one two\nthree\nx\nfour"),
        (edit(1, 1, TEXT, ""), ""),
    ],
)
def test_an_edit_is_made_where_its_old_text_stands(mend: Edit, edited: str) -> None:
    texts = {"a": Text(TEXT)}
    assert take_edits(texts, [mend])
    assert texts["a"].edited() == edited


@pytest.mark.parametrize(
    "mend",
    [
        edit(1, 4, "two", "2"),
        edit(1, 9, "three", "3"),
        edit(2, 1, "Three", "3"),
        edit(9, 1, "x", ""),
        edit(0, 1, "", "x"),
        edit(4, 6, "", "x"),
        edit(1, 0, "", "x"),
        edit(1, 1, "one", "1", path="b"),
    ],
)
def test_an_edit_at_a_wrong_place_changes_nothing(mend: Edit) -> None:
    texts = {"a": Text(TEXT)}
    assert not take_edits(texts, [edit(2, 1, "three", "3"), mend])
    assert texts["a"].edited() == TEXT


def test_edits_over_each_other_wait_and_the_same_edit_again_counts() -> None:
    texts = {"a": Text(TEXT)}
    assert take_edits(texts, [edit(1, 1, "one two", "1 2")])
    assert not take_edits(texts, [edit(1, 5, "two", "zwei")])
    assert not take_edits(texts, [edit(2, 1, "three", "3"), edit(1, 8, "", "!")])
    assert take_edits(texts, [edit(1, 1, "one two", "1 2")])
    assert not take_edits(texts, [edit(2, 1, "three", "3"), edit(2, 3, "r", "R")])
    assert texts["a"].edited() == "1 2\nthree\n\nfour"


@given(
    st.text("ab\n", max_size=12),
    st.lists(st.tuples(st.integers(1, 4), st.integers(1, 6), st.text("ab\n", max_size=3)), max_size=6),
)
def test_whatever_is_taken_all_of_it_is_made_and_nothing_else(text: str, wanted: list[tuple[int, int, str]]) -> None:
    texts = {"a": Text(text)}
    taken = [one for one in dict.fromkeys(wanted) if take_edits(texts, [edit(*one, "X")])]
    assert texts["a"].edited().count("X") == len(taken)
    assert len(texts["a"].edited()) == len(text) + sum(1 - len(old) for _, _, old in taken)
