"""L004: images are described, or marked as decoration."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.checks.rule import Finding, on_page, rule
from knowledge.library import Library, Page
from knowledge.problems import Place
from knowledge.source.markdown.model import HtmlTag

L004 = rule(
    "L004",
    wants="Images say what they show, in at most 150 characters, or are marked as decoration.",
    why="Who cannot see the image hears this text instead (WCAG 1.1.1).",
    bad="![IMG_2.png](leg.png)",
    good="![Where to measure the ankle: above the bone](leg.png)",
)
_MOST = 150
_FILE_NAME = re.compile(r"\S+\.(png|jpe?g|gif|svg|webp|avif|bmp)|(img|dsc|image|screenshot)[-_ ]?\d*", re.IGNORECASE)
_EMPTY_START = re.compile(r"(an? |the )?(image|picture|photo|photograph|graphic|icon) (of|showing) ", re.IGNORECASE)
_MARK_IT = "Say what the image shows, or mark it as decoration: `![](leg.svg){.decorative}`."


@on_page(L004)
def described(page: Page, _library: Library) -> Iterator[Finding]:
    """Each image's text."""
    for link in page.body.links:
        if link.is_image:
            yield from _text(link.text.strip(), link.place, decorative=link.decorative)
    for tag in page.body.html_tags:
        if tag.name == "img":
            yield from _text((tag.get("alt") or "").strip(), tag.place, decorative=_is_decoration(tag))


def _is_decoration(tag: HtmlTag) -> bool:
    marked = tag.get("role") in ("presentation", "none") or "decorative" in (tag.get("class") or "").split()
    return tag.get("alt") == "" and (marked or tag.get("aria-hidden") == "true")


def _text(text: str, place: Place, *, decorative: bool) -> Iterator[Finding]:
    if not text:
        if not decorative:
            yield Finding(place, "The image has no text for those who cannot see it.", _MARK_IT)
    elif _FILE_NAME.fullmatch(text):
        yield Finding(place, f"“{text}” is a file's name, not what the image shows.", _MARK_IT)
    elif start := _EMPTY_START.match(text):
        rest = text[start.end() :]
        mended = rest[:1].upper() + rest[1:]
        yield Finding(place, f"“{start[0].strip()}” says nothing: it is an image.", f"Write “{mended}”.")
    elif len(text) > _MOST:
        hint = f"Use at most {_MOST} characters; say the rest in the text."
        yield Finding(place, f"The image's text has {len(text)} characters.", hint)
