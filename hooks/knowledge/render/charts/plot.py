"""What all charts are drawn with: a fluid image, words broken into lines, a figure with the numbers in a table.

A chart has no `viewBox`: across it is measured in per cent, down it in pixels, so that it takes any width while its
words keep their size. Words that stand in it are broken for the narrowest screen, 288 px of text.
"""

from __future__ import annotations

from textwrap import wrap
from xml.etree.ElementTree import Element

from knowledge.render.elements import Child, el

LINE = 18
"""The height of a line of words, in px; the words are 14 px."""
NARROWEST = 36
"""How many characters of 14 px stand beside each other in 288 px."""


def image(title: str, description: str, height: int, *parts: Child) -> Element:
    """The chart as an image with a name and the same in words."""
    return el(
        "svg",
        el("title", title),
        el("desc", description),
        *parts,
        class_="chart",
        role="img",
        width="100%",
        height=str(height),
        focusable="false",
    )


def per_cent(value: float) -> str:
    """A place across, in per cent of the chart's width."""
    return f"{round(value, 2):g}%"


def line(x1: float, y1: float, x2: float, y2: float, name: str) -> Element:
    """A line, across in per cent and down in px."""
    return el("line", x1=per_cent(x1), y1=f"{y1:g}", x2=per_cent(x2), y2=f"{y2:g}", class_=name)


def box(x: float, y: float, width: float, height: float, name: str) -> Element:
    """A rectangle, across in per cent and down in px."""
    return el(
        "rect", x=per_cent(x), y=f"{y:g}", width=per_cent(width), height=f"{height:g}", rx="2", class_=name
    )  # fmt: skip


def word(text: str, x: float, y: float, name: str | None = None, anchor: str | None = None) -> Element:
    """A line of words with its baseline at y."""
    return el("text", text, x=per_cent(x), y=f"{y:g}", text_anchor=anchor, class_=name)


def sign(x: float, y: float, *shapes: Element) -> Element:
    """Shapes in px round a point."""
    return el("svg", *shapes, x=per_cent(x), y=f"{y:g}", width="1", height="1", class_="chart__sign")


def lines(text: str, width: int = NARROWEST) -> list[str]:
    """The text broken into lines of at most so many characters; a longer word stays whole."""
    return wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]


def chart_figure(name: str, picture: Element, caption: Child, *table: Element) -> Element:
    """A chart with its caption, and the numbers in a table that opens."""
    numbers = el("details", el("summary", "The same numbers in a table"), *table, class_="drawing__table")
    words = el("figcaption", caption, class_="drawing__words")
    return el("figure", words, picture, numbers, class_="drawing drawing--wide", id=f"chart-{name}")
