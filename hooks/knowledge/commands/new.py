"""`kb new`: a page that already passes, to be filled in."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from knowledge.command_line import Day, docs_option
from knowledge.models.words import PageType
from knowledge.problems import as_text
from knowledge.scaffold.new import Made, RefusedError, make_page
from knowledge.suggest import did_you_mean
from knowledge.writing import NotWrittenError


@click.command()
@click.argument("page_type", metavar="TYPE")
@click.argument("title")
@docs_option
@click.option("--name", help="The page's path from the docs folder, such as use/put-on; else made from TYPE and TITLE.")
@click.option("--today", type=Day(), metavar="YYYY-MM-DD", help="The day the page is written; else the system's.")
def command(page_type: str, title: str, docs: Path, name: str | None, today: date | None) -> None:
    """Write a new page of a TYPE, as a draft that already passes, with the sections and stubs it needs.

    Exit 0: written; 1: it would not pass, or could not be written, and nothing was; 2: wrong use.
    """
    if page_type not in set(PageType):
        raise click.UsageError(f"“{page_type}” is not a type of page. {did_you_mean(page_type, list(PageType))}")
    try:
        made = make_page(docs, PageType(page_type), title, today or date.today(), name)
    except RefusedError as error:
        raise click.UsageError(str(error)) from error
    except NotWrittenError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    if made.problems:
        click.echo(f"{as_text(made.problems)}\nNothing was written.")
        sys.exit(1)
    click.echo("\n".join(_told(made, docs)))


def _told(made: Made, docs: Path) -> list[str]:
    page = made.paths[0]
    return [
        *(f"Written: {docs / path}" for path in made.paths),
        "It is a draft: preview shows it, nothing of it is published. Fill in what is marked with …, then remove "
        "`draft: true`.",
        f"Then add it to `nav:` in mkdocs.yml: `- {page}`",
    ]
