"""The memory between builds, in .cache/incremental: one SQLite file for each site and use, safe to delete at any time.

SQLite writes all or nothing and tells when its own structure is damaged; a damaged file, or one of another form, is
thrown away. What SQLite does not tell, a changed byte in a text, each row's own sum does: such a page is made again.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from knowledge.incremental.records import PageRecord

FORM = 2
"""The form of the file; another number is another form."""
_PAGES = 262_144  # of 4 KiB: at most 1 GiB
_FILES = 8
_TABLES = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE pages (
  path TEXT PRIMARY KEY, record TEXT NOT NULL, content TEXT NOT NULL, entries TEXT NOT NULL, sum INTEGER NOT NULL
);
"""


class Store:
    """Records of pages by their path, with their content and search entries."""

    def __init__(self, file: Path, *, read: bool = True) -> None:
        """Open a store, empty where there is none that can be read; what it holds is read once, to see that it can be.

        Raises:
            OSError, sqlite3.Error: where none can be made.
        """
        self._file = file
        self._records: dict[str, PageRecord] = {}
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._base = self._open()
            if read:
                self._records = self._read()
        except sqlite3.DatabaseError:
            self._remove()
            self._base = self._open()
        for old in sorted(file.parent.glob("*.sqlite"), key=_age)[:-_FILES]:
            old.unlink(missing_ok=True)

    def again(self) -> Store:
        """The same store for another process: a connection must not be shared."""
        return Store(self._file, read=False)

    def folder(self, name: str) -> str:
        """A folder beside the store, for what else is remembered."""
        folder = self._file.parent / name
        folder.mkdir(exist_ok=True)
        return str(folder)

    def fact(self, name: str) -> Any:
        """Something remembered of the whole site; None where nothing is that can be read."""
        row = self._base.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        sum_, _, text = row[0].partition(" ") if row else ("", "", "")
        return json.loads(text) if sum_ == str(_sum(name, text)) else None

    def records(self) -> dict[str, PageRecord]:
        """All pages that could be read, by path."""
        return self._records

    def _read(self) -> dict[str, PageRecord]:
        found: dict[str, PageRecord] = {}
        for path, text, content, entries, sum_ in self._base.execute(
            "SELECT path, record, content, entries, sum FROM pages"
        ):
            with suppress(ValueError, TypeError, KeyError):
                if sum_ == _sum(path, content, entries):
                    found[path] = PageRecord.from_json(text)
        self._base.execute("SELECT name, value FROM facts").fetchall()
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
                    [(name, _with_sum(name, json.dumps(value))) for name, value in facts.items()],
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
        if content is None and entries is None:
            self._base.execute("UPDATE pages SET record = ? WHERE path = ?", (text, path))
            return
        old = self._base.execute("SELECT content, entries FROM pages WHERE path = ?", (path,)).fetchone()
        kept = old or (None, "")
        html = kept[0] if content is None else json.dumps(content, ensure_ascii=False)
        found = kept[1] if entries is None else entries
        if html is not None:
            row = path, text, html, found, _sum(path, html, found)
            self._base.execute("INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?)", row)

    def _open(self) -> sqlite3.Connection:
        base = sqlite3.connect(self._file, timeout=10, check_same_thread=False)
        base.text_factory = lambda data: data.decode("utf-8", "replace")  # what is no text any more has another sum
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


def _sum(*texts: str) -> int:
    """Tells damage by chance, not by intent: who can write here can write the site."""
    made = 0
    for text in texts:
        made = zlib.crc32(text.encode("utf-8", "surrogatepass"), made)
    return made


def _with_sum(name: str, text: str) -> str:
    return f"{_sum(name, text)} {text}"


def _age(file: Path) -> float:
    with suppress(OSError):
        return file.stat().st_mtime
    return 0.0
