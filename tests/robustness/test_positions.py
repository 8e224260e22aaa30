"""A known mistake, planted at any place of any valid file, is told at exactly its line and column."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import MARK, load, place_in, problems_of
from tests.site_text import FILES

WORD = st.sampled_from(["leg", "née", "🦵🏽", "a:b", "it’s", "#1", "50%", "x_y", "*so*", "“then”", "co-op", "A."])
WORDS = st.lists(WORD, min_size=1, max_size=6).map(" ".join)
PROFILE = settings.get_profile("robustness")


def told(files: dict[str, str], path: str, rule: str) -> list[tuple[int, int]]:
    """Where the rule's problems of a file are told; the mark is taken out before."""
    with tempfile.TemporaryDirectory() as root:
        library = load(Path(root), {name: text.replace(MARK, "") for name, text in files.items()})
        found = [problem for problem in problems_of(library) if problem.path == f"docs/{path}"]
    return [(problem.line, problem.column) for problem in found if problem.rule == rule]


def test_the_profile_is_bounded() -> None:
    assert PROFILE.deadline is not None


# ---- YAML: a key that nobody knows, or a value that is none of those allowed


def _scalar(text: str, style: str, indent: str) -> str:
    if style == "single":
        return "'" + text.replace("'", "''") + "'"
    if style == "double":
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if style == "folded":
        return ">-\n" + "".join(f"{indent}    {word}\n" for word in text.split()).rstrip("\n")
    if style == "double over lines":
        return '"' + f"\n{indent}    ".join(text.split()) + '"'
    return '"' + text + '"' if set(text) & set(":#*%“") else text


STYLE = st.sampled_from(["plain", "single", "double", "folded", "double over lines"])
FIELD = st.tuples(WORDS, STYLE, st.sampled_from(["", "", "  # a note\n", "\n"]))


@st.composite
def topics(draw: st.DrawFn) -> str:
    """Topics in any style, with one mistake at the mark."""
    count = draw(st.integers(1, 5))
    broken = draw(st.integers(0, count - 1))
    mistake = draw(st.sampled_from([f"{MARK}colour: red", f"kind: {MARK}complant", f"{MARK}kind_: complaint"]))
    text = draw(st.sampled_from(["", "# Topics\n", "\n\n", "---\n"]))
    for number in range(count):
        label, style, gap = draw(FIELD)
        kind = "kind: complaint"
        lines = [f"label: {_scalar(label, style, '  ')}", kind, f"terms: []{'  # é' if gap else ''}"]
        if number == broken:
            if mistake.startswith("kind:"):
                lines[1] = mistake
            else:
                lines.insert(draw(st.integers(0, 3)), mistake)
        lines.insert(draw(st.integers(0, len(lines))), f"id: topic-{number}")
        dash = draw(st.sampled_from(["- ", "-   "]))
        body = "\n".join(line if not at else " " * len(dash) + line for at, line in enumerate(lines))
        text += f"{dash}{body}\n" + (gap if gap != "  # a note\n" else "  # a note\n")
    return text


@settings(PROFILE)
@given(topics())
def test_yaml(text: str) -> None:
    assert told({"data/topics.yml": text}, "data/topics.yml", "D002") == [place_in(text, text.index(MARK))], text


FLOW = st.lists(WORDS.map(lambda text: '"' + text + '"'), min_size=0, max_size=4)


@settings(PROFILE)
@given(before=FLOW, gap=st.sampled_from([" ", "\n  ", "\n\n    "]), quote=st.sampled_from(["", '"', "'"]))
def test_yaml_in_one_line(before: list[str], gap: str, quote: str) -> None:
    items = [f"{{id: t{number}, kind: complaint, label: {label}}}" for number, label in enumerate(before)]
    items.append(f"{{id: broken,{gap}kind: {MARK}{quote}complant{quote}, label: x}}")
    text = "[" + f",{gap}".join(items) + "]\n"
    assert told({"data/topics.yml": text}, "data/topics.yml", "D002") == [place_in(text, text.index(MARK))], text


@settings(PROFILE)
@given(before=st.lists(FIELD, max_size=4), after=st.lists(FIELD, max_size=2))
def test_front_matter(before: list[tuple[str, str, str]], after: list[tuple[str, str, str]]) -> None:
    keys = iter(["title", "description", "summary", "published", "last_reviewed", "draft"])
    lines = [f"{next(keys)}: {_scalar(text, style, '')}" for text, style, _ in before]
    lines += [f"{MARK}titel: x", "type: about"]
    lines += [f"{next(keys)}: {_scalar(text, style, '')}" for text, style, _ in after]
    text = "---\n" + "\n".join(lines) + "\n---\n\nText.\n"
    assert told({"about/page.md": text}, "about/page.md", "F004") == [place_in(text, text.index(MARK))], text


# ---- CSV: a word where a number belongs, in tables whose cells hold commas, quotes and line breaks

CSV_HEAD = """title: Any table
caption: Any table.
last_checked: 2026-11-20
row_header: Row
columns:
  - {id: words, label: Words, type: text}
  - {id: size, label: Size, type: number}
  - {id: more, label: More, type: text}
"""
CSV_CELL = st.lists(st.sampled_from(["leg", "née", "🦵", ",", '"', "\n", "; ", "a b"]), min_size=1, max_size=6).map(
    "".join
)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


@settings(PROFILE)
@given(
    st.lists(st.tuples(CSV_CELL, CSV_CELL, CSV_CELL), min_size=1, max_size=5),
    st.integers(0, 4),
    st.booleans(),
    st.booleans(),
)
def test_csv(rows: list[tuple[str, str, str]], at: int, quoted: bool, last: bool) -> None:
    at = min(at, len(rows) - 1)
    text = "id,label,words,size,more\n"
    for number, (label, words, more) in enumerate(rows):
        size = "5" if number != at else MARK + ('"many"' if quoted else "many")
        text += f"row-{number},{_quoted('x' + label)},{_quoted('x' + words)},{size},{_quoted('x' + more)}\n"
    if last:
        text = text.rstrip("\n")
    files = {"data/comparisons/any.yml": CSV_HEAD, "data/comparisons/any.csv": text}
    with tempfile.TemporaryDirectory() as root:
        library = load(Path(root), {name: one.replace(MARK, "") for name, one in files.items()})
        found = [problem for problem in problems_of(library) if "many" in problem.message]
    assert [(problem.line, problem.column) for problem in found] == [place_in(text, text.index(MARK))], text


# ---- Markdown: a source that nobody knows, in any part of a body

CITED = f"[@{MARK}nobody2099]"
BLOCK = st.sampled_from(
    [
        "{}",
        "# {}",
        "### {} ###",
        "> {}\n> more",
        "> > {}",
        "- one\n- {}\n- three",
        "1. one\n2. {}",
        "- one\n\n    {}",
        "- one\n    - {}",
        "* one\n\n    > {}",
        "| a | b |\n|---|---|\n| x | {} |",
        "a | b\n--|--\n{} | `|`",
        "words\nand {}\nand words",
        "**{}** and words",
        "_a_ {} `code [@x]`",
        "\t\n{}",
        "a\tb {}",
        "<div>\n[@raw2000]\n</div>\n\n{}",
        "```\n[@code2000]\n```\n\n{}",
        "~~~ md\n# [@code2000]\n~~~\n{}",
        "    [@indented2000]\n\n{}",
        "Under\n=====\n\n{}",
        "text[^1]\n\n[^1]: {}",
        "[a]: http://example.org\n\n{} [a]",
        "<!-- [@hidden2000] -->\n\n{}",
        "![alt](x.svg) {}",
        "&amp; \\* \\[@x] {}",
    ]
)
PLAIN = st.sampled_from(
    ["Leg.", "née 🦵🏽 b", "- a\n- b", "> q", "| a |\n|---|\n| b |", "```\nx\n```", "A\nB", "* * *"]
)


@settings(PROFILE)
@given(st.lists(PLAIN, max_size=4), BLOCK, WORDS, WORDS, st.lists(PLAIN, max_size=3))
def test_markdown(before: list[str], block: str, left: str, right: str, after: list[str]) -> None:
    left, right = (text.replace("#", "").replace("*", "") for text in (left, right))
    body = "\n\n".join([*before, "Words.", block.format(f"x{left} {CITED} {right}"), *after])
    text = f"---\ntitle: A page about nothing much\ntype: about\n---\n\n{body}\n"
    files = {"about/page.md": text, "data/references.yml": FILES["data/references.yml"]}
    with tempfile.TemporaryDirectory() as root:
        library = load(Path(root), {name: one.replace(MARK, "") for name, one in files.items()})
        found = [problem for problem in problems_of(library) if "nobody2099" in problem.message]
    assert [(problem.line, problem.column) for problem in found] == [place_in(text, text.index(MARK))], text
