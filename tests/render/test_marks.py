"""The picture from which the style sheet draws marks is the one that the marks themselves make."""

from __future__ import annotations

import os
from pathlib import Path
from xml.etree.ElementTree import tostring

from knowledge.render.marks import sprite

FILE = Path(__file__).parents[2] / "docs/assets/images/marks.svg"


def test_the_picture_of_all_marks_is_current() -> None:
    made = tostring(sprite(), encoding="unicode") + "\n"
    if os.environ.get("UPDATE_GOLDEN") == "1":
        FILE.write_text(made, encoding="utf-8")
    assert FILE.read_text(encoding="utf-8") == made
