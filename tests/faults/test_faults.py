"""Publishing under faults: a sample of what `make audit PART=faults` does by the hundred."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.rounds import KINDS

ROOT = Path(__file__).parents[2]
SAMPLE = {"killed_at_moments": 10, "killed_at_operations": 12, "refused": 12, "full_disk": 10, "two_renames": 8}
SEED = 9


def rounds(kind: str, seed: int, count: int) -> int:
    """Rounds of one kind in a process of its own, on a disk in memory where there is one; how many there were.

    Raises:
        AssertionError: when a round failed, with what it said.
    """
    memory = Path("/dev/shm")
    place = [str(memory)] if os.access(memory, os.W_OK) else []
    command = [sys.executable, "-m", "tests.faults.rounds", kind, str(seed), str(count), *place]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=3600)
    assert done.returncode == 0, f"{kind}, seed {seed}:\n{done.stderr[-3000:]}"
    return int(done.stdout)


@pytest.mark.parametrize("kind", KINDS)
def test_the_last_good_site_stays_whole(kind: str) -> None:
    assert rounds(kind, SEED, SAMPLE.get(kind, 5)) >= 5
