"""`kb fix`: mends what a machine can mend without changing what a page says."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from knowledge.checks.words import plural
from knowledge.command_line import chosen, docs_option
from knowledge.fixes.run import Mended, mend
from knowledge.load import load_library
from knowledge.writing import NotWrittenError


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@docs_option
def command(paths: tuple[str, ...], docs: Path) -> None:
    """Mend what is safe to mend (✎ in `kb explain`), in the whole docs folder or in the PATHs given.

    What pages say, comments and all else stay as they are. Exit 0: done, or nothing to do; 1: a file could not be
    written, and none was; 2: wrong use.
    """
    wanted = chosen(paths, load_library(docs) if paths else None, docs)
    try:
        mended = mend(docs, wanted)
    except NotWrittenError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    click.echo("\n".join(_told(mended)))


def _told(mended: Mended) -> list[str]:
    """What was done and what was left, line by line, and how much."""
    done = [f"{one.path}:{one.line}:{one.column}: mended: {one.message} ({one.rule})" for one in mended.done]
    left = [
        f"{one.path}:{one.line}:{one.column}: left, since no machine can mend it safely: {one.message} "
        f"({one.rule})\n    {one.hint}"
        for one in mended.refused
    ]
    if not done:
        return [*left, "Nothing was mended." if left else "There is nothing to mend."]
    files = plural(len({one.path for one in mended.done}), "file")
    return [*done, *left, f"{plural(len(done), 'mend')} in {files}. Look at the difference before you commit it."]
