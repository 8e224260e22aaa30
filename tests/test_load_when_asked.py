"""Data that waits until it is looked up: it is the same, and of a page the same is told, as if all were read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.checks.run import outcome
from knowledge.library import Library
from knowledge.load import load_library
from knowledge.source.waiting import Waiting
from tests.builders import load, write_site
from tests.site_text import FILES

DOCS = Path(__file__).parents[1] / "docs"
CLAIMS, REFERENCES = "data/claims.yml", "data/references.yml"
FAULTS: list[tuple[str, Callable[[str], str]]] = [
    (CLAIMS, lambda text: text.replace("certainty: ", "certainty: not-", 1)),
    (CLAIMS, lambda text: text.replace("topic: ", "topic: x", 1)),
    (CLAIMS, lambda text: text.replace("  topic: ", "\ttopic: ", 1)),
    (CLAIMS, lambda text: text.replace("topic: ", "topic: *", 1)),
    (CLAIMS, lambda text: text + text),
    (CLAIMS, lambda text: text.replace("statement: ", "statement: >\n    ", 1)),
    (CLAIMS, lambda _text: "id: none\n"),
    (REFERENCES, lambda text: text.replace("verified: full", "verified: recalled")),
    (REFERENCES, lambda text: text.replace("  custom:\n", "  custom:\n    'retracted': true\n")),
    (REFERENCES, lambda text: text.replace("title: ", "title: 'open ", 1)),
    (REFERENCES, lambda text: text.replace("\n", "\r\n")),
    (REFERENCES, lambda _text: ""),
    ("data/glossary.yml", lambda text: text.replace("meaning: ", "meanings: ", 1)),
    ("data/care-cards.yml", lambda text: text.replace("- id: ", "- id: x")),
]


def _same(waiting: Library, whole: Library) -> None:
    for one, other in zip(waiting.collections, whole.collections, strict=True):
        assert one.ids == other.ids
        assert dict(one.records) == dict(other.records)
        assert list(one.records) == list(other.records)
    assert dict(waiting.comparisons) == dict(whole.comparisons)
    assert waiting.search == whole.search


def test_the_library_s_own_data_waits_and_is_the_same() -> None:
    waiting = load_library(DOCS, asking=lambda _files: [])
    assert isinstance(waiting.references.records, Waiting)
    assert isinstance(waiting.claims.records, Waiting)
    _same(waiting, load_library(DOCS))


def test_a_search_for_a_key_finds_every_record_that_holds_it() -> None:
    waiting, whole = load_library(DOCS, asking=lambda _files: []), load_library(DOCS)
    for key in whole.references.ids:
        resting = [claim for claim in whole.claims.values() if key in claim.sources]
        assert [claim for claim in waiting.claims.naming(key) if key in claim.sources] == resting


@pytest.mark.parametrize(("name", "fault"), FAULTS)
def test_with_faults_in_data_the_same_is_told_of_each_page(
    name: str, fault: Callable[[str], str], tmp_path: Path
) -> None:
    faulty = fault(FILES[name])
    assert faulty != FILES[name]
    files = {**FILES, name: faulty}
    whole = load(tmp_path, files)
    told = [one for one in outcome(whole, notes=False).problems if one.rule != "R002"]
    docs = write_site(tmp_path, files)
    for path, page in whole.pages.items():
        waiting = load_library(docs, tmp_path, asking=lambda _files, path=path: [path])  # type: ignore[misc]
        mine = [one for one in outcome(waiting, notes=False).problems if one.path == page.source.path]
        assert mine == [one for one in told if one.path == page.source.path]
    _same(load_library(docs, tmp_path, asking=lambda _files: []), whole)
