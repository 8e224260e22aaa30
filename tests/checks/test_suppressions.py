"""F030: suppressions on pages and in data; what they silence, and what they may not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge.checks.rule import RULES, rule
from knowledge.checks.run import check, load_rules, outcome
from knowledge.load import load_library
from tests.builders import Bad, Good, assert_bad, assert_good, load, problems_of, write_site
from tests.site_text import FILES

load_rules()

ANSWER = "answers/sciatica.md"
GUIDE = "choose/levels.md"
CLAIMS = "data/claims.yml"
UNIT = "It is a unit of pressure.\n"
EFFECT = "Compression socks reduce swelling.\n"
WHY = "until 2099-06-01: the rule is wrong about this"
TERMS = "search_terms: [mmhg meaning, compression class 2, how strong]\n"
RECALL = "  reasons: [few people]\n"


def on_page(text: str) -> str:
    """The suppression above a sentence that breaks C017."""
    return f"{text}\n{EFFECT}"


BAD = [
    Bad(
        "F030",
        GUIDE,
        UNIT,
        on_page("<!-- kb-ignor¦e -->"),
        "The suppression does not name its rule.",
        hint="Write `<!-- kb-ignore W012 until 2027-06-01: why it may stand here -->`.",
        also=("C017",),
    ),
    Bad(
        "F030",
        GUIDE,
        UNIT,
        on_page("<!-- kb-ignore C01¦7 -->"),
        "The suppression does not say until when.",
        hint="Write `<!-- kb-ignore C017 until 2027-06-01: why it may stand here -->`.",
        also=("C017",),
    ),
    Bad(
        "F030",
        GUIDE,
        UNIT,
        on_page("<!-- kb-ignore C017 until ¦June: the rule is wrong about this -->"),
        "“June” is not a date.",
        also=("C017",),
    ),
    Bad(
        "F030",
        GUIDE,
        UNIT,
        on_page("<!-- kb-ignore C017 until ¦2099-02-30: the rule is wrong about this -->"),
        "“2099-02-30” is not a date.",
        also=("C017",),
    ),
    Bad(
        "F030",
        GUIDE,
        UNIT,
        on_page("<!-- kb-ignore C017 until 2099-06-0¦1 -->"),
        "The suppression gives no reason.",
        hint="Write `<!-- kb-ignore C017 until 2099-06-01: why it may stand here -->`.",
        also=("C017",),
    ),
    Bad(
        "F030",
        GUIDE,
        UNIT,
        on_page("<!-- kb-ignore C017 until 2099-06-01: ¦ok -->"),
        "The reason “ok” is too short to tell why.",
        also=("C017",),
    ),
    Bad(
        "F030",
        GUIDE,
        UNIT,
        on_page(f"<!-- kb-ignore C017 ¦W012 {WHY} -->"),
        "A suppression names one rule; another takes a line of its own.",
        also=("C017",),
    ),
    Bad(
        "F030",
        GUIDE,
        UNIT,
        on_page(f"<!-- ¦kb_ignore C017 {WHY} -->"),
        "“kb_ignore” is not how a suppression begins.",
        also=("C017",),
    ),
    Bad(
        "F030",
        GUIDE,
        UNIT,
        on_page(f"<!-- kb-ignore ¦C071 {WHY} -->"),
        "There is no rule “C071”.",
        also=("C017",),
    ),
    Bad(
        "F030",
        GUIDE,
        UNIT,
        f"¦<!-- kb-ignore C017 {WHY} -->\nIt is a unit.\n\n{EFFECT}",
        "This suppression silences nothing: what stands below it breaks no rule C017.",
        also=("C017",),
    ),
    Bad(
        "F030",
        GUIDE,
        UNIT,
        f"{UNIT}¦<!-- kb-ignore C017 {WHY} -->\n",
        "This suppression silences nothing: what stands below it breaks no rule C017.",
    ),
    Bad(
        "F030",
        GUIDE,
        UNIT,
        f"It is ¦<!-- kb-ignore C017 {WHY} --> a unit.\n",
        "A suppression stands on a line of its own.",
    ),
    Bad(
        "F030",
        GUIDE,
        UNIT,
        f"¦<!-- kb-ignore C017\n{WHY} -->\n\nIt is a unit.\n",
        "This comment does not end on its line.",
    ),
    Bad(
        "F030",
        GUIDE,
        UNIT,
        f"<!-- kb-ignore ¦C015 {WHY} -->\nIt is a unit [@nobody2000].\n",
        "The rule C015 can never be silenced: what it tells of would leave a hole or a dead end on a page.",
        also=("C015",),
    ),
    Bad(
        "F030",
        GUIDE,
        TERMS,
        f"¦# kb-ignore F014 {WHY}\n{TERMS}",
        "This suppression silences nothing: what stands below it breaks no rule F014.",
    ),
    Bad(
        "F030",
        GUIDE,
        TERMS,
        f"{TERMS.rstrip()}  ¦# kb-ignore F014 {WHY}\n",
        "A suppression stands on a line of its own.",
    ),
    Bad(
        "F030",
        CLAIMS,
        "- id: sciatica-pain",
        "# kb-ignore W012: ¦why\n- id: sciatica-pain",
        "The suppression does not say until when.",
        told=(CLAIMS, "# kb-ignore W012¦: why"),
        hint="Write `# kb-ignore W012 until 2027-06-01: why it may stand here`.",
    ),
]
GOOD = [
    Good("F030", GUIDE, UNIT, on_page(f"<!-- kb-ignore C017 {WHY} -->")),
    Good("F030", GUIDE, UNIT, on_page(f"<!--kb-ignore C017 {WHY}-->\n")),
    Good("F030", GUIDE, UNIT, on_page(f"It is a unit.\n<!-- kb-ignore C017 {WHY} -->")),
    Good("F030", GUIDE, UNIT, f"- It is a unit.\n<!-- kb-ignore C017 {WHY} -->\n- {EFFECT}"),
    Good("F030", GUIDE, UNIT, f"```\n<!-- kb-ignore -->\n```\n\nType `<!-- kb-ignore -->`.\n\n{UNIT}"),
    Good(
        "F030", GUIDE, TERMS, f"# kb-ignore F014 {WHY}\nsearch_terms: [mmHg meaning, compression class 2, how strong]\n"
    ),
    Good("F030", GUIDE, TERMS, f"# kb-ignore F014 {WHY}\n\nsearch_terms:\n- mmHg meaning\n- class 2\n- how strong\n"),
    Good(
        "F030",
        CLAIMS,
        "  statement: Socks probably cut evening swelling.\n",
        "  statement: |\n    Socks probably cut evening swelling.\n    # kb-ignore is text here\n",
    ),
]


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad(case: Bad, tmp_path: Path) -> None:
    assert_bad(case, tmp_path)


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_good(case: Good, tmp_path: Path) -> None:
    assert_good(case, tmp_path)


def site(text: str) -> dict[str, str]:
    """The valid site with a text in its guide."""
    return {**FILES, GUIDE: FILES[GUIDE].replace(UNIT, text)}


def test_two_stand_above_one_block(tmp_path: Path) -> None:
    text = f"<!-- kb-ignore C017 {WHY} -->\n<!-- kb-ignore C015 {WHY} -->\n{EFFECT}"
    assert [(problem.rule, problem.message[:12]) for problem in problems_of(load(tmp_path, site(text)))] == [
        ("F030", "The rule C01")
    ]


def test_it_covers_one_block_and_one_rule(tmp_path: Path) -> None:
    text = f"<!-- kb-ignore C017 {WHY} -->\n{EFFECT}{EFFECT}\n{EFFECT}"
    found = problems_of(load(tmp_path, site(text)))
    line = FILES[GUIDE].split("\n").index(UNIT.strip()) + 5
    assert [(problem.rule, problem.line) for problem in found] == [("C017", line)]


def test_a_site_block_counts_whole(tmp_path: Path) -> None:
    block = "/// comparison | supports\n    columns: [efect]\n\n///\n"
    text = f"<!-- kb-ignore F029 {WHY} -->\n{block}\n<!-- kb-ignore C017 {WHY} -->\n{EFFECT}"
    suppressions = load(tmp_path, site(text)).suppressions.found
    start = FILES[GUIDE].split("\n").index(UNIT.strip()) + 1
    assert [(one.first, one.last) for one in suppressions] == [(start + 1, start + 4), (start + 7, start + 7)]


def test_fenced_code_counts_whole(tmp_path: Path) -> None:
    text = f"<!-- kb-ignore C017 {WHY} -->\n```\na\n\nb\n```\n\nEnd.\n"
    start = FILES[GUIDE].split("\n").index(UNIT.strip()) + 1
    assert [(one.first, one.last) for one in load(tmp_path, site(text)).suppressions.found] == [(start + 1, start + 5)]


def test_a_record_and_a_field_of_data(tmp_path: Path) -> None:
    lines = FILES[CLAIMS].split("\n")
    lines.insert(lines.index("- id: evening-swelling"), f"# kb-ignore C017 {WHY}")
    lines.insert(lines.index("  sources: [clarke2021airline]"), f"  # kb-ignore C017 {WHY}")
    library = load(tmp_path, {**FILES, CLAIMS: "\n".join(lines)})
    field, record = library.suppressions.found
    assert (field.first, field.last) == (lines.index("  sources: [clarke2021airline]") + 1,) * 2
    assert (record.first, record.last) == (
        lines.index("- id: evening-swelling") + 1,
        lines.index("  sources: [partsch2004evening]") + 1,
    )


@pytest.mark.parametrize(
    ("today", "severity"), [(date(2026, 6, 1), "warning"), (date(2025, 6, 1), None), (None, None)], ids=str
)
def test_one_that_has_expired_is_told_and_still_silences(
    today: date | None, severity: str | None, tmp_path: Path
) -> None:
    text = "<!-- kb-ignore C017 until 2025-06-01: the rule is wrong here -->\n" + EFFECT
    library = load_library(write_site(tmp_path, site(text)), tmp_path, today=today)
    found = check(library)
    expected = [("F030", severity, 27, "This suppression ended on 2025-06-01.")] if severity else []
    assert [(problem.rule, problem.severity, problem.column, problem.message) for problem in found] == expected


def test_what_each_silenced_is_counted(tmp_path: Path) -> None:
    text = f"<!-- kb-ignore C017 {WHY} -->\n{EFFECT}{EFFECT}"
    silenced = outcome(load(tmp_path, site(text))).silenced
    assert [(one.suppression.rule, len(one.problems)) for one in silenced] == [("C017", 2)]
    assert silenced[0].suppression.reason == "the rule is wrong about this"


def test_one_above_a_column_reaches_into_the_csv_file(tmp_path: Path) -> None:
    heads = FILES["data/comparisons/garments.yml"]
    column = "  - id: made-for\n"
    rows = FILES["data/comparisons/garments.csv"].replace("Daily wear", "See [more](https://socks.example)")
    files = {
        **FILES,
        "data/comparisons/garments.yml": heads.replace(column, f"  # kb-ignore L012 {WHY}\n{column}"),
        "data/comparisons/garments.csv": rows.replace("[more]", "[the maker]"),
    }
    assert [problem.as_text() for problem in problems_of(load(tmp_path, files))] == []
    other = "  - id: weight\n"
    files["data/comparisons/garments.yml"] = heads.replace(other, f"  # kb-ignore L012 {WHY}\n{other}")
    assert [problem.rule for problem in problems_of(load(tmp_path, files))] == ["L012", "F030"]


@pytest.mark.parametrize("one", ["F001", "F005", "F029", "D001", "C002", "C015", "C016", "C031", "L005", "F030"])
def test_what_protects_people_and_keeps_data_readable_cannot_be_silenced(one: str) -> None:
    assert RULES[one].never_silenced.endswith(".")


def test_a_rule_on_words_that_protects_is_so_wherever_it_is_defined(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.checks.rule.RULES", {})
    assert rule("W009", wants="a", why="b", bad="c", good="d").never_silenced
    assert not rule("W012", wants="a", why="b", bad="c", good="d").never_silenced
