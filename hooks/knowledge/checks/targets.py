"""Every link and file that pages and data name, each with its place: what the rules on links look at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.library import Library, Page
from knowledge.models.targets import path_and_anchor, resolved, scheme
from knowledge.problems import Place
from knowledge.source.markdown.model import HtmlTag

FOREIGN = frozenset({"http", "https", "//"})
"""Schemes that lead to another site."""
_LINKING = ("href", "src", "poster", "action", "formaction", "data", "xlink:href", "cite", "background")
_LOADING = {"img", "script", "iframe", "source", "video", "audio", "embed", "object", "track", "link", "input", "frame"}


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads; `folder` is what its path is relative to, `loads` tells that the browser fetches it."""

    raw: str
    place: Place
    folder: str
    page: Page | None = None
    loads: bool = False

    @property
    def scheme(self) -> str | None:
        """See `knowledge.models.targets.scheme`."""
        return scheme(self.raw)

    @property
    def anchor(self) -> str | None:
        """The part behind `#`."""
        return path_and_anchor(self.raw)[1]

    @property
    def path(self) -> str:
        """The path as typed, without anchor and query."""
        return path_and_anchor(self.raw)[0]

    @property
    def file(self) -> str | None:
        """The path from docs/; None where it leads out of it. An anchor alone leads to the page itself."""
        if not self.path:
            return self.page.path if self.page else None
        return resolved(self.path, self.folder)


def targets(library: Library) -> Iterator[Target]:
    """All that are to be judged, in pages and in data. Paths in data are written from docs/."""
    for page in library.judged:
        yield from page_targets(page)
    yield from data_targets(library)


def data_targets(library: Library) -> Iterator[Target]:
    """The links in the texts of data files."""
    for text in library.data_texts:
        for link in text.inline.links:
            yield Target(link.target, link.place, "", loads=link.is_image)


def folder_of(page: Page) -> str:
    """The folder of docs/ that a page's links are relative to."""
    return page.path.rpartition("/")[0]


def page_targets(page: Page) -> Iterator[Target]:
    """The links, images and HTML tags of a page's body."""
    folder = folder_of(page)
    for link in page.body.links:
        yield Target(link.target, link.place, folder, page, loads=link.is_image)
    for tag in page.body.html_tags:
        for raw in _named_by(tag):
            yield Target(raw, tag.place, folder, page, loads=tag.name in _LOADING)


def _named_by(tag: HtmlTag) -> Iterator[str]:
    yield from (value for name, value in tag.attributes if name in _LINKING and value)
    for candidate in (tag.get("srcset") or "").split(","):
        yield from candidate.split()[:1]
    yield from re.findall(r"url\(\s*['\"]?([^'\")]+)", tag.get("style") or "")
