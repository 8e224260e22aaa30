"""Lists and tables that the site makes from data: `/// generated | NAME`."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from xml.etree.ElementTree import Element

from knowledge.models.settings import Settings
from knowledge.models.words import Certainty
from knowledge.render.care import care_cards
from knowledge.render.change_list import change_list
from knowledge.render.claim import certainty_line
from knowledge.render.class_table import classes_table
from knowledge.render.contact import contact
from knowledge.render.datasets import DICTIONARIES
from knowledge.render.elements import Md, el
from knowledge.render.evidence_map import evidence_map
from knowledge.render.gate import contraindications
from knowledge.render.keys import KEYS
from knowledge.render.offline import offline
from knowledge.render.quality import QUALITY
from knowledge.render.rule_list import RULES
from knowledge.render.site import Site
from knowledge.render.studies import SOURCES
from knowledge.render.table import Head, Table, table_region

_WORDING = {
    Certainty.HIGH: ("does, reduces, raises", "A new study is not likely to change the answer."),
    Certainty.MODERATE: ("probably", "The answer is probably right, and a new study could change it."),
    Certainty.LOW: ("may", "The true effect may well be different."),
    Certainty.VERY_LOW: ("We are very unsure", "There are studies, and we still cannot tell."),
    Certainty.NOT_TESTED: ("Nobody has tested this; we do not know", "We looked and found no study."),
}
"""The words of GRADE guidelines 26 (Santesso and others, 2020) by level, and our own for what nobody has tested."""


def _cards(site: Site) -> list[Element]:
    return [care_cards(site.library.care_cards.values(), site.library.services.values())]


def _contraindications(site: Site) -> list[Element]:
    return [contraindications(site.library.contraindications.values())]


def _certainty_words(site: Site) -> list[Element]:
    settings = site.library.settings
    levels = [level for level in Certainty if level in settings.certainty_words]
    heads = [Head(settings.certainty_words[level], (_coloured_line(level, settings),)) for level in levels]
    cells = [[_cell(_WORDING[level][1]), _cell(_WORDING[level][0])] for level in levels]
    columns = ["What it means", "Words we use for an effect"]
    table = Table(
        name="certainty-words",
        caption=("The words for how sure we are.",),
        corner="Level",
        columns=[Head(label, (label,)) for label in columns],
        rows=heads,
        cells=cells,
        layout="cards",
    )
    return [table_region(table)]


def _coloured_line(level: Certainty, settings: Settings) -> Element:
    line = certainty_line(level, settings)
    line.set("data-certainty", level)
    return line


def _classes(site: Site) -> list[Element]:
    table, notes = classes_table(site.library.class_schemes.values(), "classes")
    return [table_region(table), el("div", *notes.listed(), class_="comparison-foot")]


def _cell(text: str) -> Element:
    return el("td", el("p", Md(text), class_="cell__value"))


GENERATED: MappingProxyType[str, Callable[[Site], list[Element]]] = MappingProxyType(
    {
        "care-cards": _cards,
        "contraindications": _contraindications,
        "classes": _classes,
        "certainty-words": _certainty_words,
        "map": evidence_map,
        "changes": change_list,
        "contact": contact,
        "offline": offline,
        **SOURCES,
        **DICTIONARIES,
        **KEYS,
        **RULES,
        **QUALITY,
    }
)
"""What `/// generated` knows, by name."""
