"""`[@key]` in running text, table cells and data fields."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor

from knowledge.render.citation import CITATION, cite, typed_citation

PRIORITY = 172
"""Below code spans (190), escapes (180) and footnotes (175), above links (170)."""


class CitationProcessor(InlineProcessor):
    """Turns a citation into an element that the finishing walk numbers."""

    def handleMatch(  # type: ignore[override]  # noqa: N802  Python-Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int, int]:
        """The citation's element and its span in the text."""
        return cite(typed_citation(m[1])), m.start(0), m.end(0)


def citation_processor() -> CitationProcessor:
    """A processor for citations."""
    return CitationProcessor(CITATION)
