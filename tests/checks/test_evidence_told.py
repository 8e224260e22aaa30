"""C011, C012, C018 to C020, C025 and C026: how pages and tables tell what the studies found."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.fixes.run import mend
from tests.builders import Bad, Good, assert_bad, assert_good, write_site
from tests.site_text import FILES

ANSWER = "answers/sciatica.md"
CONDITION = "conditions/sciatica.md"
CLAIMS = "data/claims.yml"
REFERENCES = "data/references.yml"
GLOSSARY = "data/glossary.yml"
SUPPORTS = "data/comparisons/supports.yml"
TABLE = "Look at the table."
ANSWERED = "Look at the answer."
NOTE = "note: Seen in back pain [@partsch2004evening]."
MECHANISM = "mechanism: An idea. It holds the back."
FINDING = "    study_type: randomised-trial\n"
PARTSCH = "[@partsch2004evening]"
BOTH = "[@partsch2004evening; @clarke2021airline]"
OTHER = "Nothing that is recorded of “partsch2004evening” speaks of what this sentence says."
WEAK = "rests on weak studies alone"


def found_in(words: str) -> str:
    """The record of the reference with a finding in it."""
    return f"    finding: {words}\n{FINDING}"


FIVE = ("partsch2004evening", "clarke2021airline", "old1999recalled", "one", "two")
ONE_MORE = """\
- id: {}
  type: webpage
  title: {}
  publisher: Nobody
  custom: {{study_type: trial, verified: full, incomplete: [issued]}}
"""
MANY = {**FILES, REFERENCES: FILES[REFERENCES] + "".join(ONE_MORE.format(name, name) for name in FIVE[3:])}
FLIGHT_TOPIC = "- id: flights\n  kind: complaint\n  label: Long flights\n"
FLIGHTS = {
    **FILES,
    CLAIMS: FILES[CLAIMS].replace("evening-swelling\n  topic: sciatica", "evening-swelling\n  topic: flights"),
    "data/topics.yml": FLIGHT_TOPIC + FILES["data/topics.yml"],
}
WASHED = {**FILES, REFERENCES: FILES[REFERENCES].replace(FINDING, found_in("Socks kept their shape in 12 people"), 1)}
RARE = {
    **FILES,
    REFERENCES: FILES[REFERENCES]
    .replace(FINDING, found_in("12 people; 3 in 1,000 at high risk"), 1)
    .replace("    study_type: opinion\n", found_in("1 to 10 in 100 had a sore, 1 in 10,000 a wound"), 1),
}
CASE_REPORT = {
    **FILES,
    CLAIMS: FILES[CLAIMS].replace("certainty: moderate", "certainty: low").replace("probably cut", "may cut"),
    REFERENCES: FILES[REFERENCES].replace("study_type: randomised-trial", "study_type: case-report"),
}

BAD = [
    Bad(
        "C012",
        ANSWER,
        TABLE,
        "In ¦2 in 1,000 people a clot was seen [@clarke2021airline].",
        "“2 in 1,000” is not what the records of “clarke2021airline” hold.",
        "Write the number that the record has, cite where it comes from, or complete the record.",
        severity="warning",
    ),
    Bad(
        "C012",
        CLAIMS,
        "statement: Socks probably cut evening swelling.",
        "statement: Socks probably cut evening swelling to ¦2 in 1,000 people.",
        "“2 in 1,000” is not what the records of “partsch2004evening” hold.",
        severity="warning",
    ),
    Bad(
        "C012",
        REFERENCES,
        FINDING,
        found_in("14 people wore socks of 18 mmHg"),
        "“12 people” is not what the records of “partsch2004evening” hold.",
        told=(ANSWER, "12 people"),
        severity="warning",
    ),
    Bad(
        "C012",
        REFERENCES,
        FINDING,
        f"    participants: 120\n{FINDING}",
        "“12 people” is not what the records of “partsch2004evening” hold.",
        told=(ANSWER, "12 people"),
        severity="warning",
    ),
    Bad(
        "C012",
        ANSWER,
        TABLE,
        "A clot was seen in ¦2% of people. It was in the calf [@clarke2021airline].",
        "“2%” is not what the records of “clarke2021airline” hold.",
        severity="warning",
    ),
    Bad(
        "C012",
        CLAIMS,
        "statement: Socks probably cut evening swelling.",
        "statement: Socks probably cut evening swelling to ¦3 in 1,000 people.",
        "“3 in 1,000” is not what the records of “partsch2004evening” hold.",
        severity="warning",
        base=RARE,
    ),
    Bad(
        "C012",
        ANSWER,
        TABLE,
        "A sore was seen in ¦1 in 1,000 people. It hurt. It healed [@old1999recalled].",
        "“1 in 1,000” is not what the records of “old1999recalled” hold.",
        severity="warning",
        base=RARE,
    ),
    Bad(
        "C018",
        ANSWER,
        TABLE,
        "About ¦4 in 10 take them off.",
        "“4 in 10” is a figure without a source.",
        "Put `[@key]` before the full stop, place the claim beside it, or leave the number out.",
        severity="warning",
    ),
    Bad("C018", CONDITION, ANSWERED, "It was ¦40%.", "“40%” is a figure without a source.", severity="warning"),
    Bad(
        "C018",
        CONDITION,
        ANSWERED,
        "Look at ¦1,200 older men. Then go on.\n\nGo [@partsch2004evening].",
        "“1,200 older men” is a figure without a source.",
        severity="warning",
    ),
    Bad(
        "C018",
        SUPPORTS,
        MECHANISM,
        "mechanism: An idea from ¦2 trials.",
        "“2 trials” is a figure without a source.",
        severity="warning",
    ),
    Bad(
        "C018",
        GLOSSARY,
        "meaning: An operation.",
        "meaning: An operation that ¦5 per cent need.",
        "“5 per cent” is a figure without a source.",
        severity="warning",
    ),
    Bad(
        "C011",
        ANSWER,
        TABLE,
        f"Socks ¦eased sciatica {PARTSCH}.",
        "“Socks eased” rests on studies of other people: they carry claims about “Long flights”.",
        "Say whom they were done in (“in people without …”), or cite a study of the people this page is for.",
        severity="warning",
        base=FLIGHTS,
    ),
    Bad(
        "C011",
        ANSWER,
        TABLE,
        f"We read that compression sleeves ¦reduce nerve root pain {PARTSCH}.",
        "“compression sleeves reduce” rests on studies of other people: they carry claims about “Long flights”.",
        severity="warning",
        base=FLIGHTS,
        also=("C033",),
    ),
    Bad(
        "C011",
        ANSWER,
        "- Does a sock change pain that comes from the back?",
        f"- Surgery may ¦lead to sciatica {PARTSCH}.",
        "“Surgery may lead to” rests on studies of other people: they carry claims about “Long flights”.",
        severity="warning",
        base=FLIGHTS,
    ),
    Bad(
        "C019",
        CONDITION,
        ANSWERED,
        "Socks eased the pain [@¦partsch2004evening].",
        OTHER,
        "Cite the study that found it, or complete `finding` in its record with what it says of this.",
        severity="warning",
        base=WASHED,
    ),
    Bad(
        "C019",
        CONDITION,
        ANSWERED,
        "Socks prevent clots [@clarke2021airline; @¦partsch2004evening, p. 4].",
        OTHER,
        severity="warning",
        base=WASHED,
    ),
    Bad(
        "C019",
        CONDITION,
        ANSWERED,
        "Sciatica (leg pain) was bad. Socks reduced the ache\nand pain [@¦partsch2004evening].",
        OTHER,
        severity="warning",
        base=WASHED,
    ),
    Bad(
        "C020",
        REFERENCES,
        "title: Stockings on flights",
        'title: ¦"RETRACTED: Stockings on flights"',
        "The title of “clarke2021airline” says that it was retracted, but its record does not.",
        "Write `retracted: true` under `custom`.",
    ),
    Bad(
        "C020",
        REFERENCES,
        "title: Stockings on flights",
        'title: ¦"Retraction note: Stockings on flights"',
        "The title of “clarke2021airline” says that it was retracted, but its record does not.",
    ),
    Bad(
        "C025",
        ANSWER,
        TABLE,
        f"Legs swelled less. ¦{PARTSCH}",
        "The citation stands behind the full stop.",
        "Move the full stop behind the citation: “… [@key].”",
        severity="warning",
    ),
    Bad(
        "C025",
        ANSWER,
        TABLE,
        f"Do legs swell?¦{PARTSCH}",
        "The citation stands behind the “?”.",
        "Move the “?” behind the citation: “… [@key]?”",
        severity="warning",
    ),
    Bad(
        "C025",
        SUPPORTS,
        NOTE,
        f"note: Seen in back pain. ¦{PARTSCH}",
        "The citation stands behind the full stop.",
        severity="warning",
    ),
    Bad(
        "C025",
        ANSWER,
        TABLE,
        "Legs swelled [@partsch2004evening; @clarke2021airline; @¦partsch2004evening].",
        "“partsch2004evening” is cited twice here.",
        "Remove “@partsch2004evening”.",
        severity="warning",
    ),
    Bad(
        "C025",
        ANSWER,
        TABLE,
        "Legs swelled [@¦partsch2004evening; @partsch2004evening, p. 4].",
        "“partsch2004evening” is cited twice here.",
        severity="warning",
    ),
    Bad(
        "C025",
        GLOSSARY,
        "meaning: An operation.",
        f"meaning: An operation [@{'; @'.join(FIVE[:4])}; ¦@{FIVE[4]}].",
        "This citation has 5 sources; at most 4 are looked up.",
        "Keep the 4 that carry the sentence best.",
        severity="warning",
        base=MANY,
    ),
    Bad(
        "C025",
        CONDITION,
        "title: Sciatica and its course",
        f"title: Sciatica and its course ¦{PARTSCH}",
        "A citation stands in the title.",
        "Remove it; cite in the text.",
        severity="warning",
    ),
    Bad(
        "C026",
        CONDITION,
        ANSWERED,
        f"Compression ¦stops leg pain {PARTSCH}.",
        f"“Compression stops” {WEAK} (case report), and does not say so.",
        "Say it: “one person”. Or cite a stronger study.",
        severity="warning",
        base=CASE_REPORT,
    ),
    Bad(
        "C026",
        CONDITION,
        ANSWERED,
        f"Pain is bad. Often stockings ¦cause foot drop {PARTSCH}.",
        f"“stockings cause” {WEAK} (case report), and does not say so.",
        severity="warning",
        base=CASE_REPORT,
    ),
    Bad(
        "C026",
        SUPPORTS,
        MECHANISM,
        f"mechanism: An idea. Belts ¦relieved the back {PARTSCH}.",
        f"“Belts relieved” {WEAK} (case report), and does not say so.",
        severity="warning",
        base=CASE_REPORT,
    ),
]
GOOD = [
    Good("C011", ANSWER, TABLE, f"In healthy people socks eased sciatica {PARTSCH}.", FLIGHTS),
    Good("C011", ANSWER, TABLE, "Socks eased sciatica [@clarke2021airline; @partsch2004evening].", FLIGHTS),
    Good("C011", ANSWER, TABLE, f"Socks eased swelling {PARTSCH}.", FLIGHTS),
    Good("C012", ANSWER, TABLE, "In 1 in 1,000 people a clot was seen [@clarke2021airline]."),
    Good("C012", ANSWER, TABLE, "In 0.1% a clot was seen, in 10 in 1,000 without [@clarke2021airline]."),
    Good("C012", ANSWER, TABLE, "Of 40 people 3 fell [@partsch2004evening]."),
    Good("C012", ANSWER, TABLE, "A sore was seen in 10 in 100. It hurt. It healed [@old1999recalled].", RARE),
    Good("C018", ANSWER, TABLE, "About 1 in 100 take them off [@partsch2004evening]."),
    Good("C018", ANSWER, TABLE, "About 1 in 100 take them off. They are hot [@partsch2004evening]."),
    Good("C018", ANSWER, TABLE, "A share is told in whole people, such as 4 in 10."),
    Good("C018", ANSWER, TABLE, "Wear 20 mmHg for 8 hours in 2026, and replace 2 pairs."),
    Good("C018", ANSWER, "Some people stood all day.", "Of them, 4 in 10 stood all day."),
    Good("C019", CONDITION, ANSWERED, f"Socks kept their shape {PARTSCH}.", WASHED),
    Good("C019", CONDITION, ANSWERED, f"Socks eased evening swelling {PARTSCH}.", WASHED),
    Good("C019", ANSWER, TABLE, f"Socks eased sciatica {PARTSCH}.", WASHED),
    Good("C020", REFERENCES, "title: A withdrawn page", "title: 'Retracted: a withdrawn page'"),
    Good("C025", ANSWER, TABLE, f"Legs swelled less {PARTSCH}. At 9 p.m. {PARTSCH}"),
    Good("C025", ANSWER, TABLE, "Legs swelled [@partsch2004evening, p. 4; @partsch2004evening, p. 9]."),
    Good("C026", CONDITION, ANSWERED, f"In one woman compression stopped leg pain {PARTSCH}.", CASE_REPORT),
    Good("C026", CONDITION, ANSWERED, f"Five older men had pain. Compression stopped it {PARTSCH}.", CASE_REPORT),
    Good("C026", CONDITION, ANSWERED, f"Compression stops pain {BOTH}.", CASE_REPORT),
]
MENDS = [
    (f"Legs swelled. {PARTSCH}", f"Legs swelled {PARTSCH}."),
    (f"Legs swelled.{PARTSCH}", f"Legs swelled {PARTSCH}."),
    (f"Legs **swelled.** {PARTSCH} {PARTSCH}", f"Legs **swelled** {PARTSCH} {PARTSCH}."),
    ("Legs swelled.\n[@partsch2004evening, p. 4]\nA lot.", "Legs swelled\n[@partsch2004evening, p. 4].\nA lot."),
    (f"Legs swelled. {PARTSCH}.", f"Legs swelled {PARTSCH}."),
    (f"Legs swelled! {PARTSCH}", f"Legs swelled {PARTSCH}!"),
    ("Legs [@partsch2004evening; @partsch2004evening] swelled.", f"Legs {PARTSCH} swelled."),
    (f"Legs {BOTH[:-1]}; @partsch2004evening] swelled.", f"Legs {BOTH} swelled."),
    ("Legs [@clarke2021airline; @clarke2021airline, p. 4].", "Legs [@clarke2021airline, p. 4]."),
    (
        "Legs swelled. [@clarke2021airline; @clarke2021airline; @clarke2021airline]",
        "Legs swelled [@clarke2021airline].",
    ),
]


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad(case: Bad, tmp_path: Path) -> None:
    assert_bad(case, tmp_path)


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_good(case: Good, tmp_path: Path) -> None:
    assert_good(case, tmp_path)


@pytest.mark.parametrize(("typed", "mended"), MENDS)
def test_a_citation_is_mended_and_nothing_else(typed: str, mended: str, tmp_path: Path) -> None:
    docs = write_site(tmp_path, {**FILES, ANSWER: FILES[ANSWER].replace(TABLE, typed)})
    mend(docs, lambda _path: True)
    assert (docs / ANSWER).read_text() == FILES[ANSWER].replace(TABLE, mended)
    assert mend(docs, lambda _path: True).done == []


def test_a_citation_in_data_is_mended(tmp_path: Path) -> None:
    note = NOTE.replace(f" {PARTSCH}.", f". {PARTSCH}")
    docs = write_site(tmp_path, {**FILES, SUPPORTS: FILES[SUPPORTS].replace(NOTE, note)})
    mend(docs, lambda _path: True)
    assert (docs / SUPPORTS).read_text() == FILES[SUPPORTS]
