"""What building and previewing cost at some sizes of site, beside plain MkDocs with Material and other generators."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.bench.articles import write_hugo, write_mkdocs
from tests.bench.corpus import ROOT
from tests.bench.latency import Preview, alternate_saves
from tests.bench.peers import Peer
from tests.bench.timing import Task, alternate, edited

HOOK = ROOT / "hooks" / "incremental.py"
_MKDOCS = [sys.executable, "-m", "mkdocs"]
_BUILD = [*_MKDOCS, "build", "--quiet"]
_SERVE = [*_MKDOCS, "serve", "--dev-addr", "127.0.0.1:{port}"]


@dataclass(frozen=True)
class Row:
    """One figure: what it is, its value with its unit, and beside what it must be."""

    label: str
    value: str
    must: str = ""
    aim: str = ""


def seconds(value: float) -> str:
    """A time as tables show it."""
    return f"{value:.2f} s"


@dataclass(frozen=True)
class Corpora:
    """The corpus of one size, for each generator, in folders of its own."""

    folder: Path
    pages: int
    peers: Sequence[Peer]

    def write(self) -> None:
        """Write all of them."""
        write_mkdocs(self.folder / "plain", self.pages)
        write_mkdocs(self.folder / "ours", self.pages, hook=HOOK)
        write_mkdocs(self.folder / "cold", self.pages, hook=HOOK)
        for peer in self.peers:
            (write_hugo if peer.name == "Hugo" else write_mkdocs)(self.folder / peer.name, self.pages)

    def file(self, name: str) -> Path:
        """The article that is edited."""
        texts = "content" if name == "Hugo" else "docs"
        return self.folder / name / texts / "section-001" / "article-00002.md"

    def save(self, name: str, marker: str) -> None:
        """Edit it."""
        edited(self.file(name), marker)

    def builds(self) -> list[Task]:
        """One edit in a new process, a cold build, and the builds of others, all of the whole site."""
        marks = iter(range(1_000_000))

        def edit(name: str) -> Callable[[], None]:
            return lambda: self.save(name, f"build {next(marks)}")

        tasks = [
            Task("plain", _BUILD, self.folder / "plain", edit("plain")),
            Task("cold", _BUILD, self.folder / "cold", partial(_forget, self.folder / "cold")),
            Task("edit", _BUILD, self.folder / "ours", edit("ours")),
        ]
        for peer in self.peers:
            folder = self.folder / peer.name
            tasks.append(Task(peer.name, peer.build, folder, partial(_forget, folder)))
        return tasks

    def previews(self) -> list[Preview]:
        """The previews of all of them."""
        address = "section-001/article-00002/"
        named = [("plain", _SERVE), ("ours", _SERVE), *((peer.name, peer.serve) for peer in self.peers)]
        return [Preview(name, argv, self.folder / name, address, partial(self.save, name)) for name, argv in named]


def _forget(folder: Path) -> None:
    """Remove what was built and what was remembered."""
    for name in (".cache", "site", "public", "resources"):
        shutil.rmtree(folder / name, ignore_errors=True)


def build_rows(corpora: Corpora, rounds: int) -> list[Row]:
    """The rows on builds."""
    tasks = {task.name: task for task in corpora.builds()}
    alternate(list(tasks.values()), rounds)
    plain, cold, edit = tasks["plain"], tasks["cold"], tasks["edit"]
    size = f"{corpora.pages:,} articles"
    large = corpora.pages >= 1000

    def ratio(task: Task, other: Task, what: str = "wall") -> str:
        return f"{task.median(what) / other.median(what):.3f}"

    rows = [
        Row(f"{size}: plain build", seconds(plain.median("wall"))),
        Row(f"{size}: one edit, new process", seconds(edit.median("wall"))),
        Row("  of a plain build", ratio(edit, plain), *(("≤ 0.07", "0.05") if large else ())),
        Row(f"{size}: cold build", seconds(cold.median("wall"))),
        Row("  of a plain build", ratio(cold, plain), *(("≤ 0.60", "0.45") if large else ())),
        Row("  its CPU, of a plain build's", ratio(cold, plain, "cpu"), "≤ 1.08" if large else ""),
        Row("  its largest process, of a plain build's", ratio(cold, plain, "memory"), "≤ 1.3", "1.1"),
    ]
    for peer in corpora.peers:
        task = tasks[peer.name]
        limits = ("≤ 0.5", "0.2") if corpora.pages >= 5000 else ("≤ 1.0", "0.75") if large else ()
        rows.append(Row(f"{size}: {peer.name}, full build", seconds(task.median("wall"))))
        rows.append(Row("  one edit of ours, of that", ratio(edit, task), *(limits if peer.name == "Hugo" else ())))
    return rows


def serve_rows(corpora: Corpora, rounds: int) -> list[Row]:
    """The rows on previews."""
    previews = corpora.previews()
    alternate_saves(previews, rounds)
    limits = {"ours": {100: ("≤ 0.25 s", "0.12 s"), 1000: ("≤ 0.45 s", "0.20 s")}.get(corpora.pages, ())}
    names = {"plain": "plain Material", "ours": "ours"}
    return [
        Row(
            f"{corpora.pages:,} articles: save to served, {names.get(one.name, one.name)}",
            seconds(one.median),
            *limits.get(one.name, ()),
        )
        for one in previews
    ]
