"""The search index: from what writers typed, each word in the field that says how much it tells."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from knowledge.load import load_library
from knowledge.outputs.search_index import search_index
from tests.builders import load
from tests.site_text import FILES

PROJECT = Path(__file__).parents[2]
ADDRESSES = {"index.md": "./", "answers/sciatica.md": "answers/sciatica/", "glossary.md": "glossary/"}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    library = load(Path(tmp_path_factory.mktemp("site")), FILES)
    return search_index(library, ADDRESSES, {"not-tested": "<svg/>"})


def _doc(index: dict[str, Any], location: str) -> dict[str, Any]:
    (found,) = [doc for doc in index["docs"] if doc["location"] == location]
    return dict(found)


def test_a_page_has_its_answer_its_terms_and_what_it_is(index: dict[str, Any]) -> None:
    page = _doc(index, "answers/sciatica/")
    assert page["title"] == "Do compression socks help with sciatica?"
    assert page["text"] == "Nobody has tested compression socks for the nerve pain of sciatica."
    assert page["terms"] == "sciatica socks ; siatica socks ; socks for nerve pain"
    assert (page["kind"], page["certainty"]) == ("Answer", "not-tested")


def test_the_words_are_those_of_text_claims_and_tables_once_each(index: dict[str, Any]) -> None:
    words = _doc(index, "answers/sciatica/")["words"].split()
    assert words == sorted(set(words))
    assert {"legs", "swelled", "tested", "brace"} <= set(words)
    assert "partsch2004evening" not in words


def test_a_search_can_lead_to_questions_tables_and_terms_but_not_to_shared_headings(index: dict[str, Any]) -> None:
    titles = {doc["location"]: doc["title"] for doc in index["docs"]}
    assert titles["answers/sciatica/#do-socks-ease-sciatica"] == "Do socks ease sciatica?"
    assert titles["answers/sciatica/#comparison-supports"]
    assert titles["glossary/#term-sciatica"] == "sciatica · nerve root pain"
    assert not [title for title in titles.values() if title == "What nobody knows yet"]


def test_pages_without_an_address_are_left_out(index: dict[str, Any]) -> None:
    assert {doc["location"].partition("#")[0] for doc in index["docs"]} == {"", "answers/sciatica/", "glossary/"}


def test_marks_and_words_of_certainty_come_along(index: dict[str, Any]) -> None:
    assert index["config"]["certainty"]["not-tested"] == {"words": "Not tested: no studies", "mark": "<svg/>"}


def test_text_is_safe_to_show(tmp_path: Path) -> None:
    page = FILES["answers/sciatica.md"].replace("title: Do", "title: <img src=x onerror=alert(1)> Do")
    page = page.replace("the nerve pain", "<b>the nerve</b> pain")
    library = load(tmp_path, {**FILES, "answers/sciatica.md": page})
    found = _doc(search_index(library, ADDRESSES, {}), "answers/sciatica/")
    assert "<" not in found["title"]
    assert "<" not in found["text"]


def test_the_real_index_is_small_enough_for_a_phone() -> None:
    library = load_library(PROJECT / "docs")
    addresses = {path: path.removesuffix(".md") + "/" for path in library.pages}
    text = json.dumps(search_index(library, addresses, {}), ensure_ascii=False, separators=(",", ":"))
    assert len(gzip.compress(text.encode())) < 120_000


def test_further_ways_to_ask_stand_with_the_terms_of_their_page(tmp_path: Path) -> None:
    more = "more_terms:\n  - page: answers/sciatica.md\n    terms: [electric leg, nerve that shoots]\n"
    found = search_index(load(tmp_path, {**FILES, "data/search.yml": more}), ADDRESSES, {})
    assert _doc(found, "answers/sciatica/")["more"] == "electric leg ; nerve that shoots"
    assert _doc(found, "glossary/")["more"] == ""
