"""The pattern engine, and every pattern on its own examples."""

from __future__ import annotations

import pytest

from knowledge.models.wording import WordingPattern, as_matched
from tests.builders import load


@pytest.fixture(scope="module")
def patterns(tmp_path_factory: pytest.TempPathFactory) -> tuple[WordingPattern, ...]:
    return load(tmp_path_factory.mktemp("site")).settings.wording_patterns


def test_every_pattern_finds_its_bad_examples_and_no_good_one(patterns: tuple[WordingPattern, ...]) -> None:
    assert len(patterns) >= 124
    missed = [text for one in patterns for text in one.bad if not any(one.matches(as_matched(text)))]
    overdone = [text for one in patterns for text in one.good if any(one.matches(as_matched(text)))]
    assert (missed, overdone) == ([], [])


def test_every_pattern_has_two_examples_of_each(patterns: tuple[WordingPattern, ...]) -> None:
    assert [one.id for one in patterns if min(len(one.bad), len(one.good)) < 1] == []
