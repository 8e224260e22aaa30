"""Records of a data file told apart by their text; a file that is not written record by record counts as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.library_answers import _records_in


def records(folder: Path, text: str) -> dict[str, str]:
    (folder / "claims.yml").write_text(text, encoding="utf-8")
    return _records_in(folder / "claims.yml")


def test_each_record_has_its_own(tmp_path: Path) -> None:
    first = records(tmp_path, "- id: a\n  x: 1\n- id: b\n  x: 2\n")
    then = records(tmp_path, "- id: a\n  x: 1\n- id: b\n  x: 3\n")
    assert first["a"] == then["a"]
    assert first["b"] != then["b"]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[]\n", '[{"id": "a"}]\n', "x"])
def test_a_file_of_another_form_counts_as_a_whole(tmp_path: Path, text: str) -> None:
    """As it stands while it is emptied, or where it is written in one line."""
    found = records(tmp_path, text)
    assert set(found) == {""}
    assert found != records(tmp_path, text + " ")
