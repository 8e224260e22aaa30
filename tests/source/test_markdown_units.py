from __future__ import annotations

import pytest

from knowledge.source.markdown.scan import scan_body
from knowledge.source.markdown.units import Unit, UnitKind


def units(body: str) -> list[Unit]:
    return list(scan_body(body, "p.md", 1).units)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("Wear 1.5 mm. 2 of them.", ["Wear 1.5 mm.", "2 of them."]),
        ("Ask Dr. Smith, e.g. Monday. Then go.", ["Ask Dr. Smith, e.g. Monday.", "Then go."]),
        ("See fig. 2 and p. 4. Then J. Doe.", ["See fig. 2 and p. 4.", "Then J. Doe."]),
        ("It fell [@a]. It rose.", ["It fell [@].", "It rose."]),
        ("It fell. [@a] It rose.", ["It fell. [@]", "It rose."]),
        ("He said “no.” She left.", ["He said “no.”", "She left."]),
        ("Does it? No. Ask first.", ["Does it?", "No.", "Ask first."]),
        ("It is no. 5 of 9.", ["It is no. 5 of 9."]),
        ("Stop... Then go. and on", ["Stop...", "Then go. and on"]),
        ("A line\nand more. \nNext", ["A line and more.", "Next"]),
        ("- one\n- Two. Three", ["one", "Two.", "Three"]),
        ("Lead in:\n\n- one", ["Lead in:", "one"]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [unit.text for unit in units(text)] == sentences


def test_what_is_no_text_is_gone_and_every_offset_has_its_place() -> None:
    body = "Wear `code` **two** [socks](x.md) <b>now</b> <!-- c -->\n  and *rest* [@a]."
    (unit,) = units(body)
    assert unit.text == "Wear two socks now and rest [@]."
    lines = body.split("\n")
    for offset, character in enumerate(unit.text):
        place = unit.place_of(offset)
        if character.isalpha():
            assert lines[place.line - 1][place.column - 1] == character
    assert (unit.place_of(-5), unit.place_of(10_000).line) == (unit.place, 2)


def test_places_in_lists_quotes_tables_and_behind_tabs() -> None:
    body = "- a\n    - deep *word*\n\n> quoted text\n\n| x | cell **b** |\n|---|---|\n\n-\ttabbed\n"
    places = {unit.text: (unit.place.line, unit.place.column) for unit in units(body)}
    assert places == {
        "a": (1, 3),
        "deep word": (2, 7),
        "quoted text": (4, 3),
        "x": (6, 3),
        "cell b": (6, 7),
        "tabbed": (9, 3),
    }


def test_mentions_are_masked_and_keep_their_places() -> None:
    (unit,) = units('Sellers say "detox" and “cure”, but it cures nothing.')
    assert unit.text_masked == 'Sellers say "…" and "…", but it cures nothing.'
    at = unit.text_masked.index("cures")
    assert unit.place_of_masked(at).column == unit.text.index("cures") + 1
    assert unit.place_of_masked(unit.text_masked.index("…")).column == unit.text.index('"detox') + 1


def test_kinds_sections_and_questions() -> None:
    body = "Lead.\n\n## Does it help?\n\nText.\n\n### Part\n\n- Item?\n\n| Cell |\n|---|\n| No? [@a] |\n"
    found = units(body)
    assert [(unit.kind, unit.text, unit.section, unit.heading, unit.is_question, unit.in_list) for unit in found] == [
        (UnitKind.SENTENCE, "Lead.", None, None, False, False),
        (UnitKind.HEADING, "Does it help?", None, None, True, False),
        (UnitKind.SENTENCE, "Text.", "Does it help?", "Does it help?", False, False),
        (UnitKind.HEADING, "Part", "Does it help?", "Does it help?", False, False),
        (UnitKind.SENTENCE, "Item?", "Does it help?", "Part", True, True),
        (UnitKind.TABLE_CELL, "Cell", "Does it help?", "Part", False, False),
        (UnitKind.TABLE_CELL, "No? [@]", "Does it help?", "Part", True, False),
    ]


def test_headings_know_level_text_anchor_and_place() -> None:
    body = scan_body("# A\n\n## B `c`\n\nUnder\n---\n\n## A\n\n> ### Deep {#own}\n", "p.md", 3, taken_ids=["b-c"])
    assert [(h.level, h.text, h.anchor, h.place.line, h.place.column) for h in body.headings] == [
        (1, "A", "a", 3, 1),
        (2, "B c", "b-c_1", 5, 1),
        (2, "Under", "under", 7, 1),
        (2, "A", "a_1", 10, 1),
        (3, "Deep", "own", 12, 3),
    ]


def test_links_images_and_raw_tags_know_their_places() -> None:
    body = scan_body(
        '[a](b.md "t") ![alt](c.png) ![](d.png){.decorative} <https://x.org> [r]\n'
        '<img src="e.png" ALT=x> text <span hidden>s</span>\n'
        "\n<div>\n<iframe src='f'></iframe>\n</div>\n\n[r]: g.md\n",
        "p.md",
    )
    assert [(link.text, link.target, link.is_image, link.decorative, link.place.column) for link in body.links] == [
        ("a", "b.md", False, False, 1),
        ("alt", "c.png", True, False, 15),
        ("", "d.png", True, True, 29),
        ("https://x.org", "https://x.org", False, False, 53),
        ("r", "g.md", False, False, 69),
    ]
    assert body.links[0].title == "t"
    tags = [(tag.name, tag.place.line, tag.place.column, tag.get("src")) for tag in body.html_tags]
    assert tags == [("img", 2, 1, "e.png"), ("span", 2, 30, None), ("div", 4, 1, None), ("iframe", 5, 1, "f")]
    assert (body.html_tags[0].get("alt"), body.html_tags[1].get("hidden")) == ("x", "")


def test_a_target_is_told_as_the_browser_reads_it() -> None:
    body = scan_body("[a](java&#115;cript:x) [b](  //y.org  ) [c](a\\_b.md)", "p.md")
    assert [link.target for link in body.links] == ["javascript:x", "//y.org", "a_b.md"]
