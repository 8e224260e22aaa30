"""Prose: what the wording and reading rules see, and where each word of it stands."""

from __future__ import annotations

from pathlib import Path

from knowledge.checks.prose import Kind, Prose, prose
from tests.builders import load
from tests.site_text import FILES


def told(found: tuple[Prose, ...], kind: Kind, file: str) -> list[str]:
    return [one.text for one in found if one.kind is kind and one.place_of(0).path == f"docs/{file}"]


def test_every_kind_of_text_is_there(tmp_path: Path) -> None:
    found = prose(load(tmp_path))
    answer = "answers/sciatica.md"
    assert told(found, Kind.TITLE, answer) == ["Do compression socks help with sciatica?"]
    assert told(found, Kind.SUMMARY, answer) == ["Nobody has tested compression socks for the nerve pain of sciatica."]
    assert told(found, Kind.CHANGE, answer) == ["New studies added.", "First version."]
    assert "How it might work" in told(found, Kind.HEADING, answer)
    assert "In 12 people legs swelled less with socks [@]." in told(found, Kind.SENTENCE, answer)
    assert told(found, Kind.REASON, "data/claims.yml") == ["no trial was found [@]", "imprecision: few people [@]"]
    assert "adults with sciatica [@]" in told(found, Kind.LABEL, "data/claims.yml")
    assert told(found, Kind.CAPTION, "data/comparisons/supports.yml") == ["What two supports do."]
    assert "Effect on pain" in told(found, Kind.LABEL, "data/comparisons/supports.yml")
    assert told(found, Kind.NOTE, "data/comparisons/supports.yml") == ["Seen in back pain [@]."]
    assert "numbness between the legs [@]" in told(found, Kind.CARD, "data/care-cards.yml")
    assert "A tight sock." in told(found, Kind.MEANING, "data/glossary.yml")


def test_what_nobody_reads_as_prose_is_left_out(tmp_path: Path) -> None:
    texts = {one.text for one in prose(load(tmp_path))}
    assert texts.isdisjoint({"siatica socks", "Evening swelling and stockings", "A Journal", "Registered nurse"})


def test_a_text_counts_as_cited_by_itself_or_by_its_record(tmp_path: Path) -> None:
    by_text = {one.unit.text: one for one in prose(load(tmp_path))}
    own, record = by_text["Seen in back pain [@]."], by_text["Socks probably cut evening swelling."]
    cell, none = by_text["Daily wear"], by_text["An idea."]
    assert [one.cited for one in (own, record, cell, none)] == [True, True, True, False]
    assert record.text == "Socks probably cut evening swelling. [@]"
    assert own.text == "Seen in back pain [@]."


def test_a_cell_of_a_claim_is_cited_by_the_claim(tmp_path: Path) -> None:
    path = "data/comparisons/supports.yml"
    files = {**FILES, path: FILES[path].replace("{claim: sciatica-pain}", "{claim: sciatica-pain, note: In adults.}")}
    note = next(one for one in prose(load(tmp_path, files)) if one.unit.text == "In adults.")
    assert note.kind is Kind.NOTE
    assert note.cited
    assert note.column is not None
    assert note.column.id == "effect"
    assert note.comparison is not None


def test_every_word_has_its_place(tmp_path: Path) -> None:
    library = load(tmp_path)
    files = {path: library.docs_dir.parent.joinpath(path) for path in {one.place_of(0).path for one in prose(library)}}
    lines = {path: file.read_text(encoding="utf-8").split("\n") for path, file in files.items()}
    for one in prose(library):
        for offset, character in enumerate(one.unit.text_masked):
            place = one.place_of(offset)
            if character.isalnum():
                assert lines[place.path][place.line - 1][place.column - 1] == character


def test_words_in_quotes_are_masked(tmp_path: Path) -> None:
    path = "choose/levels.md"
    files = {**FILES, path: FILES[path].replace("It is a unit of pressure.", "Sellers say “detox your legs” here.")}
    one = next(one for one in prose(load(tmp_path, files)) if one.text.startswith("Sellers"))
    assert one.text == 'Sellers say "…" here.'
    assert one.place_of(one.text.index("here")) == one.unit.place_of(one.unit.text.index("here"))


def test_it_is_gathered_once(tmp_path: Path) -> None:
    library = load(tmp_path)
    assert prose(library) is prose(library)
    assert prose(library) is not prose(load(tmp_path))
