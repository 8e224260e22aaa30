"""One state of the project gives one site, byte for byte, in whatever surroundings; `make audit` tries each alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.reproducible.variants import TOGETHER, Variant, built, different


def test_a_site_does_not_tell_where_when_and_by_whom_it_was_built(tmp_path: Path) -> None:
    plain = built(Variant(), tmp_path / "plain")
    unlike = built(TOGETHER, tmp_path / "unlike")
    assert different(plain, unlike) == []
    assert plain == unlike, "the order of the manifest too"
    assert "  answers/sciatica/index.html\n" in plain
    site = tmp_path / "unlike" / TOGETHER.folder / "site"
    shut = [path for path in (site, *site.rglob("*")) if not path.stat().st_mode & 0o044]
    assert shut == [], "whatever the umask, a server may read it"


def test_what_differs_is_named() -> None:
    assert different("1  a\n2  b\n", "1  a\n3  b\n4  c\n") == ["b", "c"]
    assert different("1  a\n", "1  a\n") == []


def test_the_disturbed_surroundings_do_disturb(tmp_path: Path) -> None:
    """Else the comparison above would prove nothing."""
    for name in "abcdefgh":
        (tmp_path / name).touch()
    code = "import os, time; print(os.listdir('.'), [e.name for e in os.scandir('.')], time.time() // 1e6)"
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=tmp_path,
            env=os.environ | TOGETHER.environment | {"FILE_ORDER": order},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for order in "123"
    }
    assert len(said) == 3
