"""Measure the check, what our hooks add to a plain build, and what each further page costs (make bench).

Runs alternate, each in a fresh process; the first round warms the disk and is not counted. Figures are to be
reported, they pass or fail nothing. Seconds of two machines cannot be compared: compare the ratios.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from tests.bench.corpus import ROOT, write_corpus

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
_ONE_PAGE = "docs/answers/sciatica.md"
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {
    "NO_MKDOCS_2_WARNING": "1",
    "SOURCE_DATE_EPOCH": "1790000000",
}


def _run(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=_ENVIRONMENT, capture_output=True, text=True, check=False
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


def main() -> None:
    """Run everything and print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pages", type=int, nargs=2, default=(50, 200), metavar=("FEW", "MANY"))
    parser.add_argument("--check", type=int, nargs="*", default=(250, 500, 1000), metavar="PAGES")
    options = parser.parse_args()
    few, many = options.pages
    with tempfile.TemporaryDirectory() as scratch:
        base = Path(scratch)
        sites = {"plain": _plain_copy(base / "plain"), "ours": _our_copy(base / "ours")}
        corpora = {}
        for name in ("plain", "ours"):
            for pages in (few, many):
                corpora[name, pages] = base / f"{name}-{pages}"
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
        for pages in options.check:
            write_corpus(base / f"check-{pages}", pages, ours=True)
            tasks[f"kb check {pages}"] = lambda folder=base / f"check-{pages}": _kb_check(folder)  # type: ignore[misc]
        found = _alternate(options.rounds, tasks)
    _print(found, few, many, options.rounds)
    _print_comparisons()
    _print_scale(found, options.check)


def _print(found: dict[str, float], few: int, many: int, rounds: int) -> None:
    def further(name: str) -> float:
        return (found[f"{name} {many}"] - found[f"{name} {few}"]) / (many - few)

    plain, ours, check = further("plain"), further("ours"), further("check")
    added = found["ours"] - found["plain"]
    rows = (
        ("kb check on the real site, whole process", found["kb check"], "limit 2"),
        ("  of which reading and checking", found["check inside"], ""),
        (f"kb check {_ONE_PAGE}, whole process", found["kb check one"], "limit 0.5"),
        ("real site, plain Material", found["plain"], ""),
        ("real site, ours", found["ours"], ""),
        ("  added in all", added, ""),
        ("  added without the check's own time", added - found["check inside"], "limit 0.6"),
        (f"each further page ({few} to {many}), plain", plain, ""),
        ("each further page, ours", ours, f"ratio {ours / plain:.2f}"),
        ("  of which the check", check, ""),
        ("  without the check", ours - check, f"ratio {(ours - check) / plain:.2f}, limit 1.10"),
    )
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores"
    lines = [f"{machine}, medians of {rounds} alternating rounds, seconds"]
    lines += [f"{name:45}{seconds:9.4f}   {remark}".rstrip() for name, seconds, remark in rows]
    sys.stdout.write("\n".join(lines) + "\n")


def _print_comparisons() -> None:
    """The processor's seconds for 500 comparisons of 20 × 8 cells, half of them with mark-up, in one process."""
    parsed, rendered = map(float, _run(ROOT, "-m", "tests.bench.comparisons").split())
    for name, seconds, limit in (("500 comparisons, read", parsed, 3), ("500 comparisons, rendered", rendered, 6)):
        sys.stdout.write(f"{name:45}{seconds:9.4f}   limit {limit}\n")


def _print_scale(found: dict[str, float], sizes: Sequence[int]) -> None:
    """What the check costs at each size: the same for each page where it is linear."""
    for pages in sizes:
        seconds = found[f"kb check {pages}"]
        limit = f", limit {15 * pages / 1000:g}" if pages >= 1000 else ""
        remark = f"{1000 * seconds / pages:.1f} ms a page{limit}"
        sys.stdout.write(f"{f'kb check of {pages} generated pages':45}{seconds:9.4f}   {remark}\n")


if __name__ == "__main__":
    main()
