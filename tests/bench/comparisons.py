"""A seeded corpus of comparisons, 20 rows of 8 cells each, half of the cells with mark-up; and what it costs to read
and to render them (python -m tests.bench.comparisons, a part of make bench).

The same seed and number of comparisons give the same bytes.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

from markdown import Markdown

from knowledge.collector import lasting
from knowledge.load import load_library
from knowledge.markdown_extension import set_library
from tests.bench.corpus import ROOT

EXTENSIONS = ["attr_list", "footnotes", "tables", "toc", "pymdownx.superfences", "knowledge.markdown_extension"]
COUNT = 500
ROWS = 20
COLUMNS = 8
_PLAIN = (
    "Squeezes the lower leg",
    "Worn from morning to night",
    "Keeps the lower back still",
    "Rolled under the calf",
    "Measured in the morning",
)
_MARKED = (
    "Worn **all day** by people who stand at work",
    "Read [how we grade evidence](evidence/grading.md) first",
    "Swelling was *a little* less [@partsch2004evening]",
    "Put on **before** you stand up, see [levels](choose/levels.md)",
)
_HEAD = """title: Comparison {number}
topic: sciatica
caption: What number {number} of the corpus compares, in rows and columns.
last_checked: 2026-11-21
row_header: Thing
columns:
{columns}rows:
"""


def write_comparisons(folder: Path, count: int, seed: int = 1) -> Path:
    """Write docs/ with the project's own data and so many comparisons."""
    docs = folder / "docs"
    shutil.copytree(ROOT / "docs" / "data", docs / "data", ignore=shutil.ignore_patterns("comparisons", "*.md"))
    tables = docs / "data" / "comparisons"
    tables.mkdir()
    source = random.Random(seed)
    for number in range(1, count + 1):
        (tables / f"table-{number}.yml").write_text(_comparison(number, source), encoding="utf-8")
    return docs


def _comparison(number: int, source: random.Random) -> str:
    columns = "".join(f"  - {{id: c{n}, label: Column {n}, type: text}}\n" for n in range(1, COLUMNS + 1))
    rows = (_row(row, source) for row in range(1, ROWS + 1))
    return _HEAD.format(number=number, columns=columns) + "".join(rows)


def _row(row: int, source: random.Random) -> str:
    cells = "".join(
        f'      c{n}: "{_text(n + row, source)}, number {source.randint(1, 99)}"\n' for n in range(1, COLUMNS + 1)
    )
    return f"  - id: row-{row}\n    label: Row {row}\n    cells:\n{cells}"


def _text(position: int, source: random.Random) -> str:
    return source.choice(_MARKED if position % 2 else _PLAIN)


def measure(folder: Path, count: int = COUNT) -> tuple[float, float]:
    """Seconds of the processor's time to read so many comparisons, and to render them all, in this one process."""
    docs = write_comparisons(folder, count)
    with lasting():
        start = time.process_time()
        library = load_library(docs)
        parsed = time.process_time() - start
        set_library(library)
        md = Markdown(extensions=EXTENSIONS)
        start = time.process_time()
        for name in library.comparisons:
            md.reset()
            md.convert(f"/// comparison | {name}\n///\n")
    rendered = time.process_time() - start
    if len(library.comparisons) != count:
        raise ValueError(f"only {len(library.comparisons)} of {count} comparisons could be read")
    return parsed, rendered


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        sys.stdout.write("{:.3f} {:.3f}\n".format(*measure(Path(scratch))))
