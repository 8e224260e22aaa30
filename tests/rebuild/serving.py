"""A running preview of a site, and what it would serve had it just been started."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

from tests.rebuild.builds import Maker, surroundings, told, without_hook
from tests.rebuild.trees import differences, tree

_EPOCH = re.compile(r"livereload\((\d+), \d+\);")
_SCRIPT = re.compile(rb"<script>\nvar livereload = .*?</script>", re.DOTALL)
_OPENER = build_opener(ProxyHandler({}))
SECONDS = 60
CALM = 0.3
"""Seconds after which a tree that is right must still be right."""


@dataclass
class Serving:
    """`mkdocs serve` in a site's folder; `plain` makes the clean previews it is compared with."""

    folder: Path
    plain: Maker
    process: subprocess.Popen[bytes]
    port: int
    scratch: Path

    @classmethod
    def start(cls, folder: Path, plain: Maker) -> Serving:
        """Start it, and wait until it serves."""
        scratch = Path(tempfile.mkdtemp(prefix="serving-"))
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            port = int(one.getsockname()[1])
        with (scratch / "log").open("wb") as out:
            process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
                cwd=folder,
                env=surroundings() | {"TMPDIR": str(scratch)},
                stdout=out,
                stderr=subprocess.STDOUT,
            )
        serving = cls(folder, plain, process, port, scratch)
        serving._wait(lambda: serving.get("") != b"", "nothing is served")
        return serving

    @property
    def log(self) -> str:
        """What it told so far."""
        return (self.scratch / "log").read_text(encoding="utf-8", errors="replace")

    def get(self, path: str) -> bytes:
        """What is served now, without the script of the live reload; nothing where it cannot be."""
        try:
            with _OPENER.open(f"{self._address}{path}", timeout=SECONDS) as answer:
                return _SCRIPT.sub(b"", bytes(answer.read()))
        except OSError:
            return b""

    @property
    def _address(self) -> str:
        path = re.search(r"Serving on http://[^/\s]+(/\S*)", self.log)
        return f"http://127.0.0.1:{self.port}{path[1] if path else '/'}"

    def epoch(self) -> int:
        """A number that grows with each build that readers are told of."""
        with _OPENER.open(self._address, timeout=SECONDS) as answer:
            found = _EPOCH.search(answer.read().decode("utf-8"))
        assert found
        return int(found[1])

    def clean(self) -> dict[str, bytes] | None:
        """What a preview serves that is started now and has never seen another state; None where it cannot start."""
        with tempfile.TemporaryDirectory(prefix="clean-") as scratch:
            copy, out = Path(scratch) / "copy", Path(scratch) / "out"
            shutil.copytree(self.folder, copy, symlinks=True, ignore=shutil.ignore_patterns(".cache", "site"))
            without_hook(copy / "mkdocs.yml")
            argv = ("tests.rebuild.first_preview", f"127.0.0.1:{self.port}", str(out))
            status, _ = self.plain.run(copy, *argv, environment={"CACHE": "off", "TMPDIR": scratch})
            return tree(out) if status == 0 else None

    def served(self) -> dict[str, bytes]:
        """The tree that it serves now."""
        roots = sorted(self.scratch.glob("mkdocs_*"))
        return tree(roots[0]) if roots else {}

    def until_clean(self) -> list[str]:
        """Wait until all that is served is what a clean preview serves; else what is wrong in the end."""
        clean = self.clean()
        if clean is None:
            return []
        end = time.monotonic() + SECONDS
        wrong = ["nothing was looked at"]
        while time.monotonic() < end:
            wrong = self._unlike(clean)
            if not wrong:
                time.sleep(CALM)
                wrong = self._unlike(clean)
                if not wrong:
                    return self._unanswered(clean)
            if self.process.poll() is not None:
                return ["the preview ended", self.log[-2000:]]
            time.sleep(0.1)
        return [*wrong, *told(self.log, self.folder)[-5:]]

    def _unlike(self, clean: dict[str, bytes]) -> list[str]:
        try:
            return differences(self.served(), clean)
        except FileNotFoundError:
            return ["it is still building"]

    def _unanswered(self, clean: dict[str, bytes]) -> list[str]:
        """Whether what is on the disk is what readers get: asked of two pages."""
        pages = [name for name in clean if name.endswith(".html")]
        return [f"{name} is not served" for name in (pages[0], pages[-1]) if self.get(name) != clean[name]]

    def _wait(self, done: Callable[[], bool], otherwise: str) -> None:
        end = time.monotonic() + SECONDS
        while not done():
            assert time.monotonic() < end and self.process.poll() is None, f"{otherwise}: {self.log[-2000:]}"
            time.sleep(0.1)

    def close(self) -> None:
        """End it, and remove what it left."""
        self.process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(10)
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.scratch, ignore_errors=True)
