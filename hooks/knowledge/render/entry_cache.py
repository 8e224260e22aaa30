"""Formatted entries kept between builds in .cache/: citeproc needs about two milliseconds for each."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

_FOLDER = Path(".cache")


class EntryCache:
    """Entries by their record. Another style, another formatter or another citeproc is another file."""

    def __init__(self, *makers: bytes) -> None:
        """A cache for entries made from these bytes: the style's and the formatter's."""
        digest = sha256(b"".join((*makers, version("citeproc-py").encode()))).hexdigest()[:16]
        self._file = _FOLDER / f"references-{digest}.json"
        self._entries = self._read()
        self._new = False

    def get(self, record: str) -> str | None:
        """The entry of a record, if it was ever formatted."""
        return self._entries.get(_short(record))

    def put(self, record: str, entry: str) -> None:
        """Remember an entry; it is written with the next `save`."""
        self._entries[_short(record)] = entry
        self._new = True

    def save(self) -> None:
        """Write what is new, whole or not at all; a folder that cannot be written only costs time."""
        if not self._new:
            return
        self._new = False
        with suppress(OSError):
            _FOLDER.mkdir(exist_ok=True)
            unfinished = self._file.with_suffix(f".{os.getpid()}")
            unfinished.write_text(json.dumps(self._entries, sort_keys=True, indent=0), encoding="utf-8")
            unfinished.replace(self._file)

    def _read(self) -> dict[str, str]:
        with suppress(OSError, ValueError):
            found = json.loads(self._file.read_text(encoding="utf-8"))
            if isinstance(found, dict):
                return {key: entry for key, entry in found.items() if isinstance(entry, str)}
        return {}


def _short(record: str) -> str:
    return sha256(record.encode()).hexdigest()[:24]
