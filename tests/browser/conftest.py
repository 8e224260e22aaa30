"""Builds the real site once, serves it below a base path as it is published, and drives the system's Chromium."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

ROOT = Path(__file__).parents[2]
BASE = "legwise"  # published under a path, as GitHub Pages does: links that forget it break here
NAMES = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True)
class Site:
    """The built site: where its files lie and where it answers."""

    folder: Path
    url: str

    @property
    def pages(self) -> list[str]:
        """Every built page, as a path below the site's address; the 404 page too."""
        files = sorted(self.folder.rglob("*.html"))
        return [file.relative_to(self.folder).as_posix().removesuffix("index.html") for file in files]


class Handler(SimpleHTTPRequestHandler):
    """Serves the site with its own 404 page, as the publisher's server does, and keeps quiet."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / BASE / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


def build(folder: Path, url: str) -> None:
    """The strict build that is published; fails with what it printed."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    environment = {**os.environ, "SITE_URL": url, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(f"The strict build failed, so no browser test can run:\n{done.stdout}{done.stderr}", pytrace=False)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The real site, built for the address at which it is then served."""
    top = tmp_path_factory.mktemp("published")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(top)))
    url = f"http://127.0.0.1:{server.server_port}/{BASE}/"
    build(top / BASE, url)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Site(top / BASE, url)
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the system's Chromium."""
    return find_chromium()


def find_chromium() -> str:
    """Looks for Chromium; a missing one fails, since a skipped test would look like a passed one."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None or not shutil.which(found):
        pytest.fail(
            "The browser tests need Chromium. Install it (apt-get install chromium) or set CHROMIUM=/path/to/it.",
            pytrace=False,
        )
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One browser for all tests; each test has contexts of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


@dataclass
class Visit:
    """An open page with what it asked for and complained of."""

    page: Page
    context: BrowserContext
    requests: list[Request]
    complaints: list[str]


Open = Callable[..., Visit]


@pytest.fixture
def visit(site: Site, browser: Browser) -> Iterator[Open]:
    """Opens a page of the site in a fresh context of the given width and theme."""
    contexts: list[BrowserContext] = []

    def open_page(
        path: str = "",
        *,
        width: int = 1280,
        height: int = 900,
        scheme: Literal["light", "dark"] = "light",
        **options: Any,
    ) -> Visit:
        size: Any = {"width": width, "height": height}
        context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce", **options)
        context.set_default_timeout(30_000)  # a busy machine is no fault
        contexts.append(context)
        page = context.new_page()
        made = Visit(page, context, [], [])

        def note(request: Request) -> None:  # Playwright cannot wrap a built-in such as list.append
            made.requests.append(request)

        page.on("request", note)
        page.on("console", lambda m: made.complaints.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: made.complaints.append(str(error)))
        page.goto(site.url + path, wait_until="load")
        page.evaluate("document.fonts.ready")
        if page.locator("html.js").count():
            page.wait_for_selector("html[data-ready]", state="attached")
        return made

    yield open_page
    for context in contexts:
        context.close()
