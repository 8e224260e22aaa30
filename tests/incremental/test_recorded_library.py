"""What pages look up in the library is noted by name, and a name stands for the same until that changes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from knowledge.library_answers import LibraryAnswers
from knowledge.load import load_library
from knowledge.recorded_library import RecordedLibrary, recorded
from knowledge.recording import RECORDER, Node

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    shutil.copytree(DOCS, tmp_path / "docs", ignore=shutil.ignore_patterns("assets"))
    return tmp_path / "docs"


def answers(docs: Path) -> LibraryAnswers:
    found = recorded(load_library(docs))
    assert isinstance(found, RecordedLibrary)
    return LibraryAnswers(found, lambda name: name)


def test_each_look_is_noted_by_name() -> None:
    library = recorded(load_library(DOCS))
    RECORDER.begin("use/wash.md")
    assert library.claims.get("sciatica-pain") is not None
    assert library.claims.get("none") is None
    assert "none" not in library.references.ids
    assert library.pages["use/wash.md"].front.title
    assert library.pages["answers/sciatica.md"].front.title
    noted = RECORDER.end()
    assert noted == {
        ("claims", "sciatica-pain"),
        ("claims", "none"),
        ("references, known", "none"),
        ("page", "answers/sciatica.md"),
        ("front", "answers/sciatica.md", "title"),
    }
    assert library.claims.get("sciatica-pain") is not None
    assert RECORDER.end() == set(), "nothing is noted outside a page"


@pytest.mark.parametrize(
    ("name", "old", "new", "changed"),
    [
        (
            "data/claims.yml",
            ": sciatica-pain\n",
            ": sciatica-pain\n  # a remark\n",
            {("claims", "sciatica-pain")},
        ),
        ("answers/flights.md", "title: ", "title: Oh, ", {("front", "answers/flights.md", "title")}),
        ("answers/flights.md", "\n## ", "\nMore.\n\n## ", set()),
        ("data/comparisons/length.yml", "title: ", "title: Oh, ", {("comparison", "length")}),
    ],
)
def test_a_name_stands_for_something_else_only_where_that_changed(
    docs: Path, name: str, old: str, new: str, changed: set[Node]
) -> None:
    nodes: list[Node] = [
        ("claims", "sciatica-pain"),
        ("claims", "none"),
        ("claims, known", "sciatica-pain"),
        ("claims, names",),
        ("front", "answers/flights.md", "title"),
        ("front", "answers/flights.md", "draft"),
        ("comparison", "length"),
        ("comparison, names",),
        ("pages",),
    ]
    before = answers(docs)
    kept = {node: before(node) for node in nodes}
    assert all(kept.values())
    file = docs / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    after = answers(docs)
    assert {node for node in nodes if after(node) != kept[node]} == changed
    assert after(("what nobody knows",)) is None
