"""The preview: hears of changes at once, and makes again only what they touch where they touch nothing else."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol

from knowledge.incremental.protocols import Config
from knowledge.incremental.watching import Watcher, must_ask

_LOG = logging.getLogger("mkdocs.incremental")
_CALM = 0.015  # seconds without a further change before a build: an editor writes a file in several steps


class Server(Protocol):
    """The preview's server."""

    observer: Any
    builder: Callable[[], None]
    build_delay: float

    def watch(self, path: str) -> None:
        """Watch a path."""

    def unwatch(self, path: str) -> None:
        """Watch it no more."""


Quick = Callable[[set[str]], bool]
"""Makes again what changes of some paths touch; False where it cannot tell."""


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
    server.builder = _builder(server.builder, watcher, quick)


def _builder(ordinary: Callable[[], None], watcher: Watcher, quick: Quick) -> Callable[[], None]:
    def build() -> None:
        changed = watcher.take()
        try:
            done = bool(changed) and quick(changed)
        except Exception as error:  # whatever it is, the ordinary way is right
            _LOG.debug("The quick way failed: %r", error)
            done = False
        if not done:
            ordinary()

    return build
