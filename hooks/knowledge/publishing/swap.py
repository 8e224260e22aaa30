"""Putting a fresh site in the place of the old one: in one step where the system has one, else in two that can be
undone."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h: swap two paths in one step


def swap(fresh: Path, current: Path, aside: Path) -> Path | None:
    """Put `fresh` in the place of `current`; where the old one stands afterwards, or None where there was none.

    All that was written is on the disk first: after a loss of power there is the old site or the new one, never
    one of empty files. A signal that arrives meanwhile is heard afterwards.

    Raises:
        OSError: when it cannot be written or renamed; `current` is then as it was.
    """
    with _undisturbed():
        _write_out(fresh)
        if not current.exists():
            fresh.rename(current)
            return None
        if _exchange(fresh, current):
            return fresh
        current.rename(aside)
        try:
            fresh.rename(current)
        except OSError:
            aside.rename(current)
            raise
        return aside


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders with renameat2; False where the system or its disk has no such call."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)


def _write_out(folder: Path) -> None:
    """Have the system write to the disk what it holds of a folder's file system (Linux syncfs; elsewhere all)."""
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "syncfs"):
        os.sync()
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        if library.syncfs(descriptor) != 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(folder))
    finally:
        os.close(descriptor)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold signals back by handlers, not by a mask, which holds for one thread alone and lets another take them."""
    heard: list[int] = []
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, lambda number, _frame: heard.append(number)) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for told in heard:
            signal.raise_signal(told)
