"""D003, D004 and D015: ids, references from record to record, classes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import Bad, Good, assert_bad, assert_good

CLAIMS = "data/claims.yml"
SUPPORTS = "data/comparisons/supports.yml"
CLASSES = "data/compression-classes.yml"
SOURCES = "sources: [partsch2004evening]"

MEASURED = """\
- id: {}
  label: Size of a first visit
  value: 120
  measured_on: 2026-11-20
  tool: Chromium
  version: "140"
"""

BAD = [
    Bad(
        "D004",
        "data/measurements.yml",
        "",
        MEASURED.format("¦page-wait"),
        "There is no figure “page-wait” to be measured.",
        "Did you mean “page-weight”?",
    ),
    Bad(
        "D003",
        CLAIMS,
        "id: evening-swelling",
        "id: ¦sciatica-pain",
        "The id “sciatica-pain” is there twice; it is first in line 1.",
        told=(CLAIMS, "sciatica-pain\n  topic: sciatica\n  outcome_group: swelling"),
        also=("C001", "C002", "L001"),
    ),
    Bad(
        "D003",
        "data/topics.yml",
        "- id: swelling",
        "- id: ¦Leg Swelling",
        "“Leg Swelling” is not an id.",
        also=("D004",),
    ),
    Bad(
        "D003",
        SUPPORTS,
        "- id: lumbar-brace",
        "- id: ¦compression-socks",
        "The row id “compression-socks” is there twice; it is first in line 20.",
        also=("F029", "C001", "L001"),
    ),
    Bad(
        "D003",
        "data/glossary.yml",
        "- id: surgery",
        "- id: ¦sciatica",
        "The id “sciatica” is there twice; it is first in line 1.",
    ),
    Bad("D004", CLAIMS, "topic: sciatica", "topic: ¦sciatca", "There is no topic “sciatca”."),
    Bad(
        "D004",
        CLAIMS,
        "outcome_group: pain",
        "outcome_group: ¦sciatica",
        "“sciatica” is a complaint; `outcome_group` names an outcome.",
    ),
    Bad("D004", CLAIMS, "source: clarke2021airline", "source: ¦clarke", "There is no reference “clarke”."),
    Bad(
        "D004",
        "data/topics.yml",
        "terms: [sciatica]",
        "terms: [sciatica, ¦sciatic]",
        "There is no glossary term “sciatic”.",
    ),
    Bad("D004", "data/care-cards.yml", SOURCES, "sources: [¦partsch]", "There is no reference “partsch”."),
    Bad("D004", "data/services.yml", SOURCES, "sources: [¦partsch]", "There is no reference “partsch”."),
    Bad("D004", "data/contraindications.yml", SOURCES, "sources: [¦partsch]", "There is no reference “partsch”."),
    Bad(
        "D004",
        CLASSES,
        "sources: [clarke2021airline]",
        "sources: [¦clarke2021airlin]",
        "There is no reference “clarke2021airlin”.",
    ),
    Bad("D004", SUPPORTS, "topic: sciatica", "topic: ¦back-pain", "There is no topic “back-pain”."),
    Bad("D004", SUPPORTS, SOURCES, "sources: [¦partsch2004evenin]", "There is no reference “partsch2004evenin”."),
    Bad(
        "D004",
        "data/comparisons/garments.csv",
        ",partsch2004evening,",
        ",partsch2004evening; ¦clarke,",
        "There is no reference “clarke”.",
    ),
    Bad(
        "D015",
        CLASSES,
        "pressure: [23, 32]",
        "pressure: ¦[20, 32]",
        "Class II (20 to 32 mmHg) overlaps class I (18 to 21 mmHg).",
    ),
    Bad(
        "D015",
        CLASSES,
        "pressure: 49+",
        "pressure: ¦[24, 30]",
        "Class III (24 to 30 mmHg) overlaps class II (23 to 32 mmHg).",
    ),
    Bad(
        "D015",
        CLASSES,
        "pressure: 49+",
        "pressure: ¦<15",
        "Class III (under 15 mmHg) overlaps class II (23 to 32 mmHg).",
    ),
]
GOOD = [
    Good("D004", "data/measurements.yml", "", MEASURED.format("page-weight")),
    Good("D003", CLAIMS, "topic: sciatica", "topic: sciatica"),
    Good("D004", SUPPORTS, "topic: sciatica\n", ""),
    Good("D015", CLASSES, "pressure: [23, 32]", "pressure: [21, 49]"),
]


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad(case: Bad, tmp_path: Path) -> None:
    assert_bad(case, tmp_path)


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_good(case: Good, tmp_path: Path) -> None:
    assert_good(case, tmp_path)
