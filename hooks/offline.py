"""MkDocs adapter: what readers take with them: a sheet for each answer, and, in a build, a copy of the whole site."""

from __future__ import annotations

import os
import time
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

from knowledge.appointment import sheet_pages
from knowledge.offline.copy import NAME, offline_copy
from knowledge.session import SESSION, guarded

DEPENDENCIES_RECORDED = True  # see hooks/knowledge/incremental/gate.py


@guarded
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the sheets; keep the copy's place, so that links to it are known to lead somewhere."""
    sheets = sheet_pages(SESSION.library, drafts=SESSION.preview) if SESSION.library else {}
    for path, content in sheets.items():
        files.append(File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
    if not SESSION.preview:
        files.append(File.generated(config, NAME, content=b"", inclusion=InclusionLevel.NOT_IN_NAV))
    return files


@guarded
@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the copy when all else is there."""
    if SESSION.preview or SESSION.aside:
        return
    site = Path(config.site_dir)
    moment = int(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
    memory = None if os.environ.get("CACHE") == "off" else Path(config.config_file_path).parent / ".cache" / "offline"
    site.joinpath(NAME).write_bytes(offline_copy(site, config.site_url, moment, memory))
