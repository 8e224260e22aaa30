"""The process that builds: strict, in a fresh folder, alone in its process group."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from knowledge.publishing.notes import PIPE, heard

LAST_SITE = "LEGWISE_LAST_SITE"
"""Names for the build, in its environment, the folder of the last good site, where there is one. Nothing may be written
there; a file may be taken over by a hard link, which is then never written to but replaced."""


def mkdocs(into: Path) -> list[str]:
    """The command of a strict build."""
    return [sys.executable, "-P", "-m", "mkdocs", "build", "--strict", "--site-dir", str(into)]


def zensical(into: Path) -> list[str]:
    """The command of a build by the engine after Material."""
    return [sys.executable, "-P", "-m", "knowledge.zensical", str(into)]


def run(
    command: Sequence[str], environment: Mapping[str, str], *, last: Path, lock: int
) -> tuple[int, dict[str, object]]:
    """Run a build to its end; its exit code, and what it told (`notes`).

    It has a process group of its own, so that an interrupt ends it and all that it started without a word of theirs,
    and keeps the lock for as long as it may write. Its files are readable by all, whatever the umask.
    """
    hear, speak = os.pipe()
    told = dict(environment) | {PIPE: str(speak)} | ({LAST_SITE: str(last)} if last.is_dir() else {})
    try:
        child = subprocess.Popen(  # noqa: S603  our own command
            list(command), env=told, stdin=subprocess.DEVNULL, umask=0o022, process_group=0, pass_fds=(lock, speak)
        )
        return _ended(child), heard(hear)
    finally:
        os.close(hear)
        os.close(speak)


def _ended(child: subprocess.Popen[bytes]) -> int:
    try:
        return child.wait()
    except BaseException:
        with suppress(ProcessLookupError):  # it may have ended just now
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        raise
