"""Entries of Material's own search index: kept with their pages and put together again in the order of the pages."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

_EMPTY = '"docs":[]}'


class SearchEntries:
    """The search plugin, asked only for pages whose text or title changed."""

    def __init__(self, plugin: Any | None) -> None:
        """Nothing happens where there is no such plugin."""
        self._plugin = plugin
        self._exclusion: tuple[Any, ...] | None = None
        self._count = 0
        self._head = ""

    @property
    def wanted(self) -> bool:
        """Whether there is such a plugin."""
        return self._plugin is not None

    def pass_over(self, page: Any) -> None:
        """Have the plugin leave this page out for the moment."""
        if self._plugin is not None:
            self._exclusion = (page.meta["search"],) if "search" in page.meta else ()
            page.meta["search"] = {"exclude": True}

    def begin(self) -> None:
        """A page is about to be read by the plugin."""
        if self._plugin is not None:
            self._count = len(self._plugin.search_index.entries)

    def end(self, page: Any) -> str:
        """What the plugin read since, as JSON without brackets; a page that was passed over is as before."""
        if self._plugin is None:
            return ""
        if self._exclusion is not None:
            if self._exclusion:
                page.meta["search"] = self._exclusion[0]
            else:
                del page.meta["search"]
            self._exclusion = None
            return ""
        entries = self._plugin.search_index.entries
        new = entries[self._count :]
        del entries[self._count :]
        return json.dumps(new, separators=(",", ":"), default=str)[1:-1]

    def put_together(self, site: str, entries: Iterable[str]) -> None:
        """Fill the index that the plugin has written empty."""
        if self._plugin is None:
            return
        file = _file(site)
        text = file.read_text(encoding="utf-8")
        if not text.endswith(_EMPTY):
            raise ValueError(f"{file} is not as expected")
        self._head = text[: -len(_EMPTY)]
        self.write(site, entries)

    def write(self, site: str, entries: Iterable[str]) -> None:
        """Write the index with these entries."""
        file = _file(site)
        docs = ",".join(one for one in entries if one)
        unfinished = file.with_suffix(f".{os.getpid()}")
        unfinished.write_text(f'{self._head}"docs":[{docs}]}}', encoding="utf-8")
        unfinished.replace(file)


def _file(site: str) -> Path:
    return Path(site, "search", "search_index.json")
