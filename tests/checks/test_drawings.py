"""F029 for diagrams and charts: a known name, known options, data that can be drawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.checks.run import check
from knowledge.models.blocks import DIAGRAMS
from knowledge.render.diagrams import WORDS
from tests.builders import Bad, Good, assert_bad, assert_good, load
from tests.site_text import FILES

GUIDE = "choose/levels.md"
LIST = "/// generated | classes\n///"
CLAIMS = "data/claims.yml"

BAD = [
    Bad(
        "F029",
        GUIDE,
        LIST,
        "/// diagram | ¦heel-pokcet\n///",
        "There is no diagram “heel-pokcet”.",
        hint="Did you mean “heel-pocket”?",
    ),
    Bad("F029", GUIDE, LIST, "/// ¦diagramm | heel-pocket\n///", "There is no block “diagramm”."),
    Bad(
        "F029",
        GUIDE,
        LIST,
        "/// diagram | heel-pocket\n    ¦steps: 3\n///",
        "The block diagram has no option “steps”.",
        hint="Remove the line; the block diagram has no options.",
    ),
]
GOOD = [Good("F029", GUIDE, LIST, f"/// diagram | {name}\n///") for name in DIAGRAMS]


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad(case: Bad, tmp_path: Path) -> None:
    assert_bad(case, tmp_path)


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_good(case: Good, tmp_path: Path) -> None:
    assert_good(case, tmp_path)


def test_every_diagram_has_its_words() -> None:
    assert set(WORDS) == set(DIAGRAMS)


def test_a_diagram_that_says_not_tested_is_told_of_the_first_study(tmp_path: Path) -> None:
    tested = FILES[CLAIMS].replace("certainty: not-tested", "certainty: low", 1)
    drawn = FILES[GUIDE].replace(LIST, "/// diagram | sciatica-and-sock\n///")
    found = [one for one in check(load(tmp_path, {**FILES, CLAIMS: tested, GUIDE: drawn})) if one.rule == "F029"]
    line = drawn[: drawn.index("/// diagram")].count("\n") + 1
    assert [(one.line, one.column) for one in found] == [(line, 15)]
    assert "the claim “sciatica-pain” has a study" in found[0].message
