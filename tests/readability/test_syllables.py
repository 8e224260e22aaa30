"""The answers of the pinned library, the rule for endings and rules.yml, for more than 200 words of ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.readability.measure import reader
from knowledge.readability.syllables import SyllableCounter
from tests.builders import load

# By the CMU pronouncing dictionary; words with two readings are left out.
WORDS = {
    1: """
        badge black blocked breathe care case caused choice choose class clothes cool count draft feel fits
        flight good heals kept line links list means more name nerves night piece poor puts rule safe
        searched seen send shoe showed shrink side sign splints states stay straps strong sums text times
        toes trained verb warm watch ways which work worse worth would
    """,
    2: """
        against ankle badly bandage became behind bulges buttock cases centre corset counted damaged decades
        differ eases exist expert's flashing gathers german getting guideline includes instead itself lasted
        licence matters measures mended methods muscle network number observed only open option outside
        owner's pages people pictures posture pressing public reading repeats replace reviewed sellers
        shoulder single slower squeezes stages staying stocking sudden swelling table traction union useful
        venous vessels visit wearers wording
    """,
    3: """
        agreement allergy another anyone arteries artery austria bandages certainty clinician collected
        credentials decided directly discomfort erection frequency genitals idea indexes injection magnetic
        mattresses medical medicine medicines mercury messages nobody official overloads painkiller position
        pregnancy promises provincial ratio reported stenosis substances surgery suspected thrombosis usual
        whoever
    """,
    4: """
        activities activity acupuncture american attribution commentary comparison complication diabetes
        diagnosis emergency epidural epilepsy european exercises graduated ibuprofen impossible inflammation
        information laboratory maternity millimetres neurologists non-specific obesity operation ordinary
        paralysis publication pulmonary registration regulator
    """,
    5: """
        antidepressant antidepressants chemotherapy inconsistency international manipulation uncomfortable
    """,
}


@pytest.mark.parametrize(("syllables", "words"), WORDS.items())
def test_words(syllables: int, words: str, tmp_path: Path) -> None:
    counter = reader(load(tmp_path)).syllables
    assert {word: counter.count(word) for word in words.split()} == dict.fromkeys(words.split(), syllables)


def test_there_are_200() -> None:
    assert sum(len(words.split()) for words in WORDS.values()) >= 200


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("longer", 2),
        ("added", 2),
        ("safely", 2),
        ("stopped", 1),
        ("published", 2),
        ("inflamed", 2),
        ("doses", 2),
        ("beer", 1),
        ("thing", 1),
        ("knee-high", 2),
        ("expert’s", 2),
        ("xyz", 1),
        ("", 1),
    ],
)
def test_forms_that_the_list_lacks_or_counts_as_their_stem(word: str, syllables: int) -> None:
    assert SyllableCounter({}).count(word) == syllables


def test_what_rules_yml_says_wins() -> None:
    assert SyllableCounter({"socks": 3}).count("Socks") == 3


def test_a_compound_is_as_hard_as_its_longest_part() -> None:
    assert SyllableCounter({}).longest("blood-flow") == 1
    assert SyllableCounter({}).longest("non-specific") == 3
