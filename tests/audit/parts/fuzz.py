"""Tries 100,000 made-up files: none may break or hang the check or the page, or hide a mistake that was planted in it.

Each audit tries new ones; a failure names its number, and `python -m tests.robustness.fuzz NUMBER 1` tries it again.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from importlib.metadata import version
from typing import Any

from tests.audit.figures import Figure
from tests.robustness.fuzz_inputs import PAGES, RECORDS, TABLES

INPUTS = 100_000
SETS = 50
"""Sets of files that one process tries: a process that dies or hangs takes no more with it."""
SECONDS = 1800


def run() -> list[Figure]:
    """How many files were tried, and what failed."""
    sets = -(-INPUTS // (PAGES + RECORDS + TABLES))
    first = date.today().toordinal() * 10_000
    tried, failures = 0, []
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for found in pool.map(batch, range(first, first + sets, SETS)):
            tried += sum(found["inputs"].values())
            failures += found["failures"]
    for failure in failures:
        sys.stderr.write(f"{failure}\n")
    return list(_figures(tried, len(failures)))


def batch(start: int) -> dict[str, Any]:
    """What one process tried; one that died is a failure."""
    command = [sys.executable, "-m", "tests.robustness.fuzz", str(start), str(SETS)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=True)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        return {"inputs": {}, "failures": [f"{start} to {start + SETS - 1}: {error} {error.stderr!r}"]}
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _figures(tried: int, failed: int) -> Iterator[Figure]:
    tool, number = "tests/robustness/fuzz.py, Python", ".".join(map(str, sys.version_info[:3]))
    note = (
        "Real pages and data files, cut up and spoilt, then read, checked and rendered. No exception, none over "
        f"5 seconds, each planted mistake told (PyYAML {version('PyYAML')}, Markdown {version('Markdown')})."
    )
    yield Figure("fuzz-inputs", "Spoilt files tried", tried, "files", f"at least {INPUTS}", tool, number, note)
    yield Figure("fuzz-failures", "Spoilt files that broke something", failed, "files", "at most 0", tool, number, note)
