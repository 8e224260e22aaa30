"""Where claims and comparisons are shown, and which pages rest on a source."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.uses import claim_places, comparison_places, pages_by_source, source_list_places
from tests.builders import load
from tests.site_text import FILES

GUIDE, ANSWER = "choose/levels.md", "answers/sciatica.md"
LIST = "/// generated | classes\n///"


def with_block(block: str, *, page: str = GUIDE) -> dict[str, str]:
    """The valid site, a block of one page replaced."""
    assert LIST in FILES[page]
    return {**FILES, page: FILES[page].replace(LIST, block)}


def test_a_claim_block_comes_before_verdict_and_table(tmp_path: Path) -> None:
    assert claim_places(load(tmp_path, FILES))["sciatica-pain"] == f"{ANSWER}#claim-sciatica-pain"


def test_the_page_whose_verdict_it_is_comes_first(tmp_path: Path) -> None:
    files = with_block("/// claim | sciatica-pain\n///")
    assert claim_places(load(tmp_path, files))["sciatica-pain"].startswith(ANSWER)


def test_a_verdict_is_a_place_too(tmp_path: Path) -> None:
    told = FILES[ANSWER].replace("/// claim | sciatica-pain\n///", "It is not tested.")
    table = "claim: sciatica-pain" in FILES["data/comparisons/supports.yml"]
    found = claim_places(load(tmp_path, {**FILES, ANSWER: told}))["sciatica-pain"]
    assert found == f"{ANSWER}#verdict", table


def test_what_no_page_shows_has_no_place(tmp_path: Path) -> None:
    nowhere = FILES["data/claims.yml"] + FILES["data/claims.yml"].split("\n- id:")[0].replace("sciatica-pain", "lonely")
    library = load(tmp_path, {**FILES, "data/claims.yml": nowhere})
    assert "lonely" in library.claims.records
    assert "lonely" not in claim_places(library)


def test_a_draft_is_no_place(tmp_path: Path) -> None:
    drafted = FILES[ANSWER].replace("type: answer\n", "type: answer\ndraft: true\n")
    library = load(tmp_path, {**FILES, ANSWER: drafted})
    assert not any(place.startswith(ANSWER) for place in claim_places(library).values())
    assert not any(page.path == ANSWER for pages in pages_by_source(library).values() for page in pages)


def test_a_comparison_page_comes_before_others(tmp_path: Path) -> None:
    assert comparison_places(load(tmp_path, FILES))["supports"] == "compare/supports.md#comparison-supports"


@pytest.mark.parametrize(
    ("block", "key", "rests"),
    [
        ("Text [@partsch2004evening].", "partsch2004evening", True),
        ("/// claim | evening-swelling\n///", "partsch2004evening", True),
        ("/// tool | converter\n///", "CLASSES", True),
        ("/// generated | classes\n///", "CLASSES", True),
        ("/// generated | certainty-words\n///", "CLASSES", False),
    ],
)
def test_sources_of_what_a_page_shows(tmp_path: Path, block: str, key: str, *, rests: bool) -> None:
    library = load(tmp_path, with_block(block))
    if key == "CLASSES":
        key = library.class_schemes.values()[0].sources[0]
    pages = [page.path for page in pages_by_source(library).get(key, ())]
    assert (GUIDE in pages) is rests


@pytest.mark.parametrize(("row", "rests"), [("lumbar-brace", True), ("compression-socks", False)])
def test_a_source_that_only_a_note_of_a_cell_cites(tmp_path: Path, row: str, *, rests: bool) -> None:
    files = with_block(f"/// comparison | supports\n    rows: [{row}]\n///")
    name, cited = "data/comparisons/supports.yml", "old1999recalled"
    files[name] = files[name].replace("[@partsch2004evening]", f"[@{cited}]")
    pages = [page.path for page in pages_by_source(load(tmp_path, files)).get(cited, ())]
    assert (GUIDE in pages) is rests


def test_the_lists_of_sources_are_where_published_pages_show_them(tmp_path: Path) -> None:
    lists = "/// generated | texts\n///\n\n/// generated | reviews\n///"
    found = source_list_places(load(tmp_path, with_block(lists)))
    assert found == {"reviews": f"{GUIDE}#reviews", "texts": f"{GUIDE}#texts"}
    assert list(found) == ["reviews", "texts"]
