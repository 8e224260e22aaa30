"""MkDocs adapter: puts the writers' search terms into the search index, which MkDocs has just written."""

from __future__ import annotations

import json
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from knowledge.outputs.search_index import with_terms
from knowledge.session import SESSION, guarded

_TERMS: dict[str, tuple[str, ...]] = {}


@guarded
def on_env(env: object, config: MkDocsConfig, files: Files) -> None:
    """Remember each page's search terms under its address."""
    _TERMS.clear()
    for path, page in (SESSION.library.pages if SESSION.library else {}).items():
        file = files.get_file_from_path(path)
        if file is not None:
            _TERMS[file.url] = page.front.search_terms


@guarded
def on_post_build(config: MkDocsConfig) -> None:
    """Write the terms into the index."""
    index = Path(config.site_dir, "search", "search_index.json")
    if index.is_file():
        found = with_terms(json.loads(index.read_text(encoding="utf-8")), _TERMS)
        index.write_text(json.dumps(found, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
