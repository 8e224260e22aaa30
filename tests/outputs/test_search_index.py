"""Search terms in the index: on pages' own entries, and nowhere else."""

from __future__ import annotations

from typing import Any

from knowledge.outputs.search_index import with_terms

INDEX: dict[str, Any] = {
    "config": {"lang": ["en"]},
    "docs": [
        {"location": "", "title": "Home", "text": ""},
        {"location": "answers/sciatica/", "title": "Sciatica", "text": "x"},
        {"location": "answers/sciatica/#sources", "title": "Sources", "text": "y"},
        {"location": "about/", "title": "About", "text": ""},
    ],
}


def test_terms_go_to_the_pages_own_entry() -> None:
    found = with_terms(INDEX, {"answers/sciatica/": ("siatica socks", "sock sciatica"), "about/": ()})
    assert found["config"] == INDEX["config"]
    assert [entry.get("terms") for entry in found["docs"]] == [None, "siatica socks ; sock sciatica", None, None]


def test_the_home_page_has_two_addresses() -> None:
    assert with_terms(INDEX, {"./": ("legs",)})["docs"][0]["terms"] == "legs"
    assert with_terms(INDEX, {"": ("legs",)})["docs"][0]["terms"] == "legs"


def test_the_index_given_is_left_alone() -> None:
    with_terms(INDEX, {"about/": ("who",)})
    assert "terms" not in INDEX["docs"][3]


def test_an_empty_index() -> None:
    assert with_terms({}, {"about/": ("who",)}) == {"docs": []}
