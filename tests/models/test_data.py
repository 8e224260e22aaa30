"""Data files as they are read: D001, D002, D005 to D014."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import Bad, Good, assert_bad, assert_good, load, problems_of
from tests.site_text import FILES

CLAIMS = "data/claims.yml"
TOPICS = "data/topics.yml"
SUPPORTS = "data/comparisons/supports.yml"
GARMENTS = "data/comparisons/garments.yml"
ROWS = "data/comparisons/garments.csv"
CLASSES = "data/compression-classes.yml"
CELL = "value: We are very unsure\n        certainty: very-low\n        sources: [partsch2004evening]"
# Where a file or comparison cannot be read, what names it is told too.
LOST = ("D004", "F029", "L001", "C001", "F025")

BAD = [
    Bad("D001", "data/topics.yml", "", "¦topics:\n  - id: pain\n", "The file must be a list of records.", also=LOST),
    Bad("D001", "data/topics.yml", "label: Pain", "label:¦\tPain", "A tab cannot be used in YAML.", also=LOST),
    Bad(
        "D001",
        "data/topics.yml",
        "label: Pain",
        "label: ¦*pain",
        "Anchors and aliases (& and *) are not used here.",
        also=LOST,
    ),
    Bad(
        "D001",
        "data/topics.yml",
        "label: Pain",
        "label: ¦!pain x",
        "Tags (starting with !) are not used here.",
        also=LOST,
    ),
    Bad(
        "D001",
        "data/topics.yml",
        "label: Pain",
        "label: Pain\n  ¦label: Pain",
        "The key “label” stands here a second time; it is first in line 7.",
    ),
    Bad(
        "D001",
        "data/topics.yml",
        "label: Pain",
        "label: " + "[" * 18 + "¦[" + "x" + "]" * 19,
        "Values are nested more than 20 deep.",
        also=LOST,
    ),
    Bad("D001", "data/comparisons/empty.yml", "", "", "The file is empty."),
    Bad("D001", "data/claim.yml", "", "- id: lost\n", "Nothing reads a data file of this name."),
    Bad(
        "D001",
        SUPPORTS,
        "",
        "¦- title: x\n",
        "Here must stand the keys of one comparison: `title: …`, `columns: …`.",
        also=LOST,
    ),
    Bad("D002", TOPICS, "label: Pain", "¦lable: Pain", "The key “lable” is not known here."),
    Bad("D002", CLAIMS, "better: lower", "better: ¦down", "“down” is not one of the words allowed here."),
    Bad(
        "D002",
        CLAIMS,
        "reasons: [no trial was found]",
        "reasons: ¦no trial was found",
        "Here stands the text “no trial was found”, where a list belongs.",
    ),
    Bad(
        "D002",
        CLAIMS,
        "  population: adults with sciatica\n",
        "",
        "The key “population” is missing.",
        told=(CLAIMS, "id: sciatica-pain"),
    ),
    Bad("D002", "data/people.yml", "bio: A nurse.", "bio: A ¦<b>nurse</b>.", "HTML is not allowed in data."),
    Bad("D002", "data/people.yml", "bio: A nurse.", "bio:¦", "The value is empty."),
    Bad("D002", "data/people.yml", "body: A register", "¦bdy: A register", "The key “bdy” is not known here."),
    Bad("D002", SUPPORTS, "row_header: Support\n", "", "The key “row_header” is missing.", told=(SUPPORTS, "title")),
    Bad("D002", SUPPORTS, "        note: Seen", "        ¦nte: Seen", "The key “nte” is not known here.", also=LOST),
    Bad(
        "D002",
        "data/rules.yml",
        "",
        "- id: ¦title-lenght\n  value: [5, 70]\n",
        "The key “title-lenght” is not known here.",
    ),
    Bad("D002", "data/rules.yml", "", "- id: title-length\n  value: [¦ten, 70]\n", "“ten” is not a whole number."),
    Bad(
        "D005",
        GARMENTS,
        "type: number",
        "type: ¦nubmer",
        "“nubmer” is not one of the words allowed here.",
        also=("D013",),
    ),
    Bad("D005", GARMENTS, "type: text", "type: text\n    ¦unit: g", "A column of type text has no unit."),
    Bad(
        "D005",
        GARMENTS,
        "type: text",
        "type: text\n    ¦colour: red",
        "The key “colour” is not known here.",
        also=("D013",),
    ),
    Bad(
        "D005",
        SUPPORTS,
        "id: effect",
        "id: ¦mechanism",
        "The column id “mechanism” is there twice.",
        also=("D006", *LOST),
    ),
    Bad("D006", SUPPORTS, "effect: {claim", "¦efect: {claim", "There is no column “efect”.", also=LOST),
    Bad(
        "D006",
        SUPPORTS,
        "      pressure: not-applicable\n",
        "",
        "The row “lumbar-brace” has no cell for the column “pressure”.",
        told=(SUPPORTS, "mechanism: An idea. It holds"),
        also=LOST,
    ),
    Bad(
        "D006",
        SUPPORTS,
        "      pressure: not-applicable\n",
        "      pressure: not-applicable\n      ¦price: not-applicable\n",
        "There is no column “price”.",
        also=LOST,
    ),
    Bad("D007", ROWS, ",20,", ",¦strong,", "“strong” is not a number."),
    Bad("D007", ROWS, ",no,", ",¦maybe,", "“maybe” is not one of the words allowed here."),
    Bad(
        "D007",
        SUPPORTS,
        "mechanism: An idea. They press on the leg.",
        "mechanism: ¦[one, two]",
        "Here stands a list, where a text belongs.",
        also=LOST,
    ),
    Bad(
        "D008",
        SUPPORTS,
        "pressure: [15, 20]",
        "pressure: ¦15 to 20 mmHg",
        "The unit “mmHg” is typed in the cell.",
        also=LOST,
    ),
    Bad("D008", ROWS, ",20,", ",¦20 g,", "The unit “g” is typed in the cell."),
    Bad("D008", ROWS, ",20,", ",¦20 kg,", "The unit “kg” is not the column's unit, g."),
    Bad("D009", SUPPORTS, "pressure: [15, 20]", "pressure: ¦[20, 15]", "The range does not rise: 20 to 15.", also=LOST),
    Bad(
        "D009",
        SUPPORTS,
        "pressure: [15, 20]",
        "pressure: ¦[15, 90]",
        "90 mmHg is not a pressure of a garment.",
        also=LOST,
    ),
    Bad("D009", SUPPORTS, "pressure: [15, 20]", "pressure: ¦about 20", "“about 20” is not a range.", also=LOST),
    Bad("D009", CLASSES, "pressure: 49+", "pressure: ¦[49, 65]", "65 mmHg is rare.", severity="note"),
    Bad(
        "D010",
        SUPPORTS,
        "pressure: not-applicable",
        "pressure: ¦n/a",
        "“n/a” does not say why there is no value.",
        also=LOST,
    ),
    Bad("D010", ROWS, ",20,", ",¦-,", "“-” does not say why there is no value."),
    Bad("D010", ROWS, ",20,", ",¦,", "The cell is empty."),
    Bad(
        "D011",
        SUPPORTS,
        "effect: {claim: sciatica-pain}",
        "effect: {absent: not-tested, ¦certainty: low}",
        "What is absent cannot be graded.",
        also=LOST,
    ),
    Bad(
        "D011",
        SUPPORTS,
        "effect: {claim: sciatica-pain}",
        "effect: ¦{absent: unknown, sources: [partsch2004evening]}",
        "`unknown` means nobody has looked, so it has no sources.",
        also=LOST,
    ),
    Bad(
        "D011",
        SUPPORTS,
        "effect: {claim: sciatica-pain}",
        "effect: {value: ¦unknown, certainty: low, sources: [partsch2004evening]}",
        "An absence is not a value.",
        also=LOST,
    ),
    Bad(
        "D011",
        SUPPORTS,
        "certainty: very-low",
        "certainty: not-tested",
        "`not-tested` is an absence, not a grade of a value.",
        told=(SUPPORTS, "value: We are"),
        also=LOST,
    ),
    Bad(
        "D012",
        SUPPORTS,
        CELL,
        "¦value: We are very unsure",
        "The column “effect” needs a certainty in each cell.",
        also=LOST,
    ),
    Bad(
        "D012",
        SUPPORTS,
        "        sources: [partsch2004evening]\n",
        "",
        "A certainty needs sources.",
        told=(SUPPORTS, "value: We are"),
        also=LOST,
    ),
    Bad(
        "D012",
        SUPPORTS,
        "mechanism: An idea. They press on the leg.",
        "mechanism: ¦{value: An idea, certainty: low, sources: [partsch2004evening]}",
        "The column “mechanism” is not graded (`certainty: none`).",
        also=LOST,
    ),
    Bad("D013", ROWS, "id,label", "¦name,label", "The header must begin with `id,label`."),
    Bad("D013", ROWS, ",weight,", ",¦wieght,", "The header “wieght” is not known.", also=("D006",)),
    Bad(
        "D013",
        ROWS,
        "bed-sock,",
        "¦bed-sock,Bed sock,x\nnight-sock,",
        "This record has 3 of 7 fields; “made-for:sources” is the first that is missing.",
    ),
    Bad(
        "D013",
        ROWS,
        "not-applicable",
        "not-applicable,¦more",
        "This record has 8 fields, but the first line has 7; “more” is the first too many.",
    ),
    Bad(
        "D013",
        GARMENTS,
        "row_header: Kind",
        "row_header: Kind\n¦rows: []",
        "The rows stand both here and in the CSV file of the same name.",
    ),
    Bad("D013", "data/comparisons/lonely.csv", "", "id,label\n", "There is no lonely.yml for these rows."),
    Bad("D014", SUPPORTS, "as_of: 2020-12-11", "as_of: ¦11/12/20", "“11/12/20” is not a date.", also=LOST),
    Bad("D014", SUPPORTS, "as_of: 2020-12-11", "as_of: ¦1920-12-11", "1920-12-11 is too long ago.", also=LOST),
    Bad(
        "D014",
        "data/services.yml",
        "last_checked: 2026-11-20",
        "last_checked: ¦2026-02-30",
        "There is no day 2026-02-30.",
    ),
    Bad("D014", ROWS, "1990-05-01", "¦1990", "“1990” is not a date."),
    Bad(
        "D008",
        SUPPORTS,
        "pressure: [15, 20]",
        "pressure: [¦15 mmHg, 20]",
        "The unit “mmHg” is typed in the cell.",
        also=LOST,
    ),
    Bad("D009", CLASSES, "pressure: [18, 21]", "pressure: ¦[21, 18]", "The range does not rise: 21 to 18."),
    Bad(
        "D010",
        SUPPORTS,
        "pressure: not-applicable",
        "pressure: ¦Not applicable",
        "“Not applicable” is not how this absence is typed.",
        also=LOST,
    ),
    Bad(
        "D002",
        SUPPORTS,
        "effect: {claim: sciatica-pain}",
        "effect: {claim: sciatica-pain, ¦value: Less}",
        "A cell with `claim` has no `value`; the claim gives it.",
        also=LOST,
    ),
    Bad(
        "D002",
        CLAIMS,
        "absolute: {baseline: 10, with: 1,",
        "effect: {measure: RR, value: 1, ci: ¦[1]}\n  absolute: {baseline: 10, with: 1,",
        "The list is too short: it has 1.",
    ),
    Bad(
        "D002",
        "data/references.yml",
        "    date-parts: [[2021]]",
        "    ¦2021",
        "The date “2021” stands here as one text.",
    ),
    Bad(
        "D002",
        "data/references.yml",
        "    - literal: A review group",
        "    - ¦Clarke, M.",
        "The name “Clarke, M.” stands here as one text.",
    ),
    Bad("D013", ROWS, ",latex,since", ",¦latx,since", "The header “latx” is not known."),
    Bad("D013", ROWS, "", "¦id,label,made-for,weight,latex\nx,X,y,20,no\n", "The header lacks the column “since”."),
]
GOOD = [
    Good("D001", "data/rules.yml", "", ""),
    Good("D002", TOPICS, "label: Pain", 'label: "Pain: all kinds"'),
    Good("D002", "data/rules.yml", "", "- id: title-length\n  value: [10, 80]\n  why: Our titles are long.\n"),
    Good("D005", GARMENTS, "type: yes-no", "type: text"),
    Good("D006", SUPPORTS, "pressure: not-applicable", "pressure: {absent: unknown, note: Nobody has measured it.}"),
    Good("D007", ROWS, ",20,", ",20.5,"),
    Good("D008", SUPPORTS, "An idea. They press", "About 20 mmHg. They press"),
    Good("D009", SUPPORTS, "pressure: [15, 20]", "pressure: 49+"),
    Good("D010", SUPPORTS, "An idea. It holds the back.", "None of the studies looked at it."),
    Good(
        "D011",
        SUPPORTS,
        "effect: {claim: sciatica-pain}",
        "effect: {absent: not-tested, sources: [partsch2004evening]}",
    ),
    Good("D012", SUPPORTS, "effect: {claim: sciatica-pain}", "effect: not-tested"),
    Good("D013", ROWS, "Knee sock", '"Knee sock, ""long"""'),
    Good("D014", SUPPORTS, "as_of: 2020-12-11", "as_of: 1990-01-01"),
]


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad(case: Bad, tmp_path: Path) -> None:
    assert_bad(case, tmp_path)


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_good(case: Good, tmp_path: Path) -> None:
    assert_good(case, tmp_path)


def test_all_problems_of_a_file_come_at_once(tmp_path: Path) -> None:
    text = FILES[SUPPORTS].replace("type: range", "type: rnge").replace("pressure: [15", "presure: [15")
    text = text.replace("title:", "titel:").replace("very-low", "verylow")
    found = problems_of(load(tmp_path, {**FILES, SUPPORTS: text}))
    own = [problem.rule for problem in found if problem.path.endswith("supports.yml")]
    assert own == ["D002", "D005", "D006", "D002"]


def test_a_record_that_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    """What names it is not told again: its id is known."""
    text = FILES[CLAIMS].replace("better: lower", "better: down", 1)
    assert [p.rule for p in problems_of(load(tmp_path, {**FILES, CLAIMS: text}))] == ["D002"]


def test_a_missing_data_folder_is_an_empty_one(tmp_path: Path) -> None:
    files = {"index.md": FILES["index.md"].replace("Start with [sciatica](answers/sciatica.md).", "")}
    assert [p.rule for p in problems_of(load(tmp_path, files))] == ["F024"]
