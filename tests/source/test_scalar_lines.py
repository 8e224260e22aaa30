"""Words of a YAML text over several lines keep their places."""

from __future__ import annotations

import pytest

from knowledge.problems import Place
from knowledge.source.nodes import Mapping, Scalar
from knowledge.source.yaml_text import DATA, parse_yaml

FORMS = {
    "plain": "text: one two\n  three four\n",
    "single": "text: 'one two\n  three four'\n",
    "double": 'text: "one two\n\n   three four"\n',
    "folded": "text: >-\n    one two\n    three four\n",
    "literal": "text: |\n  one two\n\n  three four\n",
    "flow": "{a: b, text: one two\n three four}\n",
}


@pytest.mark.parametrize("source", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("word", ["one", "two", "three", "four"])
def test_a_word_is_where_it_was_typed(source: str, word: str) -> None:
    node, problems = parse_yaml(source, Place("x.yml", 5), DATA)
    assert problems == []
    assert isinstance(node, Mapping)
    text = node.get("text")
    assert isinstance(text, Scalar)
    before = source[: source.index(word)]
    expected = Place("x.yml", 5 + before.count("\n"), len(before) - before.rfind("\n"))
    assert text.place_of(text.text.index(word)) == expected
