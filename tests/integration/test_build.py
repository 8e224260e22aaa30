"""The real project built as CI builds it: the same bytes twice, and a failed build leaves the old site."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from .conftest import Project


def tree(folder: Path) -> dict[str, str]:
    """SHA-256 of every file by its path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_two_builds_of_one_state_are_the_same_bytes(project: Project) -> None:
    for name, seed in (("one", "1"), ("two", "2")):
        done = project.run(
            "-m", "mkdocs", "build", "--strict", "--site-dir", name, PYTHONHASHSEED=seed, TZ=f"UTC-{seed}"
        )
        assert done.returncode == 0, done.stderr
        assert "WARNING" not in done.stderr
    one, two = tree(project.folder / "one"), tree(project.folder / "two")
    assert one == two
    assert "answers/sciatica/index.html" in one
    assert "data/comparisons/sciatica-supports.csv" in one
    assert not [name for name in one if name.endswith(".yml")], "data sources must not be published"


BREAKS = {
    "front matter": ("docs/answers/sciatica.md", "type: answer", "type: answr", "(F007)"),
    "data": ("docs/data/claims.yml", "certainty: ", "certainty: very-", "(D002)"),
    "claim": ("docs/answers/sciatica.md", "/// claim | ", "/// claim | no-", "(C001)"),
    "page link": (
        "docs/answers/sciatica.md",
        "\n## What was tested and found\n",
        "\n## What was tested and found\n\nRead [this text](nowhere.md).\n",
        "(L001)",
    ),
    "navigation": ("mkdocs.yml", "answers/sciatica.md", "answers/gone.md", "gone.md"),
}


@pytest.mark.parametrize("kind", BREAKS)
def test_a_failed_build_says_where_and_leaves_the_old_site(project: Project, kind: str) -> None:
    name, old, new, expected = BREAKS[kind]
    (project.folder / "site").mkdir()
    (project.folder / "site" / "index.html").write_text("the last good site")
    project.change(name, old, new)

    done = project.run("-m", "knowledge.publish")

    assert done.returncode == 1
    assert expected in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(project.folder / "site").keys() == {"index.html"}
    assert (project.folder / "site" / "index.html").read_text() == "the last good site"
    assert not list(project.folder.glob("site.*")), "the half-built site is removed"


def test_a_failed_build_tells_all_problems_at_once(project: Project) -> None:
    """Ours and MkDocs' own, in one report with one exit, without a word of the folder it was tried in."""
    (project.folder / "site").mkdir()
    (project.folder / "site" / "index.html").write_text("the last good site")
    for name in ("front matter", "claim", "navigation"):
        project.change(*BREAKS[name][:3])
    done = project.run("-m", "mkdocs", "build", "--strict")
    assert done.returncode == 1
    assert [expected for _, _, _, expected in BREAKS.values() if expected in done.stderr] == [
        "(F007)",
        "(C001)",
        "gone.md",
    ]
    assert "(X002)" in done.stderr
    assert "Nothing was built" in done.stdout
    assert "legwise-" not in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(project.folder / "site").keys() == {"index.html"}


def test_a_good_build_replaces_the_old_site(project: Project) -> None:
    (project.folder / "site").mkdir()
    (project.folder / "site" / "old.html").write_text("old")
    done = project.run("-m", "knowledge.publish")
    assert done.returncode == 0, done.stderr
    assert not (project.folder / "site" / "old.html").exists()
    assert (project.folder / "site" / "answers" / "sciatica" / "index.html").is_file()


def test_a_draft_is_left_out_of_build_navigation_and_lists(project: Project) -> None:
    draft = project.folder / "docs" / "about" / "draft.md"
    draft.write_text("---\ntitle: A page in the making\ntype: about\ndraft: true\n---\n\nStill thinking.\n")
    project.change("mkdocs.yml", "  - Glossary: glossary.md", "  - Glossary: glossary.md\n  - Draft: about/draft.md")
    done = project.run("-m", "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert not (project.folder / "site" / "about" / "draft").exists()
    assert "A page in the making" not in (project.folder / "site" / "index.html").read_text()
