"""MkDocs adapter: writes the search index and what the search dialog needs; MkDocs' own index is left empty."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from knowledge.beside_pages import search_files, write_files
from knowledge.session import SESSION, guarded

DEPENDENCIES_RECORDED = True  # see hooks/knowledge/incremental/gate.py


@guarded
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Spare MkDocs the reading of each finished page: ours is made from what writers typed."""
    page.meta["search"] = {"exclude": True}
    return html


@guarded
def on_post_build(config: MkDocsConfig) -> None:
    """Write both files."""
    library = SESSION.library
    if library is None:
        return
    addresses = {path: url for path, url in SESSION.addresses.items() if path in library.pages}
    if not SESSION.preview:
        addresses = {path: url for path, url in addresses.items() if not library.pages[path].front.draft}
    write_files(Path(config.site_dir), search_files(library, addresses))
