"""The anchors that links are checked against are the ids of the built pages."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

from knowledge.checks.anchors import anchors
from knowledge.load import load_library

from .conftest import Project


class Ids(HTMLParser):
    """Gathers the ids of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name == "id" and value]


def built(site: Path, page: str) -> list[str]:
    name = page if page.endswith("index.md") else f"{page.removesuffix('.md')}/index.md"
    file = (site / name).with_suffix(".html")
    ids = Ids()
    ids.feed(file.read_text(encoding="utf-8"))
    return ids.found


def test_every_anchor_we_know_is_on_the_built_page_and_no_id_twice(project: Project) -> None:
    assert project.run("-m", "mkdocs", "build", "--site-dir", "built").returncode == 0
    library = load_library(project.folder / "docs")
    for page in library.published():
        ids = built(project.folder / "built", page.path)
        assert anchors(page, library) - set(ids) == set(), page.path
        assert sorted(set(ids)) == sorted(ids), page.path
