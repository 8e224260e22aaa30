"""The one engine of a process: hears the generator's events and hands them to the build that is under way.

Where pages may not be kept there is no build of ours, and nothing happens.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import sysconfig
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from knowledge.incremental.build import Build
from knowledge.incremental.digest import digest
from knowledge.incremental.gate import strangers
from knowledge.incremental.lookups import watch_opened
from knowledge.incremental.protocols import Config, Files, Generator, Navigation, Page
from knowledge.incremental.quick import Quick
from knowledge.incremental.serving import Server, take_over
from knowledge.incremental.sources import sources_of
from knowledge.incremental.store import Store
from knowledge.publishing.notes import listening, tell

_LOG = logging.getLogger("mkdocs.incremental")
_FOLDER = Path(".cache", "incremental")


Method = TypeVar("Method", bound=Callable[..., Any])


def first_or_last(priority: int) -> Callable[[Method], Method]:
    """When among all hooks a method hears of an event: 100 first, -100 last (what MkDocs calls event_priority)."""

    def marked(method: Method) -> Method:
        method.mkdocs_priority = priority  # type: ignore[attr-defined]
        return method

    return marked


class Engine:
    """What lives as long as the process."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self.preview = False
        self.dirty = False
        self.generator: Generator | None = None
        self.build: Build | None = None
        self._last: Quick | None = None

    def start(self, generator: Generator, *, preview: bool, dirty: bool) -> None:
        """The process starts; `dirty` is the generator's own way of building in part."""
        self.generator, self.preview, self.dirty = generator, preview, dirty

    @first_or_last(-100)
    def begin(self, config: Config) -> None:
        """The last moment before the generator empties the site; all settings are known."""
        self.end()
        if self._last is not None:
            self._last.build.close()
            self._last = None
        unknown = strangers(config)
        if unknown:
            _LOG.info("Every page is rendered: it is not known what %s looks at", ", ".join(unknown))
        if unknown or self.generator is None or self.dirty:
            return
        base = Path(config.config_file_path or "mkdocs.yml").resolve()
        watch_opened((*_known(), str(base.parent / ".cache")))
        self.build = Build(self.generator, config, self._store(base), preview=self.preview)
        self.build.before()

    @first_or_last(100)
    def files_read(self, files: Files, config: Config) -> None:
        """The first moment after."""
        if self.build:
            self.build.files_read(files)

    @first_or_last(-100)
    def plan(self, nav: Navigation, config: Config, files: Files) -> None:
        """The navigation stands: decide what is turned from Markdown."""
        if self.build:
            self.build.plan(nav, files)

    @first_or_last(100)
    def before_page(self, page: Page, config: Config, files: Files) -> None:
        """A page is about to be read."""
        if self.build:
            self.build.before_page(page)

    @first_or_last(-100)
    def after_text(self, html: str, page: Page, config: Config, files: Files) -> str | None:
        """A page was turned."""
        return self.build.after_text(page, html) if self.build else None

    @first_or_last(-100)
    def templates_ready(self, env: Any, config: Config, files: Files) -> None:
        """All pages are turned: decide what is rendered."""
        if self.build:
            self.build.templates_ready(env)

    @first_or_last(100)
    def before_context(self, context: Any, page: Page, config: Config, nav: Navigation) -> None:
        """A page is about to be rendered; the first to hear of it."""
        if self.build:
            self.build.rendering.before_context(page)

    @first_or_last(-100)
    def after_context(self, context: Any, page: Page, config: Config, nav: Navigation) -> None:
        """All hooks have told its template what they know; the last to hear of it."""
        if self.build:
            self.build.rendering.after_context(page, context)

    @first_or_last(-100)
    def written(self, output: str, page: Page, config: Config) -> None:
        """A page is about to be written; the last to hear of it."""
        if self.build:
            self.build.rendering.written(page, output)

    def finish(self, config: Config) -> None:
        """Everything is written."""
        if self.build:
            self.build.finish()
            if listening():
                tell("sources", sources_of(config, self.build.works.values()))
            if self.preview:
                self._last, self.build = Quick(self.build), None
            self.end()

    def serve(self, server: Server, config: Config, builder: Any) -> None:
        """A preview is about to serve."""
        take_over(server, config, self)

    def change(
        self, paths: set[str], viewed: frozenset[str] = frozenset(), urgent: Callable[[], bool] | None = None
    ) -> bool:
        """These paths changed, or what was left for later is due: bring the preview up to date where that is quick;
        whether it was. `viewed` are the files in the site that readers look at; `urgent` tells of a further save.
        """
        last, self._last = self._last, None
        if last is None:
            return False
        self.build = last.build
        done = False
        try:
            done = last(paths, viewed, urgent)
        finally:
            if done:
                self._last, self.build = last, None
            self.end()
        return done

    @property
    def unfinished(self) -> bool:
        """Whether something was left for later by the last change."""
        return self._last is not None and self._last.unfinished

    @property
    def idle(self) -> bool:
        """Whether no page was rendered by the last change."""
        return self._last is not None and self._last.idle

    def fail(self, error: Exception) -> None:
        """The build breaks off."""
        self.end()

    def end(self) -> None:
        """Let go of everything."""
        if self.build is not None:
            self.build.leave()
            self.build.close()
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
