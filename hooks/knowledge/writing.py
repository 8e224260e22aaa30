"""Writing files of a docs folder: whole or not at all, and never through a link."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from knowledge.source.changes import Changes


class NotWrittenError(Exception):
    """Nothing was written, or what was written has been put back; the text says why."""


def write_changes(docs_dir: Path, changes: Changes, before: Mapping[str, bytes | None]) -> None:
    """Write, make and remove files of a docs folder, all of them or none.

    `before` is what each file held when it was read; None for one that was not there.

    Raises:
        NotWrittenError: when a file is a link, was changed meanwhile, or cannot be written.
    """
    for name in changes:
        _refuse(_file(docs_dir, name), docs_dir, before.get(name))
    done: list[str] = []
    try:
        for name, data in changes.items():
            done.append(name)
            _put(_file(docs_dir, name), data)
    except OSError as error:
        for name in done:
            with suppress(OSError):
                _put(_file(docs_dir, name), before.get(name))
        reason = error.strerror or "unknown reason"
        raise NotWrittenError(
            f"{_file(docs_dir, done[-1])} cannot be written: {reason}. Nothing was changed."
        ) from error


def _file(docs_dir: Path, name: str) -> Path:
    """A file by its path from docs/; `../` leads to the folder that docs/ is named in, link or not."""
    return docs_dir.parent / name.removeprefix("../") if name.startswith("../") else docs_dir / name


def _refuse(file: Path, docs_dir: Path, before: bytes | None) -> None:
    """A file that must not be written now."""
    inside = [part for part in (file, *file.parents) if part.is_relative_to(docs_dir) and part != docs_dir]
    if any(part.is_symlink() for part in inside or [file]):
        raise NotWrittenError(f"{file} is a link, or lies behind one. Nothing was changed; put the file itself there.")
    try:
        now = file.read_bytes() if file.exists() else None
    except OSError as error:
        raise NotWrittenError(f"{file} cannot be read: {error.strerror}. Nothing was changed.") from error
    if now != before:
        taken = "is there already" if before is None else "was changed meanwhile"
        raise NotWrittenError(f"{file} {taken}. Nothing was changed; try again.")


def _put(file: Path, data: bytes | None) -> None:
    """Write a file beside its old one and put it in its place, so that no reader ever sees half of it."""
    if data is None:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    mode = file.stat().st_mode & 0o7777 if file.exists() else 0o666 & ~_umask()
    number, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    beside = Path(name)
    try:
        with os.fdopen(number, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(number)
        beside.chmod(mode)
        beside.replace(file)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _sync(file.parent)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync(folder: Path) -> None:
    """Let the folder's new entry reach the disk, where the system can."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
