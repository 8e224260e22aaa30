"""`kb rename-key`: everywhere a thing is named and nowhere else, all of it or nothing."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from knowledge.checks.run import check
from knowledge.library import Library
from knowledge.load import load_library
from knowledge.rename.kinds import KINDS, RECORDS
from tests.builders import write_site
from tests.commands.called import kb
from tests.site_text import FILES

ROOT = Path(__file__).parents[2]
ANSWER, LEVELS, URGENT = "answers/sciatica.md", "choose/levels.md", "safety/urgent.md"
MKDOCS = """\
site_name: x
nav:
  - Home: index.md
  - answers/sciatica.md  # first
  - {Levels: "choose/levels.md"}
  - Old: [compare/supports.md, safety/urgent.md, glossary.md, about/index.md, evidence/grading.md]
plugins: [{search: {x: answers/sciatica.md}}]
"""
EXTRA = """
See [the swelling](#claim-evening-swelling "claim-evening-swelling"), [its source](#ref-partsch2004evening),
[a row](../compare/supports.md#supports-lumbar-brace),
[a cell](../compare/supports.md#supports-lumbar-brace--effect), [the table](../compare/supports.md#comparison-supports),
[the data](../data/comparisons/supports.csv) and [a sign](../safety/urgent.md#care-leg-clot). Not in code:
`[@partsch2004evening]`, nor in words: sciatica-pain, supports, partsch2004evening.
"""
SITE = {**FILES, ANSWER: FILES[ANSWER].replace("Some people stood all day.\n", f"Some people stood all day.\n{EXTRA}")}


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    return write_site(tmp_path, SITE)


def told(docs: Path) -> Counter[str]:
    return Counter(one.rule for one in check(load_library(docs)))


def texts(docs: Path) -> dict[str, str]:
    return {
        file.relative_to(docs).as_posix(): file.read_text(encoding="utf-8")
        for file in docs.rglob("*")
        if file.suffix in (".md", ".yml", ".csv")
    }


def renamed(docs: Path, old: str, new: str, *more: str) -> dict[str, tuple[str, str]]:
    """The files that a rename changed, before and after; the check tells the same as before."""
    before, problems = texts(docs), told(docs)
    result = kb("rename-key", old, new, "--docs", str(docs), *more)
    assert result.exit_code == 0, result.output
    assert told(docs) == problems
    after = texts(docs)
    return {
        name: (before.get(name, ""), after.get(name, ""))
        for name in {*before, *after}
        if before.get(name) != after.get(name)
    }


def test_a_claim_is_renamed_in_front_matter_blocks_cells_and_anchors(docs: Path) -> None:
    changed = renamed(docs, "evening-swelling", "legs-in-the-evening")
    assert changed.keys() == {"data/claims.yml", ANSWER, "evidence/grading.md"}
    before, after = changed[ANSWER]
    assert after == before.replace("/// claim | evening-swelling", "/// claim | legs-in-the-evening").replace(
        "(#claim-evening-swelling ", "(#claim-legs-in-the-evening "
    )
    changed = renamed(docs, "sciatica-pain", "leg-pain-from-the-back")
    assert "primary_claim: leg-pain-from-the-back\n" in changed[ANSWER][1]
    assert "words: sciatica-pain, supports" in changed[ANSWER][1]
    assert "effect: {claim: leg-pain-from-the-back}" in changed["data/comparisons/supports.yml"][1]


def test_what_charts_name_is_renamed_in_their_options(docs: Path) -> None:
    charts = """
/// chart | numbers
    claims: [evening-swelling]
///

/// chart | classes
    scheme: germany
    class: II
///

/// chart | cells
    comparison: supports
    column: pressure
///
"""
    levels = docs / LEVELS
    levels.write_text(
        levels.read_text(encoding="utf-8").replace("It is a unit", f"{charts}\nIt is a unit"), encoding="utf-8"
    )
    assert "    claims: [legs]\n" in renamed(docs, "evening-swelling", "legs")[LEVELS][1]
    assert "    scheme: ral\n" in renamed(docs, "germany", "ral")[LEVELS][1]
    assert "    comparison: aids\n" in renamed(docs, "supports", "aids")[LEVELS][1]


def test_a_reference_is_renamed_in_citations_sources_csv_and_anchors(docs: Path) -> None:
    changed = renamed(docs, "partsch2004evening", "partsch2004")
    answer = changed[ANSWER][1]
    assert "[@clarke2021airline; @partsch2004, p. 4]" in answer
    assert "(#ref-partsch2004)" in answer
    assert "`[@partsch2004evening]`, nor in words: sciatica-pain, supports, partsch2004evening." in answer
    assert "Daily wear,partsch2004,20" in changed["data/comparisons/garments.csv"][1]
    for name, (before, after) in changed.items():
        if name != ANSWER:
            assert after == before.replace("partsch2004evening", "partsch2004")


def test_a_comparison_is_renamed_with_its_file_rows_and_downloads(docs: Path) -> None:
    changed = renamed(docs, "supports", "aids", "--kind", "comparison")
    assert changed["data/comparisons/supports.yml"][1] == ""
    assert changed["data/comparisons/aids.yml"][1] == FILES["data/comparisons/supports.yml"]
    answer = changed[ANSWER][1]
    for text in (
        "/// comparison | aids\n",
        "md#aids-lumbar-brace)",
        "aids-lumbar-brace--effect)",
        "md#comparison-aids)",
        "comparisons/aids.csv)",
    ):
        assert text in answer
    assert "(../compare/supports.md#" in answer
    assert renamed(docs, "garments", "kinds").keys() >= {"data/comparisons/kinds.csv", "data/comparisons/garments.csv"}


def test_people_terms_topics_and_cards_are_renamed(docs: Path) -> None:
    assert "authors: [writers]" in renamed(docs, "editors", "writers")[ANSWER][1]
    assert "topic: nerve-pain" in renamed(docs, "sciatica", "nerve-pain", "--kind", "topic")["data/claims.yml"][1]
    changed = renamed(docs, "leg-clot", "clot")
    assert "urgent_cards: [cauda-equina, clot]" in changed[ANSWER][1]
    assert "urgent.md#care-clot)" in changed[ANSWER][1]
    library = load_library(docs)
    for kind in ("term", "contraindication", "service", "scheme"):
        name = next(iter(RECORDS[kind].records(library).records))
        assert renamed(docs, name, f"{name}-too", "--kind", kind)


def test_the_search_follows_cards_and_pages(docs: Path) -> None:
    search = docs / "data" / "search.yml"
    search.write_text(
        "red_flags:\n  - id: hot-calf\n    card: leg-clot\n    phrases: [hot calf]\npopular:\n  - choose/levels.md\n"
        "more_terms:\n  - page: choose/levels.md\n    terms: [how hard]\n"
    )
    renamed(docs, "leg-clot", "clot-in-the-leg")
    renamed(docs, "choose/levels.md", "choose/pressure.md")
    text = search.read_text(encoding="utf-8")
    assert "card: clot-in-the-leg\n" in text
    assert "  - choose/pressure.md\n" in text
    assert "  - page: choose/pressure.md\n" in text


def test_a_page_moves_with_its_links_navigation_and_old_address(docs: Path) -> None:
    changed = renamed(docs, "answers/sciatica", "answers/socks-for-sciatica")
    new = changed["answers/socks-for-sciatica.md"][1]
    assert new == SITE[ANSWER].replace("primary_claim:", "was: [answers/sciatica.md]\nprimary_claim:")
    assert changed[ANSWER][1] == ""
    assert "[sciatica](answers/socks-for-sciatica.md)" in changed["index.md"][1]
    assert "(../answers/socks-for-sciatica.md#verdict)" in changed["conditions/sciatica.md"][1]
    assert "related: [answers/socks-for-sciatica.md, choose/levels.md]" in changed[URGENT][1]
    nav = (docs.parent / "mkdocs.yml").read_text(encoding="utf-8")
    assert nav == MKDOCS.replace("  - answers/sciatica.md  # first", "  - answers/socks-for-sciatica.md  # first")


def test_a_page_in_another_folder_keeps_its_own_links_right(docs: Path) -> None:
    changed = renamed(docs, f"{docs}/choose/levels.md", f"{docs}/use/levels.md")
    assert "(../use/levels.md#what-mmhg-means)" in changed[ANSWER][1]
    changed = renamed(docs, "use/levels.md", "levels.md")
    assert "was: [choose/levels.md, use/levels.md]\n" in changed["levels.md"][1]
    assert "(../levels.md#what-mmhg-means)" in changed[ANSWER][1]
    assert '- {Levels: "levels.md"}' in (docs.parent / "mkdocs.yml").read_text(encoding="utf-8")
    assert "was: [use/levels.md, levels.md]\n" in renamed(docs, "levels", "choose/levels")[LEVELS][1]


def test_links_of_a_page_that_moves_are_mended_too(docs: Path) -> None:
    text = FILES[LEVELS].replace(
        "Ask a nurse.", "[Go](../safety/urgent.md#who-to-call), [see](levels.md), [up](#classes-by-country)."
    )
    (docs / LEVELS).write_text(text, encoding="utf-8")
    changed = renamed(docs, "choose/levels.md", "strengths.md")
    assert (
        "[Go](safety/urgent.md#who-to-call), [see](strengths.md), [up](#classes-by-country)."
        in changed["strengths.md"][1]
    )


def test_was_below_each_other_keeps_its_comments(docs: Path) -> None:
    was = "was:\n  - old/one.md  # first\n  # came later\n  - old/two.md\nsafety_gate"
    (docs / LEVELS).write_text(FILES[LEVELS].replace("safety_gate", was), encoding="utf-8")
    after = renamed(docs, "choose/levels.md", "old/one.md")["old/one.md"][1]
    assert "was:\n  # came later\n  - old/two.md\n  - choose/levels.md\nsafety_gate" in after


def test_a_page_that_keeps_its_address_has_no_old_one(docs: Path) -> None:
    assert "was:" not in renamed(docs, "choose/levels.md", "choose/levels/index.md")["choose/levels/index.md"][1]


REFUSED = [
    (("sciatca-pain", "x"), 2, "There is no record, comparison or page “sciatca-pain”. Did you mean “sciatica-pain”?"),
    (("leg-clot", "x", "--kind", "claim"), 2, "There is no claim “leg-clot”."),
    (("sciatica", "x"), 2, "“sciatica” names more than one thing. Say which: --kind"),
    (
        ("sciatica-pain", "Leg Pain"),
        2,
        "“Leg Pain” is not made of lower-case words joined by hyphens. Write “leg-pain”.",
    ),
    (("sciatica-pain", "evening-swelling"), 2, "There is a claim “evening-swelling” already, or was."),
    (("sciatica-pain", "sciatica-pain"), 2, "is its name already"),
    (("supports", "garments", "--kind", "comparison"), 2, "There is a comparison “garments” already"),
    (("choose/levels.md", "answers/sciatica.md"), 2, "There is a page “answers/sciatica.md” already"),
    (("choose/levels.md", "../levels.md"), 2, "is not made of lower-case words"),
    (("choose/levels.md", "/levels.md"), 2, "is not made of lower-case words"),
    (("index.md", "home.md"), 2, "The site itself leads to index.md"),
    (("choose/levels.md", "safety/levels.md"), 1, "A page of type guide does not belong in the folder safety/."),
    (("x", "y", "--kind", "thing"), 2, "Invalid value for '--kind'"),
    (("x",), 2, "Missing argument 'NEW'"),
]


@pytest.mark.parametrize(("arguments", "exit_code", "text"), REFUSED)
def test_what_cannot_be_is_refused_and_nothing_changed(
    docs: Path, arguments: tuple[str, ...], exit_code: int, text: str
) -> None:
    before = texts(docs.parent)
    result = kb("rename-key", *arguments, "--docs", str(docs))
    assert (result.exit_code, text in result.output) == (exit_code, True), result.output
    assert texts(docs.parent) == before


@pytest.mark.parametrize(
    ("path", "old", "typed", "text"),
    [
        (ANSWER, "summary:", "sumary:", "Mend first what `kb check` tells"),
        (ANSWER, "primary_claim: sciatica-pain", 'primary_claim: "sciatica\\u002dpain"', "is not typed plainly here"),
        (ANSWER, "Look at the table.", "See [it][a].\n\n[a]: #claim-sciatica-pain", "stands in a definition elsewhere"),
    ],
)
def test_what_cannot_be_changed_safely_is_told_and_nothing_changed(
    docs: Path, path: str, old: str, typed: str, text: str
) -> None:
    (docs / path).write_text(SITE[path].replace(old, typed), encoding="utf-8")
    before = texts(docs.parent)
    result = kb("rename-key", "sciatica-pain", "leg-pain", "--docs", str(docs))
    assert (result.exit_code, text in result.output) == (1, True), result.output
    assert texts(docs.parent) == before


def test_a_path_in_html_is_told_before_a_page_moves(docs: Path) -> None:
    text = FILES["about/index.md"].replace("Nobody.", 'Nobody. <a href="../choose/levels.md">Levels</a>')
    (docs / "about/index.md").write_text(text, encoding="utf-8")
    result = kb("rename-key", "choose/levels.md", "choose/strength.md", "--docs", str(docs))
    assert result.exit_code == 1
    assert "A path stands in HTML here" in result.output


def test_everything_of_the_real_site_can_be_renamed(tmp_path: Path) -> None:
    docs = shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    library: Library = load_library(docs)
    names = {kind: next(iter(RECORDS[kind].records(library).records), None) for kind in RECORDS}
    names["comparison"], names["page"] = sorted(library.comparisons)[0], "answers/back-pain"
    assert set(names) == set(KINDS)
    for kind, name in names.items():
        if name is not None:
            assert renamed(docs, name, f"{name}-renamed", "--kind", kind)
