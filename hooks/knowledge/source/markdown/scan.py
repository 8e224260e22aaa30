"""A page's body, or one text of a data file, scanned once for everything that rules look at."""

from __future__ import annotations

from knowledge.problems import Place
from knowledge.source.markdown.model import Body, InlineText


def scan_body(body: str, path: str, first_line: int = 1) -> Body:
    """Scan a page's Markdown without its front matter; `first_line` is the file's line where `body` begins.

    Never raises for any text; faults of blocks (F029) and citations (C016) come back as problems.
    """
    return Body((), (), (), (), (), (), (), (), ())


def inline_units(text: str, place: Place) -> InlineText:
    """Scan one inline Markdown text of a data field whose first character stands at `place`.

    Columns are exact for a text on one line; in a text of several lines each line is counted from column 1.
    """
    return InlineText((), (), (), (), ())
