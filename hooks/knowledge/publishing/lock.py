"""One build at a time for each folder."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from knowledge.publishing.faults import PublishingError, shown


@contextmanager
def only_one(folder: Path, waiting: Callable[[], None]) -> Iterator[int]:
    """Hold the lock of a folder; where another process has it, call `waiting` once and wait for its end.

    The lock is on the folder itself, so that no file is left, and the system takes it back when its last holder ends,
    however it ends. What is given is its descriptor: handed on to the process that builds, it keeps the folder locked
    until that has ended too, even where its parent was killed.

    Raises:
        PublishingError: where the file system knows no locks.
        OSError: when the folder cannot be read.
    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        except OSError as error:
            text = f"{shown(folder)} cannot be locked against a second build ({error.strerror})."
            raise PublishingError(f"{text} Build in a folder on a disk of this machine.") from None
        yield descriptor
    finally:
        os.close(descriptor)
