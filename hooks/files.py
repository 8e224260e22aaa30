"""MkDocs adapter: adds what the site generates, leaves drafts out, keeps unreadable files from ending the preview."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from knowledge.outputs.downloads import downloads
from knowledge.outputs.joined import TAKEN_IN, joined_files
from knowledge.outputs.redirects import redirects
from knowledge.outputs.site_files import site_files
from knowledge.session import SESSION, guarded

DEPENDENCIES_RECORDED = True  # see hooks/knowledge/incremental/gate.py


@guarded
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Replace data sources by downloads; exclude drafts from a build; make pages from the text that was checked."""
    if (library := SESSION.library) is None:
        return files
    for file in [file for file in files if file.src_dir == config.docs_dir]:
        page = library.pages.get(file.src_uri)
        if page is not None:
            file._content = page.source.text.encode("utf-8")  # a save since then comes with the next build
        if not Path(str(file.abs_src_path)).is_file() or (file.src_uri.startswith("data/") and page is None):
            files.remove(file)
        elif page is not None and page.source.problems:
            files.remove(file)
            files.append(File.generated(config, file.src_uri, content=page.source.text))
        elif page is not None and page.front.draft:
            file.inclusion = InclusionLevel.NOT_IN_NAV if SESSION.preview else InclusionLevel.EXCLUDED
    _join(files, config)
    addresses = {file.src_uri: file.url for file in files.documentation_pages()}
    told = site_files(library, addresses, config.site_url, config.site_description or "")
    moved = redirects(library, config.site_url, directory_urls=config.use_directory_urls, preview=SESSION.preview)
    data = downloads(library, config.site_url, drafts=SESSION.preview)
    for path, content in {**data, **moved, **told, **SESSION.preview_files()}.items():
        files.append(File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
    return files


def _join(files: Files, config: MkDocsConfig) -> None:
    """Put style sheets and modules that every page needs into one file each; a broken one stays as it is."""
    try:
        joined = joined_files(lambda path: Path(config.docs_dir, path).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return
    for path, content in joined.items():
        if (file := files.get_file_from_path(path)) is not None:
            files.remove(file)
            files.append(File.generated(config, path, content=content))
    for file in [file for file in files if file.src_uri in TAKEN_IN]:
        files.remove(file)
    config.extra_css = [path for path in config.extra_css if path not in TAKEN_IN]


@guarded
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Take drafts out of the navigation, where they would stay as dead links; note where each page will stand."""
    pages = SESSION.library.pages if SESSION.library else {}
    drafts = {path for path, page in pages.items() if page.front.draft}
    _without(nav.items, drafts)
    SESSION.addresses = {file.src_uri: file.url for file in files.documentation_pages()}
    nav.pages[:] = [page for page in nav.pages if page.file.src_uri not in drafts]
    return nav


def _without(items: list[object], drafts: set[str]) -> None:
    for item in list(items):
        if isinstance(item, Page) and item.file.src_uri in drafts:
            items.remove(item)
        elif children := getattr(item, "children", None):
            _without(children, drafts)
