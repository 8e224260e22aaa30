"""F007, F010 to F014: type, title, description, summary, search terms."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import Bad, Good, assert_bad, assert_good

ANSWER = "answers/sciatica.md"
GUIDE = "choose/levels.md"
TITLE = "title: Do compression socks help with sciatica?"
DESCRIPTION = "description: What has and has not been tested about compression socks for sciatica pain."
SUMMARY = "summary: Nobody has tested compression socks for the nerve pain of sciatica."
TERMS = "search_terms: [mmhg meaning, compression class 2, how strong]"
LONG = "Nobody has tested socks for this pain" + " and so on" * 6 + " at all."

BAD = [
    Bad("F007", GUIDE, "type: guide", "type: ¦giude", "“giude” is not a type of page.", also=("F004",)),
    Bad("F007", GUIDE, "type: guide", "type: ¦[guide]", "The type must be one word."),
    Bad(
        "F007",
        "about/index.md",
        "type: about",
        "type: ¦evidence",
        "A page of type evidence does not belong in the folder about/.",
        also=("F018",),
    ),
    Bad(
        "F007",
        "answers/index.md",
        "type: landing",
        "type: ¦home",
        "A page of type home does not belong in the folder answers/.",
        also=("F005",),
    ),
    Bad(
        "F010",
        GUIDE,
        "title: Compression levels and what they mean",
        "title: ¦Levels",
        "The title has 6 characters; it needs at least 10.",
    ),
    Bad(
        "F010",
        GUIDE,
        "title: Compression levels and what they mean",
        "title: Compression levels and what they mean for you and for all of your sock¦s",
        "The title has 71 characters; at most 70 are shown whole.",
    ),
    Bad(
        "F010",
        GUIDE,
        "title: Compression levels and what they mean",
        "title: Compression levels and what they mean¦.",
        "A title has no full stop.",
    ),
    Bad(
        "F010",
        GUIDE,
        "title: Compression levels and what they mean",
        "title: Compression ¦Levels And What They Mean",
        "The title has capitals in 5 of its 5 words after the first.",
    ),
    Bad(
        "F010",
        GUIDE,
        "title: Compression levels and what they mean",
        'title: "Levels: compression ¦Levels And What They Mean"',
        "The title has capitals in 5 of its 6 words after the first.",
    ),
    Bad(
        "F010",
        GUIDE,
        "title: Compression levels and what they mean",
        "title: ¦How we grade Evidence",
        "The page choose/levels.md has the same title.",
        told=("evidence/grading.md", "How we grade evidence"),
    ),
    Bad("F011", ANSWER, TITLE, "title: Socks and sciatic¦a", "The title of an answer is a question."),
    Bad("F011", ANSWER, TITLE, "title: Do socks help with sciatica ¦…", "The title of an answer is a question."),
    Bad("F011", ANSWER, TITLE, "title: Compression socks for sciatica pai¦n", "The title of an answer is a question."),
    Bad("F012", ANSWER, DESCRIPTION, "description: ¦Socks.", "The description has 6 characters; it needs 50 to 160."),
    Bad(
        "F012",
        ANSWER,
        DESCRIPTION,
        "description: " + "x" * 160 + "¦y",
        "The description has 161 characters; it needs 50 to 160.",
    ),
    Bad(
        "F012",
        ANSWER,
        DESCRIPTION,
        "description: ¦Nobody has tested compression socks for the nerve pain of sciatica",
        "The description is the summary again.",
    ),
    Bad(
        "F012",
        ANSWER,
        DESCRIPTION,
        "description: What sciatica is, how it feels, how long it lasts and when to see someone …",
        "The page answers/sciatica.md has the same description.",
        told=("conditions/sciatica.md", "What sciatica is, how"),
    ),
    Bad(
        "F013",
        ANSWER,
        SUMMARY,
        "summary: Nobody has tested it. ¦Socks may feel nice.",
        "The summary has 2 sentences; it is one.",
    ),
    Bad("F013", ANSWER, SUMMARY, "summary: Nobody has tested i¦t", "The summary does not end in a full stop."),
    Bad("F013", ANSWER, SUMMARY, "summary: ¦Do socks help? Nobody knows.", "A summary asks no question."),
    Bad(
        "F013", ANSWER, SUMMARY, "summary: Nobody has tested it ¦[@partsch2004evening].", "A summary holds no citation."
    ),
    Bad("F013", ANSWER, SUMMARY, "summary: Nobody has ¦[tested it](urgent.md).", "A summary holds no link."),
    Bad(
        "F013",
        ANSWER,
        SUMMARY,
        f"summary: ¦{LONG}",
        "The summary has 27 words; at most 25 can be taken in at once.",
        severity="warning",
    ),
    Bad(
        "F013",
        ANSWER,
        SUMMARY,
        f"summary: ¦{LONG.replace(' at all', ' and so on and so on')}",
        "The summary has 31 words; at most 30 can be taken in at once.",
    ),
    Bad("F014", GUIDE, TERMS, "¦search_terms: [one, two]", "The page has 2 search terms; it needs 3 to 12."),
    Bad("F014", GUIDE, TERMS, "search_terms: [how strong, ¦Class 2, mmhg]", "The search term “Class 2” has capitals."),
    Bad(
        "F014",
        GUIDE,
        TERMS,
        "search_terms: [how strong, mmhg, class 2, ¦how  strong]",
        "The search term “how  strong” is there twice.",
    ),
    Bad(
        "F014",
        GUIDE,
        TERMS,
        "¦search_terms: [a, b, c, d, e, f, g, h, i, j, k, l, m]",
        "The page has 13 search terms; it needs 3 to 12.",
    ),
]
GOOD = [
    Good("F007", "answers/index.md", "type: landing", "type: landing"),
    Good(
        "F010",
        GUIDE,
        "title: Compression levels and what they mean",
        'title: "Compression levels explained: mmHg in the UK"',
    ),
    Good("F010", "glossary.md", "title: Glossary", "title: Words"),
    Good("F011", ANSWER, TITLE, "title: Can socks ease sciatica?"),
    Good(
        "F012",
        ANSWER,
        DESCRIPTION,
        "description: " + "What was tested about compression socks for sciatica, and what was not.",
    ),
    Good(
        "F013",
        ANSWER,
        SUMMARY,
        "summary: Nobody has tested e.g. 15 to 20 mmHg socks for “sciatica”, so we do not know.",
    ),
    Good("F014", GUIDE, TERMS, "search_terms: [how strong, 20-30 mmhg, siatica]"),
]


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad(case: Bad, tmp_path: Path) -> None:
    assert_bad(case, tmp_path)


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_good(case: Good, tmp_path: Path) -> None:
    assert_good(case, tmp_path)
