"""Where a suppression in a comparison's YAML reaches into its CSV file, which can hold no comments of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from knowledge.library import Library
from knowledge.problems import Problem
from knowledge.source.csv_text import CsvRecord, parse_csv
from knowledge.source.suppressions import Suppression
from knowledge.source.text import read_text

Spot = tuple[int, int]
_END: Spot = (2**31, 0)


class CsvCells:
    """The cells of the CSV file that a suppression above a column covers: those of that column, and those that say
    more of it, such as `effect:note`."""

    def __init__(self, suppression: Suppression, library: Library) -> None:
        """Read the file, if the suppression stands above a column whose rows are in one."""
        self.path = ""
        self.spans: list[tuple[Spot, Spot]] = []
        comparison = library.comparisons.get(PurePosixPath(suppression.place.path).stem)
        name = f"data/comparisons/{comparison.id}.csv" if comparison else ""
        if comparison is None or comparison.path != suppression.place.path or name not in library.files:
            return
        lines = range(suppression.first, suppression.last + 1)
        places = {column.id: comparison.place("columns", at) for at, column in enumerate(comparison.columns)}
        columns = {column for column, place in places.items() if place.line in lines}
        if columns:
            self.path = library.shown(name)
            records, _ = parse_csv(read_text(library.docs_dir / name, path=self.path))
            self.spans = list(_spans(records, columns))

    def hold(self, problem: Problem) -> bool:
        """Whether a problem is told in one of them."""
        spot = (problem.line, problem.column)
        return problem.path == self.path and any(start <= spot < end for start, end in self.spans)


def _spans(records: tuple[CsvRecord, ...], columns: set[str]) -> Iterator[tuple[Spot, Spot]]:
    """From where each of the cells begins to where the next one does."""
    names = [cell.text.strip().partition(":")[0] for cell in records[0].cells] if records else []
    starts = [(cell.place.line, cell.place.column) for record in records for cell in record.cells]
    ends = [*starts[1:], _END]
    wanted = [name in columns for name in names]
    for number, (start, end) in enumerate(zip(starts, ends, strict=False)):
        if number >= len(names) and wanted[number % len(names)]:
            yield start, end
