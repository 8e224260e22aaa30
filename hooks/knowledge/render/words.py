"""Dates as elements: in words for readers, in figures for machines."""

from __future__ import annotations

from datetime import date
from xml.etree.ElementTree import Element

from knowledge.in_words import date_in_words
from knowledge.render.elements import el


def time(day: date) -> Element:
    """A date in words that machines can read too."""
    return el("time", date_in_words(day), datetime=day.isoformat())
