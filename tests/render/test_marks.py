"""The picture from which the style sheet draws marks is the one that the marks themselves make."""

from __future__ import annotations

import os
import re
from pathlib import Path

from knowledge.render.marks import sprite_address

FILE = Path(__file__).parents[2] / "docs/assets/stylesheets/legwise.css"


def test_the_picture_of_all_marks_is_current() -> None:
    text, made = FILE.read_text(encoding="utf-8"), f'--marks: url("{sprite_address()}");'
    if os.environ.get("UPDATE_GOLDEN") == "1":
        text = re.sub(r"--marks: url\(.*\);", lambda _: made, text)
        FILE.write_text(text, encoding="utf-8")
    assert made in text
