"""What the names noted in a recorded library stand for now: digests of text where that is enough, else of values."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from knowledge.incremental.digest import digest
from knowledge.incremental.haste import HASTE, LATER
from knowledge.library import Library
from knowledge.library import Page as LibraryPage
from knowledge.recorded_library import COLLECTIONS, RecordedLibrary
from knowledge.recording import Node

_JUDGED = frozenset({"report", "rules"})
"""What is derived from the outcome of a check: known at once where that was done, else left for later."""
_RECORD = re.compile(r"^- ", re.MULTILINE)
_ID = re.compile(r"id: *[\"']?([^\s\"'#]+)")


class LibraryAnswers:
    """The answers of one build. `site` gives the values of what rendering derives from the library, by name."""

    def __init__(self, library: RecordedLibrary, site: Callable[[str], Any]) -> None:
        """Nothing is looked up yet."""
        self._library = library.plain
        self._recorded = library
        self._site = site
        self._records: dict[str, Mapping[str, str]] = {}

    def __call__(self, node: Node) -> str | None:
        """A digest; None where nobody can tell."""
        kind, *rest = node
        base, _, more = kind.partition(", ")
        if base in COLLECTIONS:
            return self._of_collection(base, more, *rest)
        answer = getattr(self, f"_of_{kind.split(',')[0].replace(' ', '_')}", None)
        return answer(more, *rest) if answer else None

    def _of_collection(self, name: str, more: str, *rest: str) -> str:
        collection = getattr(self._library, name)
        if more == "known":
            return str(rest[0] in collection.ids)
        if more == "names":
            return digest(*sorted(collection.ids))
        file = f"data/{Path(collection.path).name}"
        if more == "all":
            return self._of_file_of_docs("", file)
        return self._record(file, rest[0])

    def _of_comparison(self, more: str, name: str = "") -> str:
        if more == "known":
            return str(name in self._library.comparison_ids)
        if more == "names":
            return digest(*sorted(self._library.comparison_ids))
        folder = "data/comparisons/"
        files = [one for one in self._library.files if one.startswith(folder)]
        if more != "all":
            files = [one for one in files if Path(one).stem == name]
        return digest(*(self._of_file_of_docs("", one) for one in files))

    def _of_front(self, _more: str, path: str, key: str) -> str:
        page = self._library.pages.get(path)
        return digest(repr(getattr(page.front, key))) if page else "none"

    def _of_text(self, _more: str, path: str) -> str:
        page = self._library.pages.get(path)
        return digest(page.source.text) if page else "none"

    def _of_page(self, _more: str, path: str) -> str:
        return str(path in self._library.pages)

    def _of_pages(self, _more: str) -> str:
        return digest(*self._library.pages)

    def _of_settings(self, _more: str) -> str:
        return digest(repr(self._library.site))

    def _of_file_of_docs(self, _more: str, name: str) -> str:
        try:
            return digest((self._library.docs_dir / name).read_bytes())
        except OSError:
            return "missing"

    def _of_made(self, _more: str, name: str) -> str | None:
        make = _named(name)
        return None if make is None else digest(_told(self._library.once(make)))

    def _of_made_of_data(self, _more: str, name: str) -> str | None:
        make = _named(name)
        return None if make is None else digest(_told(self._library.of_data(make)))

    def _of_site(self, _more: str, name: str) -> str:
        if name in _JUDGED and HASTE.postponed:
            return LATER
        return digest(_told(self._site(name)))

    def _of_everything(self, _more: str = "") -> str:
        named = (f"{name}:{self._of_file_of_docs('', name)}" for name in self._library.files)
        return digest(*named, self._of_settings(""))

    def _record(self, file: str, name: str) -> str:
        """A record by its text; all of that name, and what stands above the first, are part of it."""
        if file not in self._records:
            self._records[file] = _records_in(self._library.docs_dir / file)
        found = self._records[file]
        return found.get(name, found[""])


def _named(name: str) -> Callable[[Library], Any] | None:
    try:
        made: Callable[[Library], Any] = resolve_name(name)
    except (ImportError, AttributeError, ValueError):
        return None
    return made


def _records_in(file: Path) -> dict[str, str]:
    """Digests of records by id, and under the empty name what answers for any that is not found."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return {"": "missing"}
    starts = [match.start() for match in _RECORD.finditer(text)]
    parts = [text[start:end] for start, end in zip(starts, [*starts, len(text)][1:], strict=True)]
    named = [_ID.match(part[2:]) for part in parts]
    if not parts or not all(named):
        return {"": digest(text)}
    head = text[: starts[0]]
    found: dict[str, list[str]] = {}
    for match, part in zip(named, parts, strict=True):
        found.setdefault(match[1] if match else "", []).append(part)
    return {name: digest(head, *texts) for name, texts in found.items()} | {"": "none"}


def _told(value: Any) -> str:
    """A text that is equal for equal values; a page in it counts by its path, what is looked at in it by itself."""
    if isinstance(value, LibraryPage) or type(value).__name__ == "_OtherPage":
        return f"page:{value.path}"
    if isinstance(value, dict):
        return f"{{{','.join(f'{_told(key)}={_told(one)}' for key, one in value.items())}}}"
    if isinstance(value, (list, tuple)):
        return f"[{','.join(map(_told, value))}]"
    if isinstance(value, (set, frozenset)):
        return f"<{','.join(sorted(map(_told, value)))}>"
    return repr(value)
