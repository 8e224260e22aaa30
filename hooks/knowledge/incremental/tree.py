"""The written site: what of the last one is kept, and how it comes into this one.

A site written in place is put aside before the generator empties it and brought back after, less everything that is no
page. Into a fresh folder kept pages come as hard links to the last good site, or as copies. Nothing is ever written
through a link.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from knowledge.incremental.digest import digest
from knowledge.incremental.records import Output

_ASIDE = ".kept"


class Tree:
    """The folder a build writes to, and the folder that pages are kept from."""

    def __init__(self, site: str, last: Iterable[str]) -> None:
        """A build into `site`; `last` are places where good ones may lie."""
        self.site = Path(os.path.realpath(site))
        self._aside = self.site.with_name(self.site.name + _ASIDE)
        places = [Path(os.path.realpath(one)) for one in last]
        self._in_place = self.site in places
        self._others = [place for place in places if place != self.site]
        self._good: set[str] = set()

    def put_aside(self) -> None:
        """Before the generator empties the folder: move it out of the way."""
        if not self._in_place:
            return
        with suppress(OSError):
            if self._aside.exists():  # left by a build that was killed
                if self.site.exists() and any(self.site.iterdir()):
                    shutil.rmtree(self._aside, ignore_errors=True)
                else:
                    self._bring_back()
            if self.site.is_dir():
                self.site.rename(self._aside)

    def bring_back(self, outputs: Mapping[str, Output]) -> None:
        """After it: bring the folder back, with nothing in it but pages that are still as they were written."""
        if self._in_place and self._aside.is_dir():
            self._bring_back()
            kept = {output.path: output for output in outputs.values()}
            self._sweep(self.site, "", kept)
            self._good = set(kept) & self._good

    def has(self, output: Output | None) -> bool:
        """Whether the page lies in the last good site as it was written, untouched."""
        if output is None:
            return False
        return output.path in self._good or self._elsewhere(output) is not None

    def keep(self, output: Output) -> bool:
        """Have the page in this site; False where that cannot be."""
        if output.path in self._good:
            return True
        source = self._elsewhere(output)
        if source is None:
            return False
        target = self.site / output.path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                target.hardlink_to(source)
            except OSError:
                shutil.copy2(source, target)
        except OSError:
            return False
        return True

    def make_way(self, path: str) -> None:
        """Before a file is written: what stands there goes, so that no other link to it is changed."""
        with suppress(OSError):
            (self.site / path).unlink()

    def finish(self, written: set[str]) -> None:
        """At the end: remove the pages that this site no longer has."""
        for path in self._good - written:
            self.make_way(path)
            with suppress(OSError):
                for folder in Path(path).parents:
                    if folder != Path():
                        (self.site / folder).rmdir()

    def _elsewhere(self, output: Output) -> Path | None:
        files = (place / output.path for place in self._others)
        return next((file for file in files if untouched(file, output)), None)

    def _bring_back(self) -> None:
        if self.site.is_dir():
            for entry in list(self.site.iterdir()):  # hidden ones, which the generator never removes
                (shutil.rmtree if entry.is_dir() and not entry.is_symlink() else os.unlink)(entry)
            self.site.rmdir()
        self._aside.rename(self.site)

    def _sweep(self, folder: Path, below: str, kept: Mapping[str, Output]) -> bool:
        """Remove what is not kept; whether the folder is empty then."""
        empty = True
        with os.scandir(folder) as entries:
            for entry in list(entries):
                path = below + entry.name
                if not below and entry.name.startswith("."):
                    empty = False
                elif entry.is_dir(follow_symlinks=False):
                    if self._sweep(Path(entry.path), f"{path}/", kept):
                        Path(entry.path).rmdir()
                    else:
                        empty = False
                elif path in kept and not entry.is_symlink() and untouched(Path(entry.path), kept[path]):
                    self._good.add(path)
                    empty = False
                else:
                    Path(entry.path).unlink()
        return empty


def untouched(file: Path, output: Output) -> bool:
    """Whether a file is as it was written: by size and time, else by its content."""
    try:
        found = file.stat()
        if found.st_size != output.size:
            return False
        return found.st_mtime_ns == output.time or digest(file.read_bytes()) == output.content
    except OSError:
        return False


def as_written(site: Path, output: Output) -> Output:
    """The same output with the size and time the file now has."""
    found = (site / output.path).stat()
    return Output(output.path, found.st_size, found.st_mtime_ns, output.content)
