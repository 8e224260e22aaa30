"""`kb explain`: every rule, from the same place as its code."""

from __future__ import annotations

import pytest

from knowledge.checks.rule import RULES
from knowledge.checks.run import load_rules
from tests.commands.called import kb

load_rules()


def test_the_list_has_every_rule_once_a_line_in_order() -> None:
    lines = kb("explain").output.splitlines()
    assert [line.split()[0] for line in lines] == sorted(RULES)
    assert "F009  error    ✎  Files are UTF-8 with LF line ends and without hidden characters." in lines


@pytest.mark.parametrize("rule_id", sorted(RULES))
def test_each_rule_tells_what_it_wants_and_why_with_examples(rule_id: str) -> None:
    result = kb("explain", rule_id.lower())
    assert result.exit_code == 0
    told, rule = " ".join(result.output.split()), RULES[rule_id]
    assert told.startswith(f"{rule_id} ({rule.severity}")
    assert ("✎" in told) is rule.mends
    for text in (rule.wants, rule.why, rule.bad, rule.good):
        assert " ".join(text.split()) in told
    assert max(map(len, result.output.splitlines())) <= 100 or "http" in told or "`" in told


def test_an_unknown_rule_is_wrong_use_with_the_nearest() -> None:
    result = kb("explain", "F0255")
    assert result.exit_code == 2
    assert "There is no rule “F0255”. Did you mean “F025”?" in result.output
    assert kb("explain", "F001", "F002").exit_code == 2
