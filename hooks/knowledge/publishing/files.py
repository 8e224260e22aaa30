"""The files of a tree: all of them, or an error."""

from __future__ import annotations

import os
from pathlib import Path


def files_of(folder: Path) -> list[str]:
    """Every file and link below a folder, as sorted paths from it with `/`.

    Raises:
        OSError: when any folder in it cannot be read. `Path.rglob` leaves such a folder out without a word.
    """
    found: list[str] = []
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        with os.scandir(folder / inside) as entries:
            for entry in entries:
                name = f"{inside}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{name}/")
                else:
                    found.append(name)
    return sorted(found)
