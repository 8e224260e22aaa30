"""Commands timed in turn, each in a fresh process: wall time, CPU and memory, so that all meet the same machine."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {
    "NO_MKDOCS_2_WARNING": "1",
    "SOURCE_DATE_EPOCH": "1790000000",
}


@dataclass(frozen=True)
class Run:
    """What one run took: seconds of wall time and CPU, children included, and MiB of its largest process."""

    wall: float
    cpu: float
    memory: float


@dataclass
class Task:
    """A command with what is done before each run of it, which is not timed."""

    name: str
    argv: Sequence[str]
    folder: Path
    before: Callable[[], None] = lambda: None
    runs: list[Run] = field(default_factory=list)

    def median(self, what: str) -> float:
        """The median of `wall`, `cpu` or `memory`."""
        return float(median(getattr(run, what) for run in self.runs))


def timed(task: Task) -> Run:
    """One run; ends the whole measurement where the command fails.

    What is still on its way to the disk is written first: else a build would wait for what the one before it wrote, and
    one that writes twice as fast would wait twice as much.
    """
    task.before()
    if hasattr(os, "sync"):
        os.sync()
    begun = time.monotonic()
    process = subprocess.Popen(
        task.argv, cwd=task.folder, env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stderr is not None
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{task.name} failed:\n{errors.decode(errors='replace')[-3000:]}")
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def alternate(tasks: Sequence[Task], rounds: int) -> None:
    """Run all tasks in turn, round after round; the first round warms the disk and is not counted."""
    for number in range(rounds + 1):
        for task in tasks:
            run = timed(task)
            if number:
                task.runs.append(run)
            sys.stderr.write(f"{number}/{rounds} {task.name}: {run.wall:.2f} s\n")


def edited(file: Path, marker: str) -> None:
    """Put a paragraph of its own at the end of a page, in place of the last one."""
    kept = file.read_text(encoding="utf-8").partition("\n\nA mark: ")[0].rstrip("\n")
    file.write_text(f"{kept}\n\nA mark: {marker}\n", encoding="utf-8")
