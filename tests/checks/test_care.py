"""F026, F027 and F029: danger signs, the safety gate, blocks."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.models import blocks
from knowledge.render import generated
from tests.builders import Bad, Good, assert_bad, assert_good

ANSWER = "answers/sciatica.md"
GUIDE = "choose/levels.md"
TABLE = "compare/supports.md"
CARDS = "urgent_cards: [cauda-equina, leg-clot]"
GATE = "safety_gate: compression"
SHOWN = """\
/// comparison | supports
    columns: [effect, pressure]
    rows: [compression-socks, lumbar-brace]
///"""

BAD = [
    Bad("F026", ANSWER, CARDS, "urgent_cards: [cauda-equina, ¦leg-clott]", "There is no care card “leg-clott”."),
    Bad(
        "F026",
        ANSWER,
        CARDS,
        "urgent_cards: [leg-clot, ¦cauda-equina]",
        "“cauda-equina” (emergency) stands behind “leg-clot” (urgent).",
    ),
    Bad("F026", ANSWER, CARDS, "¦urgent_cards: [heart-failure]", "None of the cards is of level emergency or urgent."),
    Bad("F026", ANSWER, CARDS, "¦urgent_cards: []", "None of the cards is of level emergency or urgent."),
    Bad("F026", ANSWER, CARDS, "urgent_cards: [leg-clot, ¦leg-clot]", "The card “leg-clot” is there twice."),
    Bad(
        "F027",
        ANSWER,
        GATE,
        "safety_gate: ¦none",
        "The page has a section “How to try it safely”, but shows no safety box.",
    ),
    Bad(
        "F027",
        GUIDE,
        GATE,
        "safety_gate: ¦none",
        "The page tells how to choose or wear compression, but shows no safety box.",
    ),
    Bad("F027", TABLE, GATE, "safety_gate: ¦none", "The page compares “compression-socks”, but shows no safety box."),
    Bad("F029", ANSWER, "/// comparison | supports", "/// ¦comparision | supports", "There is no block “comparision”."),
    Bad("F029", ANSWER, "/// comparison | supports", "/// comparison | ¦suports", "There is no comparison “suports”."),
    Bad(
        "F029", ANSWER, "    columns: [effect,", "    ¦colums: [effect,", "The block comparison has no option “colums”."
    ),
    Bad(
        "F029",
        ANSWER,
        "columns: [effect, pressure]",
        "columns: [effect, ¦presure]",
        "The comparison has no column “presure”.",
    ),
    Bad("F029", ANSWER, "columns: [effect, pressure]", "columns: [effect, ¦effect]", "“effect” is there twice."),
    Bad("F029", ANSWER, "columns: [effect, pressure]", "columns: ¦effect", "`columns` is a list of ids."),
    Bad(
        "F029",
        ANSWER,
        "rows: [compression-socks, lumbar-brace]",
        "rows: [¦compression-sock, lumbar-brace]",
        "The comparison has no row “compression-sock”.",
    ),
    Bad(
        "F029",
        ANSWER,
        "rows: [compression-socks, lumbar-brace]",
        "transpose: ¦yes",
        "`transpose` is either true or false.",
    ),
    Bad(
        "F029",
        ANSWER,
        "/// claim | sciatica-pain\n",
        "/// claim | sciatica-pain\n    ¦badge: no\n",
        "The block claim has no option “badge”.",
    ),
    Bad("F029", GUIDE, "/// generated | classes", "/// generated | ¦clases", "There is no generated list “clases”."),
    Bad(
        "F029",
        GUIDE,
        "/// generated | classes\n///",
        "¦/// generated | classes",
        "The block “generated” is never closed, so it would swallow what follows.",
    ),
    Bad(
        "F029",
        ANSWER,
        "/// claim | sciatica-pain\n///",
        "/// claim | sciatica-pain\n¦It is not tested.\n///",
        "This stands inside the block claim, which holds nothing but options.",
    ),
    Bad(
        "F029",
        ANSWER,
        SHOWN,
        "//// comparison | supports\n\n¦/// claim | sciatica-pain\n///\n////",
        "This stands inside the block comparison, which holds nothing but options.",
    ),
]
GOOD = [
    Good("F026", ANSWER, CARDS, "urgent_cards: [leg-clot, heart-failure]"),
    Good(
        "F027",
        "compare/supports.md",
        "/// comparison | supports\n///",
        "/// comparison | supports\n    rows: [lumbar-brace]\n///",
    ),
    Good("F029", ANSWER, SHOWN, "/// comparison | supports\n    transpose: true\n///"),
    Good("F029", ANSWER, SHOWN, "```\n/// comparision | suports\n```"),
]


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad(case: Bad, tmp_path: Path) -> None:
    assert_bad(case, tmp_path)


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_good(case: Good, tmp_path: Path) -> None:
    assert_good(case, tmp_path)


def test_the_lists_that_may_be_named_are_those_that_are_made() -> None:
    assert set(blocks.GENERATED) == set(generated.GENERATED)
