"""The data dictionary fits the downloads, and the JSON-LD of the data page says what readers see on it."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from knowledge.dataset import datasets
from knowledge.dictionary import csv_columns, json_keys
from knowledge.library import Library
from knowledge.load import load_library
from knowledge.location import Location
from knowledge.models.claim import Claim
from knowledge.models.keys import keys_of
from knowledge.models.records import Term
from knowledge.outputs.downloads import downloads
from knowledge.outputs.json_ld import page_json_ld

DOCS = Path(__file__).parents[1] / "golden" / "docs"
ADDRESS = "https://example.org/site/"
URL = f"{ADDRESS}data/"
WHERE = Location(ADDRESS, URL)


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(DOCS)


@pytest.fixture(scope="module")
def files(library: Library) -> dict[str, str]:
    return downloads(library, ADDRESS, drafts=True)


def keys_in(value: Any, under: str | None = None) -> Iterator[tuple[str | None, str]]:
    """Every key of a table as JSON, with the group it stands in; names of columns and levels are no keys."""
    for name, inner in value.items():
        yield under, name
        if name in ("columns", "rows"):
            for one in inner:
                yield from keys_in(one, name)
        elif name == "cells":
            for cell in inner.values():
                yield from keys_in(cell, "rows, cells")


def test_every_key_of_a_table_as_json_is_in_the_dictionary(files: dict[str, str]) -> None:
    told = {(key.under, key.name) for key in json_keys()}
    tables = [json.loads(text) for name, text in files.items() if "comparisons" in name and name.endswith(".json")]
    found = {key for table in tables for key in keys_in(table)}
    assert found <= told
    assert told - found == {(None, "question"), (None, "population"), (None, "topic")}, "no golden table has these"
    always = {key.name for key in json_keys() if key.under is None and key.needed == "always there"}
    assert all(always <= table.keys() for table in tables)


def test_every_column_of_a_table_as_csv_is_in_the_dictionary(files: dict[str, str]) -> None:
    told = [key.name for key in csv_columns()]
    for name, text in files.items():
        if not name.endswith(".csv"):
            continue
        header = next(csv.reader(StringIO(text, newline="")))
        assert header[0] == "id"
        rest = header[2:]
        sides = {f"…: {head.rsplit(': ', 1)[1]}" for head in rest if ": " in head}
        assert sides <= set(told)
        assert rest[-4:] in (["Table", "Last checked", "Licence", "Cite as"],
                             ["Last checked", "Evidence searched to", "Licence", "Cite as"])  # fmt: skip


@pytest.mark.parametrize(("name", "group", "model"), [("claims", "claims", Claim), ("glossary", "terms", Term)])
def test_every_key_of_a_list_is_a_key_of_its_model(files: dict[str, str], name: str, group: str, model: Any) -> None:
    told = {key.name for key in keys_of(model) if key.under is None}
    for record in json.loads(files[f"data/{name}.json"])[group]:
        assert record.keys() <= told


def data_page(library: Library) -> Any:
    """A page that holds the list of data sets."""
    page = library.pages["about/index.md"]
    scanned = load_library(DOCS, changes={"about/index.md": PAGE.encode()}).pages["about/index.md"]
    return replace(page, markdown=scanned.markdown)


PAGE = "---\ntitle: Our data\ntype: about\n---\n\n/// generated | datasets\n///\n"


def test_json_ld_describes_each_data_set_with_its_files(library: Library) -> None:
    text = page_json_ld(data_page(library), library, WHERE)
    catalogue, *rest = json.loads(text)["@graph"]
    found = [node for node in rest if node["@type"] == "Dataset"]
    assert catalogue["@type"] == "DataCatalog"
    assert [one["@id"] for one in catalogue["dataset"]] == [one["@id"] for one in found]
    names = ["dataset-kinds", "dataset-plain", "dataset-claims", "dataset-references", "dataset-glossary"]
    assert [one["@id"] for one in found] == [f"{URL}#{name}" for name in names]
    kinds = found[0]
    assert kinds["@type"] == "Dataset"
    assert kinds["name"] == "Kinds of thing"
    assert kinds["dateModified"] == "2026-11-21"
    assert kinds["temporalCoverage"] == "../2026-11-20"
    assert kinds["variableMeasured"][2] == "Pressure, mmHg"
    assert kinds["distribution"][0] == {
        "@type": "DataDownload",
        "encodingFormat": "text/csv",
        "contentUrl": f"{ADDRESS}data/comparisons/kinds.csv",
    }


def test_every_file_that_is_described_is_there(library: Library) -> None:
    described = {path for one in datasets(library, ADDRESS) for path in one.files.values()}
    assert described == set(downloads(library, ADDRESS))


def test_json_ld_cannot_end_its_script(library: Library) -> None:
    head = library.comparisons["plain"].head.model_copy(update={"title": "</script><b>"})
    plain = replace(library.comparisons["plain"], head=head)
    poisoned = replace(library, comparisons={**library.comparisons, "plain": plain})
    text = page_json_ld(data_page(library), poisoned, WHERE)
    assert "<" not in text
    assert json.loads(text)["@graph"][2]["name"] == "</script><b>"
