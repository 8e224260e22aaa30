"""Marks of the preview: on every leaf of the real pages, at its place, and nothing else changed in the HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown import Markdown

from knowledge.library import Library
from knowledge.load import load_library
from knowledge.markdown_extension import set_library
from knowledge.page_context import set_current_page
from knowledge.render.source_marks import SourceMarks
from tests.builders import load
from tests.site_text import FILES

ROOT = Path(__file__).parents[2]
COPY = re.compile(r'(?<=id="offline">).*?(?=</p>)')
"""The link to the copy of the site, of which a preview has none, and says so."""
EXTENSIONS = ["attr_list", "footnotes", "tables", "toc", "pymdownx.superfences", "knowledge.markdown_extension"]


@pytest.fixture(autouse=True)
def no_page_left() -> Iterator[None]:
    yield
    set_current_page(None)


def rendered(library: Library, path: str, marks: SourceMarks | None) -> str:
    set_library(library, marks)
    set_current_page(path)
    return Markdown(extensions=EXTENSIONS).convert(library.pages[path].markdown)


@pytest.mark.parametrize("docs", [ROOT / "docs", ROOT / "tests" / "golden" / "docs"], ids=["site", "golden"])
def test_every_leaf_and_block_of_a_page_is_marked_and_nothing_else_changes(docs: Path) -> None:
    library = load_library(docs)
    for path, page in library.pages.items():
        marks: SourceMarks = {}
        plain, marked = rendered(library, path, None), rendered(library, path, marks)
        assert "data-source" not in plain
        assert COPY.sub("", re.sub(r' data-source="[0-9:]+"', "", marked)) == COPY.sub("", plain)
        leaves = {paragraph.place for paragraph in page.body.paragraphs} | {block.place for block in page.body.blocks}
        unmarked = [page.source.lines[place.line - 1] for place in leaves - set(marks[path])]
        assert all(line.startswith("```") for line in unmarked), "only fenced code, which comes as finished HTML"
        shown = re.findall(r' data-source="(\d+):(\d+)"', marked)
        assert sorted((int(line), int(column)) for line, column in shown) == sorted(
            (place.line, place.column) for place in marks[path]
        )


BODY = """---
title: A page about nothing much
type: about
summary: Nothing much.
---

First words.

First words.

/// generated | no-such
///

> Quoted words
> over two lines.

- one
- one

| a | b |
|---|---|
| one | one |

```
one
```

Last words.
"""


def test_equal_texts_get_their_own_places(tmp_path: Path) -> None:
    library = load(tmp_path, {"about/page.md": BODY})
    html = rendered(library, "about/page.md", {})
    found = re.findall(r'<(\w+)[^>]* data-source="(\d+:\d+)"', html)
    assert found == [
        ("p", "4:1"),
        ("p", "7:1"),
        ("p", "9:1"),
        ("div", "11:1"),
        ("p", "14:3"),
        ("li", "17:3"),
        ("li", "18:3"),
        ("th", "20:3"),
        ("th", "20:7"),
        ("td", "22:3"),
        ("td", "22:9"),
        ("p", "28:1"),
    ]


def test_odd_markdown_is_marked_or_left_alone(tmp_path: Path) -> None:
    body = "- a\n\n    - b\n\n        c\n\n<div>\n\nd\n\n</div>\n\n[^1]: e\n\n{#x}\n\n#\n\n||\n|-|\n||\n\n&amp; [x]\n"
    library = load(tmp_path, {**FILES, "about/page.md": BODY + body * 3})
    marks: SourceMarks = {}
    plain, marked = (rendered(library, "about/page.md", one) for one in (None, marks))
    assert re.sub(r' data-source="[0-9:]+"', "", marked) == plain
    assert marks["about/page.md"]
