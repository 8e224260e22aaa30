"""Which values of data hold Markdown is known from their types."""

from __future__ import annotations

from pathlib import Path

from tests.builders import load


def test_every_markdown_text_of_the_data_is_found_with_its_place(tmp_path: Path) -> None:
    library = load(tmp_path)
    texts = {(text.scalar.place.path.removeprefix("docs/data/"), text.scalar.text) for text in library.data_texts}
    assert {
        ("claims.yml", "no trial was found"),
        ("claims.yml", "No study has tested compression socks for sciatica."),
        ("people.yml", "A nurse."),
        ("glossary.yml", "A tight sock."),
        ("care-cards.yml", "throbbing pain"),
        ("contraindications.yml", "The leg is short of blood."),
        ("comparisons/supports.yml", "What two supports do."),
        ("comparisons/supports.yml", "Lumbar brace"),
        ("comparisons/supports.yml", "We are very unsure"),
        ("comparisons/supports.yml", "Seen in back pain [@partsch2004evening]."),
        ("comparisons/garments.csv", "Sleep, mostly"),
    } <= texts
    words = {text for _, text in texts}
    assert words.isdisjoint({"Sciatica", "adults with sciatica", "partsch2004evening", "not-applicable", "20"})
