"""What stands below a table: its notes, the table as files to take away, and how to cite it."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from knowledge.dataset import COMPARISONS, table_citation
from knowledge.in_words import plural
from knowledge.models.comparison import Comparison
from knowledge.render.elements import Child, el, link
from knowledge.render.notes import Notes
from knowledge.render.site import Site
from knowledge.render.words import time


def comparison_foot(comparison: Comparison, notes: Notes, site: Site) -> Element:
    """The foot of one table."""
    parts = (*notes.listed(), _searched(comparison), _downloads(comparison, site), _cite(comparison, site))
    return el("div", *parts, class_="comparison-foot")


def _searched(comparison: Comparison) -> Element | None:
    day = comparison.head.evidence_searched_to
    return el("p", "Evidence searched to ", time(day), ".", class_="comparison-foot__searched") if day else None


def _downloads(comparison: Comparison, site: Site) -> Element:
    name, title = f"{COMPARISONS}/{comparison.id}", comparison.head.title
    parts: list[Child] = [
        f"Take this table with you ({plural(len(comparison.rows), 'row')}): ",
        link(f"{name}.csv", "CSV", download="", aria_label=f"CSV file of “{title}”"),
        " ",
        link(f"{name}.json", "JSON", download="", aria_label=f"JSON file of “{title}”"),
    ]
    if site.data_page:
        parts += [" ", link(site.data_page, "All our data")]
    return el("p", *parts, class_="comparison-foot__downloads", data_search_exclude="")


def _cite(comparison: Comparison, site: Site) -> Element:
    return el(
        "details",
        el("summary", "How to cite this table"),
        el("p", table_citation(comparison, site.address)),
        class_="comparison-foot__cite",
        data_search_exclude="",
    )
