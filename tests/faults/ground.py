"""Ground on which publishing is disturbed: a project with a small site, and a word on whether what stands is whole.

Each run of `knowledge.publish` is a process of its own, forked from one that has imported all it needs, so that
hundreds fit into a test. What is asked after each: the site that stands is one version, all of it, to the byte.
"""

from __future__ import annotations

import errno
import hashlib
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from knowledge import publish
from knowledge.publishing.manifest import NAME
from tests.built.small_site import FILES, write

STUB = Path(__file__).with_name("stub_engine.py")
NOT_BEGUN, BROKEN = 99, 98
"""The exit codes of a run that was stopped before it began, and of one that an exception ended."""
_EVENTS = ("open", "os.", "shutil.", "subprocess.Popen", "ctypes.dlsym", "fcntl.")
"""What publishing does to files, processes and locks (docs.python.org, “Audit events table”)."""


@dataclass(frozen=True)
class Ended:
    """How one run ended: its exit code, or minus the signal that ended it, and what it said."""

    code: int
    said: str


class Ground:
    """A project in a folder of its own; versions are published one after the other. `said` is where each tells."""

    def __init__(self, folder: Path, said: Path | None = None) -> None:
        self.folder = folder
        self.said = said or folder / "said"
        self.said.mkdir()
        self.site = folder / "site"
        self.version = 0
        write(folder / "source", FILES)

    def start(self, disturb: Callable[[], None] | None = None, *, trial: bool = False) -> Run:
        """Begin to publish the next version; `disturb` is called in its process first."""
        self.version += 1
        return Run(self, self.version, disturb, trial=trial)

    def publish(self, disturb: Callable[[], None] | None = None, *, trial: bool = False) -> Ended:
        """Publish the next version, to the end."""
        return self.start(disturb, trial=trial).wait()

    def standing(self) -> int:
        """The version that stands, whole.

        Raises:
            AssertionError: when the site is missing, or any file of it is missing, changed, or of another version.
        """
        lines = (self.site / NAME).read_text(encoding="utf-8").splitlines()
        sums = {name: found for found, name in (line.split("  ", 1) for line in lines)}
        found = {path.relative_to(self.site).as_posix() for path in self.site.rglob("*") if path.is_file()}
        assert found == {*sums, NAME} == {*FILES, NAME}
        for name, expected in sums.items():
            assert hashlib.sha256((self.site / name).read_bytes()).hexdigest() == expected, name
        pages = [(self.site / name).read_text(encoding="utf-8") for name in sums if name.endswith("index.html")]
        versions = {text.split("Version ")[1].split(".")[0] for text in pages if "Version " in text}
        assert len(versions) == 1
        return int(versions.pop())

    def left(self) -> list[str]:
        """What lies beside the site that should not."""
        return sorted(path.name for path in self.folder.iterdir() if path.name not in ("site", "source", "said"))


class Run:
    """One run of publishing, in a process forked for it."""

    def __init__(self, ground: Ground, version: int, disturb: Callable[[], None] | None, *, trial: bool) -> None:
        self.file = ground.said / str(version)
        self.pid = os.fork()
        if self.pid == 0:
            code = NOT_BEGUN
            try:
                _prepare(ground, version, self.file)
                if disturb:
                    disturb()
                code = BROKEN
                code = publish.main(["--trial"] if trial else [])
            finally:
                os._exit(code)

    def kill(self, number: signal.Signals) -> None:
        """Send it a signal."""
        os.kill(self.pid, number)

    def wait(self) -> Ended:
        """Its end."""
        _, status = os.waitpid(self.pid, 0)
        said = self.file.read_text(encoding="utf-8") if self.file.exists() else ""
        self.file.unlink(missing_ok=True)
        return Ended(os.waitstatus_to_exitcode(status), said)


def _prepare(ground: Ground, version: int, said: Path) -> None:
    """Make a forked process one that a person might have started in the project's folder."""
    output = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(output, 1)
    os.dup2(output, 2)
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115  it lives as long as the process
    os.chdir(ground.folder)
    os.environ["SOURCE_DATE_EPOCH"] = "1790000000"  # no git in this folder
    os.environ.pop("SITE_URL", None)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    publish.ENGINES["mkdocs"] = lambda into: [
        *(sys.executable, "-I", "-S", str(STUB), str(ground.folder / "source"), str(into), str(version))
    ]


def at_operation(number: int, act: Callable[[], None]) -> Callable[[], None]:
    """A disturbance at the so-manieth thing that publishing does to a file, process or lock."""

    def disturb() -> None:
        count = 0

        def hook(event: str, _arguments: object) -> None:
            nonlocal count
            if event.startswith(_EVENTS) and event != "os.putenv":
                count += 1
                if count == number:
                    act()

        sys.addaudithook(hook)

    return disturb


def operations(ground: Ground) -> int:
    """How many operations an undisturbed run makes."""
    file = ground.said / "count"
    assert ground.publish().code == 0, "so that there is an old site to remove"

    def disturb() -> None:
        count = 0

        def hook(event: str, _arguments: object) -> None:
            nonlocal count
            if event.startswith(_EVENTS) and event != "os.putenv":
                count += 1
                os.pwrite(counter, f"{count:6}".encode(), 0)

        counter = os.open(file, os.O_RDWR | os.O_CREAT)
        sys.addaudithook(hook)

    assert ground.publish(disturb).code == 0
    found = int(file.read_text())
    file.unlink()
    return found


def die() -> None:
    """End at once, as the system's own killer does."""
    os.kill(os.getpid(), signal.SIGKILL)


def interrupt() -> None:
    """What Ctrl-C does."""
    os.kill(os.getpid(), signal.SIGINT)


def refuse(code: int) -> Callable[[], None]:
    """What a full, broken or locked disk answers."""

    def act() -> None:
        raise OSError(code, os.strerror(code), "site.new/index.html")

    return act


REFUSALS = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EACCES, errno.EMFILE)


def duration(ground: Ground) -> float:
    """Seconds that an undisturbed run takes now, the longest of three."""
    times = []
    for _ in range(3):
        started = time.monotonic()
        assert ground.publish().code == 0
        times.append(time.monotonic() - started)
    return max(times)


def moments(seed: int, count: int, within: float) -> list[float]:
    """Random moments of a run, the same for a seed but for how long a run takes."""
    chance = random.Random(seed)
    return [chance.uniform(0, within * 1.1) for _ in range(count)]
