"""The manifest: what sha256sum reads, in a fixed order, whole."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from knowledge.publishing.manifest import NAME, write_manifest


def site(root: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return root


def test_it_tells_every_file_but_itself_in_order(tmp_path: Path) -> None:
    site(tmp_path, {"b.html": b"b", "a/index.html": b"a", "a.css": b"", NAME: b"an old one"})
    sums = write_manifest(tmp_path)
    assert list(sums) == ["a.css", "a/index.html", "b.html"]
    assert sums["b.html"] == hashlib.sha256(b"b").hexdigest()
    lines = (tmp_path / NAME).read_text().splitlines()
    assert lines == [f"{sums[name]}  {name}" for name in sums]


def test_sha256sum_checks_it_and_hears_of_one_changed_byte(tmp_path: Path) -> None:
    tool = shutil.which("sha256sum") or pytest.fail("sha256sum is missing: it comes with coreutils")
    names = {"index.html": b"1", "a b/ü.html": b"2", "back\\slash": b"3", "line\nbreak\r": b"4"}
    write_manifest(site(tmp_path, names))
    check = [tool, "--check", "--quiet", "--strict", NAME]
    assert subprocess.run(check, cwd=tmp_path, check=False, capture_output=True).returncode == 0
    (tmp_path / "line\nbreak\r").write_bytes(b"5")
    assert subprocess.run(check, cwd=tmp_path, check=False, capture_output=True).returncode == 1


def test_the_manifest_of_the_last_site_is_never_written_through_a_link(tmp_path: Path) -> None:
    last, fresh = site(tmp_path / "last", {"index.html": b"old"}), site(tmp_path / "fresh", {"index.html": b"new"})
    write_manifest(last)
    before = (last / NAME).read_bytes()
    os.link(last / NAME, fresh / NAME)
    write_manifest(fresh)
    assert (last / NAME).read_bytes() == before
    assert (fresh / NAME).read_bytes() != before
