"""What the content check and our hooks cost, what each further page adds, and what comparisons take to render.

Runs alternate, each in a fresh process; the first round warms the disk and is not counted.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from tests.bench.corpus import ROOT, write_corpus
from tests.bench.speed import Row
from tests.bench.timing import ENVIRONMENT

FEW, MANY = 50, 200
_CHECK = """
import time
from pathlib import Path
from knowledge.checks.run import check
from knowledge.collector import lasting
from knowledge.load import load_library
start = time.perf_counter()
with lasting():
    library = load_library(Path("docs"))
    check(library)
print(time.perf_counter() - start)
"""
_AGAIN = """
import shutil, sys, tempfile, time
from pathlib import Path
from knowledge.session import Session
docs = Path(tempfile.mkdtemp()) / "docs"
shutil.copytree(sys.argv[1], docs)
page, session, times = docs / "answers" / "sciatica.md", Session(preview=True), []
for number in range(12):
    start = time.process_time()
    session.begin(docs)
    session.check()
    times.append(time.process_time() - start)
    page.write_text(page.read_text() + f"\\nOne more sentence, the {number}th.\\n")
shutil.rmtree(docs.parent)
print(times[0], sorted(times[2:])[5])
"""
_ONE_PAGE = "docs/answers/sciatica.md"


def _run(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(arguments)} failed in {folder}:\n{done.stderr[-3000:]}")
    return done.stdout


def _build(folder: Path) -> float:
    """Seconds of one clean build in a process of its own."""
    start = time.perf_counter()
    _run(folder, "-m", "mkdocs", "build", "--clean", "--quiet", "--site-dir", str(folder / "site"))
    return time.perf_counter() - start


def _check_inside(folder: Path) -> float:
    """Seconds of reading and checking, without the start of Python."""
    return float(_run(folder, "-c", _CHECK))


def _kb_check(folder: Path, *paths: str) -> float:
    """Seconds of `kb check` in a folder, or on these of its files; start of Python included."""
    start = time.perf_counter()
    _run(folder, "-m", "knowledge.cli", "check", *paths)
    return time.perf_counter() - start


def _plain_copy(folder: Path) -> Path:
    """The real pages under plain Material, without hooks, theme and extension of ours."""
    folder.mkdir()
    (folder / "docs").symlink_to(ROOT / "docs")
    config = """site_name: Plain
site_url: https://example.org/
theme: {name: material, font: false}
exclude_docs: "/data/**"
plugins: [search]
markdown_extensions: [attr_list, footnotes, tables, toc, pymdownx.superfences]
"""
    (folder / "mkdocs.yml").write_text(config)
    return folder


def _our_copy(folder: Path) -> Path:
    """The real project, building into a folder of its own."""
    folder.mkdir()
    for name in ("docs", "hooks", "overrides", "mkdocs.yml"):
        (folder / name).symlink_to(ROOT / name)
    return folder


def _alternate(rounds: int, tasks: dict[str, Callable[[], float]]) -> dict[str, float]:
    """Medians of the tasks, run in turn; the first round is not counted."""
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for number in range(rounds + 1):
        for name, task in tasks.items():
            seconds = task()
            if number:
                times[name].append(seconds)
    return {name: median(values) for name, values in times.items()}


def check_rows(base: Path, rounds: int, sizes: Sequence[int] = (250, 500, 1000)) -> list[Row]:
    """The rows on the check."""
    sites = {"plain": _plain_copy(base / "check-plain"), "ours": _our_copy(base / "check-ours")}
    corpora = {}
    for name in ("plain", "ours"):
        for pages in (FEW, MANY):
            corpora[name, pages] = base / f"check-{name}-{pages}"
            write_corpus(corpora[name, pages], pages, ours=name == "ours")
    tasks: dict[str, Callable[[], float]] = {
        "kb check": lambda: _kb_check(ROOT),
        "kb check one": lambda: _kb_check(ROOT, _ONE_PAGE),
        "check inside": lambda: _check_inside(ROOT),
    }
    tasks |= {name: lambda folder=folder: _build(folder) for name, folder in sites.items()}  # type: ignore[misc]
    for (name, pages), folder in corpora.items():
        tasks[f"{name} {pages}"] = lambda folder=folder: _build(folder)  # type: ignore[misc]
        if name == "ours":
            tasks[f"check {pages}"] = lambda folder=folder: _check_inside(folder)  # type: ignore[misc]
    for pages in sizes:
        write_corpus(base / f"check-{pages}", pages, ours=True)
        tasks[f"kb check {pages}"] = lambda folder=base / f"check-{pages}": _kb_check(folder)  # type: ignore[misc]
    found = _alternate(rounds, tasks)
    return [*_rows(found), *_again_rows(), *_comparison_rows(), *_scale_rows(found, sizes)]


def _rows(found: dict[str, float]) -> list[Row]:
    def further(name: str) -> float:
        return (found[f"{name} {MANY}"] - found[f"{name} {FEW}"]) / (MANY - FEW)

    plain, ours, check = further("plain"), further("ours"), further("check")
    added = found["ours"] - found["plain"]
    return [
        Row("kb check on the real site, whole process", _s(found["kb check"]), "≤ 2 s"),
        Row("  of which reading and checking", _s(found["check inside"])),
        Row(f"kb check {_ONE_PAGE}, whole process", _s(found["kb check one"]), "≤ 0.5 s"),
        Row("real site, plain Material", _s(found["plain"])),
        Row("real site, ours", _s(found["ours"])),
        Row("  added without the check's own time", _s(added - found["check inside"]), "≤ 0.6 s"),
        Row(f"each further page ({FEW} to {MANY}), plain", _s(plain)),
        Row("each further page, ours, without the check", _s(ours - check)),
        Row("  of plain", f"{(ours - check) / plain:.2f}", "≤ 1.10"),
        Row("  the check of each", _s(check)),
    ]


def _again_rows() -> list[Row]:
    """CPU seconds of reading and checking in a preview: first, and after an edit of one page."""
    first, again = map(float, _run(ROOT, "-c", _AGAIN, str(ROOT / "docs")).split())
    return [
        Row("reading and checking in a preview, first (CPU)", _s(first)),
        Row("  after an edit of one page (CPU)", _s(again), "", "0.1 s"),
    ]


def _comparison_rows() -> list[Row]:
    """The processor's seconds for 500 comparisons of 20 × 8 cells, half of them with mark-up, in one process."""
    parsed, rendered = map(float, _run(ROOT, "-m", "tests.bench.comparisons").split())
    return [
        Row("500 comparisons, read (CPU)", _s(parsed), "≤ 3 s"),
        Row("500 comparisons, rendered (CPU)", _s(rendered), "≤ 6 s"),
    ]


def _scale_rows(found: dict[str, float], sizes: Sequence[int]) -> list[Row]:
    """What the check costs at each size: the same for each page where it is linear."""
    return [
        Row(
            f"kb check of {pages:,} generated pages, each",
            f"{1000 * found[f'kb check {pages}'] / pages:.1f} ms",
            "≤ 15 ms" if pages >= 1000 else "",
        )
        for pages in sizes
    ]


def _s(value: float) -> str:
    return f"{value:.3f} s"
