"""Glossary words in text: the longest that fits, whole words alone, however long and odd they are."""

from __future__ import annotations

import pytest

from knowledge.models.records import Term
from knowledge.models.term_finder import TermFinder


def finder(*spellings: str) -> TermFinder:
    """A finder for terms of one spelling each."""
    kinds = {"kind": "condition", "meaning": "Something."}
    return TermFinder(Term.model_validate({"id": f"t-{n}", "term": one, **kinds}) for n, one in enumerate(spellings))


def found(text: str, *spellings: str) -> list[str]:
    return [text[start:end] for start, end, _ in finder(*spellings).find(text)]


@pytest.mark.parametrize(
    ("text", "terms", "expected"),
    [
        ("A deep vein clot and a vein.", ["vein", "deep vein", "deep vein clot"], ["deep vein clot", "vein"]),
        ("Veins and vein-like", ["vein"], []),
        ("a.b axb", ["a.b"], ["a.b"]),
        ("ab a abc", ["a", "ab", "abd"], ["ab", "a"]),
        ("abpi ABPI", ["ABPI"], ["ABPI"]),
    ],
)
def test_the_longest_whole_word_is_found(text: str, terms: list[str], expected: list[str]) -> None:
    assert found(text, *terms) == expected


def test_a_term_may_be_as_long_as_a_file() -> None:
    long = "word " * 2_000 + "end"
    assert found(f"x {long}.", long, "word") == [long]
