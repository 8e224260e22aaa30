"""The palette holds its limits: every pair of colours that meet, computed from the stylesheet's own variables."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

STYLES = (Path(__file__).parents[2] / "docs/assets/stylesheets/legwise.css").read_text(encoding="utf-8")
SURFACES = ("page", "card", "tint")
# role → lowest allowed contrast against every surface
LIMITS = {"text": 11.4, "muted": 6, "link": 7, "control": 3, "focus": 4.5} | dict.fromkeys(
    ("high", "moderate", "low", "very-low", "not-tested"), 6
)
# pairs that meet only each other
PAIRS = [
    ("urgent", "page", 7),
    ("urgent", "card", 7),
    ("urgent-line", "card", 3),
    ("on-urgent-head", "urgent-head", 7),
    ("on-today-head", "today-head", 7),
    ("on-link", "link", 7),
    ("text", "highlight", 7),
]


def blocks() -> list[dict[str, str]]:
    """The colour variables of each block of tokens: light, dark by device, dark by choice."""
    found = re.findall(r"\{\s*color-scheme: \w+;(.*?)\}", STYLES, flags=re.DOTALL)
    return [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block)) for block in found]


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, WCAG 2.2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_both_dark_blocks_are_the_same() -> None:
    light, by_device, by_choice = blocks()
    assert by_device == by_choice
    assert set(light) == set(by_device)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_contrasts(theme: int) -> None:
    colours = blocks()[theme]
    low = [
        f"{role} on {surface}: {contrast(colours[role], colours[surface]):.2f} < {limit}"
        for role, limit in LIMITS.items()
        for surface in SURFACES
        if contrast(colours[role], colours[surface]) < limit
    ]
    low += [
        f"{one} on {other}: {contrast(colours[one], colours[other]):.2f} < {limit}"
        for one, other, limit in PAIRS
        if contrast(colours[one], colours[other]) < limit
    ]
    assert low == []
