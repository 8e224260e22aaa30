"""Build beside the old site and swap only when all passed: `python -m knowledge.publish` (make build)."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h: swap two paths in one step


def main() -> int:
    """Build strictly into a fresh folder; on success it becomes site/, else site/ stays as it was."""
    site = Path("site")
    fresh = Path(tempfile.mkdtemp(prefix="site.", dir=Path.cwd()))
    mkdocs = Path(sys.executable).with_name("mkdocs")
    try:
        done = subprocess.run([str(mkdocs), "build", "--strict", "--site-dir", str(fresh)], check=False)  # noqa: S603
        if done.returncode != 0:
            kept = "; site/ is as it was" if site.is_dir() else ""
            print(f"The build failed{kept}.", file=sys.stderr)  # noqa: T201
            return 1
        fresh.chmod(0o755)  # mkdtemp makes it private
        swap(fresh, site)
        return 0
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def swap(fresh: Path, current: Path) -> None:
    """Put `fresh` in the place of `current`, which then stands where `fresh` was; in one step where Linux offers it.

    Raises:
        OSError: when neither way of renaming works; `current` is then as it was.
    """
    if not current.exists():
        fresh.rename(current)
        return
    if _exchange(fresh, current):
        return
    aside = fresh.with_name(f"{fresh.name}.old")
    current.rename(aside)
    try:
        fresh.rename(current)
    except OSError:
        aside.rename(current)
        raise
    aside.rename(fresh)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders with renameat2; False where the system has no such call."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)


if __name__ == "__main__":
    sys.exit(main())
