"""Building blocks of element trees: plain text that stays plain, and the few fields that are inline Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element, SubElement

from markdown.util import ETX, STX, AtomicString

FROM_DOCS = "data-from-docs"
"""Marks elements whose links are paths from docs/; the finishing walk makes them relative and takes the mark away."""

NARROW_SPACE = "\u202f"
"""Keeps two things apart without letting a line break between them."""

_MARK_UP = frozenset("\\`*_[]<>&{}\n")
"""The characters of which inline Markdown needs one at least; a text without any is spared twenty patterns."""
_UNSAFE = frozenset((STX, ETX, "{"))
_STASHED_BRACE = f"{STX}{ord('{')}{ETX}"
_TAG_OPENER = re.compile(r"<(?=[a-zA-Z/!?])")
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)


class Md(str):
    """A text of a data file that holds inline Markdown."""

    __slots__ = ()


Child = Element | str | None


def el(tag: str, *children: Child, **attributes: str | None) -> Element:
    """An element. A text child is plain and comes out escaped, an `Md` child is parsed as inline Markdown.

    Attribute names are written as `class_`, `data_level`; those that are None are left out.
    """
    element = Element(tag)
    for name, value in attributes.items():
        if value is not None:
            element.set(_attribute(name), inert(value))
    for child in children:
        _add(element, child)
    return element


@cache
def _attribute(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def add(parent: Element, *children: Child) -> Element:
    """Append further children; returns the parent."""
    for child in children:
        _add(parent, child)
    return parent


def link(path: str, *children: Child, **attributes: str | None) -> Element:
    """A link to a path from docs/, such as `about/index.md#who-we-are`."""
    anchor = el("a", *children, href=path, **attributes)
    anchor.set(FROM_DOCS, "")
    return anchor


def coded(text: str) -> list[Child]:
    """A plain text whose parts in backticks come out as code; all other Markdown in it stays as typed."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return [text]
    return [el("code", part) if index % 2 else part for index, part in enumerate(parts)]


def inert(text: str) -> str:
    """Text in which no placeholder and no attribute list (`{: onclick=…}`) of the Markdown engine can hide."""
    if _UNSAFE.isdisjoint(text):
        return text
    return _without_marks(text).replace("{", _STASHED_BRACE)


def inline(text: str) -> str:
    """Inline Markdown of a data file, made safe: HTML in it is shown as typed, attribute lists are text."""
    if _MARK_UP.isdisjoint(text) or _TAG_OPENER.search(text):  # the models refuse tags; one that got past them is text
        return AtomicString(inert(text))
    if "{" not in text:
        return _without_marks(text)
    return "".join(part if is_code else inert(part) for part, is_code in _code_or_not(_without_marks(text)))


def texts(element: Element) -> str:
    """All text below an element, as typed: before inline parsing, so without any of its own children's marks."""
    return "".join(element.itertext())


def _without_marks(text: str) -> str:
    return text.replace(STX, "").replace(ETX, "")


def _code_or_not(text: str) -> Iterator[tuple[str, bool]]:
    position = 0
    for span in _CODE_SPAN.finditer(text):
        yield text[position : span.start()], False
        yield span.group(), True
        position = span.end()
    yield text[position:], False


def _add(parent: Element, child: Child) -> None:
    if child is None:
        return
    if not isinstance(child, str):
        parent.append(child)
        return
    if isinstance(child, Md):
        parent.set(FROM_DOCS, "")
        text = inline(child)
    else:
        text = AtomicString(inert(child))
    _put_text(parent, text)


def _put_text(parent: Element, text: str) -> None:
    """Text goes behind the last child; where text stands already, into a span of its own kind."""
    last = parent[-1] if len(parent) else None
    there = last.tail if last is not None else parent.text
    if not text.strip():
        text = type(there or text)(text)  # a space is the same in either
    if there and type(there) is not type(text):
        span = SubElement(parent, "span")
        span.text = text
    elif last is not None:
        last.tail = type(text)((there or "") + text)
    else:
        parent.text = type(text)((there or "") + text)
