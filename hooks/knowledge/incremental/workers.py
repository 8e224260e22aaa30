"""Processes that make pages side by side: forked from the build, which stays what it is.

Each takes the next few pages from one queue, so that all end at about the same time. A page stays with the process that
turned its Markdown: its content never travels. A process that fails leaves its pages to the build.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import struct
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

_TOKEN = struct.Struct("=I")
_LENGTH = struct.Struct("=Q")
FEWEST = 24
"""Below so many pages a second process costs more than it saves (measured)."""


def processes(pages: int) -> int:
    """How many processes may work on so many pages; 1 where the system cannot fork or threads are running."""
    if pages < FEWEST or not hasattr(os, "fork") or sys.platform == "darwin" or threading.active_count() > 1:
        return 1
    asked = os.environ.get("LEGWISE_PROCESSES", "")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(int(asked) if asked.isdigit() else cores, pages // (FEWEST // 2), 16))


class Queue:
    """Numbers from 0 up, each given once to whichever process asks next."""

    def __init__(self, count: int) -> None:
        """A queue of so many numbers; at most 16,000 fit into a pipe."""
        self._read, self._write = os.pipe()
        for number in range(count):
            os.write(self._write, _TOKEN.pack(number))
        os.close(self._write)

    def next(self) -> int | None:
        """The next number; None when all are given out."""
        found = os.read(self._read, _TOKEN.size)
        return _TOKEN.unpack(found)[0] if len(found) == _TOKEN.size else None

    def close(self) -> None:
        """Nobody asks here any more."""
        with contextlib.suppress(OSError):
            os.close(self._read)


@dataclass
class Line:
    """Two pipes between the build and one process: whole Python values go through."""

    read: int
    write: int

    def send(self, value: Any) -> None:
        """Send one value; while the other side does not listen, this waits once the pipe is full (64 kB on Linux)."""
        self.put(self.packed(value))

    @staticmethod
    def packed(value: Any) -> bytes:
        """One value as it goes through, to be put there later."""
        data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        return _LENGTH.pack(len(data)) + data

    def put(self, packed: bytes) -> None:
        """Send one value that was packed before."""
        view = memoryview(packed)
        while view:
            view = view[os.write(self.write, view) :]

    def receive(self) -> Any:
        """The next value.

        Raises:
            EOFError: where the other side has ended.
        """
        (length,) = _LENGTH.unpack(self._exactly(_LENGTH.size))
        return pickle.loads(self._exactly(length))  # noqa: S301  from our own fork

    def close(self) -> None:
        """Hang up."""
        for end in (self.read, self.write):
            with contextlib.suppress(OSError):
                os.close(end)

    def _exactly(self, length: int) -> bytes:
        parts, left = [], length
        while left:
            part = os.read(self.read, min(left, 1 << 20))
            if not part:
                raise EOFError
            parts.append(part)
            left -= len(part)
        return b"".join(parts)


@dataclass
class Workers:
    """The processes of one build."""

    lines: dict[int, Line] = field(default_factory=dict)

    def fork(self, work: Callable[[Line], None]) -> None:
        """Start a process that does some work and ends, whatever happens in it."""
        here, there = os.pipe(), os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        pid = os.fork()
        if pid:
            os.close(here[1])
            os.close(there[0])
            self.lines[pid] = Line(here[0], there[1])
            return
        try:
            for line in self.lines.values():
                line.close()
            os.close(here[0])
            os.close(there[1])
            work(Line(there[0], here[1]))
        except BaseException:  # noqa: S110  the build makes these pages itself, and tells why it cannot
            pass
        finally:
            os._exit(0)

    def receive(self) -> list[Any]:
        """One value from each process; those that have ended send none any more."""
        found = []
        for pid, line in list(self.lines.items()):
            try:
                found.append(line.receive())
            except (EOFError, OSError, pickle.UnpicklingError):
                self._end(pid)
        return found

    def receive_all(self) -> Iterator[Any]:
        """Value after value from each process, until all have ended."""
        for pid, line in list(self.lines.items()):
            with contextlib.suppress(EOFError, OSError, pickle.UnpicklingError):
                while True:
                    yield line.receive()
            self._end(pid)

    def send(self, value: Any) -> None:
        """The same value to each."""
        for pid, line in list(self.lines.items()):
            try:
                line.send(value)
            except OSError:
                self._end(pid)

    def close(self) -> None:
        """End all of them."""
        for pid in list(self.lines):
            with contextlib.suppress(OSError):
                os.kill(pid, signal.SIGTERM)
            self._end(pid)

    def _end(self, pid: int) -> None:
        self.lines.pop(pid).close()
        with contextlib.suppress(OSError):
            os.waitpid(pid, 0)
