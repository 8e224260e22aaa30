"""A small docs folder that holds one of everything, and pages rendered from it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from markdown import Markdown

from knowledge import markdown_extension
from knowledge.library import Library
from knowledge.load import load_library
from knowledge.markdown_extension import set_library
from knowledge.page_context import set_current_page

GOLDEN = Path(__file__).parents[1] / "golden"
EXTENSIONS = [
    "attr_list",
    "footnotes",
    "tables",
    "toc",
    "pymdownx.superfences",
    "knowledge.markdown_extension",
]

Render = Callable[..., str]
Golden = Callable[[str, str], None]


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library(GOLDEN / "docs", start=GOLDEN)


@pytest.fixture(autouse=True)
def handed_over(library: Library, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(markdown_extension, "_site", None)
    set_library(library)
    yield
    set_current_page(None)


@pytest.fixture
def render() -> Render:
    """Render Markdown, as a page of the library or as text outside any page."""

    def rendered(text: str, page: str | None = None) -> str:
        set_current_page(page)
        return Markdown(extensions=EXTENSIONS).convert(text)

    return rendered


@pytest.fixture
def render_page(render: Render, library: Library) -> Render:
    """Render a page of the library as it stands."""

    def rendered(path: str) -> str:
        return render(library.pages[path].markdown, path)

    return rendered


@pytest.fixture
def golden() -> Golden:
    """Compare with a golden file; with UPDATE_GOLDEN=1 write it anew, to be read before it is committed."""

    def compare(name: str, html: str) -> None:
        file = GOLDEN / f"{name}.html"
        if os.environ.get("UPDATE_GOLDEN") == "1":
            file.write_text(html + "\n", encoding="utf-8")
        assert html + "\n" == file.read_text(encoding="utf-8")

    return compare
