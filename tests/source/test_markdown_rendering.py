"""The scan equals the rendering: same headings and anchors, same links, same text."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from knowledge.source.front_matter import split_page
from knowledge.source.markdown.model import Body
from knowledge.source.markdown.scan import scan_body
from knowledge.source.text import read_text

DOCS = Path(__file__).parents[2] / "docs"
Render = Callable[[str], Any]

BODIES = Path(__file__).parent / "bodies"


def equal(body: str, render: Render) -> None:
    """Assert that scan and rendering agree. Footnotes are rendered at the end, so order is left out there."""
    scan, rendered = scan_body(body, "p.md"), render(body)
    ordered: Callable[[Any], Any] = sorted if "[^" in body else list
    assert ordered((h.level, h.anchor, " ".join(h.text.replace("[@]", "").split())) for h in scan.headings) == ordered(
        rendered.headings
    )
    assert ordered((link.target, link.text) for link in scan.links) == ordered(rendered.links)
    assert ordered(_texts(scan)) == ordered(rendered.texts)


def _texts(scan: Body) -> list[str]:
    """The units' texts, sentences of one paragraph together."""
    texts: dict[int, list[str]] = {}
    for unit in scan.units:
        texts.setdefault(unit.paragraph, []).append(unit.text)
    return [" ".join(parts) for parts in texts.values()]


@pytest.mark.parametrize("body", sorted(BODIES.glob("*.md")), ids=lambda body: body.stem)
def test_tricky_bodies_scan_as_they_render(body: Path, render: Render) -> None:
    equal(body.read_text("utf-8"), render)


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda page: page.relative_to(DOCS).as_posix())
def test_every_page_scans_as_it_renders(page: Path, render: Render) -> None:
    equal(split_page(read_text(page)).body, render)


LINES = (
    "# One|## Two words|### Three {#x}|Text *here*. More.|    code line|- item|    - nested|1. first|> quote|> - q"
    "|```|~~~||||===|---|***|\\| a \\| b \\||\\|---\\|---\\||[link](a.md) and ![alt](b.png)"
    "|text [@key].|<div>|</div>|<p>raw</p>|a <b>bold</b> c|`code` and ``c`d``|**b** _i_ a_b_c|\\\\*esc\\\\*"
    "|<https://x.org>|    text|end  |+ plus|Heading|<span>in</span>|5 * 3 * 2|[not a link]|[a](<b c>)|   three|1."
).replace("\\|", "\x00")
_LINES = [line.replace("\x00", "|") for line in LINES.split("|")]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(lines=st.lists(st.sampled_from(_LINES), max_size=10))
def test_any_mix_of_lines_scans_as_it_renders(lines: list[str], render: Render) -> None:
    body = "\n".join(lines)
    # Code as the text of an underlined heading, and a fence under indented code without an empty line between,
    # render as neither; pymdownx prints the fence's own lines.
    assume(not re.search(r"(```|~~~)\n(===|---)|^    .*\n(.+\n)*(```|~~~)", body, re.MULTILINE))
    equal(body, render)
