"""The files that the site generates beside its pages, for builds with hooks and without."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from xml.etree.ElementTree import tostring

from knowledge.library import Library
from knowledge.models.words import Certainty
from knowledge.outputs.downloads import downloads
from knowledge.outputs.host_headers import host_files
from knowledge.outputs.redirects import page_address, redirects
from knowledge.outputs.search_help import search_help
from knowledge.outputs.search_index import search_index
from knowledge.outputs.site_files import site_files
from knowledge.render.marks import certainty_mark


def search_files(library: Library, addresses: Mapping[str, str]) -> dict[str, str]:
    """The search index and what its dialog needs, by path in the site; `addresses`: of the pages to find."""
    marks = {level.value: tostring(certainty_mark(level), encoding="unicode") for level in Certainty}
    found = {
        "search/search_index.json": search_index(library, dict(addresses), marks),
        "search/search_help.json": search_help(library, dict(addresses)),
    }
    return {path: json.dumps(value, ensure_ascii=False, separators=(",", ":")) for path, value in found.items()}


def write_beside_pages(library: Library, folder: Path, address: str | None) -> int:
    """Write downloads, redirects, what programs, hosts and the search read into a built site; how many files it is."""
    addresses = {page.path: page_address(page.path) for page in library.published()}
    beside = {**downloads(library, address), **redirects(library, address), **search_files(library, addresses)}
    files = beside | site_files(library, addresses, address, library.site.description or "")
    write_files(folder, files)
    hosts = host_files(file.relative_to(folder).as_posix() for file in sorted(folder.rglob("*")) if file.is_file())
    write_files(folder, hosts)
    return len(files) + len(hosts)


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    """Write texts by their paths in a folder."""
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8", newline="")
