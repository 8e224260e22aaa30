"""Disks that are full or may not be written to: small ones in memory where this process may mount them."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.ground import Ended, Ground, at_operation, refuse

PAGE = 4096
"""Bytes in which a disk in memory gives out its room."""


class Disk:
    """A small disk in memory, whose size and rights can be changed while it is in use."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def change(self, *options: str) -> None:
        """Mount it anew with other options."""
        _mount("-o", ",".join(("remount", *options)), str(self.folder))

    @property
    def used(self) -> int:
        """Pages in use."""
        found = os.statvfs(self.folder)
        return found.f_blocks - found.f_bfree


@contextmanager
def small_disk(folder: Path) -> Iterator[Disk | None]:
    """A disk of 16 MB mounted in a folder; None, with a word on it, where this process has no right to mount one."""
    place = folder / "disk"
    place.mkdir()
    if _mount("-t", "tmpfs", "-o", "size=16m", "tmpfs", str(place)) != 0:
        sys.stderr.write("no right to mount a small disk: limits of the system stand in for it\n")
        yield None
        return
    try:
        yield Disk(place)
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def _mount(*arguments: str) -> int:
    if not shutil.which("mount"):
        return 1
    return subprocess.run(["mount", *arguments], check=False, capture_output=True).returncode


def fill(disk: Disk, ground: Ground, room: int) -> Ended:
    """Publish on a disk that has so many pages left; the room is there again afterwards."""
    disk.change(f"size={(disk.used + room) * PAGE}")
    try:
        return ground.publish()
    finally:
        disk.change("size=16m")


def needed(disk: Disk, ground: Ground) -> int:
    """Pages that one more site takes, and some for what is written beside it."""
    before = disk.used
    with_site = ground.folder / "one-more"
    shutil.copytree(ground.site, with_site)
    taken = disk.used - before
    shutil.rmtree(with_site)
    return taken + 4


def limited(ground: Ground, largest: int) -> Ended:
    """Publish where no file may be larger than so many bytes (EFBIG), the build's files included."""

    def disturb() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    return ground.publish(disturb)


def unwritable(disk: Disk | None, ground: Ground, chance: random.Random) -> Ended:
    """Publish where nothing may be written: a disk mounted so, a folder without the right, or a refusal."""
    if disk is not None:
        disk.change("ro")
        try:
            return ground.publish()
        finally:
            disk.change("rw")
    if os.geteuid() != 0:
        ground.folder.chmod(0o555)
        try:
            return ground.publish()
        finally:
            ground.folder.chmod(0o755)
    return ground.publish(at_operation(chance.randint(4, 12), refuse(30)))
