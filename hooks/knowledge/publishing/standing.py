"""Whether the site that stands is what a build would give: nothing it was made from has changed, and nobody touched it.

Then there is nothing to build. What counts is content, never dates: the project's files, the program and all that is
installed, the environment, and every file of the site. In doubt the site is built.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from knowledge.incremental.digest import digest
from knowledge.incremental.surroundings import installation
from knowledge.publishing.files import files_of

_ROOTS = ("mkdocs.yml", "docs", "overrides", "hooks")
"""What of a project a site is made from; a build that used anything else says so (`covers`)."""
_MADE = ("__pycache__", ".egg-info")
_OF_THE_TERMINAL = frozenset(
    {"_", "SHLVL", "PWD", "OLDPWD", "COLUMNS", "LINES", "TERM", "WINDOWID", "MAKEFLAGS", "MAKELEVEL", "MFLAGS",
     "MAKE_TERMOUT", "MAKE_TERMERR"}
)  # fmt: skip
"""Variables that differ from one window to the next and that no build asks for."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A site that was published."""

    sources: str
    """A digest of all that it was made from."""
    site: str
    """A digest of the site itself."""
    told: str
    """What its build told of the content, to be told again."""
    what: str
    """What was published, in words."""


def sources_of(project: Path, environment: Mapping[str, str]) -> str:
    """A digest of all that a build of the project is made from.

    Raises:
        OSError: when some of it cannot be read.
    """
    shown = sorted((name, value) for name, value in environment.items() if name not in _OF_THE_TERMINAL)
    told = [str(project.resolve()), sys.executable, repr(sys.flags), installation(), json.dumps(shown)]
    return digest(*told, *(part for root in _ROOTS for part in _content(project / root)))


def site_of(site: Path) -> str:
    """A digest of a site: every file's name, kind, rights and content.

    Raises:
        OSError: when some of it cannot be read.
    """
    made = hashlib.sha256()
    for name in files_of(site):
        file = site / name
        made.update(f"{name}\0{file.lstat().st_mode}\0".encode("utf-8", "surrogateescape"))
        made.update(hashlib.sha256(file.read_bytes()).digest())
    return made.hexdigest()


def covers(project: Path, used: Iterable[str]) -> bool:
    """Whether `sources_of` looks at all of these paths, links followed."""
    roots = [os.path.realpath(project / root) for root in _ROOTS]
    return all(any(path == root or path.startswith(f"{root}/") for root in roots) for path in used)


@dataclass(frozen=True, slots=True)
class Memory:
    """What the last build of one site left behind in `.cache/published`."""

    project: Path
    site: Path
    environment: Mapping[str, str]
    sources: str | None
    """A digest of what a build is made from now; None where nothing is remembered."""

    @classmethod
    def of(cls, project: Path, site: Path, environment: Mapping[str, str]) -> Memory:
        """The memory of a site before a build; with CACHE=off, or where files cannot be read, there is none."""
        sources = None
        if environment.get("CACHE") != "off" and (project / "mkdocs.yml").is_file():
            with suppress(OSError):
                sources = sources_of(project, environment)
        return cls(project, site, environment, sources)

    @property
    def file(self) -> Path:
        """Where it is kept."""
        return self.project / ".cache" / "published" / f"{digest(str(self.site))[:8]}.json"

    def unchanged(self) -> Standing | None:
        """The site that stands, where a build could give no other."""
        with suppress(OSError, ValueError, TypeError):
            sum_, _, text = self.file.read_text(encoding="utf-8").partition("\n")
            known = Standing(**json.loads(text)) if sum_ == digest(text) else None
            if known and known.sources == self.sources and known.site == site_of(self.site):
                return known
        return None

    def keep(self, told: Mapping[str, Any], what: str) -> None:
        """Keep what was published, by what its build told; not where anything may have changed meanwhile."""
        used, report = told.get("sources"), told.get("told")
        with suppress(OSError):
            self.file.unlink(missing_ok=True)
            if self.sources is None or used is None or report is None or not covers(self.project, used):
                return
            if self.sources == sources_of(self.project, self.environment):
                self._write(json.dumps(asdict(Standing(self.sources, site_of(self.site), report, what))))

    def _write(self, text: str) -> None:
        unfinished = self.file.with_suffix(f".{os.getpid()}")
        self.file.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(f"{digest(text)}\n{text}", encoding="utf-8")
        unfinished.replace(self.file)


def _content(root: Path) -> Iterator[str | bytes]:
    """Names and contents below a root, in order, links followed; only its name where it is not there."""
    if root.is_file() or not root.exists():
        yield from (root.name, root.read_bytes() if root.exists() else b"")
        return
    seen: set[str] = set()
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        if (real := os.path.realpath(folder)) in seen:
            continue
        seen.add(real)
        for path in sorted(folder.iterdir()):
            if path.name.endswith(_MADE):
                continue
            name = path.relative_to(root.parent).as_posix()
            if path.is_dir():
                waiting.append(path)
                yield f"{name}/"
            elif path.is_file():
                yield from (name, path.read_bytes())
            else:
                raise OSError(errno.EINVAL, "no file that can be read to its end", str(path))
