"""Front matter as such: F001 to F006 and F009."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import Bad, Good, assert_bad, assert_good
from tests.site_text import FILES

ANSWER = "answers/sciatica.md"
LANDING = "answers/index.md"
REST = FILES[LANDING].removeprefix("---\n")
BODY = "Every question has one page.\n"
# Where a page is not read, the pages that name it are told too.
UNREAD = ("F023", "L001")

BAD = [
    Bad("F001", LANDING, "", "\n---\n" + REST, "The front matter must start on line 1, column 1."),
    Bad("F001", LANDING, "", "  ---\n" + REST, "The front matter must start on line 1, column 1."),
    Bad("F001", LANDING, "", "Only text, without front matter.\n", "The page has no front matter."),
    Bad(
        "F001",
        LANDING,
        "",
        "¦Note: this line would vanish.\n\nText.\n",
        "The page starts with “key: text” but without a line `---` above it; the line would vanish from the page.",
    ),
    Bad(
        "F001",
        LANDING,
        "",
        "\n\n¦Note: this line would vanish.\n\nText.\n",
        "The page starts with “key: text” but without a line `---` above it; the line would vanish from the page.",
    ),
    Bad(
        "F002",
        LANDING,
        "search_terms: [answers, questions, all questions]\n---\n",
        "search_terms: [answers, questions, all questions]\n¦\n",
        "The front matter is never closed.",
    ),
    Bad(
        "F002",
        LANDING,
        "",
        "---\n¦- title: All answers\n- type: landing\n---\n" + BODY,
        "The front matter is a list, not “key: value” lines.",
    ),
    Bad(
        "F002",
        LANDING,
        "",
        "---\n¦All answers\n---\n" + BODY,
        "The front matter is a single value, not “key: value” lines.",
    ),
    Bad("F002", LANDING, "", "---\n¦---\n" + BODY, "The front matter is empty."),
    Bad(
        "F002",
        LANDING,
        "title: All answers",
        "title: All answers¦: what we know",
        "There is a second “: ” in this line.",
    ),
    Bad("F002", LANDING, "title: All answers", "title:¦\tAll answers", "A tab cannot be used in YAML."),
    Bad(
        "F002",
        LANDING,
        "title: All answers",
        "title: ¦'All answers",
        "A quotation mark is opened here and never closed.",
    ),
    Bad("F002", LANDING, "title: All answers", "title: ¦[All answers", "A list opened with [ is not closed."),
    Bad(
        "F002",
        LANDING,
        "title: All answers",
        "title: ¦&a All answers",
        "Anchors and aliases (& and *) are not used here.",
    ),
    Bad(
        "F003",
        LANDING,
        "type: landing",
        "type: landing\n¦title: Another title",
        "The key “title” stands here a second time; it is first in line 2.",
    ),
    Bad(
        "F003",
        ANSWER,
        "authors: [editors]",
        "authors: [editors]\n¦authors: [editors]",
        "The key “authors” stands here a second time; it is first in line 10.",
    ),
    Bad(
        "F003",
        ANSWER,
        "    note: First version.",
        "    note: First version.\n    ¦note: Again the first.",
        "The key “note” stands here a second time; it is first in line 24.",
    ),
    Bad("F004", ANSWER, "summary: ", "¦sumary: ", "The key “sumary” is not known here.", also=("F005",)),
    Bad(
        "F004",
        LANDING,
        "type: landing",
        "type: landing\n¦primary_claim: sciatica-pain",
        "A page of type landing has no key “primary_claim”.",
        also=("F008",),
    ),
    Bad("F004", LANDING, "type: landing", "type: landing\n¦keywords: socks", "The key “keywords” is not known here."),
    Bad(
        "F004",
        ANSWER,
        "    note: First version.",
        "    note: First version.\n    ¦nte: Again.",
        "The key “nte” is not known here.",
    ),
    Bad(
        "F005",
        ANSWER,
        "primary_claim: sciatica-pain\n",
        "",
        "The key “primary_claim” is missing; a page of type answer needs it.",
        told=(ANSWER, "title:"),
    ),
    Bad(
        "F005",
        ANSWER,
        "summary: Nobody has tested compression socks for the nerve pain of sciatica.\n",
        "",
        "The key “summary” is missing; a page of type answer needs it.",
        told=(ANSWER, "title:"),
    ),
    Bad("F005", LANDING, "type: landing\n", "", "The key “type” is missing.", told=(LANDING, "title:")),
    Bad(
        "F005",
        ANSWER,
        "  - date: 2026-10-01\n    note:",
        "  - ¦comment: x\n    note:",
        "The key “date” is missing.",
        also=("F004",),
    ),
    Bad("F006", ANSWER, "published: 2026-10-01", "published: ¦12/11/26", "“12/11/26” is not a date."),
    Bad("F006", ANSWER, "published: 2026-10-01", "published: ¦2026-1-5", "“2026-1-5” is not a date."),
    Bad("F006", ANSWER, "published: 2026-10-01", "published: ¦12:30", "“12:30” is not a date."),
    Bad(
        "F006",
        ANSWER,
        "authors: [editors]",
        "authors: ¦editors",
        "Here stands the text “editors”, where a list belongs.",
    ),
    Bad(
        "F006",
        ANSWER,
        "title: Do compression socks help with sciatica?",
        "title: ¦[one, two]",
        "Here stands a list, where a text belongs.",
    ),
    Bad("F006", ANSWER, "title: Do compression socks help with sciatica?", "title:¦", "The key “title” has no value."),
    Bad(
        "F006",
        ANSWER,
        "authors: [editors]",
        "authors: [editors]\nreview_interval_days: ¦012",
        "“012” is not a whole number.",
        also=("F008",),
    ),
    Bad(
        "F006",
        ANSWER,
        "authors: [editors]",
        "authors: [editors]\nreview_interval_days: ¦1.10",
        "“1.10” is not a whole number.",
        also=("F008",),
    ),
    Bad(
        "F006",
        ANSWER,
        "authors: [editors]",
        "authors: [editors]\ndraft: ¦no",
        "“no” is neither true nor false.",
        also=("F008",),
    ),
    Bad(
        "F006",
        ANSWER,
        "safety_gate: compression",
        "safety_gate: ¦compresion",
        "“compresion” is not one of the words allowed here.",
    ),
    Bad(
        "F006", ANSWER, "primary_claim: sciatica-pain", "primary_claim: ¦Sciatica Pain", "“Sciatica Pain” is not an id."
    ),
    Bad(
        "F009",
        LANDING,
        "",
        "\ufeff---\n" + REST,
        "The file starts with a byte order mark (BOM), which is invisible.",
        told=(LANDING, ""),
    ),
    Bad(
        "F009",
        LANDING,
        "",
        "---\r\n" + REST.replace("\n", "\r\n"),
        "The lines end with carriage returns (CRLF or CR).",
        told=(LANDING, "\r"),
    ),
    Bad(
        "F009",
        LANDING,
        "one page.",
        "one\u200b¦ page.",
        "There is a hidden character, U+200B (zero width space).",
        told=(LANDING, "\u200b"),
    ),
    Bad(
        "F009",
        LANDING,
        "one page.",
        "one\x00 page.",
        "There is a hidden character, U+0000 (control character).",
        told=(LANDING, "\x00"),
    ),
    Bad(
        "F009",
        LANDING,
        "one page.",
        "one\u202e page.",
        "There is a hidden character, U+202E (right-to-left override).",
        told=(LANDING, "\u202e"),
    ),
    Bad("F009", LANDING, "one page.", "one\udcff page.", "The byte 0xFF is not UTF-8 text.", told=(LANDING, "\udcff")),
    Bad(
        "F009",
        "data/topics.yml",
        "label: Pain",
        "label: ¦\u200bPain",
        "There is a hidden character, U+200B (zero width space).",
    ),
]
GOOD = [
    Good("F001", LANDING, "title: All answers", "title: All the answers"),
    Good("F002", LANDING, "title: All answers", 'title: "All answers: what we know"'),
    Good("F003", ANSWER, "    note: First version.", "    note: Another note."),
    Good("F004", ANSWER, "last_reviewed: 2026-11-21", "last_reviewed: 2026-11-21\nreview_interval_days: 180"),
    Good("F005", LANDING, "search_terms:", "summary: All the answers stand here.\nsearch_terms:"),
    Good("F006", ANSWER, "sciatica socks", "no"),
    Good("F006", ANSWER, "sciatica socks", "012"),
    Good("F009", LANDING, "one page", "one “página” 👣"),
]


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad(case: Bad, tmp_path: Path) -> None:
    assert_bad(case, tmp_path)


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_good(case: Good, tmp_path: Path) -> None:
    assert_good(case, tmp_path)


def test_what_is_missing_in_a_draft_is_only_a_note(tmp_path: Path) -> None:
    draft = Bad(
        "F005",
        "answers/back-pain.md",
        "",
        "---\n¦title: Do socks help with back pain?\ntype: landing\ndescription: A page that is being written, "
        "with all that is still missing on it.\ndraft: true\n---\n",
        "The key “search_terms” is missing; a page of type landing needs it.",
        severity="note",
    )
    assert_bad(draft, tmp_path)
