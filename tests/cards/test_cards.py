"""The cards of shared links: those that are kept are those that would be drawn, and no words run into the drawing."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFont

from knowledge.cards.draw import card_png
from knowledge.cards.sections import CARDS, SIZE, Card, card_of
from tests.commands.called import kb

DOCS = Path(__file__).parents[2] / "docs"
FONT = DOCS / "assets/fonts/literata-650.woff2"
DRAWING = 850
"""Where the large sock begins, in px from the left."""


def difference(one: Image.Image, other: Image.Image) -> int:
    """By how much two pictures differ where they differ most, of 255."""
    grey = ImageChops.difference(one, other).convert("L")
    return max(level for level, count in enumerate(grey.histogram()) if count)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A docs folder with the cards drawn anew, by the command."""
    docs = tmp_path_factory.mktemp("docs")
    (docs / FONT.relative_to(DOCS)).parent.mkdir(parents=True)
    (docs / FONT.relative_to(DOCS)).write_bytes(FONT.read_bytes())
    assert kb("cards", "--docs", str(docs)).exit_code == 0
    return docs


@pytest.mark.parametrize("card", CARDS.values(), ids=lambda card: card.section)
def test_the_kept_card_is_the_one_that_would_be_drawn(card: Card, drawn: Path) -> None:
    """By its pixels: how they are packed differs between processors, what they show must not."""
    kept = Image.open(DOCS / card.path).convert("RGB")
    anew = Image.open(drawn / card.path).convert("RGB")
    assert kept.size == anew.size == SIZE
    assert difference(kept, anew) <= 8, "Say .venv/bin/kb cards, and look at them."


@pytest.mark.parametrize("card", CARDS.values(), ids=lambda card: card.section)
def test_words_end_before_the_drawing_and_files_are_light(card: Card) -> None:
    font = ImageFont.truetype(FONT, 84)
    assert all(80 + font.getlength(line) < DRAWING for line in card.lines)
    assert (DOCS / card.path).stat().st_size < 60_000
    assert card.alt.startswith("Legwise")


def test_a_changed_word_is_found() -> None:
    card = CARDS["use"]
    other = Card(card.section, card.label, ("Something", "else"))
    one, two = (Image.open(BytesIO(card_png(which, FONT))).convert("RGB") for which in (card, other))
    assert difference(one, two) > 100


@pytest.mark.parametrize(
    ("path", "section"),
    [
        ("index.md", "home"),
        ("glossary.md", "glossary"),
        ("answers/sciatica.md", "answers"),
        ("about/writing/data.md", "about"),
        ("data/index.md", "about"),
        ("news/first.md", "home"),
    ],
)
def test_each_page_has_the_card_of_its_section(path: str, section: str) -> None:
    assert card_of(path).section == section


def test_no_build_draws() -> None:
    """The library that draws is loaded by its command alone."""
    code = "import sys, knowledge.session; sys.exit('PIL' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
