"""The one engine of a process: starts a build where pages may be kept, and stays out of the way where they may not."""

from __future__ import annotations

import logging
import os
import sqlite3
import sysconfig
from pathlib import Path

from knowledge.incremental.build import Build
from knowledge.incremental.digest import digest
from knowledge.incremental.gate import strangers
from knowledge.incremental.lookups import watch_opened
from knowledge.incremental.protocols import Config, Generator
from knowledge.incremental.store import Store

_LOG = logging.getLogger("mkdocs.incremental")
_FOLDER = Path(".cache", "incremental")


class Engine:
    """What lives as long as the process."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self.preview = False
        self.dirty = False
        self.generator: Generator | None = None
        self.build: Build | None = None

    def start(self, generator: Generator, *, preview: bool, dirty: bool) -> None:
        """The process starts; `dirty` is the generator's own way of building in part."""
        self.generator, self.preview, self.dirty = generator, preview, dirty

    def begin(self, config: Config) -> None:
        """A build begins; all settings are known, and the old site is still there."""
        self.end()
        unknown = strangers(config)
        if unknown:
            _LOG.info("Every page is rendered: it is not known what %s looks at", ", ".join(unknown))
        if unknown or self.generator is None or self.dirty:
            return
        base = Path(config.config_file_path or "mkdocs.yml").resolve()
        watch_opened((*_known(), str(base.parent / ".cache")))
        self.build = Build(self.generator, config, self._store(base), preview=self.preview)
        self.build.before()

    def end(self) -> None:
        """The build has ended, or failed."""
        if self.build is not None:
            self.build.leave()
            if self.build.store is not None:
                self.build.store.close()
            self.build = None

    def _store(self, base: Path) -> Store | None:
        if os.environ.get("CACHE") == "off":
            return None
        name = f"{digest(str(base))[:8]}-{'serve' if self.preview else 'build'}.sqlite"
        try:
            return Store(base.parent / _FOLDER / name)
        except (OSError, sqlite3.Error) as error:
            _LOG.info("Nothing is remembered for the next build: %s", error)
            return None


def _known() -> list[str]:
    """Folders whose files are known by the program's own digest."""
    paths = sysconfig.get_paths()
    return [paths["stdlib"], paths["purelib"], paths["platlib"], str(Path(__file__).resolve().parents[1])]


ENGINE = Engine()
"""The one engine of this process."""
