"""Where a site is published, and how what a killed build left is put right."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.publishing.faults import PublishingError
from knowledge.publishing.places import Places, remove


def folder(path: Path, text: str) -> Path:
    path.mkdir()
    (path / "index.html").write_text(text)
    return path


def test_the_fresh_site_stands_beside_the_site_itself(tmp_path: Path) -> None:
    assert Places.of(tmp_path / "site").fresh == tmp_path / "site.new"


def test_a_link_is_followed_so_that_what_readers_get_is_changed(tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    folder(tmp_path / "www" / "live", "old")
    (tmp_path / "site").symlink_to(tmp_path / "www" / "live")
    places = Places.of(tmp_path / "site")
    assert places.site == tmp_path / "www" / "live"
    assert places.fresh == tmp_path / "www" / "live.new"


def test_a_link_to_a_folder_still_to_be_made_is_followed_too(tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to(tmp_path / "live")
    assert Places.of(tmp_path / "site").site == tmp_path / "live"


def test_where_no_folder_can_be_put_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(PublishingError, match=r"^file is a file, where the folder of the site belongs"):
        Places.of(Path("file"))
    (tmp_path / "astray").symlink_to("/nowhere/at/all")
    with pytest.raises(PublishingError, match=r"^astray leads to /nowhere/at/all, and there is no folder /nowhere/at"):
        Places.of(Path("astray"))
    with pytest.raises(PublishingError, match="/proc is a mount point"):
        Places.of(Path("/proc"))


def test_what_a_killed_build_left_goes(tmp_path: Path) -> None:
    places = Places.of(folder(tmp_path / "site", "good"))
    folder(places.fresh, "half")
    folder(places.aside, "half removed")
    places.settle()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert (places.site / "index.html").read_text() == "good"


def test_a_site_that_stood_aside_comes_back(tmp_path: Path) -> None:
    """Killed between the two renames of a system that cannot exchange folders."""
    places = Places.of(tmp_path / "site")
    folder(places.aside, "good")
    folder(places.fresh, "new, but nobody knows how whole")
    places.settle()
    assert (places.site / "index.html").read_text() == "good"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_nothing_else_beside_the_site_is_touched(tmp_path: Path) -> None:
    places = Places.of(folder(tmp_path / "site", "good"))
    folder(tmp_path / "site.backup", "a person's own")
    places.settle()
    assert (tmp_path / "site.backup" / "index.html").read_text() == "a person's own"


def test_removing_a_link_leaves_what_it_leads_to(tmp_path: Path) -> None:
    kept = folder(tmp_path / "kept", "precious")
    (tmp_path / "link").symlink_to(kept)
    remove(tmp_path / "link")
    assert (kept / "index.html").read_text() == "precious"
    assert not (tmp_path / "link").is_symlink()
