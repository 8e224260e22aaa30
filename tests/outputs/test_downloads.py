"""Comparisons as CSV and JSON: whole, safe for spreadsheets, the same twice."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from knowledge.library import Library
from knowledge.load import load_library
from knowledge.outputs.citation import citations
from knowledge.outputs.comparison_csv import safe
from knowledge.outputs.downloads import downloads

DOCS = Path(__file__).parents[1] / "golden" / "docs"
ADDRESS = "https://example.org/site/"


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(DOCS)


@pytest.fixture(scope="module")
def files(library: Library) -> dict[str, str]:
    return downloads(library, ADDRESS)


def test_every_published_comparison_in_both_forms_and_the_lists(files: dict[str, str]) -> None:
    assert list(files) == [
        "data/comparisons/kinds.csv",
        "data/comparisons/kinds.json",
        "data/comparisons/plain.csv",
        "data/comparisons/plain.json",
        "data/claims.json",
        "data/glossary.json",
        "data/references.json",
    ]


def test_a_comparison_that_only_a_draft_shows_is_for_the_preview_alone(library: Library, files: dict[str, str]) -> None:
    assert "groups" in library.comparisons
    assert set(downloads(library, drafts=True)) - set(files) == {
        "data/comparisons/groups.csv",
        "data/comparisons/groups.json",
    }


def test_the_same_twice(library: Library, files: dict[str, str]) -> None:
    assert downloads(library, ADDRESS) == files


def test_a_table_says_how_to_cite_it(library: Library, files: dict[str, str]) -> None:
    cited = (
        "Legwise editors (2026). Kinds of thing. Data set, last checked 21 November 2026. Legwise. "
        "https://example.org/site/data/comparisons/kinds.csv. CC BY 4.0."
    )
    assert json.loads(files["data/comparisons/kinds.json"])["citation"] == cited
    header, first, *_ = csv.reader(StringIO(files["data/comparisons/kinds.csv"], newline=""))
    assert dict(zip(header, first, strict=True))["Cite as"] == cited
    assert "Legwise. data/comparisons/kinds.csv." in downloads(library)["data/comparisons/kinds.json"]


def test_claims_are_whole(library: Library, files: dict[str, str]) -> None:
    found = json.loads(files["data/claims.json"])
    assert found["licence"]["name"] == "CC BY 4.0"
    assert found["certainty_words"]["very-low"] == "Very low certainty"
    assert found["direction_words"]["benefit"] == "Better"
    claims = {claim["id"]: claim for claim in found["claims"]}
    assert list(claims) == list(library.claims.records)
    flights = claims["flights-clots"]
    assert flights["statement"] == "Socks prevent hidden clots on long flights."
    assert flights["certainty"] == "high"
    assert flights["sources"] == list(library.claims.records["flights-clots"].value.sources)
    assert {"baseline", "with", "per", "source"} == set(flights["absolute"])
    assert isinstance(flights["absolute"]["per"], int)


def test_glossary_tells_meanings_in_plain_words(library: Library, files: dict[str, str]) -> None:
    terms = {term["id"]: term for term in json.loads(files["data/glossary.json"])["terms"]}
    assert list(terms) == list(library.terms.records)
    assert terms["oedema"]["meaning"] == "Fluid that gathers in the leg."


def test_references_are_csl_with_what_we_know_of_them(library: Library, files: dict[str, str]) -> None:
    found = {item["id"]: item for item in json.loads(files["data/references.json"])}
    assert list(found) == list(library.references.records)
    assert found["journal2021"]["issued"]["date-parts"][0][0] == 2021
    assert found["journal2021"]["custom"]["verified"] in ("full", "partial", "recalled")


def test_csv_has_a_line_for_each_row_and_a_cell_for_each_head(files: dict[str, str]) -> None:
    header, *lines = csv.reader(StringIO(files["data/comparisons/kinds.csv"], newline=""))
    assert [line[0] for line in lines] == ["long-form", "of-claims", "absent"]
    assert {len(line) for line in lines} == {len(header)}
    assert len(set(header)) == len(header)
    first = dict(zip(header, lines[0], strict=True))
    assert first["Thing"] == "Socks with everything"
    assert first["Group"] == "Worn"
    assert first["Words"] == "See socks and care"
    assert first["Words: certainty"] == "Low certainty"
    assert first["Words: sources"].startswith("Clarke Mike J., Broderick Cathryn, O’Hopewell Sally. Compression")
    assert first["Words: sources"].endswith("2021. https://doi.org/10.1002/14651858.CD004002.pub4")
    assert first["Words: note"] == "A note with a link."
    assert first["Words: as of"] == "2020-12-11"
    assert first["People"] == "12345"
    assert first["Pressure, mmHg"] == "15 to 20"
    assert first["Last trial"] == "2026-01-02"
    assert first["Table"] == "Every kind of cell"
    assert first["Last checked"] == "2026-11-21"
    assert first["Licence"] == "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"


def test_claims_and_absences_are_told_in_words(files: dict[str, str]) -> None:
    header, _, claims, absent = csv.reader(StringIO(files["data/comparisons/kinds.csv"], newline=""))
    by_head = dict(zip(header, claims, strict=True))
    assert by_head["Words"] == "Socks prevent hidden clots on long flights."
    assert by_head["Words: certainty"] == "High certainty"
    assert by_head["People"] == "-3"
    assert dict(zip(header, absent, strict=True))["Words"] == "Not tested"


@pytest.mark.parametrize("text", ["=1+1", "+A1", "-A1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "-2+3", "--1"])
def test_what_a_spreadsheet_would_run_is_made_text(text: str) -> None:
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-3", "-3.25", "+4", "12", "15 to 20", "under 15", "a = b", "", "Socks – all"])
def test_numbers_and_words_stay(text: str) -> None:
    assert safe(text) == text


def test_json_tells_all_that_the_table_shows(files: dict[str, str]) -> None:
    kinds = json.loads(files["data/comparisons/kinds.json"])
    assert kinds["id"] == "kinds"
    assert kinds["caption"] == "Every kind of cell"
    assert kinds["licence"]["name"] == "CC BY 4.0"
    assert kinds["last_checked"] == "2026-11-21"
    assert kinds["certainty_words"]["not-tested"] == "Not tested: no studies"
    assert kinds["columns"][2] == {"id": "pressure", "label": "Pressure", "type": "range", "unit": "mmHg"}
    first, claims, absent = kinds["rows"]
    assert first["cells"]["words"]["certainty"] == "low"
    assert first["cells"]["size"]["value"] == "mean difference −11.5 (95% interval −22 to −0.7)"
    assert claims["cells"]["words"]["claim"] == "flights-clots"
    assert len(claims["cells"]["words"]["sources"]) == 2
    assert absent["cells"]["words"] == {"value": "Not tested", "absent": "not-tested"}


def test_a_year_that_nobody_saw_is_not_given(library: Library) -> None:
    assert citations(["many2020"], library) == ["A B., C D., E F. and others. Do seven authors fit? A Journal."]
    assert citations(["nobody"], library) == ["nobody"]
