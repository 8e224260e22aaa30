"""C001 to C003, C007 and F025: claims."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import Bad, Good, assert_bad, assert_good
from tests.site_text import FILES

ANSWER = "answers/sciatica.md"
CLAIMS = "data/claims.yml"
SUPPORTS = "data/comparisons/supports.yml"
TESTED = "  direction: benefit\n  certainty: moderate"
SOURCES = "sources: [partsch2004evening]"
_CLAIM = FILES[CLAIMS]
GRADED = _CLAIM[_CLAIM.index("direction: benefit") : _CLAIM.index("  sources: [partsch2004evening]")]

BAD = [
    Bad("C001", ANSWER, "/// claim | sciatica-pain", "/// claim | ¦sciatca-pain", "There is no claim “sciatca-pain”."),
    Bad(
        "C001",
        ANSWER,
        "/// claim | evening-swelling",
        "/// claim |   ¦swelling-at-night",
        "There is no claim “swelling-at-night”.",
    ),
    Bad("C001", SUPPORTS, "{claim: sciatica-pain}", "{claim: ¦sciatica-pian}", "There is no claim “sciatica-pian”."),
    Bad(
        "F025",
        ANSWER,
        "primary_claim: sciatica-pain",
        "primary_claim: ¦sciatica-pian",
        "There is no claim “sciatica-pian”.",
    ),
    Bad("F025", ANSWER, "primary_claim: sciatica-pain", "primary_claim: ¦pain", "There is no claim “pain”."),
    Bad(
        "F025",
        ANSWER,
        "primary_claim: sciatica-pain",
        'primary_claim: ¦"zebra"',
        "There is no claim “zebra”.",
        also=("F008",),
    ),
    Bad(
        "C002",
        CLAIMS,
        "direction: unknown",
        "direction: ¦benefit",
        "A claim that is not tested cannot have the direction benefit.",
    ),
    Bad(
        "C002",
        CLAIMS,
        "direction: benefit",
        "direction: ¦unknown",
        "The direction is unknown, yet the certainty is moderate.",
    ),
    Bad(
        "C002",
        CLAIMS,
        "  searched_to: 2026-11-20\n",
        "",
        "A claim that is not tested says how far the search for studies went.",
        told=(CLAIMS, "sciatica-pain"),
    ),
    Bad(
        "C002",
        CLAIMS,
        "  searched_to: 2026-11-20",
        "  searched_to: 2026-11-20\n  ¦effect: {measure: RR, value: 0.5}",
        "A claim that is not tested has no `effect`.",
    ),
    Bad(
        "C002",
        CLAIMS,
        "  searched_to: 2026-11-20",
        "  searched_to: 2026-11-20\n  ¦absolute: {baseline: 1, with: 2, per: 10, source: clarke2021airline}",
        "A claim that is not tested has no `absolute`.",
    ),
    Bad(
        "C002",
        CLAIMS,
        "  searched_to: 2026-11-20",
        "  searched_to: 2026-11-20\n  ¦short: We do not know",
        "A claim that is not tested has no `short`.",
    ),
    Bad(
        "C002",
        CLAIMS,
        TESTED,
        f"  short: ¦Yes for swelling of the legs in the evening hours\n{TESTED}",
        "The headline has 10 words.",
    ),
    Bad(
        "C002",
        ANSWER,
        "primary_claim: sciatica-pain",
        "primary_claim: evening-swelling",
        "“evening-swelling” is the verdict of answers/sciatica.md, but has no headline.",
        told=(CLAIMS, "evening-swelling"),
    ),
    Bad("C003", CLAIMS, SOURCES, "¦sources: []", "The claim is graded moderate, but has no source."),
    Bad(
        "C003",
        CLAIMS,
        f"  {SOURCES}\n",
        "",
        "The claim is graded moderate, but has no source.",
        told=(CLAIMS, "evening-swelling"),
        also=("C007",),
    ),
    Bad(
        "C003",
        CLAIMS,
        SOURCES,
        "sources: [partsch2004evening, ¦clarke2021airlin]",
        "There is no reference “clarke2021airlin”.",
    ),
    Bad(
        "C003",
        CLAIMS,
        "sources: [clarke2021airline]",
        "sources: [¦clarke2012airline]",
        "There is no reference “clarke2012airline”.",
    ),
    Bad(
        "C007",
        CLAIMS,
        SOURCES,
        "sources: [clarke2021airline]",
        "The certainty is moderate, but no source of it was seen in full.",
        told=(CLAIMS, "moderate"),
    ),
    Bad(
        "C007",
        "data/references.yml",
        "verified: full",
        "verified: partial",
        "The certainty is moderate, but no source of it was seen in full.",
        told=(CLAIMS, "moderate"),
    ),
    Bad(
        "C007",
        SUPPORTS,
        "value: We are very unsure\n        certainty: very-low\n        sources: [partsch2004evening]",
        "value: Less pain\n        certainty: ¦high\n        sources: [clarke2021airline]",
        "The certainty is high, but no source of it was seen in full.",
    ),
]
GOOD = [
    Good("C001", ANSWER, "/// claim | sciatica-pain", "/// claim |   sciatica-pain"),
    Good("F025", ANSWER, "primary_claim: sciatica-pain", "primary_claim:   sciatica-pain"),
    Good(
        "C002",
        CLAIMS,
        GRADED,
        GRADED.replace("benefit\n  certainty: moderate", "unknown\n  certainty: very-low").replace(
            "Socks probably cut", "We are very unsure whether socks cut"
        ),
    ),
    Good("C002", CLAIMS, TESTED, f"  short: Yes, for swelling by evening\n{TESTED}"),
    Good("C003", CLAIMS, "sources: [clarke2021airline]", "sources: []"),
    Good("C007", CLAIMS, SOURCES, "sources: [clarke2021airline, partsch2004evening]"),
]


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad(case: Bad, tmp_path: Path) -> None:
    assert_bad(case, tmp_path)


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_good(case: Good, tmp_path: Path) -> None:
    assert_good(case, tmp_path)
