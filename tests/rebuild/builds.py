"""One build of a site, in its own folder with whatever cache is there, or clean in a fresh copy."""

from __future__ import annotations

import json
import os
import re
import select
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.rebuild.trees import differences, tree

ROOT = Path(__file__).parents[2]
OURS = ROOT / "hooks" / "incremental.py"
SECONDS = 180
DAY = "1790000000"
_PROGRESS = re.compile(r"INFO|\[\d\d:\d\d:\d\d\]")
_RENDERED = re.compile(r"Rendered (\d+) of (\d+) pages")
_SEEN = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class Built:
    """What a build left: its exit status, what it told, the tree, and how many pages it says that it kept."""

    status: int
    told: tuple[str, ...]
    tree: dict[str, bytes]
    kept: int = 0


def unlike(ours: Built, clean: Built) -> list[str]:
    """In words, all in which a build is not what the clean one is."""
    told = []
    if ours.status != clean.status:
        told.append(f"exit status {ours.status}, clean: {clean.status}")
    told += [f"not told: {line}" for line in clean.told if line not in ours.told]
    told += [f"told without cause: {line}" for line in ours.told if line not in clean.told]
    if not told and ours.told != clean.told:
        told.append("the same is told, in another order or number")
    if ours.status == clean.status == 0:
        told += differences(ours.tree, clean.tree)
    return told


@dataclass
class Maker:
    """Starts builds in processes forked from one that has the imports behind it; `seed` is that of its hashes."""

    seed: str
    _process: subprocess.Popen[str] | None = None

    def run(self, folder: Path, *argv: str, environment: Mapping[str, str], cores: int = 0) -> tuple[int, str]:
        """The exit status and all output of a Python module run in a folder."""
        process = self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        with tempfile.NamedTemporaryFile(prefix="told-", suffix=".log") as out:
            given = surroundings() | dict(environment)
            task = {"argv": argv, "cwd": str(folder), "environment": given, "cores": cores, "out": out.name}
            process.stdin.write(json.dumps(task) + "\n")
            process.stdin.flush()
            if not select.select([process.stdout], [], [], SECONDS)[0]:
                self.close()
                raise TimeoutError(f"{argv} in {folder} did not end")
            status = int(process.stdout.readline())
            return status, Path(out.name).read_text(encoding="utf-8", errors="replace")

    def _started(self) -> subprocess.Popen[str]:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.rebuild.forking"],
                cwd=ROOT,
                env=surroundings() | {"PYTHONHASHSEED": self.seed},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        return self._process

    def close(self) -> None:
        """End the process that others are forked from."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


def surroundings() -> dict[str, str]:
    """The caller's, without what would change a build."""
    kept = {name: value for name, value in os.environ.items() if name not in ("CACHE", "SITE_URL", "PYTHONHASHSEED")}
    return kept | {
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": DAY,
        "PYTHONDONTWRITEBYTECODE": "1",  # Python trusts the bytecode of a hook saved twice in one second
    }


@dataclass
class Builds:
    """Builds of one site: ours with its cache, clean ones beside it. Their hashes have different seeds."""

    folder: Path
    ours: Maker = field(default_factory=lambda: Maker("1"))
    plain: Maker = field(default_factory=lambda: Maker("2"))

    def incremental(self, *options: str, into: str = "site", cores: int = 0, **environment: str) -> Built:
        """Build in the site's folder, where the cache of earlier builds is."""
        argv = ("mkdocs", "build", "--site-dir", into, *options)
        status, output = self.ours.run(self.folder, *argv, cores=cores, environment=environment)
        return Built(status, told(output, self.folder), tree(self.folder / into), _kept(output))

    def clean(self, *options: str, **environment: str) -> Built:
        """Build a fresh copy of the site whose mkdocs.yml does not list the hook."""
        with tempfile.TemporaryDirectory(prefix="clean-", ignore_cleanup_errors=True) as scratch:
            copy = Path(scratch) / "copy"
            shutil.copytree(self.folder, copy, symlinks=True, ignore=shutil.ignore_patterns(".cache", "site", "site-*"))
            without_hook(copy / "mkdocs.yml")
            argv = ("mkdocs", "build", "--site-dir", "site", *options)
            status, output = self.plain.run(copy, *argv, environment={"CACHE": "off", **environment})
            return Built(status, told(output, copy), tree(copy / "site"))

    def compared(self, *options: str, into: str = "site", cores: int = 0, **environment: str) -> list[str]:
        """What is wrong with an incremental build of the site as it is now."""
        ours = self.incremental(*options, into=into, cores=cores, **environment)
        return unlike(ours, self.clean(*options, **environment))

    def close(self) -> None:
        """End the processes."""
        self.ours.close()
        self.plain.close()


def _kept(output: str) -> int:
    counts = _RENDERED.search(output)
    return int(counts[2]) - int(counts[1]) if counts else 0


def without_hook(file: Path) -> None:
    """Take the line that lists the hook out of an mkdocs.yml, and the list where nothing else is in it."""
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = "".join(line for line in lines if not line.rstrip().endswith(OURS.name))
    file.write_text(re.sub(r"^hooks:\n(?! *- )", "", kept, flags=re.MULTILINE), encoding="utf-8")


def told(output: str, folder: Path) -> tuple[str, ...]:
    """The lines of a build's output that are no report of its progress, sorted, without the folder's own name."""
    lines = (_SEEN.sub("", line).replace(str(folder), "").rstrip() for line in output.splitlines())
    return tuple(sorted(line for line in lines if line and not _PROGRESS.match(line)))
