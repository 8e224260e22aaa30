"""`kb explain`: what each rule wants and why, from the rules themselves."""

from __future__ import annotations

import textwrap

import click

from knowledge.checks.rule import RULES, Rule
from knowledge.checks.run import load_rules
from knowledge.suggest import did_you_mean

_WIDTH = 100  # characters; what a terminal beside an editor shows


@click.command()
@click.argument("name", metavar="[RULE]", required=False)
def command(name: str | None) -> None:
    """List all rules, one a line; with a RULE, tell what it wants, why, and a bad and a good example.

    ✎ marks a rule some of whose mistakes `kb fix` mends. Exit 2: no such rule.
    """
    load_rules()
    if name is None:
        click.echo("\n".join(_line(RULES[rule_id]) for rule_id in sorted(RULES)))
        return
    rule = RULES.get(name.upper())
    if rule is None:
        hint = did_you_mean(name.upper(), RULES, otherwise="`kb explain` lists them all.")
        raise click.UsageError(f"There is no rule “{name}”. {hint}")
    click.echo(explained(rule))


def _line(rule: Rule) -> str:
    return f"{rule.id}  {rule.severity:<7}  {'✎' if rule.mends else ' '}  {rule.wants}"


def explained(rule: Rule) -> str:
    """A rule in words: what it wants, why, a bad and a good example, and whether it can be mended by machine."""
    mends = ", ✎ kb fix mends what is safe to mend" if rule.mends else ""
    parts = [("Wants", rule.wants), ("Why", rule.why), ("Bad", rule.bad), ("Good", rule.good)]
    return "\n".join([f"{rule.id} ({rule.severity}{mends})", *(_part(name, text) for name, text in parts)])


def _part(name: str, text: str) -> str:
    """A part under its name, long lines folded and further lines indented."""
    lines = [
        folded
        for line in text.splitlines() or [""]
        for folded in textwrap.wrap(line, _WIDTH - 8, break_long_words=False, break_on_hyphens=False) or [""]
    ]
    return "\n".join(f"  {name if not number else '':<6}{line}" for number, line in enumerate(lines))
