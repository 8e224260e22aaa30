"""The tool: exit codes, forms of the report, and trees that no writer would make on purpose."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from knowledge.checks.suppressions import Outcome
from knowledge.cli import main
from knowledge.library import Library
from tests.builders import write_site
from tests.site_text import FILES

ROOT = Path(__file__).parents[1]
ANSWER = "answers/sciatica.md"
BROKEN = {**FILES, ANSWER: FILES[ANSWER].replace("sumary", "summary").replace("summary:", "sumary:")}
WARNED = {
    **FILES,
    ANSWER: FILES[ANSWER].replace("summary: Nobody", f"summary: {'So far as we know ' * 3}nobody"),
}


def run(*arguments: str) -> Result:
    """One call; whatever happens, no exception but an exit gets out."""
    result = CliRunner().invoke(main, ["check", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_clean_folder_ends_with_0(here: Path) -> None:
    write_site(here)
    result = run()
    assert result.exit_code == 0
    assert result.output == f"No problems in {len(FILES)} files.\n"


def test_an_error_ends_with_1_and_reads_as_promised(here: Path) -> None:
    write_site(here, BROKEN)
    result = run()
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        "docs/answers/sciatica.md:5:1: error: The key “sumary” is not known here. (F004)",
        "    Did you mean “summary”?",
        "",
        "1 error in 1 file",
    ]


def test_a_warning_stops_strict_runs_alone(here: Path) -> None:
    write_site(here, WARNED)
    assert run().exit_code == 0
    assert "warning: The summary has 26 words" in run().output
    assert run("--strict").exit_code == 1


def test_notes_are_not_told(here: Path) -> None:
    write_site(
        here, {**FILES, "answers/draft.md": "---\ntitle: Will this page come?\ntype: answer\ndraft: true\n---\n"}
    )
    assert json.loads(run("--format", "json", "--strict").output) == []


def test_json_is_a_sorted_list_of_seven_keys(here: Path) -> None:
    write_site(here, {**BROKEN, "Bad Name.md": "x"})
    result = run("--format", "json")
    assert result.exit_code == 1
    found = json.loads(result.output)
    assert [(one["path"], one["line"], one["column"], one["rule"]) for one in found] == [
        ("docs/Bad Name.md", 1, 1, "F001"),
        ("docs/Bad Name.md", 1, 1, "L009"),
        ("docs/answers/sciatica.md", 5, 1, "F004"),
    ]
    assert all(list(one) == ["rule", "severity", "path", "line", "column", "message", "hint"] for one in found)


def test_json_of_a_clean_folder_is_an_empty_list(here: Path) -> None:
    write_site(here)
    assert run("--format", "json").output == "[]\n"


def test_a_folder_elsewhere_is_told_by_absolute_paths(here: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    docs = write_site(tmp_path_factory.mktemp("elsewhere"), BROKEN)
    (problem,) = json.loads(run("--docs", str(docs), "--format", "json").output)
    assert problem["path"] == str(docs / ANSWER)
    assert here not in docs.parents


@pytest.mark.parametrize(
    "arguments",
    [
        ("--docs", "nowhere"),
        ("--docs", "file.txt"),
        ("--format", "xml"),
        ("--colour",),
        ("one", "two"),
        ("mkdocs.yml",),
        ("..",),
        ("docs/../file.txt",),
        ("--today", "tomorrow"),
        ("--today", "2026-02-30"),
        ("--today", "2026-1-5"),
    ],
    ids=" ".join,
)
def test_wrong_use_ends_with_2(here: Path, arguments: tuple[str, ...]) -> None:
    write_site(here)
    (here / "file.txt").write_text("x", encoding="utf-8")
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.output


@pytest.mark.parametrize("typed", ["docs/answers/sciatca.md", "answers/sciatca.md", "sciatica.md"])
def test_an_unknown_path_is_wrong_use_with_the_nearest(here: Path, typed: str) -> None:
    write_site(here)
    result = run(typed)
    assert result.exit_code == 2
    assert f"There is no “{typed}” in the docs folder. Did you mean “docs/answers/sciatica.md”?" in result.output


def test_an_unknown_command_is_wrong_use_with_the_nearest() -> None:
    result = CliRunner().invoke(main, ["chekc"])
    assert result.exit_code == 2
    assert "There is no command “chekc”. Did you mean “check”?" in result.output


def test_a_fault_of_ours_in_any_command_is_one_line_and_ends_with_1(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("boom")

    write_site(here)
    monkeypatch.setattr("knowledge.commands.fix.mend", broken)
    result = CliRunner().invoke(main, ["fix"])
    assert (result.exit_code, type(result.exception)) == (1, SystemExit)
    assert "A fault in Legwise, not in your page: kb fix failed with RuntimeError: boom" in result.output


def test_help_names_every_command() -> None:
    result = CliRunner().invoke(main, ["--help"])
    assert result.exit_code == 0
    assert "check" in result.output


@pytest.mark.parametrize(
    ("paths", "told"),
    [
        ((), 2),
        (("docs",), 2),
        (("docs/answers",), 1),
        (("docs/answers/",), 1),
        (("answers/sciatica.md",), 1),
        (("docs/about/index.md", "docs/data/topics.yml"), 1),
        (("docs/choose", "docs/data"), 0),
    ],
    ids=str,
)
def test_paths_choose_what_is_told_of_the_whole(here: Path, paths: tuple[str, ...], told: int) -> None:
    about = FILES["about/index.md"].replace("summary:", "sumary:")
    write_site(here, {**BROKEN, "about/index.md": about})
    result = run(*paths, "--format", "json")
    assert len(json.loads(result.output)) == told
    assert result.exit_code == bool(told)


def test_absolute_paths_choose_too(here: Path) -> None:
    docs = write_site(here, BROKEN)
    assert run(str(docs / ANSWER)).exit_code == 1
    assert run(str(docs / "about")).output == "No problems in 1 file.\n"


def test_annotations_are_workflow_commands(here: Path) -> None:
    write_site(here, BROKEN)
    assert run("--format", "github").output.splitlines() == [
        "::error file=docs/answers/sciatica.md,line=5,col=1,title=F004::"
        "The key “sumary” is not known here.%0ADid you mean “summary”?",
        "1 error in 1 file",
    ]


def test_the_day_goes_to_the_rules(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[date | None] = []

    def look(library: Library, *, notes: bool) -> Outcome:
        assert not notes
        seen.append(library.today)
        return Outcome([], [])

    monkeypatch.setattr("knowledge.command_line.outcome", look)
    write_site(here)
    run("--today", "2026-11-21")
    run()
    assert seen == [date(2026, 11, 21), None]


def test_an_empty_folder_has_no_problems(here: Path) -> None:
    (here / "docs").mkdir()
    assert (run().exit_code, run().output) == (0, "No problems in 0 files.\n")


def test_a_folder_without_data_and_without_mkdocs_yml_is_checked(here: Path) -> None:
    write_site(here, {name: text for name, text in FILES.items() if not name.startswith("data/")})
    result = run("--format", "json")
    assert result.exit_code == 1
    assert {one["rule"] for one in json.loads(result.output)} <= {
        "C001",
        "C015",
        "F024",
        "F025",
        "F026",
        "F029",
        "F031",
        "F032",
        "L001",
    }


WEIRD = {
    "empty.md": "",
    "blank.md": "\n\n\n",
    "dashes.md": "---",
    "bytes.md": "\udcff\udcfe\udc80",
    "nul.md": "---\ntitle: \x00\n---\n",
    "deep.md": "---\ntitle: " + "[" * 5000 + "\n---\n",
    "brackets.md": "---\ntype: about\n---\n" + "[" * 3000 + "](" * 300,
    "blocks.md": "/// a\n" * 200,
    "line.md": "# " + "x " * 20000,
    "weird.md": "---\ntitle: {a: {b: [c]}}\nchanges: x\nrelated: {a: b}\nreviewers: [1]\n---\n",
    "data/claims.yml": "",
    "data/topics.yml": "just text",
    "data/references.yml": "- 1\n- [2]\n- {id: [3]}\n- id: {a: b}\n",
    "data/glossary.yml": "\udcff",
    "data/people.yml": "- &a {id: x}\n- *a\n",
    "data/rules.yml": "- id: wording-patterns\n  value:\n    - {id: x, pattern: '('}\n- 5\n",
    "data/comparisons/a.yml": "columns: x\nrows: 5\n",
    "data/comparisons/b.yml": "columns: [1, {id: c, type: text}]\nrows: [1, {cells: 5}, {cells: {c: {value: {}}}}]\n",
    "data/comparisons/c.yml": "title: x\ncolumns: [{id: c, label: C, type: text}]\n",
    "data/comparisons/c.csv": '"',
    "data/comparisons/d.csv": "\udcff,\n",
}


@pytest.mark.parametrize("name", WEIRD)
def test_a_weird_file_is_a_problem_or_nothing_but_never_a_fault(here: Path, name: str) -> None:
    write_site(here, {**FILES, name: WEIRD[name]})
    result = run("--format", "json")
    assert result.exit_code in (0, 1)
    assert [one["message"] for one in json.loads(result.output) if "fault in Legwise" in one["message"]] == []


def test_all_weird_files_at_once(here: Path) -> None:
    docs = write_site(here, {**FILES, **WEIRD})
    (docs / "folder.md").mkdir()
    (docs / "data" / "services.yml").unlink()
    (docs / "data" / "services.yml").mkdir()
    (docs / "loop").symlink_to(docs, target_is_directory=True)
    (docs / "gone.md").symlink_to(docs / "not-there.md")
    result = run("--format", "json")
    assert result.exit_code == 1
    assert "fault in Legwise" not in result.output


def test_a_file_name_that_is_no_text_is_told(here: Path) -> None:
    docs = write_site(here)
    (docs / "answers" / os.fsdecode(b"\xff.md")).write_text("x", encoding="utf-8")
    tool = Path(sys.executable).with_name("kb")
    done = subprocess.run([str(tool), "check"], capture_output=True, check=False)
    assert done.returncode == 1
    assert b"L009" in done.stdout
    assert done.stderr == b""


def test_a_fault_of_ours_is_told_and_ends_with_1(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_docs: Path, *, today: date | None, asking: object) -> None:
        raise RuntimeError("boom")

    write_site(here)
    monkeypatch.setattr("knowledge.command_line.load_library", broken)
    result = run("--format", "json")
    assert result.exit_code == 1
    (problem,) = json.loads(result.output)
    assert problem["message"].startswith("A fault in Legwise, not in your page: reading failed with RuntimeError: boom")


def test_the_real_pages_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """How long it takes, `make bench` tells: here other tests share the machine."""
    monkeypatch.chdir(ROOT)
    result = run("--strict")
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".md")])
def test_one_page_alone_is_told_what_the_whole_tells_of_it(here: Path, name: str) -> None:
    """Rules look at no other page by itself then, which must lose and add nothing."""
    broken = {
        page: text.replace("\n\n", "\n\nIt cures 50 % of cases! [x](gone.md) [@none]\n\n", 2)
        for page, text in FILES.items()
        if page.endswith(".md")
    }
    write_site(here, {**FILES, **broken})
    whole = [one for one in json.loads(run("--format", "json").output) if one["path"] == f"docs/{name}"]
    assert whole
    assert json.loads(run("--format", "json", f"docs/{name}").output) == whole
