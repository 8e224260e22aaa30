"""C030 and C032 to C038: what certainty and direction allow a text to say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import Bad, Good, assert_bad, assert_good
from tests.site_text import FILES

ANSWER = "answers/sciatica.md"
CLAIMS = "data/claims.yml"
SUPPORTS = "data/comparisons/supports.yml"
NOBODY = "Nobody has tested this. Read"
UNTESTED = "statement: No study has tested compression socks for sciatica."
PROBABLY = "statement: Socks probably cut evening swelling."
GRADED = FILES[CLAIMS][FILES[CLAIMS].index("  direction: benefit") : FILES[CLAIMS].index(PROBABLY)] + PROBABLY
STUDIED = "In 12 people legs"


def graded(rule: str, certainty: str, direction: str, statement: str, message: str, *, severity: str = "error") -> Bad:
    """The claim on evening swelling with another grade and statement, and no recorded size."""
    return Bad(
        rule,
        CLAIMS,
        GRADED,
        _record(certainty, direction, statement),
        message,
        severity=severity,
        also=("C006", "C007", "C033"),
    )


def right(rule: str, certainty: str, direction: str, statement: str) -> Good:
    return Good(rule, CLAIMS, GRADED, _record(certainty, direction, statement))


def _record(certainty: str, direction: str, statement: str) -> str:
    return (
        f"  direction: {direction}\n  certainty: {certainty}\n  certainty_by: legwise\n"
        f"  reasons: ['imprecision: few people']\n  statement: {statement}"
    )


BAD = [
    Bad("C030", CLAIMS, UNTESTED, "statement: ¦Socks are worn for sciatica.", "A not-tested claim must say so."),
    graded("C030", "low", "benefit", "¦Socks cut evening swelling.", "Low certainty takes “may”."),
    graded("C030", "moderate", "benefit", "¦Socks cut evening swelling.", "Moderate certainty takes “probably”."),
    graded("C030", "very-low", "unknown", "¦Legs swell in the evening.", "Very low certainty must be said."),
    Bad(
        "C032",
        CLAIMS,
        UNTESTED,
        "statement: Not tested, a ¦small benefit.",
        "“small benefit”: A size needs a study.",
        also=("C038",),
    ),
    Bad(
        "C032",
        ANSWER,
        "summary: Nobody has tested compression socks for the nerve pain of sciatica.",
        "summary: Nobody has tested it for ¦slight relief.",
        "“slight relief”: A size needs a study.",
    ),
    Bad(
        "C032",
        ANSWER,
        NOBODY,
        "For sciatica there is a ¦great difference. Read",
        "“great difference”: A size needs a study.",
    ),
    Bad(
        "C033",
        SUPPORTS,
        "value: We are very unsure\n",
        "value: ¦They really ease it\n",
        "“They really ease”: Too strong for very low certainty.",
    ),
    graded("C034", "high", "benefit", "Socks ¦may reduce swelling.", "“may”: High certainty takes a plain verb."),
    graded(
        "C034", "high", "benefit", "Socks ¦probably cut swelling.", "“probably”: High certainty takes a plain verb."
    ),
    graded(
        "C034",
        "moderate",
        "benefit",
        "Socks probably cut swelling and ¦might ease aches.",
        "“might”: Weaker than moderate certainty.",
        severity="warning",
    ),
    Bad(
        "C033",
        SUPPORTS,
        "value: We are very unsure\n",
        "value: ¦Braces probably help\n",
        "“Braces probably help”: Too strong for very low certainty.",
    ),
    Bad(
        "C033",
        SUPPORTS,
        "value: We are very unsure\n",
        "value: Braces ¦may help\n",
        "“may help”: “May” alone means low certainty; this is very low.",
    ),
    Bad(
        "C033",
        ANSWER,
        "In 12 people legs",
        "¦Socks reduce swelling [@partsch2004evening]. In 12 people legs",
        "“Socks reduce”: Too strong for moderate certainty.",
    ),
    Bad(
        "C033",
        ANSWER,
        STUDIED,
        "A brace ¦raises the risk [@partsch2004evening]. In 12 people legs",
        "“brace raises the risk” says more than moderate certainty allows.",
        also=("C019",),
    ),
    Bad(
        "C034",
        ANSWER,
        STUDIED,
        "Socks may ¦cut swelling [@partsch2004evening]. In 12 people legs",
        "“Socks may cut” says less than moderate certainty allows.",
        severity="note",
    ),
    Bad(
        "C036",
        ANSWER,
        STUDIED,
        "Socks probably do not ¦cut swelling [@partsch2004evening]. In 12 people legs",
        "The record says a benefit, “Socks probably do not cut” does not.",
        severity="warning",
    ),
    graded(
        "C036",
        "low",
        "benefit",
        "Socks may make ¦little or no difference to swelling.",
        "“little or no difference”: The record says benefit, the words do not.",
    ),
    graded(
        "C036",
        "low",
        "harm",
        "Such a sock may hurt, yet it ¦helps the skin.",
        "“helps”: The record says harm, the words say benefit.",
    ),
    graded(
        "C036", "low", "no-difference", "¦Socks may change speed.", "The record says no difference; the words must."
    ),
    graded("C035", "high", "benefit", "Socks ¦always reduce swelling.", "“always”: High certainty is not “always”."),
    graded("C035", "high", "benefit", "Socks ¦eliminate swelling.", "“eliminate”: High certainty is not “always”."),
    graded(
        "C035", "high", "benefit", "Socks cut swelling in ¦everyone.", "“everyone”: High certainty is not “always”."
    ),
    graded(
        "C037",
        "low",
        "harm",
        "Tight socks may cause ¦minor sores.",
        "“minor”: Do not soften a harm without its number.",
        severity="warning",
    ),
    graded(
        "C037",
        "low",
        "harm",
        "Tight socks may be worse, but ¦only at first.",
        "“only”: Do not soften a harm without its number.",
        severity="warning",
    ),
    graded(
        "C037",
        "low",
        "no-difference",
        "Socks ¦may not change swelling.",
        "“may not” can be read as “perhaps, perhaps not”.",
        severity="warning",
    ),
    graded(
        "C038",
        "low",
        "benefit",
        "Socks may have a ¦strong effect on swelling.",
        "Size and certainty are mixed up: “strong effect”.",
        severity="warning",
    ),
    graded(
        "C038",
        "low",
        "benefit",
        "Socks may ¦greatly reduce swelling.",
        "“greatly”: A size word without a recorded effect.",
        severity="warning",
    ),
    Bad(
        "C038",
        SUPPORTS,
        "value: We are very unsure",
        "value: We are very unsure of a ¦good result",
        "Size and certainty are mixed up: “good result”.",
        severity="warning",
    ),
]
GOOD = [
    right("C030", "low", "benefit", "Socks may cut evening swelling. The trials were short."),
    right("C030", "very-low", "unknown", "We are very unsure whether socks cut swelling."),
    Good("C032", ANSWER, NOBODY, "Nobody has measured it. Read"),
    Good("C033", ANSWER, "In 12 people legs", "Socks probably cut swelling [@partsch2004evening]. In 12 people legs"),
    right("C034", "moderate", "benefit", "Socks are likely to cut swelling."),
    right("C036", "low", "harm", "Socks may raise the risk of sores."),
    right("C035", "moderate", "benefit", "Socks probably cut swelling, and it is never nothing."),
    right("C037", "low", "harm", "Tight socks may cause minor sores in 2 in 100."),
    right("C038", "low", "no-difference", "Socks may make little or no difference, as one small study found."),
    Good("C038", CLAIMS, PROBABLY, "statement: Socks probably cut evening swelling a lot."),
]


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad(case: Bad, tmp_path: Path) -> None:
    assert_bad(case, tmp_path)


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_good(case: Good, tmp_path: Path) -> None:
    assert_good(case, tmp_path)
