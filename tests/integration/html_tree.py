"""A built page as a tree, and the text that readers see on it."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, SubElement

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905
_UNSEEN_TAGS = frozenset(("script", "style", "template", "head", "noscript"))
_ASIDE = frozenset(("term__tip", "citation", "note"))
"""What stands in the midst of a sentence and is no part of it: meanings of words, numbers of sources and notes."""


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("root")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        child = SubElement(self._open[-1], tag, {name: value or "" for name, value in attrs})
        if tag not in _VOID:
            self._open.append(child)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        SubElement(self._open[-1], tag, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        places = [place for place, one in enumerate(self._open) if one.tag == tag]
        if places:
            del self._open[places[-1] :]

    def handle_data(self, data: str) -> None:
        parent = self._open[-1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + data
        else:
            parent.text = (parent.text or "") + data


def tree(html: str) -> Element:
    """The page as a tree."""
    builder = _Builder()
    builder.feed(html)
    return builder.root


def seen(element: Element) -> str:
    """The text that readers see in an element, with single spaces."""
    return " ".join("".join(_texts(element)).split())


def by_id(root: Element, name: str) -> Element | None:
    """The element of an id."""
    return next((one for one in root.iter() if one.get("id") == name), None)


def of_class(root: Element, name: str) -> list[Element]:
    """All elements of a class."""
    return [one for one in root.iter() if name in one.get("class", "").split()]


def _texts(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        aside = _ASIDE & set(child.get("class", "").split())
        if child.tag not in _UNSEEN_TAGS and not aside:
            yield from _texts(child)
        yield child.tail or ""
