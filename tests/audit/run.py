"""Measure what no build can count (make audit), and write it into docs/data/measurements.yml for the quality page.

Every module in tests/audit/parts is a part: its docstring's first line says what it does, its `run()` returns figures.
A part that raises or a figure over its limit makes the exit code 1; what was measured is written down all the same.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType

from knowledge.checks.run import check
from knowledge.load import load_library
from tests.audit.figures import Figure, merged

ROOT = Path(__file__).parents[2]
PARTS = Path(__file__).parent / "parts"
RECORDS = ROOT / "docs" / "data" / "measurements.yml"


def names(folder: Path = PARTS) -> list[str]:
    """The parts there are."""
    return sorted(module.name for module in pkgutil.iter_modules([str(folder)]))


def load(name: str) -> ModuleType:
    """The module of a part."""
    return importlib.import_module(f"tests.audit.parts.{name}")


def first_line(part: ModuleType) -> str:
    """What a part says of itself."""
    return (part.__doc__ or "").strip().split("\n")[0]


def measure(parts: Iterable[tuple[str, Callable[[], Sequence[Figure]]]]) -> tuple[list[Figure], list[str]]:
    """The figures of these parts, and the names of those that raised; one that fails does not stop the others."""
    figures: list[Figure] = []
    failed: list[str] = []
    for name, run in parts:
        print(f"{name} …", file=sys.stderr, flush=True)  # noqa: T201
        try:
            found = list(run())
            for figure in found:
                figure.measurement(date.today())  # a field that the model refuses is the part's fault
        except KeyboardInterrupt:
            raise
        except BaseException:  # pytest.fail raises no Exception, and parts use functions of the tests
            traceback.print_exc()
            failed.append(name)
        else:
            figures += found
    return figures, failed


def missed(figures: Iterable[Figure]) -> list[str]:
    """The ids of the figures that are not within their limit."""
    return [figure.id for figure in figures if figure.measurement(date.today()).met is False]


def unnamed(figures: Iterable[Figure]) -> list[str]:
    """The ids that `measured-figures` in rules.yml does not name, so that the check would refuse the records."""
    known = load_library(ROOT / "docs").settings.measured_figures
    return [figure.id for figure in figures if figure.id not in known]


def complaints() -> list[str]:
    """What the check finds in the records as they are now, such as a note of too many words."""
    library = load_library(ROOT / "docs", ROOT)
    return [str(problem) for problem in check(library) if problem.path.endswith("measurements.yml")]


def table(figures: Sequence[Figure]) -> str:
    """The figures for a terminal, one a line."""
    out = set(missed(figures))
    rows = [
        (
            "missed" if figure.id in out else "kept" if figure.limit else "",
            figure.id,
            f"{figure.measurement(date.today()).value:,} {figure.unit or ''}".strip(),
            figure.limit or "",
            figure.label,
        )
        for figure in figures
    ]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(4)]
    return "\n".join(
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]]) for row in rows
    )


def write(figures: Sequence[Figure], path: Path = RECORDS) -> None:
    """Writes the figures into the file of measurements, which keeps its other records."""
    if not figures:
        return
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(merged(before, figures, date.today()), encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run all parts or the ones named; 1 where one failed or a limit was missed, 2 where there is no such part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help="one of: " + ", ".join(names()))
    parser.add_argument("--list", action="store_true", help="say what each part does")
    parser.add_argument("--dry-run", action="store_true", help="write nothing")
    options = parser.parse_args(arguments)
    asked = options.parts or names()
    if unknown := sorted(set(asked) - set(names())):
        print(f"There is no part {', '.join(unknown)}. There are: {', '.join(names())}.", file=sys.stderr)  # noqa: T201
        return 2
    if options.list:
        print("\n".join(f"{name}: {first_line(load(name))}" for name in asked))  # noqa: T201
        return 0
    figures, failed = measure((name, load(name).run) for name in asked)
    if not options.dry_run:
        write(figures)
    print(table(figures))  # noqa: T201
    for name in failed:
        print(f"failed: {name}")  # noqa: T201
    for name in (strange := unnamed(figures)):
        print(f"not named: add “{name}” with its label to `measured-figures` in hooks/knowledge/rules.yml")  # noqa: T201
    for problem in (wrong := [] if options.dry_run else complaints()):
        print(problem)  # noqa: T201
    return 1 if failed or strange or wrong or missed(figures) else 0


if __name__ == "__main__":
    sys.exit(main())
