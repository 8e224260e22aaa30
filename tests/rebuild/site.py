"""A site on the disk that edits are made on, and its states to go back to."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

LONG_AGO = 1_500_000_000
_LEFT = (".cache", "site")
State = dict[str, bytes]


@dataclass
class Site:
    """A folder with docs/, mkdocs.yml and what belongs to them."""

    folder: Path
    past: list[State] = field(default_factory=list)

    def files(self, below: str, ending: str = "") -> list[str]:
        """The files below a folder of the site, by their paths from the site's folder."""
        found = (path for path in (self.folder / below).rglob(f"*{ending}") if path.is_file())
        return sorted(path.relative_to(self.folder).as_posix() for path in found)

    def pages(self) -> list[str]:
        """All pages but the home page and the list of tags, by their paths from the site's folder."""
        return [name for name in self.files("docs", ".md") if name.count("/") > 1]

    def read(self, name: str) -> str:
        """A file's text; bytes that are not UTF-8 as surrogates."""
        return (self.folder / name).read_bytes().decode("utf-8", "surrogateescape")

    def write(self, name: str, text: str) -> None:
        """Save a file, as an editor does that writes in place."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8", "surrogateescape"))

    def remove(self, name: str) -> None:
        """Remove a file, and its folder when nothing else is in it."""
        file = self.folder / name
        file.unlink()
        if not any(file.parent.iterdir()):
            file.parent.rmdir()

    def age(self, name: str) -> None:
        """Give a file an old date, as unpacking or copying does."""
        os.utime(self.folder / name, (LONG_AGO, LONG_AGO))

    def replace(self, name: str, old: str, new: str) -> bool:
        """Put one text in the place of another, once; False where it is not there."""
        text = self.read(name)
        if old not in text or old == new:
            return False
        self.write(name, text.replace(old, new, 1))
        return True

    def settings(self) -> dict[str, Any]:
        """What mkdocs.yml says."""
        return dict(yaml.safe_load(self.read("mkdocs.yml")))

    def set(self, settings: dict[str, Any]) -> None:
        """Save mkdocs.yml."""
        self.write("mkdocs.yml", yaml.safe_dump(settings, sort_keys=False, width=1000))

    def state(self) -> State:
        """Everything a writer may have written."""
        found = {}
        for name in self.files("."):
            if not name.startswith(_LEFT):
                found[name] = (self.folder / name).read_bytes()
        return found

    def go_back(self, state: State) -> None:
        """Put everything as it was, writing only what differs."""
        now = self.state()
        for name in now.keys() - state.keys():
            self.remove(name)
        for name, content in state.items():
            if now.get(name) != content:
                file = self.folder / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)


Edit = Callable[[Site, random.Random], str | None]
"""Changes something and says what; None where there is nothing of its kind to change."""
