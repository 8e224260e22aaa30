"""L003: the text of a link says where it goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from knowledge.checks.rule import Finding, on_library, on_page, rule
from knowledge.checks.targets import folder_of
from knowledge.library import Library, Page
from knowledge.models.targets import decoded, path_and_anchor, resolved, scheme
from knowledge.problems import Severity
from knowledge.source.markdown.model import Link

L003 = rule(
    "L003",
    wants="Link text that says where the link goes: no “here” or “read more”, no address, at least four characters, "
    "and one text for one target on a page.",
    why="Screen readers list links by their text alone (WCAG 2.4.4), and eyes jump from link to link (NHS).",
    bad="[click here](../choose/levels.md)",
    good="[how to read the mmHg](../choose/levels.md)",
    severity=Severity.WARNING,
)
_SAY = "Write what the reader finds there, such as `[how to measure your legs](…)`."


@on_page(L003)
def telling_on_pages(page: Page, library: Library) -> Iterator[Finding]:
    """The links of a page's body."""
    yield from _telling(page.body.links, library)


@on_library(L003)
def telling_in_data(library: Library) -> Iterator[Finding]:
    """The links in the texts of data files."""
    for text in library.data_texts:
        yield from _telling(text.inline.links, library)


def _telling(links: Iterable[Link], library: Library) -> Iterator[Finding]:
    empty = {text.casefold() for text in library.settings.empty_link_texts}
    for link in links:
        text = link.text.strip()
        if link.is_image or scheme(link.target) in ("mailto", "tel"):
            continue
        if text.strip(" .…:!»>").casefold() in empty:
            yield Finding(link.place, f"The link text “{text}” does not say where it leads.", _SAY)
        elif _is_address(text):
            yield Finding(link.place, "The link shows its address instead of saying where it leads.", _SAY)
        elif len(text) < library.settings.link_text_length:
            message = f"The link text “{text}” is too short to say where it leads, and hard to hit with a finger."
            yield Finding(link.place, message, _SAY)


def _is_address(text: str) -> bool:
    return scheme(text) in ("http", "https") or (text.casefold().startswith("www.") and " " not in text)


@on_page(L003)
def one_text_one_target(page: Page, _library: Library) -> Iterator[Finding]:
    """The same text never leads to two places."""
    first: dict[str, Link] = {}
    for link in page.body.links:
        text = " ".join(link.text.casefold().split())
        if link.is_image or not text:
            continue
        other = first.setdefault(text, link)
        if _goal(link, page) != _goal(other, page):
            message = f"The link text “{link.text}” leads to “{other.target}” in line {other.place.line}."
            yield Finding(link.place, message, "Say in each of the two where it leads.")


def _goal(link: Link, page: Page) -> tuple[str, str]:
    """What a link leads to, however it is written."""
    if scheme(link.target) is not None:
        parts = urlsplit(decoded(link.target))
        return parts.netloc + parts.path.rstrip("/") + parts.query, parts.fragment
    path, anchor = path_and_anchor(link.target)
    return (resolved(path, folder_of(page)) or "" if path else page.path), anchor or ""
