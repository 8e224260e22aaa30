"""Whether pages of a site may be kept at all: only where every hand that touches a page is known.

A plugin may look at anything while it works on a page. Those named here, and hooks that say of themselves that what
they look at is recorded (`DEPENDENCIES_RECORDED = True`), give the same for the same page; with any other everything is
made each time.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from knowledge.incremental.protocols import Config

_PAGE_EVENTS = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page", "env")
_OUTSIDE = frozenset({"startup", "shutdown", "serve", "build_error"})
_OURS = "knowledge.incremental.engine"
_KNOWN = frozenset({"material.plugins.search.plugin", "material.plugins.offline.plugin", _OURS})
DECLARATION = "DEPENDENCIES_RECORDED"
MATERIAL_SEARCH = "material.plugins.search.plugin"


def strangers(config: Config) -> list[str]:
    """The plugins and hooks that work on pages and are not known, by module."""
    found = {_module(handler) for name in _PAGE_EVENTS for handler in config.plugins.events.get(name, ())}
    return sorted(name for name in found if name not in _KNOWN and not _declares(name))


def context_is_told(config: Config) -> bool:
    """Whether somebody tells templates more than the generator does."""
    return any(_module(one) not in _KNOWN for one in config.plugins.events.get("page_context", ()))


def hooks_of(config: Config) -> list[Any]:
    """The handlers of the site's own hooks, which can hear the events of a build again and again."""
    return [one for one in _handlers(config) if _declares(_module(one))]


def others_of(config: Config) -> list[str]:
    """What else hears the events of a build, by module."""
    found = {_module(one) for one in _handlers(config)}
    return sorted(name for name in found if name not in _KNOWN and not _declares(name))


def _handlers(config: Config) -> Iterator[Any]:
    for event, handlers in config.plugins.events.items():
        if event not in _OUTSIDE:
            yield from handlers


def material_search(config: Config) -> Any | None:
    """Material's search plugin, if it is on."""
    return next((one for one in _plugins(config) if one.config.get("enabled", True)), None)


def _plugins(config: Config) -> Iterator[Any]:
    for plugin in config.plugins.values():
        if type(plugin).__module__ == MATERIAL_SEARCH and hasattr(plugin, "config"):
            yield plugin


def _declares(module: str) -> bool:
    return bool(getattr(sys.modules.get(module), DECLARATION, False))


def _module(handler: Any) -> str:
    owner = getattr(handler, "__self__", None)
    return str(type(owner).__module__ if owner is not None else getattr(handler, "__module__", "?"))
