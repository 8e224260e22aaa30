"""What the commands of `kb` share: options, and reading the docs folder without failing on a fault of ours."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from knowledge.checks.crowding import uncrowded
from knowledge.checks.run import fault, outcome
from knowledge.collector import lasting
from knowledge.library import Library
from knowledge.load import load_library
from knowledge.problems import Place, Problem, Severity, shown_path
from knowledge.suggest import did_you_mean, nearest

Command = TypeVar("Command", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A day as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day; anything else is wrong use."""
        if isinstance(value, date):
            return value
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            self.fail(f"“{value}” is not a date. Write year-month-day, such as 2026-11-21.", param, ctx)
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"There is no day {value}.", param, ctx)


class Docs(click.Path):
    """A docs folder that is there."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The folder; anything else is wrong use."""
        folder = Path(value)
        if not folder.is_dir():
            self.fail(f"There is no folder “{folder}”. Name the docs folder: --docs DIR.", param, ctx)
        return folder


def docs_option(command: Command) -> Command:
    """The option `--docs DIR`."""
    return click.option("--docs", default="docs", show_default=True, type=Docs(), help="The docs folder.")(command)


def today_option(command: Command) -> Command:
    """The option `--today YYYY-MM-DD`."""
    text = "The day for rules that look at one; without it nothing depends on the day."
    return click.option("--today", type=Day(), metavar="YYYY-MM-DD", help=text)(command)


@dataclass(frozen=True, slots=True)
class Checked:
    """A docs folder, read and checked; no library where reading it met a fault of ours, which is then a problem."""

    library: Library | None
    problems: list[Problem]

    @property
    def errors(self) -> list[Problem]:
        """What keeps a site from being built; all that is known where nothing could be read."""
        return [one for one in self.problems if one.severity is Severity.ERROR] if self.library else self.problems

    @property
    def files(self) -> list[str]:
        """The files that were read, as problems show them."""
        return [self.library.shown(name) for name in self.library.files] if self.library else []


def checked(docs: Path, today: date | None = None, paths: tuple[str, ...] = (), *, notes: bool = True) -> Checked:
    """Read and check a docs folder; a fault of ours in reading is a problem, never a traceback.

    Where the paths name pages alone, no other page is looked at by itself, and data is read as it is looked up, so
    that it takes a part of the time. Without `notes`, rules that make nothing but notes are not asked.

    Raises:
        click.UsageError: for a path that is not in the docs folder.
    """

    def asking(files: Sequence[str]) -> list[str] | None:
        wanted = _wanted(paths, files, docs)
        told = [name for name in files if wanted(shown_path(docs / name))]
        return told if paths and all(name.endswith(".md") for name in told) else None

    try:
        with lasting():
            library = load_library(docs, today=today, asking=asking)
    except click.UsageError:
        raise
    except Exception as error:
        return Checked(None, [fault(error, "reading", Place(shown_path(docs)))])
    with lasting():
        found = library.once(outcome) if notes else outcome(library, notes=notes)
    return Checked(library, uncrowded(found.problems, library))


def chosen(paths: tuple[str, ...], library: Library | None, docs: Path) -> Callable[[str], bool]:
    """Whether what is told of a file, named as problems show it, is wanted: of all files where no path is given.

    A path is a file or a folder, typed from where the command runs or from the docs folder. What is told of the docs
    folder itself, such as a fault of ours, is always wanted.

    Raises:
        click.UsageError: for a path that is not in the docs folder, with the nearest that is.
    """
    return _wanted(paths, library.files, docs) if library else lambda _path: True


def _wanted(paths: tuple[str, ...], files: Sequence[str], docs: Path) -> Callable[[str], bool]:
    if not paths:
        return lambda _path: True
    top = shown_path(docs)
    wanted = {shown_path(docs / _in_docs(path, files, docs)) for path in paths}
    return lambda path: path == top or any(path == one or path.startswith(f"{one}/") for one in wanted)


def _in_docs(typed: str, files: Sequence[str], docs: Path) -> str:
    """A path from the docs folder."""
    root = Path(docs).absolute()
    for candidate in (Path(typed).absolute(), root / typed):
        name = _from(root, candidate)
        if name is not None and (name in files or candidate.is_dir() or candidate.is_symlink()):
            return name
    names = {shown_path(docs / name) for name in files}
    near = nearest(typed, names) or nearest(Path(docs, typed).as_posix(), names)
    hint = f"Did you mean “{near}”?" if near else did_you_mean(typed, (), otherwise=f"Name a file or folder of {docs}.")
    raise click.UsageError(f"There is no “{typed}” in the docs folder. {hint}")


def _from(root: Path, path: Path) -> str | None:
    """A path from the root, `..` and links above it resolved; None where it lies elsewhere."""
    for base, full in ((root, path), (root.resolve(), path.parent.resolve() / path.name)):
        if ".." not in full.parts and full.is_relative_to(base):
            return full.relative_to(base).as_posix()
    return "." if path.resolve() == root.resolve() else None
