"""Publishing killed, refused, crowded and interrupted by the hundred: the last good site stays whole."""

from __future__ import annotations

import platform
import traceback

from tests.audit.figures import Figure
from tests.faults.rounds import KINDS
from tests.faults.test_faults import rounds

SEED = 20261121
COUNTS = {"killed_at_moments": 400, "stopped_at_moments": 200, "clock_changes": 40, "at_once": 100, "read_only": 40}
ALL = 200
"""Rounds of the other kinds: as many as there are operations, or sizes of disks."""


def run() -> list[Figure]:
    """Every kind of fault; one that loses a site does not stop the others."""
    tried = failed = 0
    for kind in KINDS:
        try:
            tried += rounds(kind, SEED, COUNTS.get(kind, ALL))
        except AssertionError:
            traceback.print_exc()
            failed += 1
    tool, version = "tests/faults/rounds.py, Python", platform.python_version()
    note = (
        "Killed and stopped at random moments and at every operation. Disks full or read-only, limits on files, "
        "several builds at once, jumping clocks."
    )
    return [
        Figure("faults-tried", "Builds disturbed", tried, "builds", "at least 1000", tool, version, note),
        Figure("faults-lost", "Kinds of fault that harmed the site", failed, "kinds", "at most 0", tool, version, note),
    ]
