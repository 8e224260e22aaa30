"""Which sheets for an appointment there are: one for each answer, a page of its own below it."""

from __future__ import annotations

import json

from knowledge.library import Library, Page
from knowledge.models.words import PageType

_NAME = "sheet.md"


def sheet_path(page: Page) -> str | None:
    """Where an answer's sheet stands, as a path from docs/; None for other pages."""
    if page.front.type is not PageType.ANSWER or page.front.title is None:
        return None
    return f"{page.path.removesuffix('.md')}/{_NAME}"


def answer_of(path: str | None, library: Library) -> Page | None:
    """The answer whose sheet stands at a path; None where none does."""
    if path is None or not path.endswith(f"/{_NAME}"):
        return None
    page = library.pages.get(f"{path.removesuffix(f'/{_NAME}')}.md")
    return page if page is not None and sheet_path(page) == path else None


def sheet_pages(library: Library, *, drafts: bool = False) -> dict[str, str]:
    """The Markdown of each sheet by its path: a word that the renderer puts the sheet in place of."""
    pages = library.pages.values() if drafts else library.published()
    return {path: _source(page) for page in pages if (path := sheet_path(page))}


def _source(page: Page) -> str:
    """The title stands there for engines that run no hooks; as JSON, which is YAML too."""
    return f"---\nunlisted: true\ntitle: {json.dumps(sheet_title(page), ensure_ascii=False)}\n---\n\nSheet"


def sheet_title(page: Page) -> str:
    """The heading of an answer's sheet."""
    return f"For your appointment: {page.front.title}"
