"""`kb report`: what the knowledge base holds, what is weak in it, and which rules are not to be trusted."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from knowledge.command_line import checked, docs_option, today_option
from knowledge.problems import as_text as problems_as_text
from knowledge.report.compute import report_of
from knowledge.report.json_text import as_json
from knowledge.report.text import as_text


@click.command()
@docs_option
@click.option(
    "--format", "form", default="text", show_default=True, type=click.Choice(["text", "json"]), help="How to tell it."
)
@today_option
def command(docs: Path, form: str, today: date | None) -> None:
    """Tell review dates, coverage, unused data, sources, readability, rules and notes. It stops for nothing.

    Exit 0; 1 where the folder cannot be read by a fault of ours; 2: wrong use.
    """
    found = checked(docs, today)
    if found.library is None:
        click.echo(problems_as_text(found.problems), err=True)
        sys.exit(1)
    report = report_of(found.library)
    click.echo(as_json(report) if form == "json" else as_text(report))
