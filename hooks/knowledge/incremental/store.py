"""The memory between builds, in .cache/incremental: one SQLite file for each site and use, safe to delete at any time.

SQLite writes all or nothing and tells when a file is damaged; a damaged one, or one of another form, is thrown away.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from knowledge.incremental.records import PageRecord

FORM = 1
"""The form of the file; another number is another form."""
_PAGES = 262_144  # of 4 KiB: at most 1 GiB
_FILES = 8
_TABLES = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE pages (path TEXT PRIMARY KEY, record TEXT NOT NULL, content TEXT NOT NULL, entries TEXT NOT NULL);
"""


class Store:
    """Records of pages by their path, with their content and search entries."""

    def __init__(self, file: Path) -> None:
        """Open a store, empty where there is none that can be read.

        Raises:
            OSError, sqlite3.Error: where none can be made.
        """
        self._file = file
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._base = self._open()
        except sqlite3.DatabaseError:
            self._remove()
            self._base = self._open()
        for old in sorted(file.parent.glob("*.sqlite"), key=_age)[:-_FILES]:
            old.unlink(missing_ok=True)

    def again(self) -> Store:
        """The same store for another process: a connection must not be shared."""
        return Store(self._file)

    def folder(self, name: str) -> str:
        """A folder beside the store, for what else is remembered."""
        folder = self._file.parent / name
        folder.mkdir(exist_ok=True)
        return str(folder)

    def fact(self, name: str) -> Any:
        """Something remembered of the whole site; None where nothing is."""
        row = self._base.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return json.loads(row[0]) if row else None

    def records(self) -> dict[str, PageRecord]:
        """All pages that can be read, by path."""
        found: dict[str, PageRecord] = {}
        for path, text in self._base.execute("SELECT path, record FROM pages"):
            with suppress(ValueError, TypeError, KeyError):
                found[path] = PageRecord.from_json(text)
        return found

    def content(self, path: str) -> tuple[str, list[Any]]:
        """A page's HTML as Markdown gave it, and its table of contents as tokens.

        Raises:
            KeyError: where nothing is remembered.
        """
        row = self._base.execute("SELECT content FROM pages WHERE path = ?", (path,)).fetchone()
        if row is None:
            raise KeyError(path)
        html, toc = json.loads(row[0])
        return html, toc

    def entries(self) -> dict[str, str]:
        """Every page's entries of the search index as JSON without brackets."""
        return dict(self._base.execute("SELECT path, entries FROM pages"))

    def save(
        self,
        facts: dict[str, Any],
        pages: Iterable[tuple[str, PageRecord, tuple[str, list[Any]] | None, str | None]],
        paths: Iterable[str],
    ) -> None:
        """Remember pages in one step, and forget those that are not among `paths`.

        Content and entries that are None stay as they are. A full or broken store is removed: the next build fills it.
        """
        try:
            with self._base:
                self._base.executemany(
                    "INSERT OR REPLACE INTO facts VALUES (?, ?)",
                    [(name, json.dumps(value)) for name, value in facts.items()],
                )
                for path, record, content, entries in pages:
                    self._put(path, record, content, entries)
                known = {row[0] for row in self._base.execute("SELECT path FROM pages")}
                self._base.executemany("DELETE FROM pages WHERE path = ?", [(path,) for path in known - set(paths)])
        except sqlite3.Error:
            self.close()
            self._remove()

    def close(self) -> None:
        """Let go of the file."""
        with suppress(sqlite3.Error):
            self._base.close()

    def _put(self, path: str, record: PageRecord, content: tuple[str, list[Any]] | None, entries: str | None) -> None:
        try:
            text = record.as_json()
        except (TypeError, ValueError):  # it cannot be remembered, and is made again each time
            self._base.execute("DELETE FROM pages WHERE path = ?", (path,))
            return
        if content is None:
            self._base.execute("UPDATE pages SET record = ? WHERE path = ?", (text, path))
        else:
            self._base.execute(
                "INSERT OR REPLACE INTO pages VALUES"
                " (?, ?, ?, COALESCE(?, (SELECT entries FROM pages WHERE path = ?), ''))",
                (path, text, json.dumps(content, ensure_ascii=False), entries, path),
            )
        if content is None and entries is not None:
            self._base.execute("UPDATE pages SET entries = ? WHERE path = ?", (entries, path))

    def _open(self) -> sqlite3.Connection:
        base = sqlite3.connect(self._file, timeout=10, check_same_thread=False)
        try:
            base.execute("PRAGMA synchronous = OFF")
            base.execute(f"PRAGMA max_page_count = {_PAGES}")
            (form,) = base.execute("PRAGMA user_version").fetchone()
            if form != FORM:
                if base.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                    raise sqlite3.DatabaseError("another form")
                base.execute("PRAGMA auto_vacuum = FULL")
                base.executescript(_TABLES)
                base.execute(f"PRAGMA user_version = {FORM}")
                base.commit()
            base.execute("SELECT path, record, content, entries FROM pages LIMIT 1").fetchone()
            base.execute("SELECT name, value FROM facts LIMIT 1").fetchone()
        except sqlite3.Error:
            base.close()
            raise
        return base

    def _remove(self) -> None:
        for end in ("", "-journal", "-wal", "-shm"):
            Path(f"{self._file}{end}").unlink(missing_ok=True)


def _age(file: Path) -> float:
    with suppress(OSError):
        return file.stat().st_mtime
    return 0.0
