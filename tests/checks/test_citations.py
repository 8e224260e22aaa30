"""C015, C016, C020 to C022 and C024: citations and references."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import Bad, Good, assert_bad, assert_good

ANSWER = "answers/sciatica.md"
CLAIMS = "data/claims.yml"
REFERENCES = "data/references.yml"
STOOD = "Some people stood all day."
MEANING = "meaning: A tight sock."

BAD = [
    Bad("C015", ANSWER, STOOD, "Some stood [@¦partsch2004].", "There is no reference “partsch2004”."),
    Bad(
        "C015",
        ANSWER,
        STOOD,
        "Some **stood** [@clarke2021airline; @¦clark2021, p. 4].",
        "There is no reference “clark2021”.",
    ),
    Bad(
        "C015",
        "data/glossary.yml",
        MEANING,
        "meaning: A tight sock [@¦partsh2004evening].",
        "There is no reference “partsh2004evening”.",
    ),
    Bad(
        "C015",
        "data/comparisons/supports.yml",
        "note: Seen in back pain [@partsch2004evening].",
        'note: "Seen in back pain [@¦partsch]."',
        "There is no reference “partsch”.",
    ),
    Bad(
        "C016",
        ANSWER,
        STOOD,
        "Some stood ¦[@partsch2004evening, @clarke2021airline].",
        "The keys of a citation are separated by semicolons.",
    ),
    Bad("C016", ANSWER, STOOD, "Some stood ¦[@partsch2004evening.", "This citation is never closed."),
    Bad("C016", ANSWER, STOOD, "Some stood ¦[@].", "This citation names no source."),
    Bad(
        "C016",
        ANSWER,
        STOOD,
        "Some stood ¦@partsch2004evening.",
        "“@partsch2004evening” stands outside of brackets, so it cites nothing.",
    ),
    Bad(
        "C016",
        ANSWER,
        STOOD,
        "Some stood [¦@partsch2004evening, 4].",
        "“4” does not say where in the source: p., pp., table or fig.",
    ),
    Bad(
        "C016",
        "data/glossary.yml",
        MEANING,
        "meaning: A tight sock [¦@partsch 2004].",
        "“@partsch 2004” is not a key: letters, digits and hyphens without a space.",
    ),
    Bad("C020", ANSWER, STOOD, "Some stood [@¦gone2015retracted].", "“gone2015retracted” was retracted."),
    Bad(
        "C020",
        CLAIMS,
        "sources: [partsch2004evening]",
        "sources: [partsch2004evening, ¦gone2015retracted]",
        "“gone2015retracted” was retracted.",
    ),
    Bad(
        "C020",
        "data/comparisons/supports.yml",
        "sources: [partsch2004evening]",
        "sources: [¦gone2015retracted]",
        "“gone2015retracted” was retracted.",
    ),
    Bad(
        "C020",
        "data/glossary.yml",
        MEANING,
        "meaning: A tight sock [@¦gone2015retracted].",
        "“gone2015retracted” was retracted.",
    ),
    Bad(
        "C020",
        "data/care-cards.yml",
        "sources: [partsch2004evening]",
        "sources: [¦gone2015retracted]",
        "“gone2015retracted” was retracted.",
    ),
    Bad(
        "C021",
        CLAIMS,
        "sources: [partsch2004evening]",
        "sources: [partsch2004evening, ¦old1999recalled]",
        "Nobody has seen “old1999recalled” again (`verified: recalled`), so it carries no finding.",
    ),
    Bad(
        "C021",
        CLAIMS,
        "source: clarke2021airline",
        "source: ¦old1999recalled",
        "Nobody has seen “old1999recalled” again (`verified: recalled`), so it carries no finding.",
    ),
    Bad(
        "C021",
        ANSWER,
        STOOD,
        "Of 12 people, 4 stood [@¦old1999recalled].",
        "Nobody has seen “old1999recalled” again (`verified: recalled`), so it carries no number.",
    ),
    Bad(
        "C021",
        "data/comparisons/supports.yml",
        "sources: [partsch2004evening]",
        "sources: [¦old1999recalled]",
        "Nobody has seen “old1999recalled” again (`verified: recalled`), so it carries no finding.",
    ),
    Bad(
        "C022",
        REFERENCES,
        "DOI: 10.1016/abc.2004.01",
        "DOI: ¦https://doi.org/10.1016/abc.2004.01",
        "“https://doi.org/10.1016/abc.2004.01” is not a plain DOI.",
    ),
    Bad(
        "C022",
        REFERENCES,
        "DOI: 10.1016/abc.2004.01",
        "DOI: ¦doi:10.1016/abc.2004.01",
        "“doi:10.1016/abc.2004.01” is not a plain DOI.",
    ),
    Bad(
        "C022",
        REFERENCES,
        "DOI: 10.1016/abc.2004.01",
        "DOI: ¦10.1016/abc<2004>01",
        "The DOI “10.1016/abc<2004>01” has characters that DOIs rarely have: < >",
    ),
    Bad("C022", REFERENCES, "PMID: '15691263'", "PMID: ¦pmid15691263", "“pmid15691263” is not a PMID."),
    Bad("C022", REFERENCES, "PMID: '15691263'", "PMCID: ¦'15691263'", "“15691263” is not a PMCID."),
    Bad(
        "C024",
        REFERENCES,
        "  issued:\n    date-parts: [[2004]]\n",
        "",
        "The reference “partsch2004evening” has no `issued`.",
        told=(REFERENCES, "partsch2004evening"),
    ),
    Bad(
        "C024",
        REFERENCES,
        "  container-title: A Journal\n",
        "",
        "The reference “partsch2004evening” has no `container-title`.",
        told=(REFERENCES, "partsch2004evening"),
    ),
    Bad(
        "C024",
        REFERENCES,
        "  author:\n    - family: Partsch\n      given: H.\n",
        "",
        "The reference “partsch2004evening” has no `author` and no `publisher`.",
        told=(REFERENCES, "partsch2004evening"),
    ),
    Bad(
        "C024",
        REFERENCES,
        "  title: Evening swelling and stockings\n",
        "",
        "The reference “partsch2004evening” has no `title`.",
        told=(REFERENCES, "partsch2004evening"),
    ),
    Bad(
        "C015",
        "data/glossary.yml",
        MEANING,
        "meaning: |\n    A tight\n\n    sock [@¦partsch].",
        "There is no reference “partsch”.",
    ),
]
GOOD = [
    Good("C015", ANSWER, STOOD, "Some stood [@clarke2021airline]. Write to a@b.example, or type `[@key]`."),
    Good("C016", ANSWER, STOOD, "Some stood [@clarke2021airline, p. 4; @partsch2004evening, table 2]."),
    Good("C020", ANSWER, STOOD, "A trial that said so was retracted [@gone2015retracted]."),
    Good("C021", ANSWER, STOOD, "Some say so from memory [@old1999recalled]."),
    Good("C022", REFERENCES, "DOI: 10.1016/abc.2004.01", "DOI: 10.1016/S0003(04)01;A:b/c"),
    Good("C024", REFERENCES, "  author:\n    - family: Partsch\n      given: H.\n", "  publisher: A society\n"),
]


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad(case: Bad, tmp_path: Path) -> None:
    assert_bad(case, tmp_path)


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_good(case: Good, tmp_path: Path) -> None:
    assert_good(case, tmp_path)
