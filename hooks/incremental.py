"""MkDocs adapter: renders again only what changed, on all cores; works by itself on any site that lists it.

CACHE=off remembers nothing, LEGWISE_PROCESSES=1 stays in one process, LEGWISE_WHY=1 tells of each page why.
"""

from __future__ import annotations

from typing import Any, Literal

from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from knowledge.incremental.engine import ENGINE
from knowledge.incremental.protocols import Config, Files, Generator, Navigation, Page

DEPENDENCIES_RECORDED = KEEPS_PAGES = True
_GENERATOR = Generator(
    _populate_page, _build_page, MkDocsPage, get_toc, InclusionLevel.is_included, InclusionLevel.is_in_serve
)


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember what this process does."""
    ENGINE.start(_GENERATOR, preview=command == "serve", dirty=dirty)


@event_priority(-100)
def on_pre_build(config: Config) -> None:
    """The last moment before MkDocs empties the site."""
    ENGINE.begin(config)


@event_priority(100)
def on_files(files: Files, config: Config) -> None:
    """The first moment after."""
    if ENGINE.build:
        ENGINE.build.files_read()


@event_priority(-100)
def on_nav(nav: Navigation, config: Config, files: Files) -> None:
    """Decide what is turned from Markdown."""
    if ENGINE.build:
        ENGINE.build.plan(nav, files)


@event_priority(100)
def on_pre_page(page: Page, config: Config, files: Files) -> None:
    """Keep a page's text, or note what it is made from."""
    if ENGINE.build:
        ENGINE.build.before_page(page)


@event_priority(-100)
def on_page_content(html: str, page: Page, config: Config, files: Files) -> None:
    """Note what became of it."""
    if ENGINE.build:
        ENGINE.build.after_text(page, html)


@event_priority(-100)
def on_env(env: Any, config: Config, files: Files) -> None:
    """Decide what is rendered."""
    if ENGINE.build:
        ENGINE.build.templates_ready(env)


@event_priority(100)
def _before_context(context: Any, page: Page, config: Config, nav: Navigation) -> None:
    if ENGINE.build:
        ENGINE.build.before_context(page)


@event_priority(-100)
def _after_context(context: Any, page: Page, config: Config, nav: Navigation) -> None:
    if ENGINE.build:
        ENGINE.build.after_context(page, context)


on_page_context = CombinedEvent(_before_context, _after_context)


@event_priority(-100)
def on_post_page(output: str, page: Page, config: Config) -> None:
    """Note what is written."""
    if ENGINE.build:
        ENGINE.build.written(page, output)


def on_post_build(config: Config) -> None:
    """Put the site together and remember it."""
    if ENGINE.build:
        ENGINE.build.finish()
        ENGINE.end()


def on_build_error(error: Exception) -> None:
    """Let go of everything."""
    ENGINE.end()
