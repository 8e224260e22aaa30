"""Making a new page: where it belongs, what stands in it, and whether it passes, before anything is written."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from knowledge.checks.run import check
from knowledge.library import Library
from knowledge.load import load_library
from knowledge.models.fields import IDENTIFIER, as_identifier
from knowledge.models.words import PageType
from knowledge.problems import Problem, told
from knowledge.scaffold.page import NewPage, page_text
from knowledge.scaffold.stubs import claim_stub, comparison_stub
from knowledge.writing import write_changes

_CLAIMS = "data/claims.yml"
_ONE_OF_A_KIND = {PageType.HOME: "index.md", PageType.GLOSSARY: "glossary.md"}


class RefusedError(Exception):
    """The page cannot be made as asked for; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Made:
    """The files written, by path from docs/, the page first; or none, and what keeps the page from passing."""

    paths: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


def make_page(docs_dir: Path, page_type: PageType, title: str, day: date, name: str | None = None) -> Made:
    """Write a page of a type, with the stubs that it needs; nothing where it would not pass.

    `name` is its path from docs/ without `.md`, where the one made from type and title will not do.

    Raises:
        RefusedError: when it is there already, or its name is none.
        NotWrittenError: when it cannot be written.
    """
    library = load_library(docs_dir)
    path = f"{name.removesuffix('.md')}.md" if name else _path(page_type, title, library)
    new = NewPage(page_type, " ".join(title.split()), path, PurePosixPath(path).stem, day, library)
    before: dict[str, bytes | None] = {}
    changes = {path: page_text(new)}
    if page_type is PageType.COMPARISON:
        changes[f"data/comparisons/{new.name}.yml"] = comparison_stub(new)
    _refuse_taken(docs_dir, changes)
    encoded = {path: text.encode("utf-8") for path, text in changes.items()}
    if page_type is PageType.ANSWER and _CLAIMS in library.files:
        before[_CLAIMS] = known = (docs_dir / _CLAIMS).read_bytes()
        encoded[_CLAIMS] = _joined(known, claim_stub(new).encode("utf-8"))
    problems = _problems(docs_dir, library, encoded)
    if not problems:
        write_changes(docs_dir, encoded, before)
    return Made(tuple(encoded) if not problems else (), problems)


def _joined(before: bytes, stub: bytes) -> bytes:
    return before + (b"" if before.endswith(b"\n") or not before else b"\n") + (b"\n" if before else b"") + stub


def _problems(docs_dir: Path, library: Library, changes: dict[str, bytes]) -> tuple[Problem, ...]:
    """What would be told with the page and is not told without it."""
    known = {(one.path, one.rule, one.message) for one in check(library)}
    found = told(check(load_library(docs_dir, changes=changes)))
    return tuple(one for one in found if (one.path, one.rule, one.message) not in known)


def _refuse_taken(docs_dir: Path, changes: dict[str, str]) -> None:
    for path in changes:
        plain = all(re.fullmatch(IDENTIFIER, part) for part in PurePosixPath(path).with_suffix("").parts)
        if not plain:
            raise RefusedError(f"“{path}” is not a path of lower-case words joined by hyphens. Name it with --name.")
        if (docs_dir / path).exists() or (docs_dir / path).is_symlink():
            raise RefusedError(f"{docs_dir / path} is there already, and is left as it is. Choose another --name.")


def _path(page_type: PageType, title: str, library: Library) -> str:
    """Where a page belongs: in the folder of its type, under its title; a landing page leads a folder."""
    if page_type in _ONE_OF_A_KIND:
        return _ONE_OF_A_KIND[page_type]
    name = slug(title)
    if page_type is PageType.LANDING:
        return f"{name}/index.md"
    folders = library.settings.folder_types
    first = [folder for folder, types in folders.items() if types and types[0] == page_type]
    fitting = first or [folder for folder, types in folders.items() if page_type in types]
    return f"{fitting[0]}/{name}.md" if fitting else f"{name}.md"


def slug(title: str) -> str:
    """A title as a file name: lower-case words of ASCII joined by hyphens.

    Raises:
        RefusedError: when no letter or digit of it is in ASCII.
    """
    plain = unicodedata.normalize("NFKD", title.replace("’", "").replace("'", ""))
    if not re.search(r"[A-Za-z0-9]", plain):
        raise RefusedError(f"No file name can be made from “{title}”. Name it with --name.")
    return as_identifier("".join(one for one in plain if not unicodedata.combining(one)))
