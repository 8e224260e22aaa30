"""No text makes the scan raise, hang or point outside of itself."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.problems import Place
from knowledge.source.markdown.model import Body
from knowledge.source.markdown.scan import inline_units, scan_body

ALPHABET = "ab*_`[]()<>!/|#>-+=~:@;&{}.\"'\\ \n\t1\x02\x03é🦵\x0c\u2028"


def places(body: Body) -> list[Place]:
    found = [unit.place_of(offset) for unit in body.units for offset in range(len(unit.text))]
    found += [unit.place_of_masked(offset) for unit in body.units for offset in range(len(unit.text_masked))]
    found += [heading.place for heading in body.headings] + [paragraph.place for paragraph in body.paragraphs]
    found += [link.place for link in body.links] + [tag.place for tag in body.html_tags]
    found += [place for block in body.blocks for place in (block.place, block.name_place, block.argument_place)]
    found += [key.place for citation in body.citations for key in citation.keys]
    found += [Place(fault.path, fault.line, fault.column) for fault in (*body.block_faults, *body.citation_faults)]
    return found


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=ALPHABET, max_size=80) | st.text(max_size=60))
def test_any_text_is_scanned_and_every_place_lies_inside(text: str) -> None:
    lines = text.split("\n")
    for place in places(scan_body(text, "p.md", 10)):
        assert 10 <= place.line < 10 + len(lines), (text, place)
        assert 1 <= place.column <= len(lines[place.line - 10]) + 1, (text, place)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=ALPHABET, max_size=60))
def test_any_data_field_is_scanned(text: str) -> None:
    for unit in inline_units(text, Place("d.yml", 3, 7)).units:
        assert unit.place.line >= 3


@pytest.mark.parametrize(
    "piece", ["[", "*", "`", "<", "![", "[a](", "[@", "*a **b ", "> ", "- ", "<div>", "# a\n", "!. "]
)
def test_a_long_run_takes_no_longer_than_its_length(piece: str) -> None:
    """Ten times the text may take thirty times the time at most: a quadratic scan would take a hundred."""
    short, long = (_seconds(piece * (size // len(piece))) for size in (8_000, 80_000))
    assert long < max(30 * short, 1.0)


def _seconds(text: str) -> float:
    start = time.process_time()
    scan_body(text, "p.md")
    return time.process_time() - start


def test_deep_nesting_ends() -> None:
    scan_body("> " * 5_000 + "x", "p.md")
    scan_body("* " * 5_000 + "x", "p.md")
    scan_body("\n".join("    " * depth + "* x" for depth in range(200)), "p.md")
