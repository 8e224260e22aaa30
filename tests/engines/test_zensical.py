"""The same docs under MkDocs and under Zensical: page by page, the main content must be the same.

Compared as elements, attributes and text: an address counts by where it leads, since the two engines write the way to
it differently, and `data-search-exclude`, which Zensical takes out for its own search, does not count.
"""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest

from knowledge.content_policy import content_policy

ROOT = Path(__file__).parents[2]
HERE = "https://site.example/"
UNLIKE = {"data-search-exclude"}


class Content(HTMLParser):
    """The tokens inside the page's article."""

    def __init__(self, address: str) -> None:
        super().__init__(convert_charrefs=True)
        self.address = address
        self.depth = 0
        self.tokens: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "article" and dict(attrs).get("id") == "content":
            self.depth = 1
        elif self.depth:
            self.depth += tag == "article"
            kept = {name: self._led(name, value or "") for name, value in attrs if name not in UNLIKE}
            self.tokens.append(f"<{tag} {sorted(kept.items())}>")

    def _led(self, name: str, value: str) -> str:
        return urljoin(self.address, value) if name in ("href", "src") else value

    def handle_endtag(self, tag: str) -> None:
        self.depth -= bool(self.depth) and tag == "article"
        if self.depth:
            self.tokens.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self.depth and (text := " ".join(data.split())):
            self.tokens.append(text)


def _content(folder: Path, path: str) -> list[str]:
    reader = Content(urljoin(HERE, path.removesuffix("index.html")))
    reader.feed((folder / path).read_text(encoding="utf-8"))
    return reader.tokens


def _run(*command: str, at: str = HERE) -> None:
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": at, "SOURCE_DATE_EPOCH": "1790000000"}
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path]]:
    """The real site by both engines."""
    folder = tmp_path_factory.mktemp("engines")
    _run("-m", "mkdocs", "build", "--strict", "--site-dir", str(folder / "mkdocs"))
    _run("-m", "knowledge.zensical", str(folder / "zensical"))
    yield folder / "mkdocs", folder / "zensical"


def _pages(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*.html")}


def test_every_page_is_there_with_the_same_content(sites: tuple[Path, Path]) -> None:
    mkdocs, zensical = sites
    assert _pages(zensical) == _pages(mkdocs)
    unlike = {}
    for path in sorted(_pages(mkdocs) - {"404.html"}):  # its popular pages come from a hook
        ours, theirs = _content(mkdocs, path), _content(zensical, path)
        assert len(ours) > 20, f"{path} holds nothing to compare"
        if ours != theirs:
            unlike[path] = next(((a, b) for a, b in zip(ours, theirs, strict=False) if a != b), "length")
    assert unlike == {}


def test_what_hooks_write_beside_the_pages_is_there_too(sites: tuple[Path, Path]) -> None:
    mkdocs, zensical = sites
    wanted = [file.relative_to(mkdocs) for folder in ("data", "search") for file in (mkdocs / folder).rglob("*.*")]
    files = [path for path in wanted if path.suffix in (".csv", ".json")]
    files += [Path(name) for name in ("robots.txt", "llms.txt", "feed.xml")]
    assert len(files) > 50
    assert [str(path) for path in files if (zensical / path).read_bytes() != (mkdocs / path).read_bytes()] == []
    assert list(zensical.rglob("*.yml")) == [], "the sources of the data are not published"


def test_heads_tell_what_hooks_tell(sites: tuple[Path, Path]) -> None:
    """All but the trail, which shows only its first step there: no hook tells of sections."""
    mkdocs, zensical = sites
    assert len(_heads(mkdocs)) > 70
    assert _heads(zensical) == _heads(mkdocs)


def _heads(folder: Path) -> dict[str, list[str]]:
    """What each head tells of its page: what is shared, what machines read, whether it may be listed."""
    found = {}
    for path in sorted(_pages(folder) - {"404.html"}):
        head = (folder / path).read_text(encoding="utf-8").partition("</head>")[0]
        told = re.findall(
            r'<meta (?:property|name="robots")[^>]*>|<script type="application/ld\+json">.*?</script>', head
        )
        found[path] = sorted(re.sub(r'\{"@type":"BreadcrumbList".*?\]\}', "", html.unescape(one)) for one in told)
    return found


def test_the_sitemap_has_the_pages_of_the_other_one_with_their_dates(sites: tuple[Path, Path]) -> None:
    mkdocs, zensical = (sorted(_listed(folder / "sitemap.xml")) for folder in sites)
    assert len(mkdocs) > 50
    assert zensical == mkdocs


def _listed(file: Path) -> list[tuple[str | None, ...]]:
    return [tuple(child.text for child in entry) for entry in ElementTree.parse(file).getroot()]


def test_it_can_be_published(tmp_path: Path) -> None:
    """The check of the built tree lets it pass, with an address and without one."""
    for address in ("", HERE):
        _run(
            "-m",
            "knowledge.publish",
            "--trial",
            "--engine",
            "zensical",
            "--site-dir",
            str(tmp_path / "site"),
            at=address,
        )


def test_the_policy_is_that_of_the_site(sites: tuple[Path, Path]) -> None:
    """Under it the search above runs; without it nothing would hold a planted script back."""
    line = f'http-equiv="Content-Security-Policy" content="{content_policy()}"'
    assert [path for path in sorted(_pages(sites[1])) if line not in (sites[1] / path).read_text("utf-8")] == []
