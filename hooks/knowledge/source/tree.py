"""The files below a docs folder, found without following what leads out of it, runs in a circle or is no file."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from knowledge.problems import Place, Problem, shown_path

ENDINGS = (".md", ".yml", ".yaml", ".csv")
"""What is read here as text: a folder with such a name is a mistake of its own."""


@dataclass
class Tree:
    """Walks one docs folder and gathers what cannot be read."""

    docs_dir: Path
    start: Path | None
    problems: list[Problem] = field(default_factory=list)

    def files(self) -> list[str]:
        """All ordinary files, as sorted paths from the docs folder; hidden ones and hidden folders are left out."""
        return sorted(self._walk())

    def _walk(self) -> Iterator[str]:
        root = Path(os.path.realpath(self.docs_dir))
        for folder, folders, names in os.walk(self.docs_dir, onerror=self._closed):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in folders:
                self._folder(Path(folder, name), root)
            for name in sorted(names):
                file = Path(folder, name)
                if not name.startswith(".") and self._ordinary(file, root):
                    yield PurePosixPath(file.relative_to(self.docs_dir)).as_posix()

    def _closed(self, error: OSError) -> None:
        """A folder that may not be listed, or that went while it was."""
        reason = error.strerror or "unknown reason"
        self._report(Path(str(error.filename)), "F009", f"The folder cannot be read: {reason}.", _MAY_BE_READ)

    def _folder(self, folder: Path, root: Path) -> None:
        if folder.is_symlink():
            self._link(folder, root)
        elif folder.suffix in ENDINGS:
            message = f"“{folder.name}” is a folder, but is named like a file."
            self._report(folder, "L009", message, f"Rename the folder to “{folder.stem}”, or put the file itself here.")

    def _link(self, file: Path, root: Path) -> bool:
        """Whether a link stays inside the docs folder."""
        if Path(os.path.realpath(file)).is_relative_to(root):
            return True
        self._report(
            file, "L010", f"“{file.name}” is a link that leads out of the docs folder.", "Put the file itself here."
        )
        return False

    def _ordinary(self, file: Path, root: Path) -> bool:
        """Whether a file may be opened: reading a pipe or a device could wait for ever."""
        if file.is_symlink() and not self._link(file, root):
            return False
        try:
            mode = file.stat().st_mode
        except OSError as error:  # a link in a circle, or to nothing; a file that has just gone
            reason = error.strerror or "unknown reason"
            self._report(file, "F009", f"The file cannot be read: {reason}.", _MAY_BE_READ)
            return False
        if stat.S_ISREG(mode):
            return True
        message = f"“{file.name}” is no ordinary file, but a pipe, a socket or a device."
        self._report(file, "F009", message, "Remove it, or put a file here.")
        return False

    def _report(self, file: Path, rule: str, message: str, hint: str) -> None:
        self.problems.append(Problem.at(Place(shown_path(file, self.start)), rule, message, hint))


_MAY_BE_READ = "Check that it exists and may be read."
