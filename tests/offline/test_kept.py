"""Pages kept for the next copy: made anew where anything they were made from changed, and never wrong."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.offline import kept as module
from knowledge.offline.kept import Kept

PAGES = {"index.html": b"<h1>Home</h1>", "a/index.html": b"<h1>A</h1>"}


def _copy(folder: Path | None, pages: dict[str, bytes] = PAGES, *common: str) -> tuple[dict[str, bytes], list[str]]:
    """The pages of a copy, and which of them were made."""
    kept, made = Kept.of(folder, *common), []

    def make(name: str, source: bytes) -> bytes:
        made.append(name)
        return b"copied: " + source

    found = {name: kept.page(name, source, lambda n=name, s=source: make(n, s)) for name, source in pages.items()}  # type: ignore[misc]
    kept.save()
    assert found == {name: b"copied: " + source for name, source in pages.items()}
    return found, made


def test_what_did_not_change_is_not_made_again(tmp_path: Path) -> None:
    assert _copy(tmp_path / "memory")[1] == list(PAGES)
    assert _copy(tmp_path / "memory")[1] == []
    assert _copy(tmp_path / "memory", {**PAGES, "a/index.html": b"<h1>B</h1>"})[1] == ["a/index.html"]
    assert _copy(tmp_path / "memory")[1] == ["a/index.html"]
    assert _copy(tmp_path / "memory", {"b/index.html": PAGES["index.html"]})[1] == ["b/index.html"], "links differ"
    assert _copy(tmp_path / "memory")[1] == list(PAGES), "nothing is kept of pages that were gone"


def test_without_a_memory_all_is_made_and_nothing_written(tmp_path: Path) -> None:
    assert _copy(None)[1] == _copy(None)[1] == list(PAGES)
    assert not list(tmp_path.iterdir())


def test_another_address_day_or_set_of_files_makes_all(tmp_path: Path) -> None:
    _copy(tmp_path, PAGES, "one")
    assert _copy(tmp_path, PAGES, "two")[1] == list(PAGES)
    assert _copy(tmp_path, PAGES, "tw", "o")[1] == list(PAGES)


def test_another_version_of_the_code_makes_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _copy(tmp_path)
    monkeypatch.setattr(module, "_program", lambda: b"another")
    assert _copy(tmp_path)[1] == list(PAGES)


def _rewritten(file: Path, statement: str) -> None:
    base = sqlite3.connect(file)
    with base:
        base.execute(statement)
    base.close()


DAMAGE: dict[str, Callable[[Path], object]] = {
    "cut off": lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]),
    "empty": lambda file: file.write_bytes(b""),
    "no database": lambda file: file.write_bytes(b"x" * 9000),
    "other content": lambda file: _rewritten(file, "UPDATE pages SET content = x'00'"),
    "content that is text": lambda file: _rewritten(file, "UPDATE pages SET content = 'copied: <h1>A</h1>'"),
    "content that is missing": lambda file: _rewritten(file, "UPDATE pages SET content = NULL"),
    "another table": lambda file: _rewritten(file, "ALTER TABLE pages DROP COLUMN content"),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_memory_is_filled_anew(tmp_path: Path, damage: str) -> None:
    _copy(tmp_path)
    DAMAGE[damage](tmp_path / "pages.sqlite")
    assert _copy(tmp_path)[1] == list(PAGES)
    assert _copy(tmp_path)[1] == []


def test_a_memory_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "memory").write_text("no folder")
    assert _copy(tmp_path / "memory")[1] == list(PAGES)
