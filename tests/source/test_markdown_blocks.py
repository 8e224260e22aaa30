from __future__ import annotations

import pytest

from knowledge.source.markdown.model import Block, Body
from knowledge.source.markdown.scan import scan_body
from knowledge.source.nodes import plain


def scan(body: str) -> Body:
    return scan_body(body, "p.md", 11)


def told(body: str) -> list[str]:
    faults = scan(body).block_faults
    assert all(fault.rule == "F029" and fault.hint for fault in faults)
    return [f"{fault.line}:{fault.column} {fault.message}" for fault in faults]


def test_a_block_knows_name_argument_options_and_places() -> None:
    body = scan("Text\n\n/// Comparison | sciatica-supports\n    columns: [a]\n    transpose: true\n///\n")
    assert body.block_faults == ()
    (block,) = body.blocks
    assert (block.name, block.argument, block.fence) == ("comparison", "sciatica-supports", 3)
    assert (block.place.line, block.place.column) == (13, 1)
    assert (block.name_place.column, block.argument_place.column) == (5, 18)
    assert (block.closed, block.closed_at) == (True, 16)
    assert block.options is not None
    assert plain(block.options) == {"columns": ["a"], "transpose": "true"}
    assert [(key.place.line, key.place.column) for key, _ in block.options.entries] == [(14, 5), (15, 5)]


@pytest.mark.parametrize(
    "body",
    [
        "/// claim | x\n///",
        "///claim|x\n///",
        "text\n/// claim | x\n///\ntext",
        "  /// claim | x\n  ///",
        "//// claim | x\n////",
        "- item\n\n    /// claim | x\n    ///\n",
        "/// claim | x\n\n///\n",
        "> /// claim | x\n> ///\n",
    ],
)
def test_ways_of_writing_one_that_are_right(body: str) -> None:
    assert told(body) == []
    assert [(block.name, block.argument, block.closed) for block in scan(body).blocks] == [("claim", "x", True)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("/// claim x\n///", ["11:1 There is no “|” between “claim” and “x”."]),
        ("/// claim\n///", ["11:1 The block “claim” has no “| name”."]),
        ("/// claim |\n///", ["11:1 The block “claim” names nothing after its “|”."]),
        ("/// claim | x\n\n## Head\n", ["11:1 The block “claim” is never closed, so it would swallow what follows."]),
        ("/// claim | x\n\n/// claim | y\n///", ["11:1 The block “claim” is never closed"]),
        ("text\n\n///\n", ["13:1 This “///” closes nothing."]),
        ("//// claim | x\n///", ["12:1 This line has 3 slashes, but the block of line 11 has 4."]),
        ("/// comparison | x\n  columns: [a]\n///", ["12:3 This option is not indented by four spaces"]),
        ("/// comparison | x\ncolumns: [a]\n///", ["12:1 This option is not indented by four spaces"]),
        ("/// comparison | x\n    columns: [a\n///", ["12:14 A list opened with [ is not closed."]),
        ("/// comparison | x\n    rows: a\n    rows: b\n///", ["13:5 The key “rows” stands here a second time"]),
        ("/// comparison | x\n\n    rows: [a]\n///", ["13:5 An empty line parts this option from its block"]),
        ("/// comparison | x\n    - a\n///", ["12:5 The options of a block are “name: value” lines."]),
        ("/// comparison | x\n    a: b: c\n///", ["12:9 There is a second “: ” in this line."]),
        ("<div>\n/// claim | x\n///\n</div>", ["12:1 This block stands inside raw HTML"]),
        ("text\n\n    /// claim | x\n    ///", ["13:5 This block is indented by four spaces or more"]),
        ("/// | x\n", ["11:1 This line starts with “///” but is no block."]),
        ("// claim | x\n", ["11:1 A block starts with three slashes."]),
    ],
)
def test_a_broken_block_is_told_where_it_stands(body: str, expected: list[str]) -> None:
    found = told(body)
    assert len(found) == len(expected), found
    assert all(fault.startswith(start) for fault, start in zip(found, expected, strict=True)), found


@pytest.mark.parametrize(
    "body", ["```\n/// claim x\n```", "~~~ text\n///\n~~~", "<!-- /// claim x -->", "`/// claim x`"]
)
def test_examples_in_code_and_comments_are_no_blocks(body: str) -> None:
    assert told(body) == []
    assert scan(body).blocks == ()


def test_an_unclosed_block_does_not_hide_what_follows_from_the_scan() -> None:
    body = scan("/// claim | x\n\n## Head\n\nText.\n")
    assert [heading.text for heading in body.headings] == ["Head"]


def around(text: str) -> tuple[str | None, str | None]:
    body = scan(text)
    unit = next(unit for unit in body.units if unit.text.startswith("Here"))
    paragraph = body.paragraphs[unit.paragraph]
    return _argument(paragraph.before), _argument(paragraph.after)


def _argument(block: Block | None) -> str | None:
    return block.argument if block else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/// claim | a\n///\n\nHere.\n\n/// claim | b\n///\n", ("a", "b")),
        ("/// claim | a\n///\nHere. More.\n/// claim | b\n///\n", ("a", "b")),
        ("/// claim | a\n///\n\nOther.\n\nHere.\n", (None, None)),
        ("/// claim | a\n///\n\n## Head\n\nHere.\n", (None, None)),
        ("/// claim | a\n///\n\n- One\n- Here\n", ("a", None)),
        ("- Here\n- Two\n\n/// claim | a\n///\n", (None, "a")),
        ("/// claim | a\n///\n\n| x |\n|---|\n| Here |\n", ("a", None)),
    ],
)
def test_a_paragraph_knows_the_blocks_beside_it(text: str, expected: tuple[str | None, str | None]) -> None:
    assert around(text) == expected
