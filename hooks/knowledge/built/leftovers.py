"""B012 and B013: nothing is published that was not meant to be, and nothing of the machine that built it."""

from __future__ import annotations

import gzip
import posixpath
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

from knowledge.built.tree import Tree
from knowledge.checks.rule import Finding

_SOURCES = (".md", ".yml", ".yaml", ".py", ".pyc", ".toml", ".lock", ".csl", ".j2", ".sh")
_SCRAPS = ("~", ".swp", ".tmp", ".bak", ".orig", ".rej", ".part", ".log")
_HIDDEN = frozenset({".well-known", ".nojekyll", ".htaccess"})
"""Names with a leading dot that a web server or its host asks for."""
_SYSTEM = frozenset({"thumbs.db", "desktop.ini", "__pycache__", "__macosx"})
_PREVIEW = (b"data-source=", b"preview/problems")
_LOCAL = ("localhost", "127.0.0.1", "0.0.0.0")  # noqa: S104  named, not bound to
_SHORTEST = 5
"""A folder's name shorter than this, such as `/`, stands in many texts."""


def nothing_unmeant(tree: Tree) -> Iterator[Finding]:
    """No draft's page, source, scrap or part of the preview."""
    for name in sorted(tree.names):
        if reason := _unmeant(name):
            yield Finding(tree.place(name), f"The file is {reason}.", "Leave it out: `exclude_docs` in mkdocs.yml.")
    for page in tree.pages:
        content = tree.read(page)
        for mark in _PREVIEW:
            if (offset := content.find(mark)) >= 0:
                line = content.count(b"\n", 0, offset) + 1
                message = f"The page holds `{mark.decode()}`, a part of the preview."
                yield Finding(tree.place(page)._replace(line=line), message, "Build it with `make build`.")


def drafts_stay_out(tree: Tree, drafts: frozenset[str]) -> Iterator[Finding]:
    """No page whose text is still a draft; `drafts` are paths from docs/."""
    for draft in sorted(drafts):
        stem = draft.removesuffix(".md").removesuffix("/index")
        for name in (f"{stem}.html", f"{stem}/index.html"):
            if name in tree.names:
                yield Finding(tree.place(name), f"The page is a draft: docs/{draft}.", "Build it with `make build`.")


def nothing_of_the_machine(tree: Tree, folders: tuple[str, ...] = ()) -> Iterator[Finding]:
    """No file names one of these folders, the home of whoever builds, or the folders of Python and of scratch files."""
    marks = {
        folder.encode()
        for folder in (*folders, str(Path.home()), tempfile.gettempdir(), sys.prefix, "file:///")
        if len(folder) >= _SHORTEST or folder in ("/root", "/tmp")  # noqa: S108  named, not used
    }
    yield from _local_addresses(tree)
    for name in sorted(tree.names):
        for content in _contents(name, tree.read(name)):
            for mark in sorted(marks):
                if (offset := _found(mark, content)) >= 0:
                    line = content.count(b"\n", 0, offset) + 1
                    message = f"The file names “{mark.decode()}”, which only this machine has."
                    hint = "Mend what writes it: a path in what is published begins at docs/."
                    yield Finding(tree.place(name)._replace(line=line), message, hint)


def _local_addresses(tree: Tree) -> Iterator[Finding]:
    """Addresses that lead all readers to their own machine, unless the site was built for one of them."""
    own = urlsplit(tree.address or "").hostname
    for page, facts in tree.pages.items():
        for use in (*facts.links, *facts.loads, *facts.contacts):
            if any(host in use.text and host != own for host in _LOCAL):
                message = f"“{use.text}” ({use.kind}) leads all readers to their own machine."
                yield Finding(tree.place(page, use), message, "Name an address that everybody can reach.")


def _found(mark: bytes, content: bytes) -> int:
    """Where a folder is named as such: not as the beginning of another word."""
    at = content.find(mark)
    while at >= 0:
        after = content[at + len(mark) : at + len(mark) + 1]
        before = content[max(at - 1, 0) : at]
        whole = mark.endswith(b"/") or not after or not (after.isalnum() or after in b"-_")
        if whole and not (mark.startswith(b"/") and (before.isalnum() or before in (b".", b"_", b"-"))):
            return at
        at = content.find(mark, at + 1)
    return -1


def _contents(name: str, content: bytes) -> Iterator[bytes]:
    """A file's bytes, and those of what is packed in it."""
    yield content
    if name.endswith(".gz"):
        try:
            yield gzip.decompress(content)
        except (OSError, EOFError):
            return  # told where the file is read
    elif name.endswith(".zip") and zipfile.is_zipfile(BytesIO(content)):
        with zipfile.ZipFile(BytesIO(content)) as packed:
            yield from (packed.read(member) for member in packed.namelist())


def _unmeant(name: str) -> str:
    parts = posixpath.normpath(name).split("/")
    last = parts[-1].lower()
    if last.endswith(_SOURCES):
        return "a source, not a part of the site"
    if last.endswith(_SCRAPS):
        return "a scrap of a program or editor"
    if any(part.startswith(".") and part not in _HIDDEN for part in parts):
        return "hidden"
    if any(part.lower() in _SYSTEM for part in parts):
        return "a scrap of a system"
    if parts[0] == "preview":
        return "a part of the preview"
    return ""
