"""Draws a card with Pillow: in the colours and the type of the site, three times as large, then made smaller."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from math import atan2, cos, dist, pi, sin, sqrt
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from knowledge.cards.sections import SIZE, Card

_SCALE = 3
_PAGE, _TEXT, _MUTED, _LINK, _URGENT = "#f7f6f2", "#15272e", "#48575d", "#0a5163", "#9b1c13"
_LEVELS = (("#14603a", 4), ("#1f5a86", 3), ("#7a4a00", 2), ("#7d3150", 1))
"""High to very low certainty: colour and filled beads, as on the pages."""
_NOT_TESTED = "#4a5560"
_EDGE, _THREAD = 80, 520
"""The margin, and how far down the thread runs."""

_Point = tuple[float, float]


def card_png(card: Card, font: Path) -> bytes:
    """The card as PNG, with the type of a font file."""
    pen = _Pen(font)
    _brand(pen)
    _sock(pen, (850, 92), 11.5, 11)
    pen.text((_EDGE, 196), card.label, 38, _MUTED)
    for number, line in enumerate(card.lines):
        pen.text((_EDGE, 250 + 96 * number), line, 84, _TEXT)
    {"certainty": _certainty, "danger": _danger, "thread": _thread}[card.motif](pen)
    return pen.png()


class _Pen:
    """Draws in px of the finished card."""

    def __init__(self, font: Path) -> None:
        self._font = font
        self._image = Image.new("RGB", (SIZE[0] * _SCALE, SIZE[1] * _SCALE), _PAGE)
        self._draw = ImageDraw.Draw(self._image)

    def text(self, at: _Point, words: str, size: int, colour: str) -> None:
        """Words with their upper left corner at a point."""
        self._draw.text((at[0] * _SCALE, at[1] * _SCALE), words, fill=colour, font=_type(self._font, size * _SCALE))

    def line(self, points: list[_Point], width: float, colour: str) -> None:
        """A line with round ends and joints."""
        scaled = [(x * _SCALE, y * _SCALE) for x, y in points]
        self._draw.line(scaled, fill=colour, width=round(width * _SCALE))
        for point in points:
            self.disc(point, width / 2, colour)

    def dashes(self, start: _Point, length: float, width: float, colour: str, pattern: tuple[float, float]) -> None:
        """A level line of dashes with flat ends; the pattern is how long a dash and a gap are."""
        (x, y), (dash, gap) = start, pattern
        while length > 0:
            ends = [(x * _SCALE, y * _SCALE), ((x + min(dash, length)) * _SCALE, y * _SCALE)]
            self._draw.line(ends, fill=colour, width=round(width * _SCALE))
            x, length = x + dash + gap, length - dash - gap

    def ring(self, centre: _Point, radius: float, width: float, colour: str, dashes: int) -> None:
        """A circle of dashes, each three fifths of its part."""
        outer = radius + width / 2
        box = [(value + side * outer) * _SCALE for side in (-1, 1) for value in centre]
        part = 360 / dashes
        for number in range(dashes):
            self._draw.arc(box, number * part, (number + 0.6) * part, fill=colour, width=round(width * _SCALE))

    def disc(self, centre: _Point, radius: float, colour: str) -> None:
        """A filled circle."""
        (x, y), r = centre, radius
        self._draw.ellipse([value * _SCALE for value in (x - r, y - r, x + r, y + r)], fill=colour)

    def polygon(self, points: list[_Point], colour: str) -> None:
        """A filled shape."""
        self._draw.polygon([(x * _SCALE, y * _SCALE) for x, y in points], fill=colour)

    def png(self) -> bytes:
        """The finished card; few colours, so that it loads fast."""
        small = self._image.resize(SIZE, Image.Resampling.LANCZOS)
        packed = BytesIO()
        small.quantize(96, dither=Image.Dither.NONE).save(packed, "PNG", optimize=True)
        return packed.getvalue()


@cache
def _type(font: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font, size, layout_engine=ImageFont.Layout.RAQM)


def _brand(pen: _Pen) -> None:
    _sock(pen, (_EDGE - 5, 56), 2, 4.6)
    pen.text((_EDGE + 62, 55), "Legwise", 46, _TEXT)


def _sock(pen: _Pen, at: _Point, scale: float, width: float, colour: str = _LINK) -> None:
    """The mark of the site, of 27 × 31 units; its path is that of overrides/partials/logo.html."""
    toe, heel = _arc((21.6, 18.8), (19.6, 28.0), 4.8), _arc((8.6, 28.0), (3.0, 22.4), 5.6)
    outline = [(3.0, 2.0), (15.0, 2.0), (15.0, 15.7), *toe, *heel, (3.0, 2.0)]

    def placed(points: list[_Point]) -> list[_Point]:
        return [(at[0] + left * scale, at[1] + top * scale) for left, top in points]

    pen.line(placed(outline), width, colour)
    pen.line(placed([(3.0, 8.0), (15.0, 8.0)]), width, colour)
    pen.dashes(placed([(3.0, 13.0)])[0], 12.0 * scale, width, colour, (2.0 * scale, 1.333 * scale))


def _arc(start: _Point, end: _Point, radius: float) -> list[_Point]:
    """The short arc between two points, clockwise as seen."""
    half = dist(start, end) / 2
    away = sqrt(max(radius**2 - half**2, 0))
    across = ((end[0] - start[0]) / (2 * half), (end[1] - start[1]) / (2 * half))
    centre = ((start[0] + end[0]) / 2 - across[1] * away, (start[1] + end[1]) / 2 + across[0] * away)
    first = atan2(start[1] - centre[1], start[0] - centre[0])
    turn = (atan2(end[1] - centre[1], end[0] - centre[0]) - first) % (2 * pi)
    return [
        (centre[0] + radius * cos(first + turn * n / 48), centre[1] + radius * sin(first + turn * n / 48))
        for n in range(49)
    ]


def _certainty(pen: _Pen) -> None:
    """The five marks of certainty on one thread: solid where somebody tested, dashed where nobody has."""
    left = float(_EDGE)
    for colour, filled in _LEVELS:
        pen.line([(left, _THREAD), (left + 176, _THREAD)], 5, colour)
        for bead in range(4):
            centre = (left + 28 + 40 * bead, _THREAD)
            pen.disc(centre, 16, colour)
            if bead >= filled:
                pen.disc(centre, 11, _PAGE)
        left += 222
    _untested(pen, left, SIZE[0])


def _thread(pen: _Pen) -> None:
    """A heading's rule, as on the pages: a bead and a solid line, then dashes and a ring."""
    pen.line([(_EDGE + 14, _THREAD), (700, _THREAD)], 5, _TEXT)
    pen.disc((_EDGE + 14, _THREAD), 14, _TEXT)
    _untested(pen, 720, SIZE[0])


def _untested(pen: _Pen, left: float, right: float) -> None:
    """A dashed thread with a dashed ring on it."""
    centre = (left + 62, float(_THREAD))
    pen.dashes((left, _THREAD), right - left, 5, _NOT_TESTED, (14, 10))
    pen.disc(centre, 26, _PAGE)
    pen.ring(centre, 18, 5, _NOT_TESTED, 8)


def _danger(pen: _Pen) -> None:
    """The sign that leads to the danger signs, of 22 × 22 units: an octagon with an exclamation mark."""
    corners = [(7.3, 2), (14.7, 2), (20, 7.3), (20, 14.7), (14.7, 20), (7.3, 20), (2, 14.7), (2, 7.3)]
    scale, left, top = 3.6, _EDGE - 8, _THREAD - 40
    pen.polygon([(left + x * scale, top + y * scale) for x, y in corners], _URGENT)
    pen.line([(left + 11 * scale, top + 6.4 * scale), (left + 11 * scale, top + 11.8 * scale)], 8, _PAGE)
    pen.disc((left + 11 * scale, top + 15.6 * scale), 5, _PAGE)
    pen.line([(left + 96, _THREAD), (SIZE[0], _THREAD)], 5, _URGENT)
