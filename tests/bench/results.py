"""What was measured, as a table for the terminal and as tests/bench/RESULTS.md, with machine and versions."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import version
from pathlib import Path

from tests.bench.peers import Peer
from tests.bench.speed import Row

RESULTS = Path(__file__).with_name("RESULTS.md")
_TITLE = """# What `make bench` measured

Seconds of two machines, or of a busy and an idle one, cannot be compared; ratios within one run can."""
_HEAD = ("What", "Measured", "Must", "Aim")


@dataclass
class Results:
    """The rows of each part, and under what they were measured."""

    rounds: int
    saves: int
    peers: Sequence[Peer]
    began: float = field(default_factory=lambda: os.getloadavg()[0])
    parts: dict[str, list[Row]] = field(default_factory=dict)

    def conditions(self) -> list[str]:
        """Machine, versions and how it was measured, a sentence each."""
        ours = ", ".join(f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material", "Markdown"))
        others = "".join(f", {peer.name} {peer.version}" for peer in self.peers)
        return [
            f"{date.today().isoformat()}: {_processor()}, {os.cpu_count()} cores, {platform.system()}, "
            f"Python {platform.python_version()}, {ours}{others}.",
            f"Medians of {self.rounds} alternating builds and {self.saves} saves, after one that is not counted, "
            "each from a quiet disk; "
            f"load of the machine {self.began:.1f} at the start and {os.getloadavg()[0]:.1f} at the end.",
        ]

    def as_text(self) -> str:
        """All rows for a terminal."""
        lines = list(self.conditions())
        for name, rows in self.parts.items():
            table = [_HEAD, *(_cells(row) for row in rows)]
            widths = [max(len(row[column]) for row in table) for column in range(len(_HEAD))]
            lines += ["", name]
            lines += ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
                      for row in table]  # fmt: skip
        return "\n".join(lines) + "\n"

    def as_markdown(self, before: str = "") -> str:
        """All parts for the repository, each with when and under what it was measured; others stay as they were."""
        head, *old = before.split("\n## ") if before else [_TITLE]
        parts = {text.partition("\n")[0]: text.strip() for text in old}
        for name, rows in self.parts.items():
            parts[name] = "\n".join([name, "", *self.conditions(), "", *_table(rows)])
        return "\n\n## ".join([head.strip(), *parts.values()]) + "\n"


def _table(rows: Iterable[Row]) -> Iterable[str]:
    yield f"| {' | '.join(_HEAD)} |"
    yield "|---|--:|--:|--:|"
    for row in rows:
        yield f"| {' | '.join(_cells(row))} |".replace("|   ", "| — ")


def _cells(row: Row) -> tuple[str, str, str, str]:
    return row.label, row.value, row.must, row.aim


def _processor() -> str:
    """The name of the processor, where the system tells."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
