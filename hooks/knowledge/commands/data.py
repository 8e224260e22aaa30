"""`kb data`: the files that the site generates beside its pages, for engines that run no hooks of ours."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import tostring

import click

from knowledge.command_line import checked, docs_option
from knowledge.library import Library
from knowledge.models.words import Certainty
from knowledge.outputs.downloads import downloads
from knowledge.outputs.redirects import page_address, redirects
from knowledge.outputs.search_help import search_help
from knowledge.outputs.search_index import search_index
from knowledge.problems import Severity, as_text
from knowledge.render.marks import certainty_mark


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@docs_option
@click.option("--address", help="Where the site is published, for the addresses in downloads.")
def command(folder: Path, docs: Path, address: str | None) -> None:
    """Write downloads, redirects and what the search needs into FOLDER, the built site.

    Exit 0; 1 where the content has errors, and then nothing is written; 2: wrong use.
    """
    found = checked(docs, notes=False)
    wrong = [problem for problem in found.problems if problem.severity is Severity.ERROR]
    if found.library is None or wrong:
        click.echo(as_text(wrong or found.problems), err=True)
        raise click.exceptions.Exit(1)
    count = 0
    for path, content in site_files(found.library, address):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8", newline="")
        count += 1
    click.echo(f"{count} files written into {folder}.")


def site_files(library: Library, address: str | None) -> Iterator[tuple[str, str]]:
    """Path in the site and content of every file that is no page, asset or metadata."""
    yield from downloads(library, address).items()
    yield from redirects(library).items()
    addresses = {page.path: page_address(page.path) for page in library.published()}
    marks = {level.value: tostring(certainty_mark(level), encoding="unicode") for level in Certainty}
    yield "search/search_index.json", _compact(search_index(library, addresses, marks))
    yield "search/search_help.json", _compact(search_help(library, addresses))


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
