"""`kb check`: everything that is wrong, in words, as annotations or as JSON."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from knowledge.checks.words import plural
from knowledge.command_line import checked, chosen, docs_option, today_option
from knowledge.problems import as_annotations, as_json, as_text, stops, told


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@docs_option
@click.option(
    "--format",
    "form",
    default="text",
    show_default=True,
    type=click.Choice(["text", "github", "json"]),
    help="How to tell problems; github is for annotations in GitHub Actions.",
)
@click.option("--strict", is_flag=True, help="Stop on warnings too, as tests and CI do.")
@today_option
def command(paths: tuple[str, ...], docs: Path, form: str, *, strict: bool, today: date | None) -> None:
    """Check the whole docs folder; with PATHs, tell only what is wrong in those files and folders.

    Exit 0: nothing stops; 1: problems; 2: wrong use.
    """
    found = checked(docs, today, paths, notes=False)
    wanted = chosen(paths, found.library, docs)
    problems = [problem for problem in told(found.problems) if wanted(problem.path)]
    if form == "json":
        click.echo(as_json(problems))
    else:
        tell = as_annotations if form == "github" else as_text
        click.echo(tell(problems) or f"No problems in {plural(sum(map(wanted, found.files)), 'file')}.")
    sys.exit(1 if stops(problems, strict=strict) else 0)
