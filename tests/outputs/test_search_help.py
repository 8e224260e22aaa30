"""What the search dialog needs besides the index."""

from __future__ import annotations

from pathlib import Path

from knowledge.outputs.search_help import search_help
from tests.builders import load
from tests.site_text import FILES

SEARCH = """\
red_flags:
  - {id: hot-calf, card: leg-clot, all_of: [[calf], [hot, red]]}
  - {id: numb, card: cauda-equina, phrases: [numb between my legs]}
popular: [answers/sciatica.md, choose/levels.md]
"""


def test_cards_in_words_with_the_numbers_of_each_country(tmp_path: Path) -> None:
    library = load(tmp_path, {**FILES, "data/search.yml": SEARCH})
    found = search_help(library, {"answers/sciatica.md": "answers/sciatica/", "safety/urgent.md": "safety/urgent/"})
    assert found["flags"][0] == {"card": "leg-clot", "phrases": (), "all_of": (("calf",), ("hot", "red"))}
    card = found["cards"]["cauda-equina"]
    assert (card["level"], card["head"], card["title"]) == ("emergency", "Call now", "Back pain, and new:")
    assert card["signs"] == ["numbness between the legs"]
    assert card["action"] == "Call an emergency number now."
    assert all(phone["country"] and phone["numbers"] for phone in card["phones"])
    assert found["urgent"] == "safety/urgent/"


def test_only_pages_with_an_address_are_offered(tmp_path: Path) -> None:
    library = load(tmp_path, {**FILES, "data/search.yml": SEARCH})
    offered = search_help(library, {"answers/sciatica.md": "answers/sciatica/"})["popular"]
    assert offered == [{"title": "Do compression socks help with sciatica?", "location": "answers/sciatica/"}]


def test_a_site_without_search_data_has_nothing_to_show(tmp_path: Path) -> None:
    assert search_help(load(tmp_path), {}) == {"flags": [], "cards": {}, "urgent": "", "popular": []}
