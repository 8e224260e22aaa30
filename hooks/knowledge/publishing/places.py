"""Where the published site stands, where a fresh one is built, and how what a killed build left is put right."""

from __future__ import annotations

import errno
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from knowledge.publishing.faults import PublishingError, in_words, shown


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one published site, side by side, so that one can be renamed to another.

    Their names are always the same, since one build runs at a time: what a killed one left is found by its name.
    """

    site: Path
    """The last good site, links followed: what stands behind a symbolic link is what readers get."""

    @classmethod
    def of(cls, typed: Path) -> Places:
        """The places for a site folder as typed.

        Raises:
            PublishingError: where no folder can be put in the place of what stands there.
        """
        try:
            site = Path(os.path.realpath(typed))
        except OSError as error:
            raise PublishingError(in_words(error)) from None
        name = shown(typed.absolute())
        if site.exists() and not site.is_dir():
            raise PublishingError(
                f"{name} is a file, where the folder of the site belongs. Move it away, then build again."
            )
        if typed.is_symlink() and not site.parent.is_dir():
            raise PublishingError(
                f"{name} leads to {site}, and there is no folder {site.parent}. Make it, or remove the link."
            )
        if site.is_mount():
            raise PublishingError(
                f"{name} is a mount point, which cannot be changed in one step. "
                "Mount the folder above it, or build elsewhere and copy."
            )
        return cls(site)

    @property
    def fresh(self) -> Path:
        """Where the next site is built; after the change it holds the old one until that is removed."""
        return self.site.with_name(f"{self.site.name}.new")

    @property
    def aside(self) -> Path:
        """Where the old site stands for a moment, on systems that cannot exchange two folders in one step."""
        return self.site.with_name(f"{self.site.name}.old")

    def settle(self) -> None:
        """Put right what a killed build left: its half-built folder goes, and an old site that stood aside comes back.

        To be called while no other build runs.

        Raises:
            OSError: when something that was left cannot be removed.
        """
        if self.aside.exists() and not self.site.exists():
            self.aside.rename(self.site)
        remove(self.fresh)
        remove(self.aside)


def remove(folder: Path) -> None:
    """Remove a folder whatever stands in it, if it is there; a link is removed, never what it leads to.

    Raises:
        OSError: when it is still there afterwards.
    """
    for _ in range(2):  # a build that lost its parent may still write its last file
        if folder.is_symlink() or folder.is_file():
            folder.unlink()
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
    shutil.rmtree(folder)
    if folder.exists():
        raise OSError(errno.ENOTEMPTY, os.strerror(errno.ENOTEMPTY), str(folder))
