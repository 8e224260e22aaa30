"""The real project built as CI builds it: a failed build leaves the old site."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from .conftest import Project


def tree(folder: Path) -> dict[str, str]:
    """SHA-256 of every file by its path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


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
    project.change("docs/about/help.md", "\n## ", "\nWe utilise it.\n\n## ")
    warning = "“utilise”"
    done = project.run("-m", "knowledge.publish")
    assert done.returncode == 0, done.stderr
    assert not (project.folder / "site" / "old.html").exists()
    assert (project.folder / "site" / "answers" / "sciatica" / "index.html").is_file()
    assert warning in done.stderr

    before = tree(project.folder / "site")
    again = project.run("-m", "knowledge.publish")
    assert again.returncode == 0
    first, last = again.stderr.splitlines()[0], again.stderr.splitlines()[-1]
    assert warning in first, "what was told of the content is told again"
    assert last.startswith("Nothing has changed since site/ was built: ")
    assert "Building documentation" not in again.stdout + again.stderr
    assert tree(project.folder / "site") == before


def test_a_site_that_is_not_as_it_should_be_is_not_published(project: Project) -> None:
    """A dead link that a template makes, which no look at the content sees; the site stays to be looked at."""
    (project.folder / "site").mkdir()
    (project.folder / "site" / "index.html").write_text("the last good site")
    project.change("overrides/404.html", "'safety/urgent/'", "'safety/urgnt/'")
    done = project.run("-m", "knowledge.publish")
    assert done.returncode == 1
    assert "site.new/404.html:" in done.stderr
    assert "The link “/safety/urgnt/” leads to no page of the site. (B001)" in done.stderr
    assert done.stderr.splitlines()[-1] == (
        "The built site is not as it should be, and was not published. site/ is as it was. "
        "What was built is in site.new/ until the next build."
    )
    assert (project.folder / "site" / "index.html").read_text() == "the last good site"
    assert (project.folder / "site.new" / "404.html").is_file()


def test_a_disk_that_cannot_take_the_site_is_told_in_words(project: Project) -> None:
    """A limit on the size of files stands in for a full disk; tests/faults fills real ones."""
    code = (
        "import resource, sys; from knowledge import publish; "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000)); sys.exit(publish.main([]))"
    )
    done = project.run("-c", code, CACHE="off")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "the file is larger than this system lets you write" in done.stderr + done.stdout
    assert not list(project.folder.glob("site*"))


def test_a_draft_is_left_out_of_build_navigation_and_lists(project: Project) -> None:
    draft = project.folder / "docs" / "about" / "draft.md"
    draft.write_text("---\ntitle: A page in the making\ntype: about\ndraft: true\n---\n\nStill thinking.\n")
    project.change("mkdocs.yml", "  - Glossary: glossary.md", "  - Glossary: glossary.md\n  - Draft: about/draft.md")
    done = project.run("-m", "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert not (project.folder / "site" / "about" / "draft").exists()
    assert "A page in the making" not in (project.folder / "site" / "index.html").read_text()
