"""`kb fix`: what it mends, what it leaves alone, and that a second run finds nothing."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.fixes.run import mend
from knowledge.load import load_library
from tests.builders import problems_of, write_site
from tests.commands.called import kb
from tests.site_text import FILES

ANSWER = "answers/sciatica.md"
_CHANGES = """\
changes:
  - date: 2026-11-21
    note: New studies added.
  - date: 2026-10-01
    note: First version.
"""
_CARDS = "urgent_cards: [cauda-equina, leg-clot, heart-failure]"
_TERMS = "  - sciatica socks\n  - siatica socks\n  - socks for nerve pain\n"

MENDS: list[tuple[str, str, str, str, str]] = [
    ("F001", ANSWER, "---\ntitle", "\n \n---\ntitle", "---\ntitle"),
    ("F001", ANSWER, "---\ntitle", "  ---\ntitle", "---\ntitle"),
    ("F009", ANSWER, "", "\ufeff", ""),
    ("F009", "data/claims.yml", "\n", "\r\n", "\n"),
    ("F009", "data/comparisons/garments.csv", "\n", "\r", "\n"),
    ("F014", ANSWER, _TERMS, "  - Sciatica SOCKS  # as typed\n  - 'Siatica socks'\n  - sock\n  - x\n",
     "  - sciatica socks  # as typed\n  - siatica socks\n  - sock\n  - x\n"),
    ("F014", ANSWER, _TERMS, f"{_TERMS}  - siatica  socks\n", _TERMS),
    ("F014", "choose/levels.md", "2, how strong]", "2, how strong, 'MMHG meaning' , mmhg meaning ]",
     "2, how strong ]"),
    ("F022", ANSWER, _CHANGES,
     "changes:\n  # newest first\n  - date: 2026-10-01 # the day\n    note: First version.\n\n  # came later\n"
     "  - date: 2026-11-21\n    note: >\n      New studies\n      added.\n",
     "changes:\n  # newest first\n\n  # came later\n  - date: 2026-11-21\n    note: >\n      New studies\n"
     "      added.\n  - date: 2026-10-01 # the day\n    note: First version.\n"),
    ("F026", "safety/urgent.md", _CARDS, "urgent_cards: [heart-failure,leg-clot,  'cauda-equina' ]",
     "urgent_cards: [cauda-equina,leg-clot,  heart-failure ]"),
    ("F026", "safety/urgent.md", _CARDS, "urgent_cards:\n- heart-failure # c\n- cauda-equina # a\n- leg-clot # b",
     "urgent_cards:\n- cauda-equina # a\n- leg-clot # b\n- heart-failure # c"),
    ("C022", "data/references.yml", "DOI: 10", "DOI: https://doi.org/10", "DOI: 10"),
    ("C022", "data/references.yml", "DOI: 10.1016/abc.2004.01", "DOI: 'doi: 10.1016/abc.2004.01'  # seen",
     "DOI: '10.1016/abc.2004.01'  # seen"),
    ("D008", "data/comparisons/supports.yml", "pressure: [15, 20]", "pressure: [15 mmHg, '20mmHg']",
     "pressure: [15, '20']"),
    ("D008", "data/comparisons/garments.csv", ",20,", ",20 g,", ",20,"),
    ("D008", "data/comparisons/garments.csv", '"Sleep, mostly",,unknown', '"Sleep, ""mostly""\nat home",," 30 g "',
     '"Sleep, ""mostly""\nat home",," 30 "'),
    ("F008", "choose/levels.md", "title: Compression levels and what they mean\ntype: guide\n",
     "type: guide\n# the name\ntitle: 'Compression levels and what they mean'\n",
     "# the name\ntitle: Compression levels and what they mean\ntype: guide\n"),
    ("F021", "choose/levels.md", "## Classes by country", "## Classes by country:", "## Classes by country"),
    ("C025", ANSWER, "with socks [@partsch2004evening].", "with socks. [@partsch2004evening]",
     "with socks [@partsch2004evening]."),
]  # fmt: skip
"""Rule, file, text of the valid site, what it is replaced by (everywhere), and what the mend makes of that."""


@pytest.mark.parametrize("case", MENDS, ids=lambda case: f"{case[0]}: {case[3][:30]!r}")
def test_what_is_safe_is_mended_and_all_else_is_left_byte_for_byte(tmp_path: Path, case: tuple[str, ...]) -> None:
    rule, path, old, typed, mended = case
    before = FILES[path].replace(old, typed) if old else typed + FILES[path]
    docs = write_site(tmp_path, {**FILES, path: before})
    found = [problem.rule for problem in problems_of(load_library(docs, tmp_path))]
    assert rule in found
    assert set(found) <= {rule, "F008"}  # which takes off needless quotes too
    result = kb("fix", "--docs", str(docs))
    assert result.exit_code == 0
    assert f"({rule})" in result.output
    after = FILES[path].replace(old, mended) if old else mended + FILES[path]
    assert (docs / path).read_bytes().decode() == after
    for name, text in FILES.items():
        assert name == path or (docs / name).read_text(encoding="utf-8") == text
    assert problems_of(load_library(docs, tmp_path)) == []
    assert kb("fix", "--docs", str(docs)).output == "There is nothing to mend.\n"


def test_all_mends_at_once_come_in_rounds(tmp_path: Path) -> None:
    files = dict(FILES)
    for _, path, old, typed, _ in MENDS:
        files[path] = files[path].replace(old, typed) if old else typed + files[path]
    docs = write_site(tmp_path, files)
    kb("fix", "--docs", str(docs))
    assert [problem.as_text() for problem in problems_of(load_library(docs, tmp_path)) if problem.edits] == []
    assert kb("fix", "--docs", str(docs)).output.endswith("There is nothing to mend.\n")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(MENDS), max_size=8), st.permutations(sorted({one[1] for one in MENDS})))
def test_running_twice_changes_nothing_the_second_time(chosen: list[tuple[str, ...]], order: list[str]) -> None:
    files = dict(FILES)
    for _, path, old, typed, _ in chosen:
        files[path] = files[path].replace(old, typed) if old else typed + files[path]
    files[order[0]] = files[order[0]].replace("a", "a\t", 1)  # something that no machine may mend
    with tempfile.TemporaryDirectory() as folder:
        docs = write_site(Path(folder), files)
        mend(docs, lambda _path: True)
        first = {name: (docs / name).read_bytes() for name in FILES}
        again = mend(docs, lambda _path: True)
        assert {name: (docs / name).read_bytes() for name in FILES} == first
        assert not again.changes
        assert not again.done


LEFT = [
    ("data/references.yml", "DOI: 10.1016/abc.2004.01", "DOI: https://doi.org/abc"),
    ("data/comparisons/supports.yml", "pressure: [15, 20]", "pressure: [15 kPa, 20 kPa]"),
    ("data/comparisons/garments.csv", ",20,", ",about 20 g,"),
    ("answers/sciatica.md", "[cauda-equina, leg-clot]", "[leg-clot, cauda-equina, no-card]"),
    ("answers/sciatica.md", "  - siatica socks\n", "  - \"s\\u0049atica socks\"\n"),
    ("answers/sciatica.md", "Sciatica is", "Sciatica\u200b is"),
    ("answers/sciatica.md", "Sciatica is", "Sciatica\r is \udcff"),
    ("about/index.md", _CHANGES,
     "changes: [{date: 2026-10-01, note: First one}, {date: 2026-11-21, note: New one}]\n"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "old", "typed"), LEFT)
def test_what_only_a_writer_can_mend_is_left(tmp_path: Path, path: str, old: str, typed: str) -> None:
    text = FILES[path].replace(old, typed)
    docs = write_site(tmp_path, {**FILES, path: text})
    before = (docs / path).read_bytes()
    assert problems_of(load_library(docs, tmp_path))
    assert kb("fix", "--docs", str(docs)).exit_code == 0
    assert (docs / path).read_bytes() == before


def broken_pair(tmp_path: Path) -> Path:
    """A site with one mend in each of two pages."""
    changed = {
        path: FILES[path].replace("search_terms:\n  - s", "search_terms:\n  - S").replace("[mmhg", "[Mmhg")
        for path in (ANSWER, "choose/levels.md")
    }
    return write_site(tmp_path, {**FILES, **changed})


def test_only_the_paths_given_are_mended(tmp_path: Path) -> None:
    docs = broken_pair(tmp_path)
    before = (docs / ANSWER).read_bytes()
    result = kb("fix", "--docs", str(docs), "choose")
    assert result.output.endswith("1 mend in 1 file. Look at the difference before you commit it.\n")
    assert (docs / ANSWER).read_bytes() == before
    assert (docs / "choose/levels.md").read_text(encoding="utf-8") == FILES["choose/levels.md"]


def test_wrong_use_ends_with_2(tmp_path: Path) -> None:
    docs = broken_pair(tmp_path)
    assert kb("fix", "--docs", str(docs), "answers/sciatca.md").exit_code == 2
    assert kb("fix", "--docs", str(tmp_path / "nowhere")).exit_code == 2


def test_each_file_keeps_its_mode_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    docs = broken_pair(tmp_path)
    (docs / ANSWER).chmod(0o604)
    kb("fix", "--docs", str(docs))
    assert stat.S_IMODE((docs / ANSWER).stat().st_mode) == 0o604
    assert {path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file()} == set(FILES)


def test_no_link_is_followed_or_replaced(tmp_path: Path) -> None:
    docs = broken_pair(tmp_path)
    outside, inside = tmp_path / "outside.md", docs / "choose" / "same.md"
    outside.write_bytes((docs / ANSWER).read_bytes())
    (docs / ANSWER).unlink()
    (docs / ANSWER).symlink_to(outside)
    inside.symlink_to(docs / "choose" / "levels.md")
    before = outside.read_bytes()
    kb("fix", "--docs", str(docs))
    assert outside.read_bytes() == before
    assert inside.is_symlink()
    assert (docs / "choose/levels.md").read_text(encoding="utf-8") == FILES["choose/levels.md"]


def test_a_file_that_cannot_be_written_is_told_and_no_file_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = broken_pair(tmp_path)
    before = {name: (docs / name).read_bytes() for name in FILES}
    replace, calls = Path.replace, []

    def full(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == 2:
            raise OSError(28, os.strerror(28))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", full)
    result = kb("fix", "--docs", str(docs))
    assert result.exit_code == 1
    assert "cannot be written: No space left on device. Nothing was changed." in result.output
    assert {name: (docs / name).read_bytes() for name in FILES} == before
    assert {path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file()} == set(FILES)
