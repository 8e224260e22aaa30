"""Pages of the last copy, so that only those that changed are read and written anew; in .cache/offline, safe to delete.

A page is kept by all that it was made from: its bytes, what the copy holds, where the site is published, and the code.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

_TABLE = (
    "CREATE TABLE IF NOT EXISTS pages (name TEXT PRIMARY KEY, made_from BLOB, sum BLOB, content BLOB) WITHOUT ROWID"
)


@dataclass
class Kept:
    """Pages by their path in the site; `common` stands for what all of them depend on."""

    file: Path | None
    common: bytes
    _old: dict[str, tuple[bytes, bytes, bytes]] = field(default_factory=dict)
    _new: dict[str, tuple[bytes, bytes, bytes]] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path | None, *common: str) -> Kept:
        """What is kept in a folder; nothing without one, or where it cannot be read."""
        kept = cls(
            folder / "pages.sqlite" if folder else None,
            _digest(_program(), *(part.encode("utf-8", "surrogatepass") for part in common)),
        )
        if kept.file and kept.file.is_file():
            with suppress(sqlite3.Error):
                base = sqlite3.connect(kept.file)
                try:
                    rows = base.execute("SELECT name, made_from, sum, content FROM pages").fetchall()
                finally:
                    base.close()
                kept._old = {row[0]: row[1:] for row in rows if all(isinstance(part, bytes) for part in row[1:])}
        return kept

    def page(self, name: str, source: bytes, make: Callable[[], bytes]) -> bytes:
        """A page of the copy: as it was made before from the same, else made now."""
        made_from = _digest(self.common, name.encode("utf-8", "surrogatepass"), source)
        old = self._old.get(name)
        if old is None or old[0] != made_from or old[1] != _digest(old[0], old[2]):
            content = make()
            old = made_from, _digest(made_from, content), content
        self._new[name] = old
        return old[2]

    def save(self) -> None:
        """Keep the pages of this copy for the next one, and no others; where that cannot be, it makes them all."""
        if self.file is None or self._new == self._old:
            return
        with suppress(OSError, sqlite3.Error):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._write(self.file)
            except sqlite3.DatabaseError:
                self.file.unlink()
                self._write(self.file)

    def _write(self, file: Path) -> None:
        base = sqlite3.connect(file)
        try:
            with base:
                base.execute("PRAGMA synchronous = OFF")
                base.execute(_TABLE)
                gone = [(name,) for name in self._old.keys() - self._new.keys()]
                base.executemany("DELETE FROM pages WHERE name = ?", gone)
                changed = [(name, *row) for name, row in self._new.items() if row != self._old.get(name)]
                base.executemany("INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?)", changed)
        finally:
            base.close()


def _program() -> bytes:
    """What stands for the code that makes a page, and the parser of this Python."""
    files = sorted(Path(__file__).parent.glob("*.py"))
    return _digest(sys.version.encode(), *(file.read_bytes() for file in files))


def _digest(*parts: bytes) -> bytes:
    made = blake2b(digest_size=16)
    for part in parts:
        made.update(b"%d:" % len(part))
        made.update(part)
    return made.digest()
