"""The preview: hears of changes at once, and makes again only what they touch where they touch nothing else."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol

from knowledge.incremental.protocols import Config
from knowledge.incremental.viewed import Server as PageServer
from knowledge.incremental.viewed import Viewed
from knowledge.incremental.watching import Watcher, must_ask

_LOG = logging.getLogger("mkdocs.incremental")
_CALM = 0.015  # seconds without a further change before a build: an editor writes a file in several steps
_READING = 0.4  # seconds in which a browser has loaded a page again; what was left for later begins after them


class Server(PageServer, Protocol):
    """The preview's server."""

    observer: Any
    builder: Callable[[], None]
    build_delay: float
    _want_rebuild: bool
    _rebuild_cond: threading.Condition
    _wanted_epoch: int
    _visible_epoch: int

    def watch(self, path: str) -> None:
        """Watch a path."""

    def unwatch(self, path: str) -> None:
        """Watch it no more."""


class Quick(Protocol):
    """Makes again what changes touch."""

    def change(self, paths: set[str], viewed: frozenset[str], urgent: Callable[[], bool]) -> bool:
        """Do so for some paths, or finish what was left for later; False where it cannot tell what they touch."""

    @property
    def unfinished(self) -> bool:
        """Whether something was left for later."""

    @property
    def idle(self) -> bool:
        """Whether no page was made again."""


def take_over(server: Server, config: Config, quick: Quick) -> None:
    """Give the server our watcher and our builder."""
    watched = []
    for path in (config.docs_dir, config.config_file_path, *config.theme.dirs):
        with suppress(KeyError):
            if path:
                server.unwatch(path)
                watched.append(path)
    watcher = Watcher(polling=must_ask(watched))
    server.observer = watcher
    for path in watched:
        server.watch(path)
    server.build_delay = _CALM
    server.builder = _Builder(server, watcher, quick)


class _Builder:
    """Builds what the watcher heard of; what was left for later a moment after, unless more is saved by then."""

    def __init__(self, server: Server, watcher: Watcher, quick: Quick) -> None:
        self._server, self._watcher, self._quick = server, watcher, quick
        self._ordinary, self._viewed = server.builder, Viewed(server)
        self._due = self._came_back = False

    def __call__(self) -> None:
        """Build."""
        changed, due = self._watcher.take(), self._due
        came_back, self._came_back = self._came_back, False
        if came_back and not changed and not due:  # it was done with the save in between
            self._server._wanted_epoch = self._server._visible_epoch
            return
        try:
            done = bool(changed or due) and self._quick.change(changed, self._viewed.files(), self._watcher.heard)
        except Exception as error:  # whatever it is, the ordinary way is right
            _LOG.debug("The quick way failed: %r", error)
            done = False
        self._due = done and self._quick.unfinished
        if not done:
            self._ordinary()
            return
        if (due or self._due) and self._quick.idle:
            self._server._wanted_epoch = self._server._visible_epoch  # no page is another: none is loaded again
        if self._due:
            later = threading.Timer(_READING, self._come_back)
            later.daemon = True
            later.start()

    def _come_back(self) -> None:
        with self._server._rebuild_cond:
            if self._due:
                self._came_back = self._server._want_rebuild = True
                self._server._rebuild_cond.notify_all()
