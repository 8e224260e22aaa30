"""Swapping a fresh site into the place of the old one."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge import publish


def folder(path: Path, text: str) -> Path:
    path.mkdir()
    (path / "index.html").write_text(text)
    return path


def test_the_first_site_is_simply_put_in_place(tmp_path: Path) -> None:
    publish.swap(folder(tmp_path / "fresh", "new"), tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text() == "new"


@pytest.mark.parametrize("exchange", [True, False], ids=["one step", "two renames"])
def test_old_and_new_change_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchange: bool) -> None:
    if not exchange:
        monkeypatch.setattr(publish, "_exchange", lambda one, other: False)
    fresh, site = folder(tmp_path / "fresh", "new"), folder(tmp_path / "site", "old")
    publish.swap(fresh, site)
    assert (site / "index.html").read_text() == "new"
    assert (fresh / "index.html").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["fresh", "site"]


def test_a_rename_that_fails_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publish, "_exchange", lambda one, other: False)
    site = folder(tmp_path / "site", "old")
    with pytest.raises(OSError):
        publish.swap(tmp_path / "never-made", site)
    assert (site / "index.html").read_text() == "old"
