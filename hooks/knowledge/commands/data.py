"""`kb data`: the files that the site generates beside its pages, for engines that run no hooks of ours."""

from __future__ import annotations

from pathlib import Path

import click

from knowledge.beside_pages import write_beside_pages
from knowledge.command_line import checked, docs_option
from knowledge.problems import as_text


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@docs_option
@click.option("--address", help="Where the site is published, for the addresses in downloads.")
def command(folder: Path, docs: Path, address: str | None) -> None:
    """Write downloads, redirects and what the search needs into FOLDER, the built site.

    Exit 0; 1 where the content has errors, and then nothing is written; 2: wrong use.
    """
    found = checked(docs, notes=False)
    if found.library is None or found.errors:
        click.echo(as_text(found.errors), err=True)
        raise click.exceptions.Exit(1)
    click.echo(f"{write_beside_pages(found.library, folder, address)} files written into {folder}.")
