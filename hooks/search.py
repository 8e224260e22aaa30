"""MkDocs adapter: writes the search index and what the search dialog needs; MkDocs' own index is left empty."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree.ElementTree import tostring

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from knowledge.models.words import Certainty
from knowledge.outputs.search_help import search_help
from knowledge.outputs.search_index import search_index
from knowledge.render.marks import certainty_mark
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
    marks = {level.value: tostring(certainty_mark(level), encoding="unicode") for level in Certainty}
    for name, content in (
        ("search_index.json", search_index(library, addresses, marks)),
        ("search_help.json", search_help(library, addresses)),
    ):
        file = Path(config.site_dir, "search", name)
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
