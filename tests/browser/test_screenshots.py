"""The ten types of page look as they did when somebody last looked: light and dark, on a phone and wide.

The pictures in tests/browser/screenshots are half as wide as the page. So that they are the same on every machine, all
words are set in the font that the site brings along, without hinting, and nothing moves. After a change of looks
`UPDATE_SCREENSHOTS=1 .venv/bin/pytest tests/browser/test_screenshots.py` makes them anew; look at each before you
commit it.
"""

from __future__ import annotations

import base64
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Site

FOLDER = Path(__file__).parent / "screenshots"
CODE = "data:text/javascript;base64," + base64.b64encode(FOLDER.with_suffix(".mjs").read_bytes()).decode()
ALLOWED = 0.002
"""The share of points that may differ: 0.2 per cent."""
TYPES = {
    "home": "",
    "answer": "answers/flights/",
    "condition": "conditions/vein-disease/",
    "guide": "use/put-on/",
    "comparison": "compare/sciatica-supports/",
    "safety": "safety/urgent/",
    "evidence": "evidence/map/",
    "glossary": "glossary/",
    "about": "about/",
    "landing": "answers/",
}
HEIGHTS = {320: 1400, 1280: 1100}
ARGUMENTS = ["--no-sandbox", "--font-render-hinting=none", "--disable-lcd-text", "--force-color-profile=srgb"]
SAME_EVERYWHERE = """
:root { --sans: "Literata"; --mono: "Literata"; scrollbar-width: none; }
*, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent !important; }
select { appearance: none; }
"""
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


@dataclass
class Camera:
    """A browser whose letters look the same on every machine, and an empty page in which pictures are compared."""

    browser: Browser
    bench: Page
    site: Site

    def shots(self, path: str, width: int, *, style: str = "") -> dict[Scheme, str]:
        """The top of a page in both themes, as addresses that hold the pictures; `style` comes on top of the site's."""
        size: Any = {"width": width, "height": HEIGHTS[width]}
        context = self.browser.new_context(viewport=size, reduced_motion="reduce", bypass_csp=True)
        page = context.new_page()
        page.clock.set_fixed_time("2026-11-21T12:00:00Z")
        page.goto(self.site.url + path)
        page.add_style_tag(content=SAME_EVERYWHERE + style)
        page.evaluate("document.fonts.ready")
        found: dict[Scheme, str] = {}
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found[scheme] = address(page.screenshot(animations="disabled", caret="hide"), "png")
        context.close()
        return found

    def halved(self, shot: str) -> bytes:
        """A picture as it is kept."""
        made = self.bench.evaluate("async ([code, shot]) => (await import(code)).halved(shot)", [CODE, shot])
        return base64.b64decode(made)

    def difference(self, shot: str, kept: bytes) -> dict[str, Any]:
        """How far a picture is from the kept one: `share` of the points, and `where`."""
        asked = [CODE, shot, address(kept, "webp")]
        found: dict[str, Any] = self.bench.evaluate(
            "async ([code, ...two]) => (await import(code)).difference(...two)", asked
        )
        return found


def address(picture: bytes, kind: str) -> str:
    """An address that holds the picture."""
    return f"data:image/{kind};base64,{base64.b64encode(picture).decode()}"


@pytest.fixture(scope="module")
def camera(browser: Browser, chromium: str, site: Site) -> Iterator[Camera]:
    """Started with arguments of its own: how letters are smoothed is set for a whole browser."""
    still = browser.browser_type.launch(executable_path=chromium, args=ARGUMENTS)
    yield Camera(still, still.new_page(), site)
    still.close()


@pytest.mark.parametrize(
    ("kind", "width"),
    # A wide comparison breaks its lines by the machine's own form controls: its picture does not hold elsewhere.
    [(kind, width) for kind in TYPES for width in HEIGHTS if (kind, width) != ("comparison", 1280)],
)
def test_a_page_looks_as_it_was_accepted(camera: Camera, kind: str, width: int, tmp_path: Path) -> None:
    for scheme, shot in camera.shots(TYPES[kind], width).items():
        kept = FOLDER / f"{kind}-{width}-{scheme}.webp"
        if os.environ.get("UPDATE_SCREENSHOTS") == "1":
            kept.write_bytes(camera.halved(shot))
        found = camera.difference(shot, kept.read_bytes())
        if found["share"] > ALLOWED:
            (tmp_path / f"now-{kept.name}").write_bytes(camera.halved(shot))
            (tmp_path / f"where-{kept.name}").write_bytes(base64.b64decode(found.get("where") or ""))
        assert found["share"] <= ALLOWED, f"{kept.name}: {found['share']:.2%} differs; see {tmp_path}"


@pytest.mark.parametrize(
    "change",
    [
        ":root { --link: #5a3d8a; }",
        ".verdict { border-color: var(--control) !important; }",
        ".summary { margin-top: 1.25rem !important; }",
        ".verdict { padding-top: 1.5rem !important; }",
        "h1 { font-size: 1.75rem !important; }",
    ],
    ids=["colour of links", "colour of one border", "a margin", "a padding", "a type size"],
)
def test_a_small_change_of_looks_is_seen(camera: Camera, change: str) -> None:
    shot = camera.shots(TYPES["answer"], 320, style=change)["light"]
    found = camera.difference(shot, (FOLDER / "answer-320-light.webp").read_bytes())
    assert found["share"] > ALLOWED


def test_letters_smoothed_otherwise_are_not_taken_for_a_change(camera: Camera, browser: Browser, site: Site) -> None:
    """As another version of the browser may do it: here the machine's own hinting."""
    shot = Camera(browser, camera.bench, site).shots(TYPES["answer"], 320)["light"]
    found = camera.difference(shot, (FOLDER / "answer-320-light.webp").read_bytes())
    assert found["share"] <= ALLOWED


def test_the_kept_pictures_are_those_of_the_pages_and_small() -> None:
    files = sorted(FOLDER.iterdir())
    assert [file.name for file in files] == sorted(f"{k}-{w}-{s}.webp" for k in TYPES for w in HEIGHTS for s in SCHEMES)
    assert sum(file.stat().st_size for file in files) < 3_000_000
