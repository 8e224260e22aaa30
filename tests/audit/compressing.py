"""The site's server as a static host runs it: files sent with gzip, and kept by browsers where their name allows it."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path

from tests.browser.conftest import BASE, Handler, Site, build

PACKED = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt", ".csv"}


class CompressingHandler(Handler):
    """Sends what can be packed packed, at the level that hosts use."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # noqa: N802  the name that http.server calls
        """A file of the site, or the publisher's page that says it is not there."""
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        if path.suffix not in PACKED or not path.is_file():
            super().do_GET()
            return
        body = packed(path)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)


@cache
def packed(path: Path) -> bytes:
    """A file as it is sent."""
    return gzip.compress(path.read_bytes(), 6)


@contextmanager
def compressed_site(top: Path) -> Iterator[Site]:
    """The strict build, built for the address of a server that packs it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(CompressingHandler, directory=str(top)))
    url = f"http://127.0.0.1:{server.server_port}/{BASE}/"
    build(top / BASE, url)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Site(top / BASE, url)
    finally:
        server.shutdown()
        server.server_close()
