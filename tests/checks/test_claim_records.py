"""C004 to C006, C008, C009, C010, C013, C023 and the second half of F025: claims and references as records."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import Bad, Good, assert_bad, assert_good
from tests.site_text import FILES

ANSWER = "answers/sciatica.md"
CLAIMS = "data/claims.yml"
REFERENCES = "data/references.yml"
SUPPORTS = "data/comparisons/supports.yml"
GARMENTS = "data/comparisons/garments.yml"
COUNTS = "absolute: {baseline: 10, with: 1, per: 1000, source: clarke2021airline}"
_CLAIM = FILES[CLAIMS]
GRADED = _CLAIM[_CLAIM.index("direction: benefit") : _CLAIM.index("  sources: [partsch2004evening]")]
REASONS = 'reasons: ["imprecision: few people"]'
STUDY = "study_type: randomised-trial\n    verified: full"
PAGE_SEARCHED = "evidence_searched_to: 2026-11-20"
CELL = "value: We are very unsure\n        certainty: very-low\n        sources: [partsch2004evening]"
PRESSURE = """\
    type: range
    unit: mmHg
rows:
  - id: compression-socks
    label: Compression socks
    cells:
      mechanism: An idea. They press on the leg.
      effect: {claim: sciatica-pain}
      pressure: [15, 20]
"""
PRESSURES = PRESSURE.replace("range\n    unit: mmHg", "effect")
RATIO = "The RR is 0; a ratio is above 0."
QUESTION = """\
- id: sciatica-pain
  topic: sciatica
  outcome_group: pain
  population: adults with sciatica
  intervention: compression socks
  comparison: no socks
  outcome: leg pain
"""
FLIGHT = QUESTION.replace(": sciatica\n", ": swelling\n").replace("with sciatica", "on flights")
ITCH = FLIGHT.replace("leg pain", "itching")
SAME_QUESTION = """\
- id: sciatica-again
  topic: sciatica
  outcome_group: pain
  population: Adults with sciatica
  intervention: compression  socks
  comparison: no socks
  outcome: leg pain
  better: lower
  direction: unknown
  certainty: not-tested
  certainty_by: legwise
  statement: No study has tested it.
  searched_to: 2026-11-20
"""
QUESTIONS = FILES[ANSWER][: FILES[ANSWER].index("authors:")]
OTHERS = QUESTIONS.replace("sciatica", "flights").replace("siatica", "flight").replace("nerve pain", "planes")

BAD = [
    Bad(
        "C004",
        CLAIMS,
        COUNTS,
        "effect: {measure: RR, value: ¦0.5, ci: [0.6, 0.9]}",
        "The value 0.5 lies outside of its range, 0.6 to 0.9.",
        "Copy value and range again from the source.",
    ),
    Bad(
        "C004",
        CLAIMS,
        COUNTS,
        "effect: {measure: RR, value: 0.7, ci: ¦[0.9, 0.6]}",
        "The range does not rise: 0.9 to 0.6.",
        "Write `ci: [0.6, 0.9]`.",
    ),
    Bad(
        "C004",
        CLAIMS,
        COUNTS,
        "effect: {measure: OR, value: 0.7, ci: [¦-0.1, 0.9]}",
        "The OR is -0.1; a ratio is above 0.",
    ),
    Bad(
        "C004",
        CLAIMS,
        COUNTS,
        "effect: {measure: HR, value: ¦1.4, ci: [1.1, 1.9]}",
        "The HR 1.4 does not fit: where lower is better, a benefit is below 1.",
        "Mend the number's sign, `better` or `direction`: one of them is the wrong way round.",
    ),
    Bad(
        "C004",
        CLAIMS,
        COUNTS,
        "effect: {measure: MD, value: ¦3}",
        "The MD 3 does not fit: where lower is better, a benefit is below 0.",
    ),
    Bad(
        "C004",
        CLAIMS,
        "better: lower\n  direction: benefit",
        "better: higher\n  direction: benefit",
        "1 with it and 10 without do not fit: where higher is better, a benefit is more people with it.",
        told=(CLAIMS, "with: ¦1,"),
    ),
    Bad(
        "C004",
        CLAIMS,
        "direction: benefit",
        "direction: harm",
        "1 with it and 10 without do not fit: where lower is better, a harm is more people with it.",
        told=(CLAIMS, "with: ¦1,"),
    ),
    Bad("C004", CLAIMS, "baseline: 10,", "baseline: ¦1010,", "1010 of 1000 people cannot be."),
    Bad("C004", CLAIMS, "with: 1,", "with: ¦-1,", "-1 of 1000 people cannot be.", "Write a number from 0 to 1000."),
    Bad(
        "C004",
        CLAIMS,
        COUNTS,
        f"effect: {{measure: RR, value: 0.5}}\n  {COUNTS.replace('with: ', 'with: ¦')}",
        "The RR is 0.5, but 1 against 10 is 0.10.",
        severity="warning",
    ),
    Bad("C004", SUPPORTS, PRESSURE, PRESSURES.replace("[15, 20]", "{measure: RR, value: ¦0}"), RATIO),
    Bad("C004", SUPPORTS, PRESSURE, PRESSURES.replace("[15, 20]", "{value: {measure: RR, value: ¦0}}"), RATIO),
    Bad(
        "C005",
        CLAIMS,
        REASONS,
        "reasons: [¦few people]",
        "No reason begins with a GRADE domain.",
        "Begin one with risk of bias, inconsistency, indirectness, imprecision, publication bias, large effect, dose "
        "response, supports, such as “imprecision: 12 people”.",
    ),
    Bad("C005", CLAIMS, REASONS, "reasons: [¦imprecise, bias]", "No reason begins with a GRADE domain."),
    Bad(
        "C005",
        CLAIMS,
        f"certainty_by: legwise\n  {REASONS}\n",
        "certainty_by: ¦legwise\n",
        "The grade moderate is ours, but has no reasons.",
    ),
    Bad(
        "C006",
        REFERENCES,
        STUDY,
        "study_type: case-report\n    verified: full",
        "The certainty is moderate, which needs a review or one randomised trial; its sources are: case report.",
        "Add the key of such a study, or grade it `low` or lower, with the words that go with it.",
        told=(CLAIMS, "moderate"),
        severity="warning",
    ),
    Bad(
        "C006",
        CLAIMS,
        "certainty: moderate",
        "certainty: ¦high",
        "The certainty is high, which needs a review or two randomised trials; its sources are: randomised trial.",
        also=("C034",),
        severity="warning",
    ),
    Bad(
        "C006",
        REFERENCES,
        STUDY,
        "study_type: cohort\n    verified: full",
        "The certainty is moderate, which needs a review or one randomised trial; its sources are: cohort.",
        told=(CLAIMS, "moderate"),
        severity="warning",
    ),
    Bad(
        "C006",
        SUPPORTS,
        CELL,
        CELL.replace("very-low", "¦high"),
        "The certainty is high, which needs a review or two randomised trials; its sources are: randomised trial.",
        "Add the key of such a study, or grade it `moderate` or lower.",
        severity="warning",
    ),
    Bad(
        "C006",
        CLAIMS,
        "certainty: moderate\n  certainty_by: legwise",
        "certainty: ¦high\n  certainty_by: authors",
        "The certainty is high, which needs a review or two randomised trials; its sources are: randomised trial.",
        also=("C034",),
        severity="note",
    ),
    Bad(
        "C008",
        CLAIMS,
        "- id: evening-swelling",
        SAME_QUESTION.replace("id: ", "id: ¦", 1) + "- id: evening-swelling",
        "The claim “sciatica-pain” asks the same question.",
        "Keep one record: `kb rename-key sciatica-again sciatica-pain`. Or say in what they differ.",
    ),
    Bad(
        "C008",
        CLAIMS,
        "- id: evening-swelling",
        SAME_QUESTION.replace("id: ", "id: ¦", 1).replace("no socks", "“No socks”") + "- id: evening-swelling",
        "The claim “sciatica-pain” asks the same question.",
    ),
    Bad(
        "C008",
        CLAIMS,
        "  population: healthy adults\n  intervention: compression socks\n  comparison: no socks\n"
        "  outcome: swelling of the leg",
        "  population: adults with sciatica\n  intervention: compression socks\n  comparison: no socks\n"
        "  outcome: leg pain",
        "The claim “sciatica-pain” asks the same question.",
        told=(CLAIMS, "evening-swelling"),
    ),
    Bad(
        "C009",
        CLAIMS,
        "- id: evening-swelling",
        SAME_QUESTION.replace("id: ", "id: ¦", 1).replace("leg pain", "walking") + "- id: evening-swelling",
        "Nothing uses the claim “sciatica-again”.",
        "Show it with `/// claim | sciatica-again` or in a table, or remove its record.",
        severity="note",
    ),
    Bad(
        "C009",
        "about/index.md",
        " [@old1999recalled]",
        "",
        "Nothing uses the reference “old1999recalled”.",
        "Cite it with `[@old1999recalled]`, or remove its record.",
        told=(REFERENCES, "old1999recalled"),
        severity="note",
    ),
    Bad(
        "C009",
        "about/index.md",
        "reviewers:\n  - {person: nurse-doe, date: 2026-11-21}\n",
        "",
        "Nothing uses the person “nurse-doe”.",
        told=("data/people.yml", "nurse-doe"),
        severity="note",
    ),
    Bad(
        "C009",
        "about/index.md",
        "We do not write on surgery.",
        "We do not write on all.",
        "Nothing uses the glossary term “surgery”.",
        told=("data/glossary.yml", "surgery"),
        severity="note",
    ),
    Bad(
        "C009",
        "about/index.md",
        "/// comparison | garments\n///\n",
        "",
        "Nothing uses the comparison “garments”.",
        told=(GARMENTS, "title: Kinds"),
        severity="note",
    ),
    Bad(
        "C010",
        SUPPORTS,
        "topic: sciatica",
        "topic: pain",
        "The claim “sciatica-pain” is about “Sciatica”, not about this table's “Pain”.",
        "Write `{claim: sciatica-pain, note: …}` and say in the note whom it was tested in.",
        told=(SUPPORTS, "{claim: ¦sciatica-pain}"),
    ),
    Bad(
        "C010",
        CLAIMS,
        "- id: sciatica-pain\n  topic: sciatica",
        "- id: sciatica-pain\n  topic: swelling",
        "The claim “sciatica-pain” is about “Swelling”, not about this table's “Sciatica”.",
        told=(SUPPORTS, "{claim: ¦sciatica-pain}"),
        also=("F025", "D004"),
    ),
    Bad(
        "C010",
        SUPPORTS,
        "topic: sciatica",
        "topic: swelling",
        "The claim “sciatica-pain” is about “Sciatica”, not about this table's “Swelling”.",
        told=(SUPPORTS, "{claim: ¦sciatica-pain}"),
    ),
    Bad(
        "C013",
        ANSWER,
        "evidence_searched_to: 2026-11-20",
        "evidence_searched_to: ¦2026-11-21",
        "The page says it searched to 2026-11-21, but its claim “sciatica-pain” only to 2026-11-20.",
        "Write 2026-11-20, or search again for that claim and set its `searched_to`.",
        severity="warning",
    ),
    Bad(
        "C013",
        "compare/supports.md",
        "evidence_searched_to: 2026-11-20",
        "evidence_searched_to: ¦2026-11-21",
        "The page says it searched to 2026-11-21, but its claim “sciatica-pain” only to 2026-11-20.",
        severity="warning",
    ),
    Bad(
        "C013",
        SUPPORTS,
        "last_checked: 2026-11-20",
        "last_checked: 2026-11-20\nevidence_searched_to: ¦2026-12-01",
        "The table says it searched to 2026-12-01, but its claim “sciatica-pain” only to 2026-11-20.",
        severity="warning",
    ),
    Bad(
        "C023",
        REFERENCES,
        "  URL: http://library.example/flights",
        "  DOI: ¦10.1016/ABC.2004.01",
        "“clarke2021airline” and “partsch2004evening” have the same DOI.",
        "If they are one work, keep one record: `kb rename-key clarke2021airline partsch2004evening`. If not, mend it.",
    ),
    Bad(
        "C023",
        REFERENCES,
        "  URL: http://library.example/flights",
        "  PMID: ¦'15691263'",
        "“clarke2021airline” and “partsch2004evening” have the same PMID.",
    ),
    Bad(
        "C023",
        REFERENCES,
        "  title: Stockings on flights\n  author:\n    - literal: A review group\n"
        "  container-title: A Library\n  issued:\n    date-parts: [[2021]]",
        "  title: ¦Evening Swelling, and stockings.\n  author:\n    - literal: A review group\n"
        "  container-title: A Library\n  issued:\n    date-parts: [[2004, 5]]",
        "“clarke2021airline” and “partsch2004evening” have the same title and year.",
    ),
    Bad(
        "F025",
        CLAIMS,
        QUESTION,
        ITCH,
        "Neither the title nor the search terms name what the claim “sciatica-pain” is about: Swelling, itching.",
        "Choose the claim that answers the title, or name the complaint in the title or the search terms.",
        told=(ANSWER, "sciatica-pain\nurgent"),
        also=("C010", "D004"),
        severity="warning",
    ),
    Bad(
        "F025",
        ANSWER,
        QUESTIONS,
        OTHERS,
        "Neither the title nor the search terms name what the claim “sciatica-pain” is about: Sciatica, leg pain.",
        told=(ANSWER, "sciatica-pain\nurgent"),
        severity="warning",
    ),
]
GOOD = [
    Good("C004", CLAIMS, COUNTS, "effect: {measure: OR, value: 0.1, ci: [0.04, 0.25]}"),
    Good("C004", CLAIMS, COUNTS, f"effect: {{measure: RR, value: 0.12}}\n  {COUNTS}"),
    Good("C004", CLAIMS, COUNTS, f"effect: {{measure: OR, value: 0.5}}\n  {COUNTS}"),
    Good("C005", CLAIMS, REASONS, 'reasons: [few people, "Risk of bias: nobody was blinded"]'),
    Good("C005", CLAIMS, f"certainty_by: legwise\n  {REASONS}\n", "certainty_by: authors\n"),
    Good("C006", REFERENCES, STUDY, "study_type: meta-analysis\n    verified: full"),
    Good("C006", CLAIMS, GRADED, GRADED.replace("moderate", "low").replace("probably", "may")),
    Good("C008", CLAIMS, "comparison: no socks", "comparison: thin socks"),
    Good("C009", "about/index.md", "Editors.", "Editors and others."),
    Good("C010", SUPPORTS, "{claim: sciatica-pain}", "{claim: sciatica-pain, note: Tested in adults.}"),
    Good("C010", SUPPORTS, "topic: sciatica\n", ""),
    Good("C013", ANSWER, PAGE_SEARCHED, "evidence_searched_to: 2026-01-01"),
    Good("C023", REFERENCES, "title: Stockings on flights", "title: Evening swelling and stockings"),
    Good("F025", ANSWER, "title: Do compression socks help with sciatica?", "title: Do socks ease nerve root pain?"),
]


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad(case: Bad, tmp_path: Path) -> None:
    assert_bad(case, tmp_path)


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_good(case: Good, tmp_path: Path) -> None:
    assert_good(case, tmp_path)
