"""Trees that no writer would make on purpose: each oddity is one clear problem, soon, and the rest is read."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from knowledge.problems import Problem
from tests.builders import load, problems_of, write_site
from tests.site_text import FILES

PAGE = "---\ntitle: A page about nothing much\ntype: about\n---\n\n"


def _told(root: Path) -> list[tuple[str, str, str]]:
    found: list[Problem] = problems_of(load(root, {}))
    return [(problem.rule, problem.path.removeprefix("docs/"), problem.message) for problem in found]


def _pipe(docs: Path) -> None:
    os.mkfifo(docs / "answers" / "pipe.md")


def _socket(docs: Path) -> None:
    here = Path.cwd()
    os.chdir(docs)  # a socket's path may be 100 bytes long at most
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("answers/socket.md")
    os.chdir(here)


def _link(name: str, target: str) -> Callable[[Path], None]:
    return lambda docs: (docs / name).symlink_to(target)


def _circle(docs: Path) -> None:
    (docs / "answers" / "a.md").symlink_to("b.md")
    (docs / "answers" / "b.md").symlink_to("a.md")


def _text(name: str, text: str) -> Callable[[Path], None]:
    def write(docs: Path) -> None:
        (docs / name).write_bytes(text.encode("utf-8", "surrogateescape"))

    return write


ODDITIES: dict[str, tuple[Callable[[Path], None], list[tuple[str, str, str]]]] = {
    "a pipe": (
        _pipe,
        [("F009", "answers/pipe.md", "“pipe.md” is no ordinary file, but a pipe, a socket or a device.")],
    ),
    "a socket": (
        _socket,
        [("F009", "answers/socket.md", "“socket.md” is no ordinary file, but a pipe, a socket or a device.")],
    ),
    "a link to a device": (
        _link("answers/zero.md", "/dev/zero"),
        [("L010", "answers/zero.md", "“zero.md” is a link that leads out of the docs folder.")],
    ),
    "a link out of the tree": (
        _link("answers/out.md", "../../secret.md"),
        [("L010", "answers/out.md", "“out.md” is a link that leads out of the docs folder.")],
    ),
    "a folder's link out of the tree": (
        _link("out", ".."),
        [("L010", "out", "“out” is a link that leads out of the docs folder.")],
    ),
    "a folder's link to itself": (_link("self", "."), []),
    "links in a circle": (
        _circle,
        [
            ("F009", "answers/a.md", "The file cannot be read: Too many levels of symbolic links."),
            ("F009", "answers/b.md", "The file cannot be read: Too many levels of symbolic links."),
        ],
    ),
    "a link to nothing": (
        _link("answers/gone.md", "nowhere.md"),
        [("F009", "answers/gone.md", "The file cannot be read: No such file or directory.")],
    ),
    "an empty folder named like a page": (
        lambda docs: (docs / "answers" / "x.md").mkdir(),
        [("L009", "answers/x.md", "“x.md” is a folder, but is named like a file.")],
    ),
    "a folder named like a data file": (
        lambda docs: (docs / "data" / "more.yml").mkdir(),
        [("L009", "data/more.yml", "“more.yml” is a folder, but is named like a file.")],
    ),
    "a page of over 1 MB": (
        _text("answers/long.md", PAGE + "word " * 250_000),
        [("F009", "answers/long.md", "The file is over 1 MB.")],
    ),
    "a data file of over 2 MB": (
        _text("data/topics-old.yml", "x" * 2_000_001),
        [],  # no file that is read: the next one is
    ),
    "rows of over 2 MB": (
        _text("data/comparisons/garments.csv", "id,label\n" + "a,b\n" * 500_001),
        [("F009", "data/comparisons/garments.csv", "The file is over 2 MB.")],
    ),
}


@pytest.mark.parametrize("name", ODDITIES)
def test_an_odd_entry_of_the_tree_is_one_problem(tmp_path: Path, name: str) -> None:
    make, expected = ODDITIES[name]
    (tmp_path / "secret.md").write_text(PAGE)
    make(write_site(tmp_path))
    start = time.perf_counter()
    told = _told(tmp_path)
    assert time.perf_counter() - start < 10
    assert [problem for problem in told if problem in expected] == expected
    # A folder that stands in two places is read in one; everything else is told by its own problem alone.
    assert [problem for problem in told if problem[0] in ("F001", "F009", "L009", "L010")] == expected


_NOBODY = 65534
"""The user who owns nothing, on every Linux."""


def test_ten_megabytes_of_yaml_are_refused_at_once(tmp_path: Path) -> None:
    write_site(tmp_path, {**FILES, "data/glossary.yml": "- id: a\n  term: b\n" * 600_000})
    start = time.perf_counter()
    assert ("F009", "data/glossary.yml", "The file is over 2 MB.") in _told(tmp_path)
    assert time.perf_counter() - start < 10


def test_what_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rights do not bind the superuser, so that the refusal is played."""
    write_site(tmp_path)
    opened = Path.open

    def refuse(path: Path, *args: object, **options: object) -> object:
        if path.name in ("sciatica.md", "claims.yml"):
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    told = _told(tmp_path)
    for name in ("answers/sciatica.md", "data/claims.yml"):
        assert [problem for problem in told if problem[1] == name] == [
            ("F009", name, "The file cannot be read: Permission denied.")
        ]


def test_a_folder_that_may_not_be_listed_is_told() -> None:
    with TemporaryDirectory() as name, _bound_by_rights(Path(name)):
        docs = write_site(Path(name))
        (docs / "closed").mkdir(mode=0)
        told = _told(Path(name))
    assert ("F009", "closed", "The folder cannot be read: Permission denied.") in told


@contextmanager
def _bound_by_rights(folder: Path) -> Iterator[None]:
    """Act as an ordinary user, who owns the folder: rights do not bind the superuser."""
    if os.geteuid() != 0:
        yield
        return
    os.chown(folder, _NOBODY, _NOBODY)
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_folder_that_may_not_be_listed_is_told_to_anybody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = write_site(tmp_path)
    (docs / "closed").mkdir()
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert ("F009", "closed", "The folder cannot be read: Permission denied.") in _told(tmp_path)


def test_a_file_that_goes_while_the_folder_is_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_site(tmp_path, {**FILES, "answers/short-lived.md": PAGE})
    opened = Path.open

    def gone(path: Path, *args: object, **options: object) -> object:
        if path.name == "short-lived.md":
            path.unlink()
        return opened(path, *args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", gone)
    problems = problems_of(load(tmp_path, {}))
    assert [problem.message for problem in problems if problem.path == "docs/answers/short-lived.md"] == [
        "The file cannot be read: No such file or directory."
    ]


NAMES = (
    "a..%2f..%2fout.md",
    "a\nb.md",
    os.fsdecode(b"\xff.md"),
    "$(touch x).md",
    "<b>.md",
    "-x.md",
    "\u202egpj.md",
    "no ending",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_is_no_address_is_told_in_one_readable_line(tmp_path: Path, name: str) -> None:
    docs = write_site(tmp_path)
    (docs / "answers" / name).write_text(PAGE, encoding="utf-8")
    tool = Path(sys.executable).with_name("kb")
    done = subprocess.run([str(tool), "check"], cwd=tmp_path, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (1, b"")
    shown = [line for line in done.stdout.decode().splitlines() if "(L009)" in line]
    assert shown
    assert all(line.startswith("docs/answers/") for line in shown)


CONFIGS = {
    "an alias in itself": "nav: &a\n  - x: *a\n",
    "aliases of aliases": "a: &a [x, x, x, x, x, x, x, x, x]\n"
    + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{('*' + chr(97 + n) + ', ') * 9}]\n" for n in range(12))
    + "nav: *m\n",
    "merges of merges": "a: &a {x: y}\n"
    + "".join(f"{chr(98 + n)}: &{chr(98 + n)} {{<<: [{('*' + chr(97 + n) + ', ') * 9}]}}\n" for n in range(12)),
    "deep nesting": "nav: " + "[" * 10_000,
    "over 1 MB": "nav: [" + "a.md, " * 300_000 + "]",
    "python": "nav: !!python/object/apply:os.system [exit 1]\nsite_url: !ENV []\n",
    "no text": "\udcff\udcfe",
    "wrong shapes": "site_url: [1]\nnav: {a: {b: 5}}\nnav: x\n",
    "a list": "- nav\n",
    "nothing": "",
}


@pytest.mark.parametrize("name", CONFIGS)
def test_any_mkdocs_yml_is_survived(tmp_path: Path, name: str) -> None:
    write_site(tmp_path)
    (tmp_path / "mkdocs.yml").write_bytes(CONFIGS[name].encode("utf-8", "surrogateescape"))
    start = time.perf_counter()
    _told(tmp_path)
    assert time.perf_counter() - start < 15


def test_a_folder_in_the_place_of_mkdocs_yml_is_survived(tmp_path: Path) -> None:
    write_site(tmp_path)
    (tmp_path / "mkdocs.yml").mkdir()
    _told(tmp_path)
