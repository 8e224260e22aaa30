"""The corpus of comparisons is what its measure says it is."""

from __future__ import annotations

from pathlib import Path

from knowledge.load import load_library
from tests.bench.comparisons import COLUMNS, ROWS, write_comparisons


def test_the_corpus_reads_without_a_problem_and_half_of_it_has_mark_up(tmp_path: Path) -> None:
    library = load_library(write_comparisons(tmp_path, 3), tmp_path)
    assert [problem for problem in library.problems if "comparisons" in problem.path] == []
    assert len(library.comparisons) == 3
    for comparison in library.comparisons.values():
        texts = [str(cell.value) for row in comparison.rows for cell in row.cells.values()]
        assert len(texts) == ROWS * COLUMNS
        assert sum(any(mark in text for mark in "*[") for text in texts) == len(texts) / 2


def test_the_same_twice(tmp_path: Path) -> None:
    one, other = write_comparisons(tmp_path / "a", 2), write_comparisons(tmp_path / "b", 2)
    assert [file.read_bytes() for file in sorted(one.rglob("table-*.yml"))] == [
        file.read_bytes() for file in sorted(other.rglob("table-*.yml"))
    ]
