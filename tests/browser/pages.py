"""Which pages the built site has, and one of each type."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol


class Site(Protocol):
    """What tests need of the built site."""

    @property
    def folder(self) -> Path:
        """Where its files lie."""

    @property
    def url(self) -> str:
        """Where it answers."""

    @property
    def pages(self) -> list[str]:
        """Every page, as a path below its address."""


def one_of_each_type(site: Site) -> dict[str, str]:
    """Page type → the first page of that type; the 404 page's type is “none”."""
    found: dict[str, str] = {}
    for path in site.pages:
        file = site.folder / path / "index.html" if not path.endswith(".html") else site.folder / path
        _, _, after = file.read_text(encoding="utf-8").partition('id="content"')
        tag = after.partition(">")[0]
        _, mark, kind = tag.partition('data-type="')
        found.setdefault(kind.partition('"')[0] if mark else "none", path)
    return found
