"""The tool `kb`: what writers and machines call to check the knowledge base."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import click

from knowledge.checks.run import check as check_library
from knowledge.checks.run import fault
from knowledge.collector import lasting
from knowledge.load import load_library
from knowledge.problems import Place, Problem, as_json, as_text, shown_path, stops, told


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Check the knowledge base."""


@main.command()
@click.option(
    "--docs", default="docs", show_default=True, type=click.Path(path_type=Path), help="The docs folder to check."
)
@click.option(
    "--format",
    "form",
    default="text",
    show_default=True,
    type=click.Choice(["text", "json"]),
    help="How to tell problems.",
)
@click.option("--strict", is_flag=True, help="Stop on warnings too, as tests and CI do.")
def check(docs: Path, form: str, *, strict: bool) -> None:
    """Check front matter, data, citations, claims and links. Exit 0: nothing stops; 1: problems; 2: wrong use."""
    if not docs.is_dir():
        raise click.UsageError(f"There is no folder “{docs}”. Name the docs folder: kb check --docs DIR.")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a file's name may hold bytes that are no text
    files, problems = _checked(docs)
    if form == "json":
        click.echo(as_json(problems))
    else:
        click.echo(as_text(problems) or f"No problems in {files} files.")
    sys.exit(1 if stops(problems, strict=strict) else 0)


def _checked(docs: Path) -> tuple[int, list[Problem]]:
    """The number of files, and what is told of them; a fault of ours in reading is a problem, never a traceback."""
    try:
        with lasting():
            library = load_library(docs)
    except Exception as error:
        return 0, [fault(error, "reading", Place(shown_path(docs)))]
    return len(library.files), told(check_library(library))


if __name__ == "__main__":
    main()
