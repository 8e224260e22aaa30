"""`kb cards`: draws the pictures that stand beside shared links, one for each section."""

from __future__ import annotations

from pathlib import Path

import click

from knowledge.cards.draw import card_png
from knowledge.cards.sections import CARDS, FOLDER
from knowledge.command_line import docs_option

_FONT = "assets/fonts/literata-650.woff2"


@click.command()
@docs_option
def command(docs: Path) -> None:
    """Draw the pictures of shared links anew, after a change of their words, colours or type."""
    for card in CARDS.values():
        file = docs / card.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(card_png(card, docs / _FONT))
    click.echo(f"{len(CARDS)} cards are in {docs / FOLDER}.")
