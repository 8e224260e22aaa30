"""From saving a file until a running preview serves the change: several servers side by side, edited in turn."""

from __future__ import annotations

import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from statistics import median
from typing import IO
from urllib.request import ProxyHandler, build_opener

from tests.bench.timing import ENVIRONMENT

_OPENER = build_opener(ProxyHandler({}))
_EVERY = 0.005
_START = 600.0
_LIMIT = 180.0


@dataclass
class Preview:
    """A server: `argv` has `{port}` where the port belongs; `save` saves a marker, which `address` then shows."""

    name: str
    argv: Sequence[str]
    folder: Path
    address: str
    save: Callable[[str], None]
    port: int = 0
    seconds: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """Seconds from save to served."""
        return median(self.seconds)

    def get(self) -> str:
        """The page as it is served now; nothing while it is not."""
        try:
            with _OPENER.open(f"http://127.0.0.1:{self.port}/{self.address}", timeout=30) as answer:
                return str(answer.read(), "utf-8", "replace")
        except (OSError, HTTPException, EOFError):
            return ""

    def wait(self, text: str, process: subprocess.Popen[bytes], limit: float) -> None:
        """Ask until the page holds the text."""
        end = time.monotonic() + limit
        while text not in (page := self.get()) or not page:
            if time.monotonic() > end or process.poll() is not None:
                raise TimeoutError(f"{self.name} did not serve {text or 'the page'}")
            time.sleep(_EVERY)


@contextmanager
def _running(preview: Preview, log: IO[bytes]):  # type: ignore[no-untyped-def]
    """Run a server in a group of processes of its own, and end them all."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        preview.port = int(one.getsockname()[1])
    argv = [part.replace("{port}", str(preview.port)) for part in preview.argv]
    scratch = tempfile.mkdtemp(prefix="bench-")
    process = subprocess.Popen(
        argv, cwd=preview.folder, env=ENVIRONMENT | {"TMPDIR": scratch}, stdin=subprocess.DEVNULL, stdout=log,
        stderr=subprocess.STDOUT, start_new_session=True,
    )  # fmt: skip
    try:
        yield process
    finally:
        for number, patience in ((signal.SIGINT, 10), (signal.SIGKILL, 5)):
            with suppress(ProcessLookupError, subprocess.TimeoutExpired):
                os.killpg(process.pid, number)
                process.wait(patience)
        shutil.rmtree(scratch, ignore_errors=True)


def alternate_saves(previews: Sequence[Preview], rounds: int) -> None:
    """Start all servers, then save for each in turn; the first round is not counted.

    Before each save there is a pause of random length, so that a server which looks for changes twice a second is met
    at all moments of its second.
    """
    pause = random.Random(1)
    with tempfile.TemporaryFile() as log, ExitStack() as stack:
        running = [(preview, stack.enter_context(_running(preview, log))) for preview in previews]
        try:
            for preview, process in running:
                preview.wait("", process, _START)
            for number in range(rounds + 1):
                for preview, process in running:
                    time.sleep(pause.uniform(0.7, 1.4))
                    seconds = _saved(preview, process, f"mark{number}x{pause.randrange(10**9)}")
                    if number:
                        preview.seconds.append(seconds)
                    sys.stderr.write(f"{number}/{rounds} {preview.name}: {seconds:.3f} s from save to served\n")
        except TimeoutError as error:
            log.seek(0)
            sys.exit(f"{error}\n{log.read()[-3000:].decode(errors='replace')}")


def _saved(preview: Preview, process: subprocess.Popen[bytes], marker: str) -> float:
    begun = time.monotonic()
    preview.save(marker)
    preview.wait(marker, process, _LIMIT)
    return time.monotonic() - begun
