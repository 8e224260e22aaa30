"""Links that a rename changes: those to a renamed anchor or file, wherever they stand."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from knowledge.checks.targets import page_targets
from knowledge.library import Library, Page
from knowledge.models.targets import path_and_anchor, resolved, scheme
from knowledge.problems import Edit, Place
from knowledge.source.markdown.model import Link


class CannotRenameError(Exception):
    """The rename cannot be made; the text says why, where, and what to do first."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A link, the folder its path starts from, the page it stands on (None in data), and the file it leads to."""

    link: Link
    folder: str
    page: Page | None
    file: str | None
    anchor: str | None


def linked(library: Library) -> Iterator[Linked]:
    """Every link and image with a path or anchor of this site, in pages and in data."""
    for page in library.pages.values():
        yield from (_linked(link, folder_of(page.path), page) for link in page.body.links if _is_own(link))
    for text in library.data_texts:
        yield from (_linked(link, "", None) for link in text.inline.links if _is_own(link))


def _is_own(link: Link) -> bool:
    return scheme(link.target) is None and not link.target.startswith("/")


def _linked(link: Link, folder: str, page: Page | None) -> Linked:
    path, anchor = path_and_anchor(link.target)
    file = resolved(path, folder) if path else (page.path if page else None)
    return Linked(link, folder, page, file, anchor)


def folder_of(path: str) -> str:
    """The folder of a file, "" at the top."""
    parent = str(PurePosixPath(path).parent)
    return "" if parent == "." else parent


def anchor_edits(anchors: Mapping[str, str], library: Library) -> Iterator[Edit]:
    """Links to anchors that get another name; one that a heading gives stays."""
    for one in linked(library):
        there = library.pages.get(one.file or "")
        if one.anchor is None or one.anchor not in anchors or there is None:
            continue
        if all(head.anchor != one.anchor for head in there.body.headings):
            typed = one.link.target
            yield _edit(one.link, f"{typed[: typed.index('#')]}#{anchors[one.anchor]}")


def file_edits(moved: Mapping[str, str], library: Library) -> Iterator[Edit]:
    """Links to files that get another path, and links on pages that move, whose folder is then another.

    Raises:
        CannotRenameError: for a path in raw HTML, which has no place of its own.
    """
    for one in linked(library):
        folder = folder_of(moved.get(one.page.path, one.page.path)) if one.page else ""
        path = path_and_anchor(one.link.target)[0]
        if not path or one.file is None or (one.file not in moved and folder == one.folder):
            continue
        there = posixpath.relpath(moved.get(one.file, one.file), folder or ".")
        rest = one.link.target[len(one.link.target.partition("#")[0].partition("?")[0]) :]
        slash = "/" if path.endswith("/") else ""
        if f"{there}{slash}{rest}" != one.link.target:
            yield _edit(one.link, f"{there}{slash}{rest}")
    _refuse_html(moved, library)


def _refuse_html(moved: Mapping[str, str], library: Library) -> None:
    for page in library.pages.values():
        links = {link.place for link in page.body.links}
        moves = page.path in moved and folder_of(moved[page.path]) != folder_of(page.path)
        for target in page_targets(page):
            if target.place in links or target.scheme is not None or not target.path:
                continue
            if moves or target.file in moved:
                raise _cannot(target.place, "A path stands in HTML here", "Write it as a Markdown link or image")


def _edit(link: Link, target: str) -> Edit:
    if link.target_place is None:
        raise _cannot(link.place, "The link's target stands in a definition elsewhere", "Write it as `[text](path)`")
    return Edit(link.target_place, link.target, target)


def _cannot(place: Place, what: str, mend: str) -> CannotRenameError:
    return CannotRenameError(f"{place.path}:{place.line}:{place.column}: {what}. {mend} first.")
