"""Drawings in the package as element trees, and the figure that a drawing or chart stands in."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from knowledge.render.elements import Child, el

_FOLDER = Path(__file__).with_name("diagrams")


def drawing(name: str) -> Element:
    """A drawing of the package, read once and copied: an image with a title and a description in words."""
    return deepcopy(_read(name))


@cache
def _read(name: str) -> Element:
    """The file's elements without their namespace and without the space between them."""
    text = (_FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    root = _plain(ElementTree.fromstring(text))  # noqa: S314  a file of our own
    root.set("role", "img")
    root.set("focusable", "false")
    return root


def _plain(element: Element) -> Element:
    """The same element as `el` makes it, so that its words stay words."""
    text = (element.text or "").strip()
    plain = el(element.tag.partition("}")[2], text or None, *map(_plain, element))
    for name, value in element.attrib.items():
        plain.set(name, value)
    return plain


def figure(id_: str, picture: Child, *words: Child, wide: bool = False) -> Element:
    """A picture with its words beside it, or below it where it is wide or the screen narrow."""
    return el(
        "figure",
        picture,
        el("figcaption", *words, class_="drawing__words"),
        class_="drawing drawing--wide" if wide else "drawing",
        id=id_,
    )
