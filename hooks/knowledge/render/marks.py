"""The marks: certainty as beads on a thread, direction as a square sign, care levels, arrays of dots.

Geometry is the look's own: filled beads mean measured, a dashed ring means that nobody has.
"""

from __future__ import annotations

from copy import deepcopy
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from urllib.parse import quote
from xml.etree.ElementTree import Element, tostring

from knowledge.models.words import CareLevel, Certainty, Direction
from knowledge.render.elements import el

_BEADS = (9, 25, 41, 57)
_THREAD = "M0 8h2.6v2H0zM15.4 8h3.2v2h-3.2zM31.4 8h3.2v2h-3.2zM47.4 8h3.2v2h-3.2zM63.4 8H66v2h-2.6z"
"""The thread between the beads' edges, so that none shows through a hollow one."""
_DASHED = "M0 9h3M5.5 9H8M28 9h3M33.5 9H36M11 9a7 7 0 1 1 14 0a7 7 0 1 1-14 0"
"""The thread's dashes, each shorter than one of the ring's, and the ring."""
_SIGNS: dict[Direction, str] = {
    Direction.BENEFIT: "M7 15 15 7M8.5 7H15v6.5",
    Direction.HARM: "M7 7l8 8M15 8.5V15H8.5",
    Direction.NO_DIFFERENCE: "M6.5 8.8h9M6.5 13.2h9",
    Direction.MIXED: "M7.5 15.5V6.5M5 9l2.5-2.5L10 9M14.5 6.5v9M12 13l2.5 2.5L17 13",
    Direction.UNKNOWN: "M8 8.6c.2-1.8 1.5-2.8 3.1-2.8 1.7 0 3 1 3 2.7 0 2.2-3 2.4-3 4.6M11.1 16.1v.1",
}
_LEVELS: dict[CareLevel, tuple[str, str]] = {
    CareLevel.EMERGENCY: ("M7 2h8l5 5v8l-5 5H7l-5-5V7z", "M11 6.5v6M11 15.6v.1"),
    CareLevel.URGENT: ("M11 2.5 20.5 19h-19z", "M11 8.5v5M11 16.1v.1"),
    CareLevel.SOON: ("M11 2a9 9 0 1 0 0 18 9 9 0 0 0 0-18z", "M11 6v5l3.5 2"),
}


def certainty_mark(certainty: Certainty) -> Element:
    """The mark of a level, drawn once and copied: a page may hold dozens."""
    return deepcopy(_certainty_mark(certainty))


def sprite() -> Element:
    """All marks below each other, 24 units a row, in the order of their lists: the style sheet masks with it, since a
    page holds too many marks to hold a drawing for each."""
    drawn = [*map(_certainty_mark, Certainty), *map(_direction_mark, Direction)]
    rows = []
    for number, mark in enumerate(drawn):
        height = int(mark.get("viewBox", "").split()[-1])
        rows.append(el("g", *deepcopy(mark), transform=f"translate(0 {number * 24 + (24 - height) // 2})"))
    size = {"width": "66", "height": str(24 * len(rows))}
    return el("svg", *rows, xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 66 {24 * len(rows)}", **size)


def sprite_address() -> str:
    """The picture as an address that holds it: a browser masks with no file of a copy opened from a disk."""
    return "data:image/svg+xml," + quote(tostring(sprite(), encoding="unicode").replace('"', "'"), safe=" ='/:,.()-")


@cache
def _certainty_mark(certainty: Certainty) -> Element:
    """Four beads filled from the left; one dashed ring where there is no study. One path each: a page holds dozens."""
    if certainty is Certainty.NOT_TESTED:
        ring = _line(_DASHED, stroke_width="2.2", stroke_dasharray="3.3 2.2")
        return _svg("mark mark--certainty", "36 18", ring)
    holes = "".join(_circle(x, 4.4) for x in _BEADS[certainty.beads :])
    beads = el("path", d=_THREAD + "".join(_circle(x, 6.4) for x in _BEADS) + holes, fill="currentColor")
    beads.set("fill-rule", "evenodd")
    return _svg("mark mark--certainty", "66 18", beads)


@cache
def _direction_mark(direction: Direction) -> Element:
    """A square with a sign in it, so that it never looks like a bead."""
    dashes = "3 2.2" if direction is Direction.UNKNOWN else None
    square = el(
        "rect", x="1.5", y="1.5", width="19", height="19", rx="4", fill="none", stroke="currentColor",
        stroke_width="1.6", stroke_dasharray=dashes,
    )  # fmt: skip
    return _svg("mark mark--direction", "22 22", square, _line(_SIGNS[direction]))


def level_mark(level: CareLevel) -> Element:
    """Octagon: now; triangle: today; clock: soon."""
    return _svg("mark mark--level", "22 22", *map(_line, _LEVELS[level]))


def dots(count: Decimal, per: int, label: str, description: str) -> Element:
    """An array of `per` dots, 50 a row (20 where there are 100 or fewer), the first `count` of them large.

    A row is one line of round dashes without length, so two paths draw a thousand dots.
    """
    row = 50 if per > 100 else 20
    large = min(int(count.to_integral_value(rounding=ROUND_HALF_UP)), per)
    parts = [el("title", label), el("desc", description), _dot_rows(per, row, "dots__all", "4.2", stroke_opacity=".5")]
    if large:
        parts.append(_dot_rows(large, row, "dots__counted", "8.6"))
    size = f"0 0 {row * 10} {-(-per // row) * 10}"
    return el("svg", *parts, class_="dots", role="img", viewBox=size, focusable="false")


def certainty_dots(certainty: Certainty, count: int) -> Element:
    """One dot for each finding, 25 a row: filled where something was measured, rings where not."""
    size = f"400 {-(-count // 25) * 16}"
    if certainty is not Certainty.NOT_TESTED:
        return _svg("dots", size, _dot_rows(count, 25, "dots__counted", "10", pitch=16))
    places = [(str(i % 25 * 16 + 8), str(i // 25 * 16 + 8)) for i in range(count)]
    return _svg("dots", size, *(_ring(x, y, "5", "1.6", stroke_dasharray="2.6 1.8") for x, y in places))


def _dot_rows(count: int, row: int, name: str, width: str, *, pitch: int = 10, **attributes: str) -> Element:
    """Rows of dots, each a line one unit longer than the way to its last dot, so that rounding loses none."""
    half = pitch // 2
    lengths = [min(row, count - start) for start in range(0, count, row)]
    path = "".join(f"M{half} {y * pitch + half}H{dots * pitch - half + 1}" for y, dots in enumerate(lengths))
    return _line(path, class_=name, stroke_width=width, stroke_dasharray=f"0 {pitch}", **attributes)


def _circle(x: int, radius: float) -> str:
    """A circle on the thread as a piece of a path, so that four beads are one element."""
    across = round(2 * radius, 1)
    return f"M{x - radius:g} 9a{radius} {radius} 0 1 0 {across} 0a{radius} {radius} 0 1 0-{across} 0"


def _ring(x: str, y: str, radius: str, width: str, **attributes: str) -> Element:
    return el(
        "circle", cx=x, cy=y, r=radius, fill="none", stroke="currentColor", stroke_width=width, **attributes
    )  # fmt: skip


def _line(d: str, **attributes: str) -> Element:
    drawn = {"stroke_width": "2", **attributes}
    if "stroke_dasharray" not in drawn or drawn["stroke_dasharray"].startswith("0 "):
        drawn |= {"stroke_linecap": "round", "stroke_linejoin": "round"}
    return el("path", d=d, fill="none", stroke="currentColor", **drawn)


def _svg(name: str, size: str, *children: Element) -> Element:
    return el("svg", *children, class_=name, viewBox=f"0 0 {size}", aria_hidden="true", focusable="false")
