"""The real site, built and served once for all parts of an audit, and one browser to look at it with."""

from __future__ import annotations

import atexit
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache, partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import BASE, Handler, Site, build, find_chromium

_closing = ExitStack()
atexit.register(_closing.close)


@cache
def site() -> Site:
    """The strict build, served below a path as it is published."""
    top = Path(_closing.enter_context(tempfile.TemporaryDirectory()))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(top)))
    url = f"http://127.0.0.1:{server.server_port}/{BASE}/"
    build(top / BASE, url)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    _closing.callback(server.server_close)
    _closing.callback(server.shutdown)
    return Site(top / BASE, url)


@cache
def browser() -> Browser:
    """The system's Chromium."""
    playwright = _closing.enter_context(sync_playwright())
    found = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
    _closing.callback(found.close)
    return found


@contextmanager
def page(*, width: int = 1280, height: int = 900, scheme: str = "light", **options: Any) -> Iterator[Page]:
    """An empty page in a fresh context of this width and theme; motion off."""
    size: Any = {"width": width, "height": height}
    context = browser().new_context(**{"viewport": size, "color_scheme": scheme, "reduced_motion": "reduce", **options})
    try:
        yield context.new_page()
    finally:
        context.close()
