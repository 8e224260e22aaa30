"""Make some hundred random edits, rebuild and check after each, and compare with a clean build and a full check.

AUDIT_EDITS says how many (300), AUDIT_SEED which ones (others each day).
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from importlib.metadata import version
from pathlib import Path

from tests.audit.figures import Figure
from tests.rebuild.builds import ROOT
from tests.rebuild.checks import CHECKED_EDITS, play_checks
from tests.rebuild.edits import EDITS
from tests.rebuild.own_edits import OWN_EDITS
from tests.rebuild.own_site import write_own_site
from tests.rebuild.plain_site import write_plain_site
from tests.rebuild.sequences import Played, play
from tests.rebuild.settings_edits import SETTINGS_EDITS
from tests.rebuild.site import Site

_STEPS = 15


def run() -> list[Figure]:
    """How many of the rebuilds and checks were not what a clean one makes."""
    wanted = int(os.environ.get("AUDIT_EDITS", "300"))
    seed = int(os.environ.get("AUDIT_SEED", "0")) or date.today().toordinal()
    compared = wrong = 0
    for number in range(max(1, wanted // (_STEPS * 5))):
        for played in _all_kinds(seed * 1000 + number):
            compared += played.compared
            if played.wrong:
                wrong += 1
                sys.stderr.write(f"seed {seed}, sequence {number}:\n{played.told()}\n")
    note = f"Of {compared} builds and checks after random edits of text, data, navigation, templates and settings."
    return [
        Figure(
            "stale-rebuilds",
            "Rebuilds and checks after an edit that were not what a full one makes",
            wrong,
            None,
            "at most 0",
            "tests/rebuild",
            version("legwise"),
            note,
        )
    ]


def _all_kinds(seed: int) -> Iterator[Played]:
    """A sequence of each kind: pages, settings, our own site twice, and the check of the real pages."""
    with _scratch() as folder:
        write_plain_site(folder / "a", 12, seed)
        yield play(folder / "a", EDITS, seed, _STEPS)
        write_plain_site(folder / "b", 30, seed)
        yield play(folder / "b", (*EDITS, *SETTINGS_EDITS), seed, _STEPS)
        write_own_site(folder / "c")
        yield play(folder / "c", OWN_EDITS, seed, _STEPS, most=1)
        write_own_site(folder / "d")
        yield play(folder / "d", (*OWN_EDITS, *OWN_EDITS, *EDITS), seed, _STEPS)
        for name in ("docs", "overrides"):
            shutil.copytree(ROOT / name, folder / "real" / name)
        shutil.copy(ROOT / "mkdocs.yml", folder / "real")
        yield play_checks(Site(folder / "real"), CHECKED_EDITS, seed, _STEPS)


@contextmanager
def _scratch() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="edits-") as folder:
        yield Path(folder)
