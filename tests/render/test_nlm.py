"""NLM entries: what is left out, what survives a bad record, and the entries kept between builds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from knowledge.models.reference import Reference
from knowledge.render import entry_cache, nlm
from knowledge.render.entry_cache import EntryCache
from knowledge.render.nlm import nlm_entry


def reference(**fields: Any) -> Reference:
    record = {
        "id": "x",
        "type": "article-journal",
        "title": "A title",
        "custom": {"study_type": "trial", "verified": "full"},
    }
    return Reference.model_validate(record | fields)


def dated(*parts: str) -> dict[str, Any]:
    return {"issued": {"date-parts": [list(parts)]}}


@pytest.mark.parametrize(
    ("fields", "entry"),
    [
        ({}, "A title."),
        ({"title": "Is it?"}, "Is it?"),
        (dated("2021", "4", "22"), "A title. 2021 Apr 22."),
        (dated("2021", "7"), "A title. 2021 Jul."),
        (dated("2021"), "A title. 2021."),
        ({"author": [{"family": "van der Berg", "given": "Anna B."}]}, "van der Berg AB. A title."),
        ({"DOI": "10.1000/x", "PMID": "1", "URL": "https://example.org/"}, "A title [Internet]."),
        ({"title": "Legs & <b>veins</b>"}, "Legs & <b>veins</b>."),
    ],
)
def test_entries(fields: dict[str, Any], entry: str) -> None:
    assert nlm_entry(reference(**fields)) == entry


@pytest.mark.parametrize("unseen", ["year", "issued"])
def test_a_year_that_nobody_saw_is_not_printed(unseen: str) -> None:
    custom = {"study_type": "trial", "verified": "partial", "incomplete": [unseen]}
    assert nlm_entry(reference(custom=custom, **dated("2020"))) == "A title."


@pytest.mark.parametrize(
    "fields",
    [
        dated("in press"),
        dated("2020a"),
        {"editor": "nobody"},
        {"type": "no-such-type"},
        {"issued": {"raw": "last year"}},
    ],
)
def test_a_record_that_is_no_csl_still_has_an_entry(fields: dict[str, Any]) -> None:
    assert "A title" in nlm_entry(reference(**fields))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(entry_cache, "_FOLDER", tmp_path / ".cache")
    return tmp_path / ".cache"


def test_entries_are_kept_and_only_for_the_same_makers(folder: Path) -> None:
    cache = EntryCache(b"style")
    cache.put("record", "entry")
    cache.save()
    assert [file.suffix for file in folder.iterdir()] == [".json"]
    assert EntryCache(b"style").get("record") == "entry"
    assert EntryCache(b"another style").get("record") is None


def test_nothing_new_writes_nothing(folder: Path) -> None:
    EntryCache(b"style").save()
    assert not folder.exists()


@pytest.mark.parametrize("content", ["", "no json", "[]", json.dumps({"record": 1})])
def test_a_broken_file_is_no_cache(folder: Path, content: str) -> None:
    cache = EntryCache(b"style")
    cache.put("record", "entry")
    cache.save()
    next(folder.iterdir()).write_text(content)
    assert EntryCache(b"style").get("record") is None


def test_a_folder_that_cannot_be_written_only_costs_time(folder: Path) -> None:
    folder.write_text("a file where the folder should be")
    cache = EntryCache(b"style")
    cache.put("record", "entry")
    cache.save()
    assert cache.get("record") == "entry"


def test_a_kept_entry_is_not_formatted_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nlm._cache.cache_clear()
    assert nlm_entry(reference(title="Once")) == "Once."
    monkeypatch.setattr(nlm, "_formatted", lambda _item: "twice")
    assert nlm_entry(reference(title="Once")) == "Once."
    nlm._cache.cache_clear()
