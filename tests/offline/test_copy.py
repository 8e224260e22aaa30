"""The zip of the whole site: what is in it, what becomes of a page, and the same bytes each time."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from knowledge.offline.copy import offline_copy
from knowledge.offline.page import Copy, offline_page

MOMENT = 1_795_219_200  # 21 November 2026
HEAD = (
    '<meta http-equiv="Content-Security-Policy" content="default-src">'
    '<link rel="alternate" type="application/atom+xml" href="{0}feed.xml">'
    '<script src="{0}assets/javascripts/before-paint.js"></script>'
)
PAGE = (
    "<!doctype html><html><head>" + HEAD + "</head><body>"
    '<article class="article" id="content"><h1>A &amp; B</h1><a href="{0}answers/a/#x">A</a> <a href="{0}">Home</a>'
    ' <a href="#x">here</a> <a href="https://example.org/?a=1&amp;b=2">out</a>'
    ' <a href="{0}feed.xml">feed</a></article>'
    '<form class="f" role="search"></form><script id="__config" type="application/json">'
    '{{"base": "..", "features": ["navigation.instant", "other"]}}</script>'
    '<script src="{0}assets/javascripts/legwise.mjs" type="module"></script></body></html>'
)
FILES = frozenset(("index.html", "answers/a/index.html", "assets/javascripts/before-paint.js"))


def page(path: str, up: str, address: str | None = "https://legs.test/") -> str:
    """A page of the copy."""
    return offline_page(PAGE.format(up), path, Copy(FILES, address, "This is a copy of 21 November 2026."))


def test_links_name_files_and_keep_what_follows() -> None:
    told = page("answers/a/index.html", "../../")
    assert '<a href="index.html#x">A</a> <a href="../../index.html">Home</a> <a href="#x">here</a>' in told
    assert '<a href="https://example.org/?a=1&amp;b=2">out</a>' in told
    assert "<h1>A &amp; B</h1>" in told


def test_what_is_not_in_the_copy_is_linked_where_it_is_published() -> None:
    assert '<a href="https://legs.test/feed.xml">feed</a>' in page("answers/a/index.html", "../../")
    assert "<a>feed</a>" in page("answers/a/index.html", "../../", None)


def test_the_theme_is_told_to_bring_the_index() -> None:
    assert '<form class="f" role="search" name="search">' in page("index.html", "")


def test_each_page_tells_its_day_and_its_address() -> None:
    assert (
        'id="content"><p class="copy-note">This is a copy of 21 November 2026. Newer advice may exist at '
        '<a href="https://legs.test/answers/a/">https://legs.test/answers/a/</a>.</p>'
    ) in page("answers/a/index.html", "../../")
    assert "may exist on the site you took it from.</p>" in page("index.html", "", None)


def test_scripts_are_classic_and_no_policy_or_instant_navigation_is_left() -> None:
    told = page("index.html", "")
    assert (
        "alternate" not in told
        and "Content-Security-Policy" not in told
        and "module" not in told
        and "navigation.instant" not in told
    )
    assert '<script src="assets/javascripts/offline.js"></script><script src="assets/' in told
    assert '<script src="assets/javascripts/legwise.js" defer></script>' in told
    assert '"features": ["other"]' in told


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small built site."""
    files = {
        "index.html": PAGE.format(""),
        "answers/a/index.html": PAGE.format("../../"),
        "old/index.html": '<meta http-equiv="refresh" content="0; url=../">',
        "404.html": "x",
        "sitemap.xml": "x",
        "data/a.csv": "x",
        "assets/stylesheets/legwise.css": '@font-face { src: url("../fonts/a.woff2") }',
        "assets/fonts/a.woff2": "font",
        "assets/javascripts/before-paint.js": "1",
        "assets/javascripts/legwise.mjs": "1;",
        "assets/javascripts/search-words.js": "self.LegwiseWords = 1;",
        "assets/javascripts/search-worker.js": "self.engine = 1;",
        "search/search_index.json": json.dumps({"docs": [{"location": "answers/a/#x"}, {"location": ""}]}),
        "search/search_help.json": json.dumps({"urgent": "answers/a/"}),
    }
    for name, text in files.items():
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "site"


def test_it_holds_pages_data_and_search_and_leaves_out_what_only_a_server_needs(site: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(offline_copy(site, None, MOMENT))) as packed:
        held = {name.removeprefix("legwise-2026-11-21/"): packed.read(name).decode() for name in packed.namelist()}
    assert sorted(held) == [
        "READ ME.txt",
        "answers/a/index.html",
        "assets/fonts/a.woff2",
        "assets/javascripts/before-paint.js",
        "assets/javascripts/legwise.js",
        "assets/javascripts/offline.js",
        "assets/stylesheets/legwise.css",
        "data/a.csv",
        "index.html",
        "search/search_help.js",
        "search/search_index.js",
    ]
    assert held["assets/stylesheets/legwise.css"] == '@font-face { src: url("data:font/woff2;base64,Zm9udA==") }'
    assert held["search/search_index.js"].startswith('var __index = {"docs":[{"location":"answers/a/index.html#x"}')
    assert held["search/search_help.js"] == 'var LegwiseData = {"urgent":"answers/a/index.html"};\n'
    assert "self.engine = 1;" in held["assets/javascripts/offline.js"]


def test_it_is_the_same_bytes_each_time(site: Path) -> None:
    first = offline_copy(site, "https://legs.test/", MOMENT)
    (site / "index.html").touch()
    assert offline_copy(site, "https://legs.test/", MOMENT) == first
