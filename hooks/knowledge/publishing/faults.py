"""What the system refuses, in plain words: each with what to do about it."""

from __future__ import annotations

import errno
from pathlib import Path
from types import MappingProxyType


class PublishingError(Exception):
    """Why nothing can be published, in a sentence for the person who typed the command."""


_IN_WORDS: MappingProxyType[int, str] = MappingProxyType(
    {
        errno.ENOSPC: "the disk is full. Make room, then build again",
        errno.EDQUOT: "your share of the disk is used up. Make room, then build again",
        errno.EFBIG: "the file is larger than this system lets you write. See `ulimit -f`",
        errno.EROFS: "the disk can be read, not written. Build in a folder that you may write to",
        errno.EACCES: "you may not write there. Build in a folder that you may write to",
        errno.EPERM: "you may not write there. Build in a folder that you may write to",
        errno.EBUSY: "it is in use by the system, perhaps as a mount point. Build beside it and copy",
        errno.EXDEV: "it lies on another disk. Build beside it and copy",
        errno.EMFILE: "too many files are open. See `ulimit -n`",
        errno.EIO: "the disk failed. Look at its health before you build again",
    }
)


def in_words(error: OSError) -> str:
    """Such as `site.new/index.html: the disk is full. Make room, then build again.`, without a traceback."""
    reason = _IN_WORDS.get(error.errno or 0) or (error.strerror or str(error)).rstrip(".")
    name = error.filename2 or error.filename
    where = f"{shown(Path(str(name)))}: " if isinstance(name, str | Path) else ""
    return f"{where}{reason}."


def shown(path: Path) -> str:
    """A path as it is typed from where the command runs."""
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()
