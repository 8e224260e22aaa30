"""Which test files reach which line of the package."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import coverage

ROOT = Path(__file__).parents[2]
SMALL = {"ROBUSTNESS_INPUTS": "5"}
"""Few inputs for property tests: a fault that only the thousandth input finds counts as unnoticed."""


def reached(tests: Iterable[Path], folders: Iterable[Path]) -> dict[Path, dict[int, set[Path]]]:
    """File of the package → line → the test files that run it."""
    found: dict[Path, dict[int, set[Path]]] = defaultdict(lambda: defaultdict(set))
    source = ",".join(map(str, folders))
    for test in tests:
        with tempfile.TemporaryDirectory() as folder:
            data = Path(folder) / "coverage"
            options = [f"--data-file={data}", f"--source={source}", "--rcfile=/dev/null"]
            command = [sys.executable, "-m", "coverage", "run", *options, "-m", "pytest", "-q", "-x", str(test)]
            done = subprocess.run(
                command, cwd=ROOT, env=os.environ | SMALL, capture_output=True, text=True, check=False
            )
            if done.returncode:
                raise RuntimeError(f"{test.relative_to(ROOT)} fails without any fault:\n{done.stdout}{done.stderr}")
            lines = coverage.CoverageData(str(data))
            lines.read()
            for file in lines.measured_files():
                for line in lines.lines(file) or ():
                    found[Path(file)][line].add(test)
    return found
