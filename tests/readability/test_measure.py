"""Masking and grades."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from knowledge.readability.masking import Count, Reader, Word
from knowledge.readability.measure import Readability, flesch_kincaid, median_grade, readability, reader
from tests.builders import load
from tests.site_text import FILES


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    return reader(load(tmp_path))


def texts(words: Iterable[Word]) -> list[str]:
    return [word.text for word in words]


def with_text(text: str) -> dict[str, str]:
    whole = FILES["answers/sciatica.md"]
    return {**FILES, "answers/sciatica.md": whole.replace("Sciatica is pain that runs down the leg.", text)}


def measured(tmp_path: Path, text: str) -> Readability:
    return readability(load(tmp_path, with_text(text)))["answers/sciatica.md"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Wear 15 to 20 mmHg [@].", ["Wear", "num"]),
        ("It was 10 in 1,000 people.", ["It", "was", "num", "people"]),
        ("Call 999 (UK) at once.", ["call", "num", "now", "at", "once"]),
        ("Ask a pharmacist.", ["Ask", "a", "name"]),
        ("Sciatica hurts.", ["term", "hurts"]),
        ("Ibuprofen helps.", ["Ibuprofen", "helps"]),
        ("A sock, a knee-high one.", ["A", "sock", "a", "knee-high", "one"]),
    ],
)
def test_masking(read: Reader, text: str, words: list[str]) -> None:
    assert texts(read.words(text)) == words


def test_every_example_of_a_mask(tmp_path: Path, read: Reader) -> None:
    for mask in load(tmp_path).settings.mask_patterns:
        assert all(re.search(mask.pattern, text, re.IGNORECASE) for text in mask.masks), mask.id
        assert not any(re.search(mask.pattern, text, re.IGNORECASE) for text in mask.leaves), mask.id


def test_a_mask_remembers_what_it_hides_and_where(read: Reader) -> None:
    word = read.words("Now sciatica")[1]
    assert (word.text, word.offset, texts(word.hidden)) == ("term", 4, ["sciatica"])


def test_the_grade_is_flesch_and_kincaids(read: Reader) -> None:
    count = read.count("The sock is too tight for your leg.")
    assert flesch_kincaid(count, 1) == round(0.39 * 8 + 11.8 * 8 / 8 - 15.59, 1)
    assert flesch_kincaid(Count(0, 0, 0, 0), 0) == 0.0


@pytest.mark.parametrize(
    "text",
    [
        "The sock is too tight for your leg.",
        "Wear 15 to 20 mmHg [@].",
        "Call 999 (UK) at once, or ask a pharmacist/physiotherapist.",
        "Sciatica and compression stockings: individuals (12%) considered ibuprofen.",
        "— —",
        "",
    ],
)
def test_a_count_is_what_the_words_come_to(read: Reader, text: str) -> None:
    words = read.words(text)
    masked = sum(word.text == "term" for word in words if word.hidden)
    hard, syllables = sum(word.hard for word in words), sum(word.syllables for word in words)
    assert read.count(text) == (len(words), syllables, hard, masked)


def test_a_short_page_has_no_grade(tmp_path: Path) -> None:
    assert measured(tmp_path, "Sciatica is pain.").grade is None


def test_a_long_page_has_one(tmp_path: Path) -> None:
    result = measured(tmp_path, "The sock is too tight for the leg. " * 40)
    assert result.words > 200
    assert result.grade is not None
    assert result.grade < 3


def test_masked_terms_beyond_the_allowed_share_count_in_full(tmp_path: Path) -> None:
    result = measured(tmp_path, "Sciatica and sciatica and sciatica. " * 60)
    assert result.masked_share > 0.5
    assert result.hard_share > 0.3


def test_words_in_hard_are_where_they_stand(tmp_path: Path) -> None:
    result = measured(tmp_path, "It is about civilisation.")
    unit, word = next((unit, word) for unit, word in result.hard if word.text == "civilisation")
    assert unit.text[word.offset :].startswith("civilisation")


def test_labels_and_headings_do_not_count(tmp_path: Path) -> None:
    assert measured(tmp_path, "Blood flow.").sentences == measured(tmp_path, "").sentences


def test_the_median_is_of_pages_with_a_grade(tmp_path: Path) -> None:
    assert median_grade(load(tmp_path / "none")) is None
    graded = load(tmp_path / "one", with_text("The sock is too tight for the leg. " * 40))
    assert median_grade(graded) == readability(graded)["answers/sciatica.md"].grade
