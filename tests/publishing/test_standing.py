"""A build is spared only where it could give nothing but the site that stands."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.publishing import standing
from knowledge.publishing.standing import Memory

FILES = {
    "mkdocs.yml": "site_name: Legs\n",
    "docs/index.md": "# Home\n",
    "docs/data/claims.yml": "- id: one\n",
    "overrides/main.html": "<p>",
    "hooks/files.py": "A = 1\n",
    "site/index.html": "<h1>Home</h1>",
    "site/data/claims.json": "[]",
}
NOTES = {"told": "docs/index.md:1:1: warning: …", "sources": []}
ENVIRONMENT = {"LANG": "C", "SITE_URL": "https://example.org/"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    _memory(tmp_path).keep(NOTES, "2 pages")
    return tmp_path


def _memory(project: Path, **more: str) -> Memory:
    return Memory.of(project, project / "site", ENVIRONMENT | more)


def _replaced_in_place(project: Path, name: str) -> None:
    """Other bytes, of the same size and date."""
    file = project / name
    was = file.stat()
    file.write_bytes(file.read_bytes()[:-1] + b"!")
    os.utime(file, ns=(was.st_atime_ns, was.st_mtime_ns))


def _linked(project: Path) -> None:
    file = project / "site/index.html"
    file.rename(project / "elsewhere.html")
    file.symlink_to(project / "elsewhere.html")


CHANGES: dict[str, Callable[[Path], object]] = {
    **{f"{name} has another byte": lambda project, name=name: _replaced_in_place(project, name) for name in FILES},  # type: ignore[misc]
    "a page more": lambda project: (project / "docs/new.md").write_text("# New\n"),
    "an empty page more": lambda project: (project / "docs/new.md").touch(),
    "a page less": lambda project: (project / "docs/index.md").unlink(),
    "a page of another name": lambda project: (project / "docs/index.md").rename(project / "docs/home.md"),
    "a page in another folder": lambda project: (project / "docs/index.md").rename(project / "docs/data/index.md"),
    "no overrides": lambda project: (project / "overrides").rename(project / "of-old"),
    "a hook more": lambda project: (project / "hooks/more.py").write_text("B = 1\n"),
    "something that cannot be read to its end": lambda project: os.mkfifo(project / "docs/pipe"),
    "a link that leads nowhere": lambda project: (project / "docs/link.md").symlink_to("gone.md"),
    "a file more in the site": lambda project: (project / "site/more.html").touch(),
    "a file less in the site": lambda project: (project / "site/index.html").unlink(),
    "a file that not all may read": lambda project: (project / "site/index.html").chmod(0o600),
    "a link in the site": _linked,
    "no site": lambda project: (project / "site").rename(project / "old"),
}


def test_where_nothing_changed_the_site_stands_and_all_is_told_again(project: Path) -> None:
    known = _memory(project).unchanged()
    assert known is not None
    assert (known.told, known.what) == (NOTES["told"], "2 pages")
    assert _memory(project, TERM="other", SHLVL="7").unchanged() == known
    (project / "README.md").write_text("Nothing that a build reads.")
    (project / "hooks/__pycache__").mkdir()
    (project / "hooks/__pycache__/files.cpython-311.pyc").write_bytes(b"1")
    os.utime(project / "docs/index.md", (0, 0))
    assert _memory(project).unchanged() == known


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changed_is_built(project: Path, change: str) -> None:
    CHANGES[change](project)
    assert _memory(project).unchanged() is None


def test_what_a_link_leads_to_counts(project: Path) -> None:
    (project / "elsewhere").mkdir()
    (project / "elsewhere/page.md").write_text("one")
    (project / "docs/link").symlink_to(project / "elsewhere")
    (project / "elsewhere/back").symlink_to(project / "docs")
    _memory(project).keep(NOTES, "3 pages")
    assert _memory(project).unchanged() is not None
    (project / "elsewhere/page.md").write_text("two")
    assert _memory(project).unchanged() is None


@pytest.mark.parametrize("name", ["SITE_URL", "SOURCE_DATE_EPOCH", "LEGWISE_WHY", "PYTHONHASHSEED", "MINE"])
def test_other_surroundings_are_built_in(project: Path, name: str) -> None:
    assert _memory(project, **{name: "7"}).unchanged() is None


def test_another_program_builds(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing, "installation", lambda: "another version of the package, or of what is installed")
    assert _memory(project).unchanged() is None


def test_another_place_is_built_in(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The check of the built tree looks for the names of the machine's folders."""
    moved = tmp_path_factory.mktemp("moved") / "project"
    project.rename(moved)
    assert _memory(moved).unchanged() is None


@pytest.mark.parametrize(
    "damage", [lambda text: text[: len(text) // 2], lambda _: "", lambda text: text[:-9] + "x" * 9]
)
def test_a_damaged_memory_is_none(project: Path, damage: Callable[[str], str]) -> None:
    file = _memory(project).file
    file.write_text(damage(file.read_text()))
    assert _memory(project).unchanged() is None


def test_without_the_memory_nothing_is_spared_or_kept(project: Path) -> None:
    off = _memory(project, CACHE="off")
    assert off.unchanged() is None
    off.keep(NOTES, "2 pages")
    assert not off.file.exists()


@pytest.mark.parametrize(
    "notes",
    [
        {},
        {"sources": []},
        {"told": ""},
        {"told": "", "sources": None},
        {"told": "", "sources": ["/etc/hosts"]},
        {"told": "", "sources": ["docs-of-another/page.md"]},
    ],
)
def test_a_build_that_cannot_tell_what_it_was_made_from_is_not_kept(project: Path, notes: dict[str, object]) -> None:
    _memory(project).keep(notes, "2 pages")
    assert _memory(project).unchanged() is None


def test_what_was_saved_while_it_was_built_is_built_again(project: Path) -> None:
    before = _memory(project)
    (project / "docs/index.md").write_text("# Saved meanwhile\n")
    before.keep(NOTES, "2 pages")
    assert _memory(project).unchanged() is None
