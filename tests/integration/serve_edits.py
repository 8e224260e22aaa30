"""Random edits of a small site under a running preview: half-saved files, deletions, renames, broken bytes and YAML.

What is served in the end must be what a preview serves that is started on the same files.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from tests.builders import MARK
from tests.integration.conftest import ROOT, free_port
from tests.site_text import FILES

SECONDS = 90
"""Within which an edit must be served, whatever else the machine does."""
WATCHED = "about/watched.md"
"""The page that no random edit touches: what is written there last tells that all before it was seen."""
EVERY = 5
"""Edits in a row before the preview is waited for."""


def write_project(folder: Path) -> Path:
    """A project with the small site and the real theme, adapters and settings."""
    docs = folder / "docs"
    for name, text in FILES.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text.replace(MARK, ""), encoding="utf-8")
    shutil.copytree(ROOT / "docs" / "assets", docs / "assets", dirs_exist_ok=True)
    front = FILES["about/index.md"].split("---\n")[1]
    (docs / WATCHED).write_text(f"---\n{front}---\n\nStart.\n", encoding="utf-8")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = re.sub(r"(?ms)^nav:.*?(?=^\S)", "", settings)
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    for part in ("hooks", "overrides"):
        (folder / part).symlink_to(ROOT / part)
    return folder


@dataclass
class Served:
    """A running preview (`make serve`)."""

    folder: Path
    address: str
    process: subprocess.Popen[bytes]
    log: Path
    slowest: float = 0.0

    def get(self, path: str, timeout: float = 20) -> tuple[int, str]:
        """Status and text of an address; what differs from one process to the next is taken out."""
        try:
            with urlopen(f"{self.address}/{path}", timeout=timeout) as answer:
                text = answer.read().decode("utf-8", "replace")
                return answer.status, re.sub(r"livereload\([^)]*\)|\d+-\d+ ms|localhost:\d+|127\.0\.0\.1:\d+", "", text)
        except HTTPError as error:
            return error.code, ""

    def until_served(self, text: str) -> None:
        """Wait until the watched page holds a text; raises where the preview has ended, failed or hangs."""
        start = time.monotonic()
        while time.monotonic() - start < SECONDS:
            if self.process.poll() is not None:
                raise AssertionError(f"the preview ended with {self.process.returncode}\n{self._tail()}")
            try:
                if text in self.get("about/watched/")[1]:
                    self.slowest = max(self.slowest, time.monotonic() - start)
                    return
            except (URLError, TimeoutError, ConnectionError, OSError):
                pass
            time.sleep(0.1)
        raise AssertionError(f"“{text}” was never served\n{self._tail()}")

    def _tail(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")[-3000:]


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """A preview of a project, ended with all that it started."""
    port = free_port()
    log = folder / f"serve-{port}.log"
    command = [sys.executable, "-m", "knowledge.preview", f"127.0.0.1:{port}"]
    with log.open("wb") as out:
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdout=out,
            stderr=subprocess.STDOUT,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1790000000"},
            start_new_session=True,
        )
    try:
        yield Served(folder, f"http://127.0.0.1:{port}", process, log)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@dataclass
class Editor:
    """Edits files as people, editors and accidents do; the same seed makes the same edits."""

    docs: Path
    source: random.Random
    made: int = 0
    told: list[str] = field(default_factory=list)

    def edit(self) -> None:
        """One edit of one file."""
        files = sorted(self.docs.rglob("*.md")) + sorted((self.docs / "data").rglob("*.*"))
        files = [file for file in dict.fromkeys(files) if file.is_file() and file.name != Path(WATCHED).name]
        ways: list[Callable[[Path], None]] = [
            self._half_saved, self._emptied, self._deleted, self._renamed, self._broken_bytes, self._broken_yaml,
            self._line, self._line, self._as_editors_save, self._new, self._folder, self._to_nowhere,
            self._mended, self._mended, self._mended, self._mended,
        ]  # fmt: skip
        way = self.source.choice(ways)
        file = self.source.choice(files) if files else self.docs / "index.md"
        way(file)
        self.made += 1
        self.told.append(f"{way.__name__} {file.relative_to(self.docs)}")

    def _half_saved(self, file: Path) -> None:
        data = file.read_bytes()
        file.write_bytes(data[: self.source.randrange(len(data) + 1)])

    def _emptied(self, file: Path) -> None:
        file.write_bytes(b"")

    def _deleted(self, file: Path) -> None:
        file.unlink()

    def _renamed(self, file: Path) -> None:
        file.rename(file.with_name(f"renamed-{self.source.randrange(5)}{file.suffix}"))

    def _broken_bytes(self, file: Path) -> None:
        data = file.read_bytes()
        at = self.source.randrange(len(data) + 1)
        file.write_bytes(data[:at] + self.source.choice((b"\xff\xfe", b"\xc3", b"\x00", b"\xed\xa0\x80")) + data[at:])

    def _broken_yaml(self, file: Path) -> None:
        text = file.read_text(encoding="utf-8", errors="replace")
        broken = self.source.choice(("title: [\n", "\t- x: 'y\n", "- id: a\n  id: b\n", "&a *a\n", "{{{\n"))
        at = text.find("\n") + 1
        file.write_text(text[:at] + broken + text[at:], encoding="utf-8", errors="replace")

    def _line(self, file: Path) -> None:
        with file.open("a", encoding="utf-8") as out:
            out.write(
                self.source.choice(("\nA line.\n", "\n/// claim | nobody\n///\n", "\n[x](gone.md)\n", "\n<div>\n"))
            )

    def _as_editors_save(self, file: Path) -> None:
        other = file.with_name(f".{file.name}.swp")
        other.write_bytes(file.read_bytes() + b"\n")
        other.replace(file)

    def _new(self, file: Path) -> None:
        name = f"new-{self.source.randrange(9)}.md"
        file.with_name(name).write_text("---\ntitle: New\n---\n\nText.\n", encoding="utf-8")

    def _folder(self, file: Path) -> None:
        (file.parent / f"folder-{self.source.randrange(3)}.md").mkdir(exist_ok=True)

    def _to_nowhere(self, file: Path) -> None:
        link = file.with_name(f"link-{self.source.randrange(3)}.md")
        if not link.is_symlink():
            link.symlink_to("nowhere.md")

    def _mended(self, _file: Path) -> None:
        name = self.source.choice(sorted(FILES))
        (self.docs / name).parent.mkdir(parents=True, exist_ok=True)
        (self.docs / name).write_text(FILES[name].replace(MARK, ""), encoding="utf-8")


def pages(folder: Path) -> list[str]:
    """The addresses of all pages that there may be, and of what is generated beside them."""
    found = [file.relative_to(folder / "docs").as_posix() for file in sorted((folder / "docs").rglob("*.md"))]
    addresses = [re.sub(r"(^|/)index$", r"\1", name.removesuffix(".md")) for name in found]
    other = ["search/search_index.json", "search/search_help.json", "data/claims.json", "data/comparisons/supports.csv"]
    return [one if not one or one.endswith("/") else f"{one}/" for one in addresses] + other


def run(folder: Path, edits: int, seed: int) -> tuple[int, float, list[str]]:
    """Make so many edits under a preview; how many, the longest wait in seconds, and the addresses that differ."""
    write_project(folder)
    editor = Editor(folder / "docs", random.Random(seed))
    with serving(folder) as preview:
        preview.until_served("Start.")
        start = (folder / "docs" / WATCHED).read_text(encoding="utf-8")
        for number in range(edits):
            editor.edit()
            if number % EVERY == EVERY - 1 or number == edits - 1:
                (folder / "docs" / WATCHED).write_text(f"{start}\nSeen {number}.\n", encoding="utf-8")
                try:
                    preview.until_served(f"Seen {number}.")
                except AssertionError as error:
                    raise AssertionError(f"after {editor.told[-EVERY:]}: {error}") from None
        with serving(folder) as fresh:
            fresh.until_served(f"Seen {edits - 1}.")
            different = [path for path in pages(folder) if preview.get(path) != fresh.get(path)]
        log = preview.log.read_text(encoding="utf-8", errors="replace")
        if "Traceback" in log:
            different.append(log[log.index("Traceback") :][:3000])
    return editor.made, preview.slowest, different
