"""The evidence map: complaints against outcomes as a grid, and the same findings as a list.

The first grid has what is worn (`worn-words` of rules.yml), a box for each finding. The second has everything else,
where a complaint may have dozens of findings: its boxes count those that agree, and lead to the list.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from knowledge.in_words import capitalised, plural
from knowledge.models.claim import Claim
from knowledge.models.words import Certainty, Direction
from knowledge.render.elements import el, link
from knowledge.render.filters import chips, choice, filters
from knowledge.render.finding_list import (
    direction_words,
    finding_list,
    map_order,
    marked,
    place_of,
    topic_of,
)
from knowledge.render.site import Site
from knowledge.render.table import Head, Table, table_region

_MOST_COLUMNS = 7
"""Outcomes with a column of their own, those with most findings; the others share the last column."""
_OTHER = "something-else"
_EMPTY = "An empty cell means that we have no finding yet."

Cells = dict[tuple[str, str], list[Claim]]
Boxes = Callable[[list[Claim], str, Site], list[Element]]


@dataclass(frozen=True, slots=True)
class _Grid:
    """One of the two grids: what stands above it, and what a cell makes of its findings."""

    name: str
    title: str
    caption: str
    boxes: Boxes


def evidence_map(site: Site) -> list[Element]:
    """Filters, both grids, and the list."""
    claims = map_order(site)
    worn = re.compile(rf"\b(?:{'|'.join(map(re.escape, site.library.settings.worn_words))})\b", re.IGNORECASE)
    on_legs = [claim for claim in claims if worn.search(claim.intervention)]
    rest = [claim for claim in claims if not worn.search(claim.intervention)]
    grids = [*_grid(_WORN, on_legs, site), *_grid(_REST, rest, site)]
    listed = [el("h3", "Every finding, as a list", id="map-list"), finding_list(claims, site)]
    return [el("div", _filters(claims, site), *grids, *listed, class_="evidence-map", id="map", data_search_exclude="")]


def _filters(claims: Sequence[Claim], site: Site) -> Element:
    settings = site.library.settings
    complaints = {claim.topic: topic_of(claim, site).label for claim in claims}
    levels = [(level.value, short(level)) for level in Certainty if any(one.certainty is level for one in claims)]
    ways = [
        (way.value, settings.direction_words.get(way, way.value))
        for way in Direction
        if any(one.direction is way for one in claims)
    ]
    fields = [
        choice("map", "complaint", "Complaint", "All complaints", complaints.items()),
        chips("certainty", "How sure we are", levels),
        chips("direction", "Which way it points", ways),
    ]
    return filters("map", fields, len(claims), ("finding", "findings"))


def _grid(grid: _Grid, claims: list[Claim], site: Site) -> list[Element]:
    """A heading and the table; nothing where there is no such finding."""
    if not claims:
        return []
    columns = _columns(claims, site)
    cells: Cells = defaultdict(list)
    for claim in claims:
        cells[claim.topic, claim.outcome_group if claim.outcome_group in columns else _OTHER].append(claim)
    rows = {claim.topic: topic_of(claim, site).label for claim in claims}
    table = Table(
        name=f"map-{grid.name}",
        caption=(f"{grid.caption} {_EMPTY}",),
        corner="Complaint",
        columns=[Head(label, (label,)) for label in columns.values()],
        rows=[Head(label, (link_here(f"map-{topic}", label),)) for topic, label in rows.items()],
        cells=[
            [el("td", *grid.boxes(cells[topic, column], column, site)) for column in columns] for topic in rows
        ],
    )  # fmt: skip
    region = table_region(table)
    for row in region.iterfind("table/tbody/tr"):
        row.set("data-group", "")
    head = el("h3", grid.title, id=f"map-{grid.name}-title")
    region.set("aria-labelledby", f"map-{grid.name}-title")
    return [el("div", head, region, class_="evidence-map__grid", data_group="")]


def link_here(anchor: str, label: str) -> Element:
    """A link to another part of the same page."""
    return el("a", label, href=f"#{anchor}")


def _columns(claims: Sequence[Claim], site: Site) -> dict[str, str]:
    """The outcomes with most findings in the order of topics.yml, and one column for all others."""
    counts = Counter(claim.outcome_group for claim in claims)
    most = {name for name, _ in counts.most_common(_MOST_COLUMNS)}
    columns = {topic.id: topic.label for topic in site.library.topics.values() if topic.id in most}
    return {**columns, _OTHER: "Something else"} if len(counts) > len(most) else columns


def _one_by_one(claims: list[Claim], column: str, site: Site) -> list[Element]:
    """A box for each finding; named where the cell has several, or where the column does not name its outcome."""
    named = len(claims) > 1 or column == _OTHER
    return [_box(claim, _name(claim, claims) if named else None, site) for claim in claims]


def _name(claim: Claim, claims: Sequence[Claim]) -> str:
    """What tells a finding from the others of its cell: what was measured, and where that is the same, what was worn
    or else in whom."""
    alike = [one for one in claims if one.outcome == claim.outcome]
    if len(alike) == 1:
        return capitalised(claim.outcome)
    worn_differs = len({one.intervention for one in alike}) == len(alike)
    return capitalised(f"{claim.outcome}: {claim.intervention if worn_differs else claim.population}")


def _box(claim: Claim, name: str | None, site: Site, count: int = 1) -> Element:
    """A finding, or several that agree, with a link to where they are told."""
    place = place_of(claim, site) if count == 1 else None
    found = f"{direction_words(claim, site.library.settings)}. {short(claim.certainty)}."
    words = f"{name}. {found}" if name else found
    if place is None:
        anchor = f"claim-{claim.id}" if count == 1 else f"map-{claim.topic}"
        box = el("a", words, href=f"#{anchor}", class_="box", data_mirror="")
    else:
        box = link(place, words, class_="box", data_mirror="")
    return marked(box, claim)


def _counted(claims: list[Claim], _column: str, site: Site) -> list[Element]:
    """A box for each direction and certainty: one finding by its name, several by how many they are."""
    alike: dict[tuple[Direction, Certainty], list[Claim]] = defaultdict(list)
    for claim in claims:
        alike[claim.direction, claim.certainty].append(claim)
    return [
        _box(
            found[0],
            plural(len(found), "finding") if len(found) > 1 else capitalised(found[0].intervention),
            site,
            len(found),
        )
        for found in alike.values()
    ]


_WORN = _Grid(
    name="worn",
    title="Socks, stockings and other compression",
    caption="Each box is one finding and leads to the page that tells it in full.",
    boxes=_one_by_one,
)
_REST = _Grid(
    name="rest",
    title="Everything else we looked at",
    caption="A box with a number counts findings that agree, and leads to the list below.",
    boxes=_counted,
)


def short(level: Certainty) -> str:
    """A level in a word or two, for places whose heading says certainty."""
    return capitalised(level.value.replace("-", " "))
