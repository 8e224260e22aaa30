"""MkDocs adapter: renders again only what changed, on all cores; works by itself on any site that lists it.

CACHE=off remembers nothing, LEGWISE_PROCESSES=1 stays in one process, LEGWISE_WHY=1 tells of each page why.
"""

from __future__ import annotations

from typing import Literal

from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.plugins import CombinedEvent
from mkdocs.structure.files import InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from knowledge.incremental.engine import ENGINE
from knowledge.incremental.protocols import Generator

_MKDOCS = Generator(
    populate=_populate_page,
    build_page=_build_page,
    build_template=_build_theme_template,
    make_page=Page,
    toc=get_toc,
    in_build=InclusionLevel.is_included,
    in_preview=InclusionLevel.is_in_serve,
    undecided=InclusionLevel.UNDEFINED,
)


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember what this process does."""
    ENGINE.start(_MKDOCS, preview=command == "serve", dirty=dirty)


on_pre_build = ENGINE.begin
on_files = ENGINE.files_read
on_nav = ENGINE.plan
on_pre_page = ENGINE.before_page
on_page_content = ENGINE.after_text
on_env = ENGINE.templates_ready
on_page_context = CombinedEvent(ENGINE.before_context, ENGINE.after_context)
on_post_page = ENGINE.written
on_post_build = ENGINE.finish
on_serve = ENGINE.serve
on_build_error = ENGINE.fail
