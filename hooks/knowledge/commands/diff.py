"""`kb diff`: which claims, cells, references and pages differ from those of another docs folder, in words."""

from __future__ import annotations

from pathlib import Path

import click

from knowledge.collector import lasting
from knowledge.command_line import Docs, docs_option
from knowledge.differences.compare import differences
from knowledge.differences.text import as_markdown, as_text
from knowledge.load import load_library


@click.command()
@click.argument("old", metavar="OLD", type=Docs())
@docs_option
@click.option(
    "--format",
    "form",
    default="text",
    show_default=True,
    type=click.Choice(["text", "markdown"]),
    help="How to tell it.",
)
def command(old: Path, docs: Path, form: str) -> None:
    """Tell what differs in pages and data from the docs folder OLD, such as that of another branch.

    What cannot be read in either folder is left out: `kb check` tells it. Exit 0; 2: wrong use.
    """
    with lasting():
        found = differences(load_library(old), load_library(docs))
    click.echo(as_markdown(found) if form == "markdown" else as_text(found), nl=form == "text")
