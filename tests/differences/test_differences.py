"""What `kb diff` tells: one edit of the valid site, and the lines it makes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from knowledge.differences.compare import differences
from knowledge.differences.text import as_markdown
from knowledge.load import load_library
from tests.builders import write_site
from tests.commands.called import kb
from tests.site_text import FILES

CLAIMS = "data/claims.yml"
SUPPORTS = "data/comparisons/supports.yml"
ANSWER = "answers/sciatica.md"

CASES: list[tuple[str, str, str, str]] = [
    (CLAIMS, "certainty: moderate", "certainty: low",
     "1 claim.\nclaim evening-swelling: changed\n  certainty: moderate → low"),
    (CLAIMS, "cut evening swelling.", "cut swelling.",
     "1 claim.\nclaim evening-swelling: changed\n"
     "  statement: Socks probably cut evening swelling. → Socks probably cut swelling."),
    (CLAIMS, "baseline: 10, with: 1,", "baseline: 10, with: 2,",
     "1 claim.\nclaim evening-swelling: changed\n"
     "  absolute: 10 without, 1 with, of 1000 (clarke2021airline) → 10 without, 2 with, of 1000 (clarke2021airline)"),
    (CLAIMS, "sources: [partsch2004evening]", "sources: [partsch2004evening, clarke2021airline]",
     "1 claim.\nclaim evening-swelling: changed\n  sources: clarke2021airline"),
    (CLAIMS, "  reasons: [no trial was found]\n", "",
     "1 claim.\nclaim sciatica-pain: changed\n  reasons: gone, was no trial was found"),
    (ANSWER, "title: Do compression socks help with sciatica?", "title: Do socks help with sciatica?",
     f"1 page.\npage {ANSWER}: changed\n"
     "  title: Do compression socks help with sciatica? → Do socks help with sciatica?"),
]  # fmt: skip


def _told(tmp_path: Path, changed: Mapping[str, str | None]) -> str:
    files: dict[str, str] = {name: text for name, text in {**FILES, **changed}.items() if text is not None}
    old, new = (write_site(tmp_path / name, site) for name, site in (("old", FILES), ("new", files)))
    result = kb("diff", str(old), "--docs", str(new))
    assert result.exit_code == 0
    return result.output.rstrip("\n")


@pytest.mark.parametrize(("path", "old", "new", "told"), CASES)
def test_an_edit_is_told_in_words(tmp_path: Path, path: str, old: str, new: str, told: str) -> None:
    assert old in FILES[path]
    assert _told(tmp_path, {path: FILES[path].replace(old, new, 1)}) == told


def test_nothing_is_told_of_what_only_moved(tmp_path: Path) -> None:
    moved = {path: f"# A comment\n\n{text}" for path, text in FILES.items() if path.endswith(".yml")}
    assert _told(tmp_path, moved) == "No difference in pages or data."


def test_a_cell_is_named_by_its_row_and_column(tmp_path: Path) -> None:
    assert "pressure: [15, 20]" in FILES[SUPPORTS]
    told = _told(tmp_path, {SUPPORTS: FILES[SUPPORTS].replace("pressure: [15, 20]", "pressure: [15, 21]", 1)})
    assert told.splitlines()[:2] == ["1 comparison.", "comparison supports: changed"]
    assert told.splitlines()[2] == "  compression-socks, pressure: 15 to 20 → 15 to 21"


def test_what_came_and_what_went_is_told_whole(tmp_path: Path) -> None:
    told = _told(tmp_path, {ANSWER: None})
    assert told.startswith(f"1 page.\npage {ANSWER}: removed\n  title: gone, was Do compression socks help")


def test_grades_come_before_other_claims_and_claims_before_pages(tmp_path: Path) -> None:
    claims = FILES[CLAIMS].replace("certainty: moderate", "certainty: low").replace("adults with", "people with")
    page = FILES[ANSWER].replace("title: Do compression", "title: Do", 1)
    told = [line for line in _told(tmp_path, {CLAIMS: claims, ANSWER: page}).splitlines() if not line.startswith(" ")]
    assert told == ["2 claims, 1 page.", "claim evening-swelling: changed", "claim sciatica-pain: changed",
                    f"page {ANSWER}: changed"]  # fmt: skip


def test_markdown_says_nothing_that_the_text_could_turn_into_markup(tmp_path: Path) -> None:
    claims = FILES[CLAIMS].replace("adults with", "<img src=x> [a](javascript:b) `c` @d with", 1)
    old, new = (
        write_site(tmp_path / name, site) for name, site in (("old", FILES), ("new", {**FILES, CLAIMS: claims}))
    )
    told = as_markdown(differences(load_library(old), load_library(new)))
    assert r"\<img src=x\> \[a\](javascript:b) \`c\` \@d with sciatica" in told
    assert told.startswith(
        "# What this changes\n\n1 claim.\n\n## Claims\n\n- **sciatica-pain** changed\n  - population: "
    )


def test_a_folder_that_is_not_there_is_wrong_use() -> None:
    result = kb("diff", "nowhere")
    assert result.exit_code == 2
    assert "There is no folder “nowhere”." in result.output
