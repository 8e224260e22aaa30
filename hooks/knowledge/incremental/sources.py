"""What a whole build was made from, as paths: whoever publishes it can tell by them that another gives the same."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from knowledge.incremental.gate import others_of
from knowledge.incremental.lookups import OPENED, looks_elsewhere
from knowledge.incremental.protocols import Config
from knowledge.incremental.surroundings import installed, own_modules
from knowledge.incremental.work import Work


def sources_of(config: Config, works: Iterable[Work]) -> list[str] | None:
    """The files and folders, links followed, less what is installed; None where nobody can tell.

    That is so where a plugin is not known, settings are inherited, or a page may take in files that are not there yet.
    """
    settings = Path(config.config_file_path or "mkdocs.yml")
    pages = list(works)
    doubt = others_of(config) or b"INHERIT" in settings.read_bytes() or any(_in_doubt(work) for work in pages)
    if doubt:
        return None
    opened = (node[1] for work in pages for node, _ in work.record.uses if node[0] == OPENED)
    named = [str(settings), config.docs_dir, *config.theme.dirs, *own_modules(), *opened]
    beside = installed()
    return sorted({path for path in map(os.path.realpath, named) if not path.startswith(beside)})


def _in_doubt(work: Work) -> bool:
    file: Any = work.file
    unknown = any(not token and node[0] != "file" for node, token in work.record.uses)
    return unknown or looks_elsewhere(file.content_bytes)
