"""The built tree: its files by name, its pages read once, and the address it was built for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from knowledge.built.facts import Facts, Use
from knowledge.built.page_reader import read_page
from knowledge.problems import Place
from knowledge.publishing.files import files_of


class Tree:
    """A site as it would be published. Names are paths from its root with `/`; nothing outside is ever read."""

    def __init__(self, root: Path, shown: str | None = None) -> None:
        """Take a folder; `shown` is how problems name it."""
        self.root = root
        self.shown = shown or root.as_posix()
        self.names = frozenset(files_of(root))
        self.read = lru_cache(maxsize=None)(self._read)

    def _read(self, name: str) -> bytes:
        file = self.root / name
        return b"" if file.is_symlink() else file.read_bytes()

    def text(self, name: str) -> str:
        """A file's text; what is no UTF-8 is replaced, and told by the rule on whole files."""
        return self.read(name).decode("utf-8", "replace")

    def named(self, *endings: str) -> list[str]:
        """The files with these endings, in order."""
        return sorted(name for name in self.names if name.endswith(endings))

    @cached_property
    def pages(self) -> dict[str, Facts]:
        """The facts of every HTML page, in order of name."""
        return {name: read_page(self.text(name)) for name in self.named(".html")}

    @cached_property
    def drawings(self) -> dict[str, Facts]:
        """The facts of every SVG drawing: what it loads, and which parts it offers by id."""
        return {name: read_page(self.text(name)) for name in self.named(".svg")}

    @cached_property
    def ids(self) -> dict[str, frozenset[str]]:
        """The ids that each page and drawing offers."""
        return {
            name: frozenset(use.text for use in facts.ids)
            for name, facts in (*self.pages.items(), *self.drawings.items())
        }

    @cached_property
    def address(self) -> str | None:
        """Where the site is published, as its home page says, with a slash at its end; None where it does not."""
        home = self.pages.get("index.html")
        canonical = home.canonical.text if home and home.canonical else ""
        return canonical if canonical.startswith(("https://", "http://")) and canonical.endswith("/") else None

    @property
    def base(self) -> str:
        """The path of the site's address, with slashes around."""
        return urlsplit(self.address).path if self.address else "/"

    def url(self, name: str) -> str:
        """The address of a file, below the site's own."""
        return (self.address or "/") + name.removesuffix("index.html")

    def real_pages(self) -> Iterator[tuple[str, Facts]]:
        """The pages that readers read: all but those that lead on to another."""
        return ((name, facts) for name, facts in self.pages.items() if facts.refresh is None)

    def place(self, name: str, use: Use | None = None) -> Place:
        """Where something stands, or where a file begins."""
        path = f"{self.shown}/{name}"
        return Place(path, use.line, use.column) if use else Place(path)
