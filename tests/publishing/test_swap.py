"""Swapping a fresh site into the place of the old one."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from knowledge.publishing import swap as module
from knowledge.publishing.swap import swap


def folder(path: Path, text: str) -> Path:
    path.mkdir()
    (path / "index.html").write_text(text)
    return path


@pytest.fixture(params=[True, False], ids=["one step", "two renames"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Where the system can exchange two folders, and where it cannot."""
    if not request.param:
        monkeypatch.setattr(module, "_exchange", lambda one, other: False)
    return bool(request.param)


def test_the_first_site_is_simply_put_in_place(tmp_path: Path) -> None:
    assert swap(folder(tmp_path / "fresh", "new"), tmp_path / "site", tmp_path / "aside") is None
    assert (tmp_path / "site" / "index.html").read_text() == "new"


def test_old_and_new_change_places(tmp_path: Path, either_way: bool) -> None:
    fresh, site = folder(tmp_path / "fresh", "new"), folder(tmp_path / "site", "old")
    old = swap(fresh, site, tmp_path / "aside")
    assert old == (fresh if either_way else tmp_path / "aside")
    assert (site / "index.html").read_text() == "new"
    assert (old / "index.html").read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_rename_that_fails_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_exchange", lambda one, other: False)
    monkeypatch.setattr(module, "_write_out", lambda folder: None)
    site = folder(tmp_path / "site", "old")
    with pytest.raises(OSError, match="never-made"):
        swap(tmp_path / "never-made", site, tmp_path / "aside")
    assert (site / "index.html").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_cannot_be_written_out_is_not_put_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(folder: Path) -> None:
        raise OSError(28, "No space left on device", str(folder))

    monkeypatch.setattr(module, "_write_out", full)
    fresh, site = folder(tmp_path / "fresh", "new"), folder(tmp_path / "site", "old")
    with pytest.raises(OSError, match="No space"):
        swap(fresh, site, tmp_path / "aside")
    assert (site / "index.html").read_text() == "old"


def test_a_signal_is_heard_after_the_change_not_within(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, either_way: bool
) -> None:
    """An interrupt between two renames would leave no site."""
    fresh, site = folder(tmp_path / "fresh", "new"), folder(tmp_path / "site", "old")
    monkeypatch.setattr(module, "_write_out", lambda folder: os.kill(os.getpid(), signal.SIGINT))
    with pytest.raises(KeyboardInterrupt):
        swap(fresh, site, tmp_path / "aside")
    assert (site / "index.html").read_text() == "new"
