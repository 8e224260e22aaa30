"""Records that are told apart unread: what each gives by itself is what the whole file gives."""

from __future__ import annotations

import pytest

from knowledge.problems import Place
from knowledge.source.nodes import Items
from knowledge.source.yaml_records import record_texts
from knowledge.source.yaml_text import DATA, parse_yaml

ONE = "- id: one\n  text: plain words\n"
TWO = "- id: two\n  text: more\n"
PLAIN = [
    "  said: 'it''s: # quoted'\n",
    '  said: "a: b # c"\n',
    "  url: https://a.org/x_:_y#z\n",
    "  list: [a, -0.5, \"b, c\", 'd']\n  none: []\n",
    "  map: {measure: MD, value: -0.03, ci: [-0.24, 0.18], unit: standard units}\n",
    "  list:\n    - one\n    - 'two: three'\n",
    "  author:\n    - family: A\n      given: B\n    - literal: C\n",
    "  custom:\n    seen: full\n    list:\n      - a\n    issued:\n      - - 2021\n        - 3\n",
    "  empty: ''\n\n\n",
]
READ_AT_ONCE = [
    "  said: a: b\n",
    "  said: words # a comment\n",
    "  said: |\n    block\n",
    "  said: over\n    two lines\n",
    '  said: "an \\" escape"\n',
    "  said: *alias\n",
    "  said: !tag x\n",
    "   said: too deep\n",
    "  said: 'open\n",
    "  said: [open\n",
    '  said: "a\\\\"b"\n',
    "  - item\n",
    "  text:\n  other: x\n",
    "    and more\n",
]
WHOLE = [
    "- id: two\n  text: twice\n",
    "- text: x\n  id: three\n",
    "---\n",
    "...\n",
    "# a comment between\n",
    "word\n",
    "- id: three\n\ttext: x\n",
    "- id: three\n  text: a\u2028b\n",
    "- id: three\n  text: a\x07b\n",
]


@pytest.mark.parametrize("lines", PLAIN)
def test_plain_records_read_by_themselves_as_in_the_whole(lines: str) -> None:
    text = f"# Above.\n\n{ONE}{lines}\n{TWO}"
    whole, problems = parse_yaml(text, Place("x.yml"), DATA)
    records = record_texts(text)
    assert records is not None
    assert isinstance(whole, Items)
    assert not problems
    assert [(one.name, one.is_plain) for one in records] == [("one", True), ("two", True)]
    alone = [parse_yaml(one.text, Place("x.yml", one.line), DATA)[0] for one in records]
    assert [node.items for node in alone if isinstance(node, Items)] == [(node,) for node in whole.items]


@pytest.mark.parametrize("lines", READ_AT_ONCE)
def test_records_of_other_forms_do_not_wait(lines: str) -> None:
    records = record_texts(f"- id: one\n{lines}\n{TWO}")
    assert records is not None
    assert [one.is_plain for one in records] == [False, True]


@pytest.mark.parametrize("lines", WHOLE)
def test_files_that_cannot_be_split_are_read_whole(lines: str) -> None:
    assert record_texts(f"{ONE}\n{TWO}{lines}") is None
