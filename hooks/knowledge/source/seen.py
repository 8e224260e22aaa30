"""Files as they were last read: what is byte for byte the same is not decoded, split and parsed again.

Bytes are compared, never dates: two saves within one tick of the clock have the same date.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, cast

from knowledge.source.text import DATA_BYTES, SourceText, decode, read_text

MadeT = TypeVar("MadeT")


@dataclass
class Seen:
    """The texts of files, and what was made of them. One belongs to one docs folder and is for one thread."""

    _texts: dict[str, tuple[bytes, SourceText]] = field(default_factory=dict)
    _made: dict[str, tuple[object, Any]] = field(default_factory=dict)

    def text(self, file: Path, shown: str, limit: int = DATA_BYTES) -> SourceText:
        """A file's text: the same object as before where the file has the same bytes."""
        data = bytes_of(file, limit)
        if data is None:
            self._texts.pop(shown, None)
            return read_text(file, path=shown, limit=limit)
        known = self._texts.get(shown)
        if known is None or known[0] != data:
            known = self._texts[shown] = data, decode(data, shown)
        return known[1]

    def made(self, name: str, of: object, make: Callable[[], MadeT]) -> MadeT:
        """What `make` makes; the same object as before where it was made of the same."""
        known = self._made.get(name)
        if known is None or known[0] != of:
            known = self._made[name] = of, make()
        return cast(MadeT, known[1])


def bytes_of(file: Path, limit: int = DATA_BYTES) -> bytes | None:
    """The bytes of a file; None where it cannot be read or has more than `limit`."""
    try:
        with file.open("rb") as stream:
            data = stream.read(limit + 1)
    except OSError:
        return None
    return data if len(data) <= limit else None
