"""`kb rename-key`: another name for a reference, claim, comparison, page or other record, everywhere at once."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from knowledge.checks.words import plural
from knowledge.command_line import docs_option
from knowledge.rename.kinds import KINDS, PAGE
from knowledge.rename.links import CannotRenameError
from knowledge.rename.run import Renamed, WrongNameError, rename
from knowledge.writing import NotWrittenError


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--kind", type=click.Choice(KINDS), help="What OLD names, where more than one thing has that name.")
@docs_option
def command(old: str, new: str, kind: str | None, docs: Path) -> None:
    """Rename OLD to NEW everywhere it is named: pages, data, links, navigation. A page is named by its path.

    A renamed page keeps its old path in `was`. Exit 0: renamed; 1: it could not be, and nothing was changed; 2: wrong
    use, and nothing was changed.
    """
    top = f"{docs.as_posix()}/"
    try:
        renamed = rename(docs, old.removeprefix(top), new.removeprefix(top), kind)
    except WrongNameError as error:
        raise click.UsageError(str(error)) from error
    except (CannotRenameError, NotWrittenError) as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    click.echo("\n".join(_told(renamed, docs)))


def _told(renamed: Renamed, docs: Path) -> list[str]:
    places = [f"{path.removeprefix('../')}: {plural(count, 'place')}" for path, count in sorted(renamed.places.items())]
    moved = [f"moved: {docs / old} → {docs / new}" for old, new in renamed.moved.items()]
    kept = ["Its old path stands in `was` and leads to it."] if renamed.kind == PAGE else []
    return [*places, *moved, *kept, f"The {renamed.kind} is renamed. Words in the text that name it are yours to mend."]
