"""F029 for diagrams and charts: a known name, known options, data that can be drawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.checks.run import check
from knowledge.models.blocks import DIAGRAMS
from knowledge.render.diagrams import WORDS
from tests.builders import Bad, Good, assert_bad, assert_good, load
from tests.site_text import FILES

GUIDE = "choose/levels.md"
LIST = "/// generated | classes\n///"
CLAIMS = "data/claims.yml"


def claim(name: str, effect: str, *, better: str = "lower", certainty: str = "moderate") -> str:
    """A claim with an effect, as text."""
    return f"""\
- id: {name}
  topic: sciatica
  outcome_group: pain
  population: healthy adults
  intervention: compression socks of kind {name}
  comparison: no socks
  outcome: pain
  better: {better}
  direction: benefit
  certainty: {certainty}
  certainty_by: legwise
  reasons: ["imprecision: few people"]
  effect: {effect}
  statement: Socks probably ease pain.
  sources: [partsch2004evening]
"""


MEASURED = {
    **FILES,
    CLAIMS: FILES[CLAIMS]
    + claim("pain-a", "{measure: MD, value: -5, ci: [-9, -1], unit: points of 100}")
    + claim("pain-b", "{measure: MD, value: -7, unit: 'points of 100, rounded'}")
    + claim("pain-c", "{measure: RR, value: 0.5, ci: [0.2, 1.1], unit: risk ratio}"),
}
"""The valid site with three findings, two of them on one scale."""


def chart(name: str, *options: str) -> str:
    """A chart block, its options one a line."""
    return "\n".join([f"/// chart | {name}", *(f"    {option}" for option in options), "///"])


def bad(block: str, message: str, hint: str | None = None, base: dict[str, str] | None = None) -> Bad:
    return Bad("F029", GUIDE, LIST, block, message, hint=hint, base=base)


BAD = [
    Bad(
        "F029",
        GUIDE,
        LIST,
        "/// diagram | ¦heel-pokcet\n///",
        "There is no diagram “heel-pokcet”.",
        hint="Did you mean “heel-pocket”?",
    ),
    Bad("F029", GUIDE, LIST, "/// ¦diagramm | heel-pocket\n///", "There is no block “diagramm”."),
    Bad(
        "F029",
        GUIDE,
        LIST,
        "/// diagram | heel-pocket\n    ¦steps: 3\n///",
        "The block diagram has no option “steps”.",
        hint="Remove the line; the block diagram has no options.",
    ),
    bad(chart("¦clases"), "There is no chart “clases”.", "Did you mean “classes”?"),
    bad(
        chart("classes", "¦sheme: germany"),
        "The chart classes has no option “sheme”.",
        "Did you mean “scheme”?",
    ),
    bad(
        chart("classes", "scheme: ¦germani", "class: II"),
        "There is no class scheme “germani”.",
        "Did you mean “germany”?",
    ),
    bad(
        chart("classes", "scheme: germany", "class: ¦2"),
        "There is no class of Germany “2”.",
        "Use one of: I, II, III.",
    ),
    bad(
        chart("classes", "scheme: ¦germany"),
        "This says whose class to mark, but not which.",
        "Add a line `class: I`.",
    ),
    bad(
        chart("classes", "¦class: II"),
        "A class alone says nothing: each country has its own.",
        "Add a line `scheme: germany`.",
    ),
    bad(chart("classes", "scheme: ¦[germany]", "class: II"), "`scheme` names one class scheme."),
    bad(
        chart("¦effects"),
        "The chart effects does not say which claims to draw.",
        "Write `claims: [one, two]` or `topic: sciatica`, indented, on the next line.",
    ),
    bad(chart("effects", "claims: ¦pain-a"), "`claims` is a list of ids.", base=MEASURED),
    bad(
        chart("effects", "claims: [pain-a, ¦{pain-b: 1}]"),
        "Each entry of `claims` is the id of a claim.",
        base=MEASURED,
    ),
    bad(chart("effects", "claims: ¦[]"), "`claims` is a list of ids.", base=MEASURED),
    bad(
        chart("effects", "claims: [pain-a, ¦pain-x]"),
        "There is no claim “pain-x”.",
        base=MEASURED,
    ),
    bad(chart("effects", "claims: [pain-a, pain-b, ¦pain-a]"), "“pain-a” is there twice.", base=MEASURED),
    bad(
        chart("effects", "claims: [pain-a, ¦sciatica-pain]"),
        "The claim “sciatica-pain” has no size that could be drawn.",
        "Leave it out, or record its `effect`.",
        base=MEASURED,
    ),
    bad(
        chart("effects", "claims: [pain-a, pain-b, ¦pain-c]"),
        "“pain-c” (risk ratio, lower is better) shares no scale with “pain-a” (mean difference, points of 100, lower "
        "is better).",
        "Leave it out, or draw it in a chart of its own.",
        base=MEASURED,
    ),
    bad(
        chart("effects", "claims: ¦[pain-a]"),
        "One claim makes no comparison.",
        "Name two or more, or show it with `/// claim`.",
        base=MEASURED,
    ),
    bad(
        chart("effects", "claims: [pain-a, pain-b]", "¦topic: sciatica"),
        "`claims` names all that is drawn; `topic` adds nothing.",
        "Remove this line.",
        base=MEASURED,
    ),
    bad(
        chart("effects", "topic: ¦sciatica"),
        "The claims on “sciatica” share no scale: they are measured in 2 ways.",
        "Name those of one scale, such as `claims: [pain-a, pain-b]`.",
        base=MEASURED,
    ),
    bad(chart("effects", "topic: ¦sciatca"), "There is no complaint “sciatca”.", "Did you mean “sciatica”?"),
    bad(chart("effects", "topic: ¦pain"), "There is no complaint “pain”."),
    bad(chart("effects", "topic: sciatica", "outcome: ¦pian"), "There is no outcome “pian”.", "Did you mean “pain”?"),
    bad(chart("effects", "topic: ¦sciatica"), "Fewer than two claims on “sciatica” have a size."),
    bad(chart("¦numbers"), "The chart numbers does not say which claims to draw."),
    bad(chart("numbers", "claims: [¦sciatica-pain]"), "The claim “sciatica-pain” has no numbers of people."),
    bad(
        chart("numbers", "claims: [¦evening-swelling]"),
        "The claim “evening-swelling” is not sure enough for a picture, which looks like a fact: it needs moderate or "
        "high certainty.",
        base={
            **FILES,
            CLAIMS: FILES[CLAIMS]
            .replace("certainty: moderate", "certainty: low")
            .replace("Socks probably cut", "Socks may cut"),
        },
    ),
    bad(
        chart("numbers", "claims: [¦evening-swelling]"),
        "The claim “evening-swelling” counts per 10000, and a picture holds 1000 people.",
        base={**FILES, CLAIMS: FILES[CLAIMS].replace("per: 1000", "per: 10000")},
    ),
    bad(
        chart("¦cells", "comparison: supports"),
        "The chart cells does not say which column to draw.",
        "Write `column: NAME`, indented, on the next line.",
    ),
    bad(chart("cells", "comparison: ¦suports", "column: pressure"), "There is no comparison “suports”."),
    bad(
        chart("cells", "comparison: supports", "column: ¦presure"),
        "There is no column “presure”.",
        "Did you mean “pressure”?",
    ),
    bad(
        chart("cells", "comparison: supports", "column: ¦mechanism"),
        "The column “mechanism” holds text, and a chart needs numbers.",
        "Choose a column of numbers: pressure.",
    ),
]
GOOD = [
    *(Good("F029", GUIDE, LIST, f"/// diagram | {name}\n///") for name in DIAGRAMS),
    Good("F029", GUIDE, LIST, chart("classes")),
    Good("F029", GUIDE, LIST, chart("classes", "scheme: germany", "class: II")),
    Good("F029", GUIDE, LIST, chart("effects", "claims: [pain-b, pain-a]"), base=MEASURED),
    Good("F029", GUIDE, LIST, chart("numbers", "claims: [evening-swelling]")),
    Good("F029", GUIDE, LIST, chart("cells", "comparison: supports", "column: pressure")),
]


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad(case: Bad, tmp_path: Path) -> None:
    assert_bad(case, tmp_path)


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_good(case: Good, tmp_path: Path) -> None:
    assert_good(case, tmp_path)


def test_every_diagram_has_its_words() -> None:
    assert set(WORDS) == set(DIAGRAMS)


def test_a_diagram_that_says_not_tested_is_told_of_the_first_study(tmp_path: Path) -> None:
    tested = FILES[CLAIMS].replace("certainty: not-tested", "certainty: low", 1)
    drawn = FILES[GUIDE].replace(LIST, "/// diagram | sciatica-and-sock\n///")
    found = [one for one in check(load(tmp_path, {**FILES, CLAIMS: tested, GUIDE: drawn})) if one.rule == "F029"]
    line = drawn[: drawn.index("/// diagram")].count("\n") + 1
    assert [(one.line, one.column) for one in found] == [(line, 15)]
    assert "the claim “sciatica-pain” has a study" in found[0].message
