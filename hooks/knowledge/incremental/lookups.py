"""Which files a page looks up while its links are resolved."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from knowledge.incremental.digest import digest
from knowledge.incremental.protocols import Files
from knowledge.recording import RECORDER, Node

_READ_ELSEWHERE = ("--8<--", "-8<-", "{!")
"""Marks by which extensions take in text from other files, which they may also look for in vain."""
OPENED = "open"
"""The kind of what is noted of a file that was read while a page was made."""


class NotedFiles:
    """All files, noting which are looked up; what is done with them in another way is a use of all."""

    def __init__(self, files: Files) -> None:
        """In front of the generator's own."""
        self._files = files

    def get_file_from_path(self, path: str) -> Any:
        """One file, which the page now depends on, be it there or not."""
        RECORDER.note("file", path)
        return self._files.get_file_from_path(path)

    def __getattr__(self, name: str) -> Any:
        """Anything else."""
        RECORDER.note("files")
        return getattr(self._files, name)

    def __iter__(self) -> Iterator[Any]:
        """All of them."""
        RECORDER.note("files")
        files: Any = self._files
        return iter(files)


class Answers:
    """What the names that pages noted stand for now; each is looked up once."""

    def __init__(self, files: Files) -> None:
        """The answers of one build."""
        self._files = files
        self._known: dict[Node, str | None] = {}

    def __call__(self, node: Node) -> str | None:
        """A digest; None where nobody can tell."""
        if node not in self._known:
            self._known[node] = self._answer(node)
        return self._known[node]

    def _answer(self, node: Node) -> str | None:
        if node[0] == "file":
            return _told(self._files.get_file_from_path(node[1]))
        if node[0] == "files":
            files: Any = self._files
            return digest(*sorted(_told(file) for file in files))
        if node[0] == OPENED:
            try:
                return digest(Path(node[1]).read_bytes())
            except OSError:
                return "missing"
        with RECORDER.quiet():
            return RECORDER.resolver(node) if RECORDER.resolver else None


def _told(file: Any) -> str:
    """What a link to a file can show of it."""
    return f"{file.src_uri}|{file.url}|{file.inclusion}" if file is not None else ""


def looks_elsewhere(source: bytes) -> bool:
    """Whether a page may take in text from files that are not there yet: it is made again each time."""
    return any(mark.encode() in source for mark in _READ_ELSEWHERE)


def watch_opened(outside: tuple[str, ...]) -> None:
    """Note every file that is read while a page is made, but those below `outside`; once in a process."""
    if getattr(watch_opened, "outside", None) is None:
        sys.addaudithook(_note_opened)
    watch_opened.outside = outside  # type: ignore[attr-defined]


def _note_opened(event: str, arguments: tuple[Any, ...]) -> None:
    if event != OPENED or RECORDER.page is None:
        return
    name, mode = arguments[0], arguments[1]
    if not isinstance(name, (str, os.PathLike)) or (isinstance(mode, str) and set(mode) & set("wax")):
        return
    path = os.path.realpath(os.fspath(name))
    if isinstance(path, str) and not path.startswith(watch_opened.outside):  # type: ignore[attr-defined]
        RECORDER.note(OPENED, path)
