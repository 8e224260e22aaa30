"""Which pages readers of a preview look at: those are made again first."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from typing import Any, Protocol
from urllib.parse import unquote, urlsplit

App = Callable[[dict[str, Any], Any], Iterable[bytes]]
"""A WSGI application (PEP 3333)."""
_MOST = 3
_ASKS = "/livereload/"
"""Where open pages ask whether there is something new."""


class Server(Protocol):
    """A server of pages below a path."""

    mount_path: str

    def get_app(self) -> Any:
        """What answers requests."""

    def set_app(self, app: App) -> None:
        """Have this answer requests."""


class Viewed:
    """Stands before a server's application and notes which pages are asked for, the last few of them."""

    def __init__(self, server: Server) -> None:
        """In front of what answers now."""
        self._app, self._below = server.get_app(), server.mount_path
        self._paths: deque[str] = deque(maxlen=_MOST)
        server.set_app(self)

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        """Answer a request."""
        path = str(environ.get("PATH_INFO", "")).encode("latin-1", "replace").decode("utf-8", "replace")
        if path.startswith(_ASKS):
            path = unquote(urlsplit(str(environ.get("HTTP_REFERER", ""))).path)
        if path.startswith(self._below) and path.endswith(("/", ".html")) and path not in self._paths:
            self._paths.append(path)
        return self._app(environ, start_response)

    def files(self) -> frozenset[str]:
        """The files of these pages, as paths in the site."""
        names = (path.removeprefix(self._below) for path in tuple(self._paths))
        return frozenset(f"{name}index.html" if name.endswith("/") or not name else name for name in names)
