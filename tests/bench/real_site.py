"""What the project itself costs: `make build` cold and unchanged, and the way from a save to the preview."""

from __future__ import annotations

import shutil
import sys
import time
from functools import partial
from pathlib import Path

from tests.bench.corpus import ROOT
from tests.bench.latency import Preview, alternate_saves
from tests.bench.speed import Row, seconds
from tests.bench.timing import Task, alternate, edited

_PUBLISH = [sys.executable, "-m", "knowledge.publish"]
_SERVE = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", "127.0.0.1:{port}"]
_EDITS = {
    "a page": ("answers/flights", "answers/flights.md", "\n## What nobody knows yet\n"),
    "a cell": ("compare/sciatica-supports", "data/comparisons/sciatica-supports.yml", "label: Compression socks"),
    "a claim": ("answers/sciatica", "data/claims.yml", "No study has tested compression socks for sciatica"),
    "a reference": ("choose/levels", "data/references.yml", "Compression stockings reduce occupational leg swelling"),
}
"""What is edited: the address that shows it, a file of docs/, and a text in it."""


def copy(folder: Path) -> Path:
    """The project in a folder of its own, its hooks where they are."""
    folder.mkdir()
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "hooks").symlink_to(ROOT / "hooks")
    return folder


def real_rows(folder: Path, rounds: int, saves: int) -> list[Row]:
    """The rows on builds and previews of the real site."""
    site, cold, changed = (copy(folder / name) for name in ("real", "real-cold", "real-edited"))
    tasks = [
        Task("make build, cold", _PUBLISH, cold, partial(_forget, cold)),
        Task("make build, unchanged", _PUBLISH, site),
        Task("make build, one page edited", _PUBLISH, changed, partial(_edit, changed)),
    ]
    alternate(tasks, rounds)
    rows = [
        Row("real site: make build, cold", seconds(tasks[0].median("wall")), "≤ 6 s", "4 s"),
        Row("real site: make build, unchanged", seconds(tasks[1].median("wall")), "≤ 1.0 s", "0.7 s"),
        Row("real site: make build, one page edited", seconds(tasks[2].median("wall"))),
    ]
    previews = [_preview(name, copy(folder / f"real-{number}")) for number, name in enumerate(_EDITS)]
    alternate_saves(previews, saves)
    limits = ("≤ 0.4 s", "0.25 s")
    return rows + [
        Row(f"real site: save to served, {one.name}", seconds(one.median), *(limits if one.name == "a page" else ()))
        for one in previews
    ]


def _forget(folder: Path) -> None:
    for name in (".cache", "site"):
        shutil.rmtree(folder / name, ignore_errors=True)


def _edit(folder: Path) -> None:
    edited(folder / "docs" / "answers" / "flights.md", str(time.monotonic_ns()))


def _preview(name: str, folder: Path) -> Preview:
    address, file, _ = _EDITS[name]
    text = (folder / "docs" / file).read_text(encoding="utf-8")
    return Preview(name, _SERVE, folder, f"{address}/", partial(_save, folder / "docs" / file, text, name))


def _save(file: Path, text: str, name: str, marker: str) -> None:
    """Put the marker behind the first text of its kind; on a page as a paragraph before the heading."""
    at = _EDITS[name][2]
    before, found, after = text.partition(at)
    if not found:
        sys.exit(f"To measure an edit of {name}, {at.strip()!r} is looked for in vain.")
    new = f"\n{marker} is a mark.\n{at}" if name == "a page" else f"{at} {marker}"
    file.write_text(f"{before}{new}{after}", encoding="utf-8")
