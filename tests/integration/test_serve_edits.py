"""The preview under random edits, the same ones each time; `make audit PART=serve_edits` makes 1,000 others."""

from __future__ import annotations

import random
from pathlib import Path

from tests.integration.serve_edits import Editor, run, write_project

EDITS = 30


def test_it_survives_random_edits_and_ends_as_a_new_one_would(tmp_path: Path) -> None:
    made, _, different = run(tmp_path, EDITS, seed=1)
    assert made == EDITS
    assert different == []


def test_the_same_seed_makes_the_same_edits(tmp_path: Path) -> None:
    told = []
    for name in ("one", "other"):
        folder = tmp_path / name
        folder.mkdir()
        editor = Editor(write_project(folder) / "docs", random.Random(3))
        for _ in range(60):
            editor.edit()
        told.append(editor.told)
    assert told[0] == told[1]
    assert {line.split()[0] for line in told[0]} >= {"_half_saved", "_deleted", "_renamed", "_broken_bytes", "_mended"}
