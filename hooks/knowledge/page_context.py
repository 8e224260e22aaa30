"""Which page is being rendered: told by an adapter, or by the engine that runs the Markdown extension."""

from __future__ import annotations

from contextvars import ContextVar

from markdown import Markdown

_current: ContextVar[str | None] = ContextVar("current_page", default=None)


def set_current_page(path: str | None) -> None:
    """Say which page comes next, as a path from docs/; None where there is none."""
    _current.set(path)


def current_page(md: Markdown) -> str | None:
    """The page that `md` renders, as a path from docs/: what the adapter said, else what Zensical's context says."""
    path = _current.get()
    if path is not None:
        return path
    if "rendering_context" not in md.preprocessors:
        return None
    page = getattr(md.preprocessors["rendering_context"], "page", None)
    found = getattr(page, "path", None)
    return str(found) if found else None
