"""What pages show of rules, with figures made up here: the real ones change with each new rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from knowledge import markdown_extension
from knowledge.checks.rule import RULES
from knowledge.checks.run import load_rules
from knowledge.library import Library
from knowledge.markdown_extension import set_library
from knowledge.models.blocks import KEY_LISTS, RULE_FAMILIES
from knowledge.models.report import Doubt, RuleFigures
from knowledge.problems import Severity
from knowledge.report.compute import report_of

Render = Callable[..., str]
Golden = Callable[[str, str], None]

WANTS = RuleFigures(
    id="F001",
    severity=Severity.ERROR,
    wants="A `title` of <b>10</b> to 70 characters.",
    why="Search results [@cut] it otherwise.",
    bad="title: Socks <script>",
    good="a blank line, then `---`",
    mends=True,
    hits=0,
    silenced=0,
    pages=0,
    pages_of_types=0,
    tried=True,
)
RULE_FIGURES = (
    WANTS,
    replace(WANTS, id="F002", mends=False, severity=Severity.WARNING, hits=1, silenced=1, pages=2, pages_of_types=2),
    replace(WANTS, id="W001", severity=Severity.NOTE, tried=False),
)
DOUBTS = {"F002": Doubt.TOO_MUCH, "W001": Doubt.NEVER}
COUNTED = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 1200}


@pytest.fixture
def hand_over(library: Library, monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, Doubt]], None]:
    """Lets pages see the figures above, with these doubts."""

    def handed(doubts: dict[str, Doubt]) -> None:
        found = report_of(library)
        report = replace(
            found, rules=RULE_FIGURES, doubts=doubts, problems=COUNTED, notes=(), unused=(), median_grade=5.5
        )
        monkeypatch.setattr(markdown_extension, "report_of", lambda _library: report)
        set_library(library)

    return handed


def blocks(*names: str) -> str:
    return "\n\n".join(f"/// generated | {name}\n///" for name in names)


def test_rules_as_they_come_out(hand_over: Callable[..., None], render: Render, golden: Golden) -> None:
    hand_over(DOUBTS)
    golden("rules", render(blocks("rules-structure", "rules-words", "rules-data", "quality-rules", "quality")))


def test_no_doubt_is_said_in_words(hand_over: Callable[..., None], render: Render) -> None:
    hand_over({})
    assert "No rule is in doubt" in render(blocks("quality-rules"))


def test_every_rule_belongs_to_a_family_that_is_shown() -> None:
    load_rules()
    assert {name[0] for name in RULES} <= set(RULE_FAMILIES.values())


@pytest.mark.parametrize("name", [*KEY_LISTS, "keys-rules"])
def test_every_list_of_keys_has_keys(name: str, render: Render) -> None:
    assert render(blocks(name)).count("<dt>") > 3
