"""A copy of the real project that a test may break, and a preview server on it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[2]
PARTS = ("docs", "hooks", "overrides", "mkdocs.yml")
SECONDS = 40
BASE = "https://example.org/legwise/"
"""Where the built site is published."""


@dataclass(frozen=True)
class Project:
    """A copy of the project in a folder of its own."""

    folder: Path

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the project's Python with these arguments, as a person would in its folder."""
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1790000000"} | environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    def change(self, name: str, old: str, new: str) -> None:
        """Replace a text that must be there, once."""
        file = self.folder / name
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{name} no longer holds {old!r}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            shutil.copy(source, tmp_path / part)
    return Project(tmp_path)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site as it is published at `BASE`; tests only read it."""
    folder = tmp_path_factory.mktemp("built")
    for part in PARTS:
        source = ROOT / part
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, folder / part)
    done = Project(folder).run("-m", "mkdocs", "build", "--strict", SITE_URL=BASE)
    assert done.returncode == 0, done.stderr
    return folder / "site"


@dataclass(frozen=True)
class Preview:
    """A running `mkdocs serve`."""

    address: str
    process: subprocess.Popen[str]
    log: Path

    def get(self, path: str, *, timeout: float = 10) -> str:
        """A page's HTML as it is served now."""
        with urlopen(f"{self.address}{path}", timeout=timeout) as answer:
            return str(answer.read().decode("utf-8"))

    def until(self, path: str, holds: Callable[[str], bool]) -> str:
        """Ask for a page until it holds what is expected; fails after a while, or when the server has ended."""
        end = time.monotonic() + SECONDS
        html = ""
        while time.monotonic() < end:
            assert self.process.poll() is None, f"the preview ended:\n{self.log.read_text()}"
            try:
                html = self.get(path)
            except (URLError, TimeoutError, ConnectionError):
                html = ""
            if html and holds(html):
                return html
            time.sleep(0.1)
        raise AssertionError(f"{path} was never served as expected.\n{self.log.read_text()[-3000:]}\n{html[:2000]}")


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
def serve(project: Project) -> Iterator[Callable[[], Preview]]:
    """Starts the preview of the project, which a test may have broken before."""
    running: list[subprocess.Popen[str]] = []

    def start() -> Preview:
        port = free_port()
        log = project.folder / "serve.log"
        with log.open("w") as out:
            process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
                cwd=project.folder,
                env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
                stdout=out,
                stderr=subprocess.STDOUT,
                text=True,
            )
        running.append(process)
        return Preview(f"http://127.0.0.1:{port}", process, log)

    yield start
    for process in running:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
