"""The search of the site that Zensical built, which a module of its own drives there."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Handler

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where that site is served."""
    folder = tmp_path_factory.mktemp("zensical") / "site"
    command = [sys.executable, "-m", "knowledge.zensical", str(folder)]
    environment = os.environ | {"SITE_URL": "https://site.example/", "SOURCE_DATE_EPOCH": "1790000000"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(address: str, browser: Browser) -> Iterator[Page]:
    """An answer with the search open; no script may fail or offend against the policy."""
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda told: complaints.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{address}answers/flights/")
    page.wait_for_selector("[data-ready]", state="attached")
    page.keyboard.press("/")
    yield page
    context.close()
    assert complaints == []


def test_the_search_finds_and_leads_by_keys(page: Page) -> None:
    field = page.get_by_role("textbox", name="Search")
    expect(field).to_be_focused()
    page.keyboard.type("siatica socks")
    first = page.locator(".md-search-result__link").first
    expect(first).to_contain_text("Do compression socks help with sciatica?")
    expect(first).to_contain_text("Not tested")
    expect(page.locator(".search__count")).to_have_text("8 pages found")
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/answers/sciatica/")


def test_the_search_tells_of_danger_and_of_ways_on(page: Page) -> None:
    page.keyboard.type("cannot pee and numb bottom")
    expect(page.locator("[data-red-flag=cauda-equina]")).to_be_visible()
    page.locator("[data-search-clear]").click()
    page.keyboard.type("zzzzzzzz")
    expect(page.locator(".search__count")).to_have_text("Nothing found")
    expect(page.locator("[data-search-instead]")).to_be_visible()
