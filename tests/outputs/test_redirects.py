"""Redirects of pages that moved: what they hold, where they lead, and what they never stand over."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest

from knowledge.content_policy import content_policy
from knowledge.outputs.redirects import redirects
from tests.builders import load
from tests.site_text import FILES

GUIDE = "choose/levels.md"
SCRIPT = "assets/javascripts/moved.js"
RELATED = "related: [answers/sciatica.md, safety/urgent.md]\n"


class Parts(HTMLParser):
    """The tags of a page with their attributes, and its texts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def get(self, tag: str, **attributes: str) -> dict[str, str | None]:
        wanted = {name.replace("_", "-"): value for name, value in attributes.items()}
        return next(found for name, found in self.tags if name == tag and wanted.items() <= found.items())


def moved(root: Path, was: str, page: str = GUIDE, mkdocs: str | None = None) -> dict[str, str]:
    """The redirects of the valid site with a page that was elsewhere."""
    text = FILES[page].replace("published:", f"was: [{was}]\npublished:")
    files = {**FILES, page: text}
    if mkdocs:
        files["../mkdocs.yml"] = mkdocs
    found = redirects(load(root, files))
    if found:
        assert "location.hash" in found.pop(SCRIPT)
    return found


@pytest.mark.parametrize(
    ("was", "page", "file", "target"),
    [
        ("choose/class.md", GUIDE, "choose/class/index.html", "../levels/"),
        ("class.md", GUIDE, "class/index.html", "../choose/levels/"),
        ("old/index.md", GUIDE, "old/index.html", "../choose/levels/"),
        ("a/b/c.md", "index.md", "a/b/c/index.html", "../../../"),
        ("us.md", "about/index.md", "us/index.html", "../about/"),
    ],
)
def test_each_leads_to_the_page_from_below_any_path(
    was: str, page: str, file: str, target: str, tmp_path: Path
) -> None:
    found = moved(tmp_path, was, page)
    assert list(found) == [file]
    parts = Parts(found[file])
    assert parts.get("a")["href"] == target
    assert parts.get("meta", http_equiv="refresh")["content"] == f"0; url={target}"
    living = page.removesuffix(".md").removesuffix("index").strip("/")
    for root in ("https://legs.example/", "https://legs.example/legwise/"):
        old = root + file.removesuffix("index.html")
        assert urljoin(old, target) == f"{root}{living}/".replace("//", "/").replace(":/", "://")


def test_what_a_redirect_says(tmp_path: Path) -> None:
    html = moved(tmp_path, "choose/class.md", mkdocs="site_url: https://legs.example/legwise/\n")[
        "choose/class/index.html"
    ]
    parts = Parts(html)
    assert html.startswith("<!doctype html>\n<html lang=")
    assert parts.get("link", rel="canonical")["href"] == "https://legs.example/legwise/choose/levels/"
    assert parts.get("meta", name="robots")["content"] == "noindex"
    assert "Compression levels and what they mean" in parts.texts
    assert parts.get("script")["src"] == f"../../{SCRIPT}"
    assert parts.get("meta", http_equiv="Content-Security-Policy")["content"] == content_policy()


def test_in_the_preview_they_carry_no_policy(tmp_path: Path) -> None:
    """Its server puts a script of its own into each page."""
    files = {**FILES, GUIDE: FILES[GUIDE].replace("published:", "was: [class.md]\npublished:")}
    assert "Content-Security-Policy" not in redirects(load(tmp_path, files), preview=True)["class/index.html"]


def test_a_title_is_escaped(tmp_path: Path) -> None:
    text = (
        FILES[GUIDE]
        .replace("Compression levels and", "<script>alert(1)</script> &")
        .replace("published:", "was: [class.md]\npublished:")
    )
    html = redirects(load(tmp_path, {**FILES, GUIDE: text}))["class/index.html"]
    assert html.count("<script") == 1
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; what" in html


@pytest.mark.parametrize("was", ["answers.md", "Conditions/Sciatica.md", "../x.md", "/x.md", "x", "choose/levels.md"])
def test_none_stands_over_a_living_page_or_outside(was: str, tmp_path: Path) -> None:
    assert moved(tmp_path, was) == {}


def test_a_draft_leads_nowhere(tmp_path: Path) -> None:
    text = (
        FILES[GUIDE].replace("published:", "was: [class.md]\npublished:").replace("changes:", "draft: true\nchanges:")
    )
    assert redirects(load(tmp_path, {**FILES, GUIDE: text})) == {}


def test_without_directory_urls(tmp_path: Path) -> None:
    text = FILES[GUIDE].replace("published:", "was: [old/class.md]\npublished:")
    found = redirects(load(tmp_path, {**FILES, GUIDE: text}), directory_urls=False)
    assert list(found) == ["old/class.html", SCRIPT]
    assert Parts(found["old/class.html"]).get("a")["href"] == "../choose/levels.html"
