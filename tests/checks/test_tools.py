"""F029 for tools and D004 for the card of a contraindication: known names and options."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.models.blocks import BLOCKS, TOOLS
from tests.builders import Bad, Good, assert_bad, assert_good

GUIDE = "choose/levels.md"
LIST = "/// generated | classes\n///"
GATE = "data/contraindications.yml"
QUESTION = "  question: "


def tool(name: str, *options: str) -> str:
    """A tool block, its options one a line."""
    return "\n".join([f"/// tool | {name}", *(f"    {option}" for option in options), "///"])


def bad(block: str, message: str, hint: str | None = None) -> Bad:
    return Bad("F029", GUIDE, LIST, block, message, hint=hint)


BAD = [
    bad(tool("¦convertor"), "There is no tool “convertor”.", "Did you mean “converter”?"),
    bad(
        tool("converter", "¦cards: [leg-clot]"),
        "The tool converter has no option “cards”.",
        "Remove the line; the tool converter has no options.",
    ),
    bad(tool("safety-check", "¦card: [leg-clot]"), "The tool safety-check has no option “card”."),
    bad(tool("safety-check", "cards: [¦leg-clott]"), "There is no care card “leg-clott”."),
    bad(tool("safety-check", "cards: [leg-clot, ¦leg-clot]"), "“leg-clot” is there twice."),
    bad(tool("safety-check", "cards: ¦leg-clot"), "`cards` is a list of ids."),
    Bad(
        "D004",
        GATE,
        QUESTION,
        "  card: ¦leg-clott\n  question: ",
        "There is no care card “leg-clott”.",
        hint="Did you mean “leg-clot”?",
    ),
]
GOOD = [
    Good("F029", GUIDE, LIST, tool("converter")),
    Good("F029", GUIDE, LIST, tool("safety-check")),
    Good("F029", GUIDE, LIST, tool("safety-check", "cards: [cauda-equina, leg-clot]")),
    Good("D004", GATE, QUESTION, "  card: leg-clot\n  question: "),
]


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad(case: Bad, tmp_path: Path) -> None:
    assert_bad(case, tmp_path)


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_good(case: Good, tmp_path: Path) -> None:
    assert_good(case, tmp_path)


def test_the_block_knows_the_options_of_all_tools() -> None:
    assert BLOCKS["tool"].options == frozenset().union(*TOOLS.values())
