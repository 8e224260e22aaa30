"""What the system refuses, in plain words; what publishing says of the site whatever ended it."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from knowledge import publish
from knowledge.publishing.faults import in_words


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "the disk is full."),
        (errno.EROFS, "the disk can be read, not written."),
        (errno.EACCES, "you may not write there."),
        (errno.EBUSY, "it is in use by the system, perhaps as a mount point."),
        (errno.EXDEV, "it lies on another disk."),
    ],
)
def test_a_refusal_is_told_with_what_to_do(
    code: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = in_words(OSError(code, os.strerror(code), str(tmp_path / "site.new")))
    assert text.startswith(f"site.new: {words} ")
    assert text.endswith(".")


def test_another_refusal_keeps_the_systems_words() -> None:
    assert in_words(OSError(errno.ELOOP, "Too many levels of symbolic links")) == "Too many levels of symbolic links."
    assert in_words(OSError("odd")) == "odd."


@pytest.mark.parametrize("there", [True, False])
def test_an_address_that_is_none_ends_in_one_line(
    there: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SITE_URL", "example.org")
    if there:
        (tmp_path / "site").mkdir()
    assert publish.main([]) == 1
    kept = " site/ is as it was." if there else ""
    assert capsys.readouterr().err == (
        "Nothing was published: “example.org” cannot be the address of a site. "
        f"Type for example: SITE_URL=https://example.org/ make build.{kept}\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == (["site"] if there else [])


def test_a_file_in_the_place_of_the_site_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "site").write_text("a person's own")
    assert publish.main([]) == 1
    assert capsys.readouterr().err.startswith("Nothing was published: site is a file, where the folder of the site")
    assert (tmp_path / "site").read_text() == "a person's own"


def test_whoever_stops_it_at_its_very_first_moment_is_told_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(_arguments: object) -> publish.Task:
        raise KeyboardInterrupt

    monkeypatch.setattr(publish, "_task", stopped)
    assert publish.main([]) == 130
    assert capsys.readouterr().err.startswith("Stopped.")
