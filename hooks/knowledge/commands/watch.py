"""`kb watch`: what changed outside since somebody last looked, as the text of one issue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from knowledge.collector import lasting
from knowledge.command_line import docs_option, today_option
from knowledge.library import Library
from knowledge.load import load_library
from knowledge.review_dates import overdue
from knowledge.uses import pages_by_source
from knowledge.watch.fetch import ask_network, recorded, several
from knowledge.watch.finding import Ask, Finding, Kind
from knowledge.watch.links import external_links, link_findings
from knowledge.watch.packages import package_findings
from knowledge.watch.papers import paper_findings
from knowledge.watch.text import as_markdown

File = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@docs_option
@today_option
@click.option("--answers", type=File, help="Recorded answers (JSON) instead of the network.")
@click.option("--outdated", type=File, help="What `pip list --outdated --format json` wrote.")
def command(docs: Path, today: date | None, answers: Path | None, outdated: Path | None) -> None:
    """Look for overdue reviews, dead links, withdrawn papers and newer packages; tell them as one issue in Markdown.

    It prints nothing where nothing needs anybody. Exit 0, whatever it found; 2: wrong use.
    """
    with lasting():
        library = load_library(docs, today=today)
    try:
        ask = recorded(answers.read_text(encoding="utf-8")) if answers else ask_network
        packages = list(package_findings(outdated.read_text(encoding="utf-8"))) if outdated else []
    except ValueError as error:
        raise click.UsageError(f"A file cannot be used: {error}") from error
    click.echo(
        as_markdown([*_reviews(library, today), *_papers(library, ask), *_links(library, ask), *packages]), nl=False
    )


def _reviews(library: Library, today: date | None) -> Iterator[Finding]:
    for one in overdue(library, today) if today else ():
        said = f"last looked at {one.last}, due {one.due}"
        yield Finding(
            Kind.OVERDUE, one.name, said, f"Look again, then change the date ({one.place.path}:{one.place.line})."
        )


def _papers(library: Library, ask: Ask) -> Iterator[Finding]:
    cited = {key: [page.path for page in pages] for key, pages in pages_by_source(library).items()}
    return paper_findings(library.references.values(), cited, ask)


def _links(library: Library, ask: Ask) -> Iterator[Finding]:
    return link_findings(external_links(library), ask, several)
