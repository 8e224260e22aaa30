"""Where a page's elements were typed, as `data-source="line:column"`: set in the preview alone, so that a problem can
lead to its place in the page. A published page carries none.

Markdown's own parser forgets lines. Before inline parsing, though, each element still holds the text as typed, and our
scan knows where each of its leaves begins: the two are walked together, and an element is marked only where its text
is what stands at the leaf's place. What cannot be told with certainty gets no mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.etree.ElementTree import Element

from markdown.util import STX

from knowledge.library import Page
from knowledge.problems import Place

ATTRIBUTE = "data-source"
SourceMarks = dict[str, list[Place]]
"""The places marked on each page, by its path."""

_MADE = "data-source-made"
_TEXTS = frozenset({"p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "div", "dd", "dt"})
_AHEAD = 40  # leaves looked through for an element's text
_KEYS = {
    "summary": ("summary",),
    "verdict": ("primary_claim",),
    "care": ("urgent_cards",),
    "gate": ("safety_gate",),
    "related": ("related",),
    "changes": ("changes",),
    "review": ("last_reviewed", "authors", "reviewers", "review_interval_days"),
}
"""The class of a part that the system places, and the front matter keys it shows, the one that marks it first."""
PART_OF_KEY = {key: keys[0] for keys in _KEYS.values() for key in keys}
"""For each key that is shown, the key by whose place its part is marked."""


def made_by_block(parts: Sequence[Element], name: str, argument: str) -> None:
    """Remember which block made these elements, so that none of their text is taken for the writer's."""
    for number, part in enumerate(parts):
        part.set(_MADE, f"{name}|{argument}" if number == 0 else "")


def mark_text(root: Element, page: Page) -> Iterator[Place]:
    """Mark what the writer's Markdown became, before anything else is placed and before inline parsing."""
    leaves = _Leaves(page)
    blocks = list(page.body.blocks)
    for element in _own(root):
        made = element.attrib.pop(_MADE, None)
        place = leaves.place_of(element) if made is None else None
        if made:
            index = next((n for n, block in enumerate(blocks) if f"{block.name}|{block.argument or ''}" == made), None)
            if index is not None:
                place = blocks[index].place
                del blocks[: index + 1]
        if place is not None:
            element.set(ATTRIBUTE, f"{place.line}:{place.column}")
            yield place


def mark_parts(parts: Iterable[Element], page: Page) -> Iterator[Place]:
    """Mark those of the elements that show front matter."""
    for element in parts:
        for key in _KEYS.get(element.get("class", ""), ()):
            if page.node is not None and page.node.key(key) is not None:
                place = page.key_place(key)
                element.set(ATTRIBUTE, f"{place.line}:{place.column}")
                yield place
                break


def _own(element: Element) -> Iterator[Element]:
    """Elements below this one in the order of the page; nothing inside what a block has made."""
    for child in element:
        made = _MADE in child.attrib
        yield child
        if not made:
            yield from _own(child)


class _Leaves:
    """The leaves of a page's scan, passed once from first to last."""

    def __init__(self, page: Page) -> None:
        self._lines = page.source.lines
        self._places = [paragraph.place for paragraph in page.body.paragraphs]
        self._next = 0

    def place_of(self, element: Element) -> Place | None:
        """Where the element's text was typed, if it can be told."""
        text = _first_line(element.text or "") if element.tag in _TEXTS else ""
        if not text:
            return None
        for index in range(self._next, min(self._next + _AHEAD, len(self._places))):
            place = self._places[index]
            if _first_line(self._lines[place.line - 1][place.column - 1 :]).startswith(text):
                self._next = index + 1
                return place
        return None


def _first_line(text: str) -> str:
    """The first line as typed, up to what the parser has put away."""
    return " ".join(text.lstrip("\n").split("\n", 1)[0].split(STX, 1)[0].split())
