"""C017 and C031: effects have sources, and what is not tested has no effect."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import Bad, Good, assert_bad, assert_good

ANSWER = "answers/sciatica.md"
GUIDE = "choose/levels.md"
CLAIMS = "data/claims.yml"
SUPPORTS = "data/comparisons/supports.yml"
UNIT = "It is a unit of pressure."
NOBODY = "Nobody has tested this. Read"
STATEMENT = "statement: No study has tested compression socks for sciatica."
SUMMARY = "summary: Nobody has tested compression socks for the nerve pain of sciatica."
IDEAS = "These are ideas. A sock presses on the leg."

BAD = [
    Bad("C017", GUIDE, UNIT, "Socks ¦reduce swelling.", "“Socks reduce” names an effect without a source."),
    Bad(
        "C017",
        GUIDE,
        UNIT,
        "In winter, **compression socks** may also ¦ease sore legs.",
        "“compression socks may also ease” names an effect without a source.",
    ),
    Bad("C017", GUIDE, UNIT, "- Rest.\n- Surgery ¦helps.", "“Surgery helps” names an effect without a source."),
    Bad(
        "C017",
        GUIDE,
        UNIT,
        "Sciatica ¦raises the risk of a fall.",
        "“Sciatica raises the risk” names an effect without a source.",
        also=("R011",),
    ),
    Bad(
        "C017",
        GUIDE,
        UNIT,
        "A tight stocking can ¦cause sores. They hurt.",
        "“stocking can cause” names an effect without a source.",
    ),
    Bad(
        "C017",
        ANSWER,
        IDEAS,
        "A sock ¦lowers the strain on the leg.",
        "“sock lowers” names an effect without a source.",
    ),
    Bad(
        "C031",
        CLAIMS,
        STATEMENT,
        "statement: Socks ¦probably do not help sciatica.",
        "“probably do not help”: Nobody tested it, so we cannot say that it fails.",
        also=("C030",),
    ),
    Bad(
        "C031",
        CLAIMS,
        STATEMENT,
        'statement: "Compression ¦eases sciatica."',
        "“Compression eases”: Nobody tested it.",
        told=(CLAIMS, "Compression eases"),
        also=("C030",),
    ),
    Bad(
        "C031",
        ANSWER,
        SUMMARY,
        "summary: Compression socks ¦may ease the nerve pain of sciatica.",
        "“may ease”: Nobody tested it, so even “may” is a guess.",
    ),
    Bad(
        "C031",
        ANSWER,
        NOBODY,
        "They ¦are unlikely to help. Read",
        "“are unlikely to help”: Nobody tested it, so we cannot say that it fails.",
    ),
    Bad(
        "C031",
        ANSWER,
        NOBODY,
        "There is ¦no benefit for sciatica. Read",
        "“no benefit”: Nobody tested it, so we cannot say that it fails.",
    ),
    Bad(
        "C031",
        ANSWER,
        "We found no study of socks in sciatica.",
        "Here socks have ¦little effect.",
        "“little effect”: Nobody tested it, so we cannot say that it fails.",
    ),
    Bad(
        "C031",
        SUPPORTS,
        "effect: {claim: sciatica-pain}",
        "effect:\n        claim: sciatica-pain\n        note: It ¦could ease the pain.",
        "“could ease”: Nobody tested it, so even “may” is a guess.",
    ),
    Bad(
        "C031",
        SUPPORTS,
        "effect: {claim: sciatica-pain}",
        "effect: {absent: not-tested, note: Socks ¦do not help here.}",
        "“do not help”: Nobody tested it, so we cannot say that it fails.",
    ),
    Bad(
        "C017",
        GUIDE,
        UNIT,
        "The sock you wear at work ¦helps.",
        "“sock you wear at work helps” names an effect without a source.",
    ),
    Bad(
        "C017",
        GUIDE,
        UNIT,
        "Socks ¦ease aching.\n\nNext paragraph [@partsch2004evening].",
        "“Socks ease” names an effect without a source.",
    ),
    Bad("C031", ANSWER, NOBODY, "¦They relieve it. Read", "“They relieve”: Nobody tested it."),
    Bad(
        "C031",
        ANSWER,
        NOBODY,
        "They could be ¦useful. Read",
        "“useful”: Nobody tested it, so nobody can say how good it is.",
    ),
    Bad(
        "C031",
        ANSWER,
        NOBODY,
        "For sciatica they are ¦no better. Read",
        "“no better”: Nobody tested it, so we cannot say that it fails.",
    ),
    Bad(
        "C031",
        ANSWER,
        SUMMARY,
        "summary: Socks were not tested for sciatica ¦but may help.",
        "“but may help”: Nobody tested it, and the second half takes that back.",
    ),
    Bad(
        "C031",
        CLAIMS,
        STATEMENT,
        "statement: There is ¦no evidence that socks help.",
        "“no evidence” can mean two things: nobody looked, or somebody looked and found nothing.",
        also=("C030", "W020"),
    ),
    Bad(
        "C031",
        ANSWER,
        "In 12 people legs",
        "Socks ¦may ease sciatica [@clarke2021airline]. In 12 people legs",
        "“may ease”: Nobody tested it, so even “may” is a guess.",
    ),
    Bad(
        "C031",
        ANSWER,
        "## What nobody knows yet",
        "/// claim | sciatica-pain\n///\n\n¦Socks help.\n\n## What nobody knows yet",
        "“Socks help”: Nobody tested it.",
    ),
    Bad(
        "C031",
        ANSWER,
        SUMMARY,
        "summary: >-\n  For sciatica, as well as anyone can say,\n  they ¦may ease sciatica.",
        "“may ease”: Nobody tested it, so even “may” is a guess.",
    ),
    Bad(
        "C031",
        CLAIMS,
        STATEMENT,
        "statement:\n    For sciatica\n    socks ¦do not\n    help.",
        "“do not help”: Nobody tested it, so we cannot say that it fails.",
        also=("C030",),
    ),
]
GOOD = [
    Good("C017", GUIDE, UNIT, "Socks reduce swelling [@partsch2004evening]."),
    Good(
        "C017", GUIDE, UNIT, "In one trial a sock eased aching in 1 of 100. Without it, it was 5 [@partsch2004evening]."
    ),
    Good("C017", GUIDE, UNIT, "Do socks reduce swelling?"),
    Good("C017", GUIDE, UNIT, "If the sock causes pain, take it off. Ask how compression works."),
    Good("C017", GUIDE, UNIT, "People with sciatica (leg pain) work less. Someone with sciatica should get help."),
    Good("C017", GUIDE, UNIT, "Nobody has tested if socks reduce swelling."),
    Good("C017", GUIDE, UNIT, "Ask for help with your socks at work. Socks are meant to ease aching."),
    Good("C017", GUIDE, UNIT, "Sellers say “socks cure and ease sciatica”."),
    Good(
        "C017",
        GUIDE,
        UNIT,
        "Keep your socks on and stop if it hurts. Guidelines differ on where compression must stop.",
    ),
    Good("C017", GUIDE, UNIT, "Put the socks on and lower your leg."),
    Good("C017", ANSWER, "Some people stood all day.", "Socks probably ease this."),
    Good("C017", ANSWER, IDEAS, "The idea is that a sock eases the strain."),
    Good("C017", "about/index.md", "Nobody.", "Socks reduce nothing here."),
    Good("C031", CLAIMS, STATEMENT, "statement: We do not know if socks could help sciatica."),
    Good("C031", ANSWER, NOBODY, "Do they help? Nobody knows. Read"),
    Good("C031", ANSWER, NOBODY, "Sellers say “socks may ease sciatica”. Read"),
    Good("C031", ANSWER, NOBODY, "For swelling, they probably help [@partsch2004evening]. Read"),
]


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad(case: Bad, tmp_path: Path) -> None:
    assert_bad(case, tmp_path)


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_good(case: Good, tmp_path: Path) -> None:
    assert_good(case, tmp_path)
