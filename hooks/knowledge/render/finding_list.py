"""Findings as a list: every claim under its complaint, with its certainty and direction in words and shape.

One element for each beside its link, closed under its complaint: a page may hold hundreds of findings. The style sheet
draws the shapes from what an element says of its claim.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from xml.etree.ElementTree import Element

from knowledge.in_words import capitalised, date_in_words, joined, plural
from knowledge.models.claim import Claim
from knowledge.models.records import Topic
from knowledge.models.settings import Settings
from knowledge.models.words import Certainty
from knowledge.render.claim import statement
from knowledge.render.elements import el, link
from knowledge.render.site import Site
from knowledge.uses import claim_places


def map_order(site: Site) -> list[Claim]:
    """The claims whose complaint and outcome are known, in the order of topics.yml."""
    places = {topic.id: place for place, topic in enumerate(site.library.topics.values())}
    known = [one for one in site.library.claims.values() if one.topic in places and one.outcome_group in places]
    return sorted(known, key=lambda claim: (places[claim.topic], places[claim.outcome_group]))


def topic_of(claim: Claim, site: Site) -> Topic:
    """The complaint of a claim from `map_order`."""
    return site.library.topics.records[claim.topic].value


def finding_list(claims: Sequence[Claim], site: Site) -> Element:
    """A heading and a list for each complaint."""
    groups = [_group(name, list(found), site) for name, found in groupby(claims, key=lambda claim: claim.topic)]
    return el("div", *groups, class_="findings")


def place_of(claim: Claim, site: Site) -> str | None:
    """Where the finding is told in full; None where no page shows it, and the list on the map is its place."""
    return site.library.once(claim_places).get(claim.id)


def _group(name: str, claims: Sequence[Claim], site: Site) -> Element:
    """A complaint with how many findings of each certainty it has; opened, the findings."""
    counts = Counter(claim.certainty for claim in claims)
    told = joined([f"{counts[level]} {level.value.replace('-', ' ')}" for level in Certainty if counts[level]])
    head = el("summary", el("h4", topic_of(claims[0], site).label), f" {plural(len(claims), 'finding')}: {told}")
    return el("details", head, el("ul", *(_entry(claim, site) for claim in claims), id=f"map-{name}"), data_group="")


def _entry(claim: Claim, site: Site) -> Element:
    settings = site.library.settings
    place = place_of(claim, site)
    name = capitalised(claim.intervention)
    title = link(place, name) if place else el("strong", name)
    told = None if place else statement(claim, "finding__statement")
    item = el(
        "li",
        title,
        f" {verdict_words(claim, settings)} {_studied(claim)}",
        told,
        class_="finding",
        id=None if place else f"claim-{claim.id}",
        data_entry="",
    )
    return marked(item, claim)


def marked(element: Element, claim: Claim) -> Element:
    """Say on an element what filters and style sheet need to know of its claim."""
    element.set("data-complaint", claim.topic)
    element.set("data-certainty", claim.certainty)
    element.set("data-direction", claim.direction)
    return element


def direction_words(claim: Claim, settings: Settings) -> str:
    """Which way it points."""
    return settings.direction_words.get(claim.direction, claim.direction.value)


def verdict_words(claim: Claim, settings: Settings) -> str:
    """Which way it points and how sure we are."""
    way = direction_words(claim, settings)
    sure = settings.certainty_words.get(claim.certainty, claim.certainty.value)
    return f"{way}. {sure}."


def _studied(claim: Claim) -> str:
    tested = claim.certainty is not Certainty.NOT_TESTED
    searched = f" Searched to {date_in_words(claim.searched_to)}." if claim.searched_to else ""
    outcome = f"{capitalised(claim.outcome)}, compared with {claim.comparison}."
    return f"{outcome} {'Studied' if tested else 'Looked for'}: {claim.population}.{searched}"
