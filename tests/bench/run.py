"""Measure builds, previews, the real site and the check, beside plain Material and other generators (make bench).

Figures are to be reported, they pass or fail nothing. Nothing is written into the project but tests/bench/RESULTS.md:
the parts that were measured; others there stay, each with its own date.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench.check import check_rows
from tests.bench.peers import peer
from tests.bench.real_site import real_rows
from tests.bench.results import RESULTS, Results
from tests.bench.speed import Corpora, build_rows, serve_rows

_PARTS = ("builds", "previews", "real", "check")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run what is asked for, print one table, and write it down."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000], metavar="ARTICLES")
    parser.add_argument("--peers", default="", help="others to measure, such as zensical,hugo")
    parser.add_argument("--rounds", type=int, default=3, help="builds of each kind that are counted (3)")
    parser.add_argument("--saves", type=int, default=9, help="saves of each kind that are counted (9)")
    parser.add_argument(
        "--only",
        nargs="+",
        choices=_PARTS,
        default=_PARTS,
        help="some parts; builds or previews alone are not written down",
    )
    options = parser.parse_args(arguments)
    peers = [peer(name) for name in options.peers.split(",") if name]
    results = Results(options.rounds, options.saves, peers)
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        for size in options.sizes:
            corpora = Corpora(Path(scratch) / f"articles-{size}", size, peers)
            if {"builds", "previews"} & set(options.only):
                corpora.write()
            rows = build_rows(corpora, options.rounds) if "builds" in options.only else []
            rows += serve_rows(corpora, options.saves) if "previews" in options.only and size <= 1000 else []
            if rows:
                results.parts[f"{size:,} articles"] = rows
        if "real" in options.only:
            results.parts["The real site"] = real_rows(Path(scratch), options.rounds, options.saves)
        if "check" in options.only:
            results.parts["Check and rendering"] = check_rows(Path(scratch), options.rounds)
    sys.stdout.write(results.as_text())
    if {"builds", "previews"} <= set(options.only) or not {"builds", "previews"} & set(options.only):
        before = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else ""
        RESULTS.write_text(results.as_markdown(before), encoding="utf-8")


if __name__ == "__main__":
    main()
