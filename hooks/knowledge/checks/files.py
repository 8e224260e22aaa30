"""L009: names of files and folders that work as addresses everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from knowledge.checks.rule import Finding, on_library, rule
from knowledge.library import Library
from knowledge.models.fields import IDENTIFIER, as_identifier
from knowledge.problems import Place
from knowledge.source.tree import ENDINGS

L009 = rule(
    "L009",
    wants="File and folder names are lower-case words joined by hyphens, with a usual ending, and no two are alike but "
    "for case.",
    why="They become addresses; some systems tell case apart and others do not.",
    bad="Leg_Pain.md",
    good="leg-pain.md",
)


@on_library(L009)
def plain_names(library: Library) -> Iterator[Finding]:
    """Each folder once, then each file."""
    folders = {str(parent) for name in library.files for parent in PurePosixPath(name).parents} - {"."}
    for folder in sorted(folders):
        part = PurePosixPath(folder).name
        if not re.fullmatch(IDENTIFIER, part) and PurePosixPath(part).suffix not in ENDINGS:  # else told when read
            yield _wrong(folder, part, "", library)
    for name in library.files:
        stem, dot, ending = PurePosixPath(name).name.partition(".")
        if not re.fullmatch(IDENTIFIER, stem):
            yield _wrong(name, stem, dot + ending, library)
        elif ending not in library.settings.file_endings:
            hint = f"Use one of: {', '.join(f'.{known}' for known in library.settings.file_endings)}."
            yield Finding(Place(library.shown(name)), f"“{PurePosixPath(name).name}” has an unusual ending.", hint)


def _wrong(path: str, stem: str, ending: str, library: Library) -> Finding:
    mended = as_identifier(stem)
    message = f"“{stem}{ending}” is not a name of lower-case words joined by hyphens."
    return Finding(Place(library.shown(path)), message, f"Rename it to “{mended}{ending.lower()}”.")


@on_library(L009)
def unique_without_case(library: Library) -> Iterator[Finding]:
    """No two files that some systems would take for one."""
    first: dict[str, str] = {}
    for name in library.files:
        other = first.setdefault(name.casefold(), name)
        if other != name:
            message = f"“{name}” and “{other}” differ in case alone."
            yield Finding(Place(library.shown(name)), message, "Give one of the two another name.")
