from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.source.front_matter import split_page
from knowledge.source.nodes import plain
from knowledge.source.text import SourceText, decode


def told(text: str) -> list[str]:
    page = split_page(SourceText("p.md", text))
    assert all(problem.hint for problem in page.problems)
    return [f"{problem.line}:{problem.column} {problem.rule} {problem.message}" for problem in page.problems]


def test_a_page_is_front_matter_and_body() -> None:
    page = split_page(SourceText("p.md", "---\ntitle: no\n---\n\n# Text\n"))
    assert not page.problems
    assert page.front is not None
    assert plain(page.front) == {"title": "no"}
    assert (page.body, page.body_line) == ("\n# Text\n", 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\n---\ntitle: a\n---\n", "1:1 F001 The front matter must start on line 1, column 1."),
        (" ---\ntitle: a\n---\n", "1:1 F001"),
        ("---\ntitle: a\n\n# Text\n", "3:1 F002 The front matter is never closed."),
        ("---\ntitle: a", "2:1 F002 The front matter is never closed."),
        ("---\n---\n", "2:1 F002 The front matter is empty."),
        ("---\n- a\n---\n", "2:1 F002 The front matter is a list"),
        ("---\nsome words\n---\n", "2:1 F002 The front matter is a single value"),
        ("---\ntitle: a\n\tb: c\n---\n", "3:1 F002 A tab cannot be used in YAML."),
        ("---\ntitle: a: b\n---\n", "2:9 F002 There is a second"),
        ("---\ntitle: a\ntitle: b\n---\n", "3:1 F003 The key “title” stands here a second time"),
        ('---\ntitle: "a\n---\n', "2:8 F002 A quotation mark is opened here"),
        ("---\ntitle: !!python/none a\n---\n", "2:8 F002 Tags"),
        (
            "---\ntitle: a\n...\nsummary: b\nx: 1\nlist:\n - c\n---\n",
            "3:1 F002 The front matter ends in this line, but keys stand below it: “summary”, “x”, “list”.",
        ),
        ("---\ntitle: a\n---\nsummary: b\nx: 1\n---\n", "3:1 F002 The front matter ends in this line, but keys stand"),
        ("---\ntitle: a\n...\nsummary: b\n", "3:1 F002 The front matter ends in this line, but keys stand"),
        ("Note: text\n\nmore", "1:1 F001 The page starts with “key: text”"),
        ("# Text\n", "1:1 F001 The page has no front matter."),
        ("", "1:1 F001 The page has no front matter."),
    ],
)
def test_what_mkdocs_swallows_is_told(text: str, expected: str) -> None:
    problems = told(text)
    assert len(problems) == 1
    assert problems[0].startswith(expected), problems


@pytest.mark.parametrize("closing", ["---", "--- ", "..."])
def test_what_mkdocs_takes_as_the_end_is_taken(closing: str) -> None:
    assert told(f"---\ntitle: a\n{closing}\nText") == []


def test_one_word_with_a_colon_may_begin_the_text() -> None:
    assert told("---\ntitle: a\n---\nNote: this is text.\n\nmore: text\n") == []


def test_a_bom_and_crlf_are_told_and_the_page_is_read_all_the_same() -> None:
    source = decode(b"\xef\xbb\xbf---\r\ntitle: a\r\n---\r\nText\r\n", "p.md")
    page = split_page(source)
    assert len(source.problems) == 2
    assert not page.problems
    assert page.body == "Text\n"


@given(st.text(alphabet="-.a: \n\t#[]'\"é", max_size=60))
def test_any_text_is_split_and_every_problem_lies_inside(text: str) -> None:
    page = split_page(SourceText("p.md", text))
    lines = text.split("\n")
    assert 1 <= page.body_line <= len(lines) + 1
    for problem in page.problems:
        assert 1 <= problem.line <= len(lines), (text, problem)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, (text, problem)
