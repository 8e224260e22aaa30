"""Changes that are not yet made: files as they would be, to be read and checked before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from knowledge.source.text import DATA_BYTES, SourceText, decode, read_text

Changes = Mapping[str, bytes | None]
"""The bytes of changed and new files by path from docs/; None for one that goes."""


def changed_files(files: Iterable[str], changes: Changes) -> tuple[str, ...]:
    """The files of docs/ as they would be, sorted."""
    gone = {name for name, data in changes.items() if data is None}
    new = {name for name, data in changes.items() if data is not None and not name.startswith("../")}
    return tuple(sorted((set(files) - gone) | new))


def changed_text(docs_dir: Path, name: str, shown: str, changes: Changes, limit: int = DATA_BYTES) -> SourceText:
    """A file's text as it would be; one on the disk of more than `limit` bytes is not read."""
    data = changes.get(name)
    return read_text(docs_dir / name, path=shown, limit=limit) if data is None else decode(data, shown)
