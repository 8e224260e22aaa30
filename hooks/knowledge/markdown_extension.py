"""The Markdown extension: blocks, citations, and all that the system places on a page.

It gives the same page under every engine that runs Python-Markdown extensions: an adapter may hand it the library
and name the page; where none does it loads the library itself and asks the engine for the page.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksTreeprocessor
from pymdownx.util import escape_chars

from knowledge.appointment import answer_of
from knowledge.library import Library, Page
from knowledge.load import load_library
from knowledge.page_context import current_page
from knowledge.render.appointment import sheet
from knowledge.render.blocks import SiteBlocks
from knowledge.render.finish import Finisher
from knowledge.render.frame import closing_parts, place_parts
from knowledge.render.inline import PRIORITY, citation_processor
from knowledge.render.site import Site
from knowledge.render.source_marks import SourceMarks, mark_parts, mark_text
from knowledge.report.compute import report_of
from knowledge.source.markdown.suppressions import is_suppression
from knowledge.source.mkdocs_yml import site_address

_BEFORE_INLINE = 25
_AFTER_INLINE = 19.9
"""Tree processors: inline parsing runs at 20, blocks end at 19.99, attribute lists are read at 8, `toc` runs at 5."""
BEHIND_FENCES = 22
"""Preprocessors: fenced code is put away at 25, so that examples in it stay; raw HTML at 20."""

_site: Site | None = None


def set_library(library: Library, marks: SourceMarks | None = None, address: str | None = None) -> Site:
    """Hand over the library that pages are rendered from, until the next call.

    With `marks`, elements carry the place where they were typed, and the places of each page are noted there.
    `address` is where the site is published. What rendering derives from the library is returned.
    """
    global _site  # noqa: PLW0603  one library per process, handed over by the adapter
    _site = Site(lambda: library, report_of, marks, address)
    return _site


def _site_of(docs_dir: Path) -> Site:
    """The site handed over, else one that reads the folder with its first page: engines also make Markdown objects
    only to try their settings, and those must cost nothing."""
    global _site  # noqa: PLW0603  one library per process
    if _site is None:
        address = site_address(docs_dir.parent / "mkdocs.yml", os.environ)
        _site = Site(lambda: load_library(docs_dir), report_of, address=address)
    return _site


class LegwiseExtension(Extension):
    """Registers what pages need with one Markdown object."""

    def __init__(self, **options: Any) -> None:
        """The one option is `docs_dir`, relative to the working directory."""
        self.config = {"docs_dir": ["docs", "where the pages and their data lie"]}
        super().__init__(**options)
        self._blocks: SiteBlocks | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  Python-Markdown's name
        """Register blocks, citations and the two walks over the tree."""
        site = _site_of(Path(self.getConfig("docs_dir")))
        md.registerExtension(self)
        escape_chars(md, ["/"])
        self._blocks = SiteBlocks(md.parser, md, site)
        md.parser.blockprocessors.register(self._blocks, "blocks", 89.99)
        md.preprocessors.register(WithoutSuppressions(md), "legwise_suppressions", BEHIND_FENCES)
        md.treeprocessors.register(BlocksTreeprocessor(md, self._blocks), "blocks_on_inline_end", 19.99)
        md.inlinePatterns.register(citation_processor(), "legwise_citation", PRIORITY)
        md.treeprocessors.register(_Frame(md, site), "legwise_frame", _BEFORE_INLINE)
        md.treeprocessors.register(_Finish(md, site), "legwise_finish", _AFTER_INLINE)

    def reset(self) -> None:
        """Forget the blocks of the page before."""
        if self._blocks is not None:
            self._blocks._reset()


class WithoutSuppressions(Preprocessor):
    """Takes out the lines that are for the checker alone; readers never get them."""

    def run(self, lines: list[str]) -> list[str]:
        """The other lines."""
        return [line for line in lines if not is_suppression(line)]


class _PageTreeprocessor(Treeprocessor):
    def __init__(self, md: Markdown, site: Site) -> None:
        super().__init__(md)
        self.site = site

    def page(self) -> Page | None:
        """The page that is rendered, if it is one of the library's."""
        path = self.path()
        return self.site.library.pages.get(path) if path else None

    def path(self) -> str | None:
        """Its path from docs/."""
        return current_page(self.md) if self.md is not None else None


class _Frame(_PageTreeprocessor):
    """Places what comes from front matter, before inline parsing."""

    def run(self, root: Element) -> None:
        page = self.page()
        if page is None:
            answer = answer_of(self.path(), self.site.library)
            root[:] = sheet(answer, self.site) if answer else root[:]
            return
        marks = self.site.marks
        if marks is not None:
            marks[page.path] = list(mark_text(root, page))
        place_parts(root, page, self.site)
        if marks is not None:
            marks[page.path] += mark_parts(root, page)


class _Finish(_PageTreeprocessor):
    """Numbers citations, settles ids and links, explains words, adds what stands at the end."""

    def run(self, root: Element) -> None:
        walk = Finisher(self.site, self.path())
        walk.run(root)
        page = self.page()
        parts = closing_parts(page, walk.cited, self.site)
        if page is not None and self.site.marks is not None:
            self.site.marks.setdefault(page.path, []).extend(mark_parts(parts, page))
        for part in parts:
            walk.run(part)
            root.append(part)


def makeExtension(**options: Any) -> LegwiseExtension:  # noqa: N802  Python-Markdown's name
    """The extension, as Python-Markdown asks for it by module name."""
    return LegwiseExtension(**options)
