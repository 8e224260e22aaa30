"""`kb new`: for each type a page that passes at once, and nothing that is there is ever touched."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from knowledge.load import load_library
from knowledge.models.words import PageType
from tests.builders import write_site
from tests.commands.called import kb
from tests.site_text import FILES

ROOT = Path(__file__).parents[2]
TODAY = ("--today", "2026-11-21")
PAGES = {
    PageType.LANDING: ("How to use compression", "how-to-use-compression/index.md"),
    PageType.ANSWER: ("Do magnets help with back pain?", "answers/do-magnets-help-with-back-pain.md"),
    PageType.CONDITION: ("Restless legs: what they are", "conditions/restless-legs-what-they-are.md"),
    PageType.GUIDE: ("How to wash socks by hand", "choose/how-to-wash-socks-by-hand.md"),
    PageType.COMPARISON: ("Belts and braces side by side", "compare/belts-and-braces-side-by-side.md"),
    PageType.SAFETY: ("Signs of a bad fit", "safety/signs-of-a-bad-fit.md"),
    PageType.EVIDENCE: ("How we search for studies", "evidence/how-we-search-for-studies.md"),
    PageType.ABOUT: ("How we work and decide", "about/how-we-work-and-decide.md"),
}
ONE_OF_A_KIND = {PageType.HOME: ("Start here", "index.md"), PageType.GLOSSARY: ("Words we use", "glossary.md")}


def copy_of_real_docs(root: Path) -> Path:
    shutil.copytree(ROOT / "docs", root / "docs")
    shutil.copytree(ROOT / "overrides", root / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root / "docs"


def strict(docs: Path) -> str:
    """What a strict check tells."""
    return kb("check", "--strict", "--docs", str(docs), *TODAY).output


def test_every_type_is_tried() -> None:
    assert set(PageType) == {*PAGES, *ONE_OF_A_KIND}


@pytest.mark.parametrize("site", [copy_of_real_docs, write_site])
def test_every_page_that_can_be_added_passes_at_once(tmp_path: Path, site: object) -> None:
    assert callable(site)
    docs = site(tmp_path)
    assert strict(docs).startswith("No problems")
    for page_type, (title, path) in PAGES.items():
        result = kb("new", page_type, title, "--docs", str(docs), *TODAY)
        assert result.exit_code == 0, result.output
        assert f"Written: {docs / path}\n" in result.output
        assert f"`- {path}`" in result.output
    assert strict(docs).startswith("No problems")
    library = load_library(docs)
    for page_type, (title, path) in PAGES.items():
        front = library.pages[path].front
        assert (front.type, front.title, front.draft) == (page_type, title, True)


@pytest.mark.parametrize("page_type", PageType)
def test_each_type_passes_alone_even_in_an_empty_folder(tmp_path: Path, page_type: PageType) -> None:
    title, path = {**PAGES, **ONE_OF_A_KIND}[page_type]
    (tmp_path / "docs").mkdir()
    assert kb("new", page_type, title, "--docs", str(tmp_path / "docs"), *TODAY).exit_code == 0
    assert (tmp_path / "docs" / path).is_file()
    assert strict(tmp_path / "docs").startswith("No problems")


def test_an_answer_is_filled_as_far_as_it_can_be_known(tmp_path: Path) -> None:
    docs = write_site(tmp_path)
    kb("new", "answer", "Do: magnets help?", "--docs", str(docs), *TODAY)
    text = (docs / "answers/do-magnets-help.md").read_text(encoding="utf-8")
    assert text.startswith("---\ntitle: 'Do: magnets help?'\ntype: answer\n# description: …  (")
    assert "\nauthors: [editors]\npublished: 2026-11-21\nlast_reviewed: 2026-11-21\n" in text
    assert "\nsafety_gate: compression\n" in text
    assert text.count("\n## ") == 6
    claims = (docs / "data/claims.yml").read_text(encoding="utf-8")
    assert claims.startswith(FILES["data/claims.yml"] + "\n# The claim that answers “Do: magnets help?”.")
    assert all(line.startswith("#") for line in claims.removeprefix(FILES["data/claims.yml"]).strip().splitlines())


def test_a_comparison_comes_with_its_table_that_claims_nothing(tmp_path: Path) -> None:
    docs = write_site(tmp_path)
    kb("new", "comparison", "Belts and braces side by side", "--docs", str(docs), *TODAY)
    comparison = load_library(docs).comparisons["belts-and-braces-side-by-side"]
    assert [cell.absence for row in comparison.rows for cell in row.cells.values()] == ["unknown"]


def test_nothing_that_is_there_is_touched(tmp_path: Path) -> None:
    docs = write_site(tmp_path)
    for arguments in (
        ("answer", "Do socks help?", "--name", "answers/sciatica"),
        ("comparison", "Supports people try side by side", "--name", "choose/supports"),
        ("home", "A new home for us"),
    ):
        result = kb("new", *arguments, "--docs", str(docs), *TODAY)
        assert result.exit_code == 2
        assert "is there already, and is left as it is" in result.output
    assert {path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file()} == set(FILES)
    assert all((docs / name).read_text(encoding="utf-8") == text for name, text in FILES.items())


def test_a_page_that_would_not_pass_is_not_written(tmp_path: Path) -> None:
    docs = write_site(tmp_path)
    result = kb("new", "answer", "Compression Socks And You.", "--docs", str(docs), *TODAY)
    assert result.exit_code == 1
    assert "(F011)" in result.output
    assert result.output.endswith("Nothing was written.\n")
    assert {path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file()} == set(FILES)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("anser", "Do socks help?"), "“anser” is not a type of page. Did you mean “answer”?"),
        (("guide", "靴下の洗い方"), "No file name can be made from “靴下の洗い方”. Name it with --name."),
        (("guide", "How to wash", "--name", "../wash"), "“../wash.md” is not a path of lower-case words"),
        (("guide", "How to wash", "--name", "/tmp/wash"), "“/tmp/wash.md” is not a path of lower-case words"),
        (("guide", "How to wash", "--name", "use/How to"), "“use/How to.md” is not a path of lower-case words"),
        (("guide", "How to wash", "--today", "soon"), "“soon” is not a date."),
        (("guide",), "Missing argument 'TITLE'"),
    ],
)
def test_wrong_use_ends_with_2(tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    result = kb("new", *arguments, "--docs", str(write_site(tmp_path)))
    assert result.exit_code == 2
    assert told in result.output


def test_names_are_ascii_whatever_the_title(tmp_path: Path) -> None:
    docs = write_site(tmp_path)
    result = kb("new", "guide", "Why you’d café-hop in socks", "--name", "", "--docs", str(docs), *TODAY)
    assert result.exit_code == 0
    assert (docs / "choose/why-youd-cafe-hop-in-socks.md").is_file()
    assert json.loads(kb("check", "--format", "json", "--docs", str(docs)).output) == []
