"""The strength of a sentence: how sure its words are, and which way they go."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.checks.strength import Said, Strengths, Way
from tests.builders import load
from tests.site_text import FILES

SCORED = [
    ("Socks reduce swelling.", Said.PLAIN, Way.EFFECT),
    ("Socks will ease the pain.", Said.PLAIN, Way.EFFECT),
    ("Socks do not reduce swelling.", Said.PLAIN, Way.NONE),
    ("Socks don't ease pain.", Said.PLAIN, Way.NONE),
    ("Compression is likely to lower the risk.", Said.PROBABLY, Way.EFFECT),
    ("Socks probably help, with little or no difference in pain.", Said.PROBABLY, Way.NONE),
    ("Socks probably do not prevent new clots.", Said.PROBABLY, Way.NONE),
    ("They may ease aching.", Said.MAY, Way.EFFECT),
    ("Compression can cause sores.", Said.MAY, Way.EFFECT),
    ("Tights may help, but we are very unsure.", Said.VERY_UNSURE, Way.EFFECT),
    ("Nobody has tested it: socks ease pain, some say.", Said.NOT_KNOWN, Way.EFFECT),
]
NOT_SCORED = [
    "In one trial socks reduce swelling.",
    "Socks reduced swelling in 12 people.",
    "If the sock causes pain, take it off.",
    "We are very unsure whether socks reduce swelling.",
    "The legs swell by evening.",
]


@pytest.fixture(scope="module")
def strengths(tmp_path_factory: pytest.TempPathFactory) -> Strengths:
    return Strengths(load(Path(tmp_path_factory.mktemp("site")), FILES))


@pytest.mark.parametrize(("text", "said", "way"), SCORED)
def test_scored(text: str, said: Said, way: Way, strengths: Strengths) -> None:
    scored = strengths.of(text)
    assert scored
    assert (scored.said, scored.way) == (said, way)


@pytest.mark.parametrize("text", NOT_SCORED)
def test_not_scored(text: str, strengths: Strengths) -> None:
    """Reports of one study, suppositions and questions about an effect claim nothing."""
    assert strengths.of(text) is None
