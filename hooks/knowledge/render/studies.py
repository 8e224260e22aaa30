"""The study library: each source that a page rests on, with design, size, funder, finding and how far it was seen.

It is three lists, each for a page of its own: all together weigh more than a phone should have to load. The filter of
each leads to the others, with the words typed, since nobody knows in which of them a name is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby
from types import MappingProxyType
from xml.etree.ElementTree import Element

from knowledge.in_words import capitalised, number, sentence
from knowledge.library import Page
from knowledge.models.blocks import SOURCE_LISTS
from knowledge.models.reference import Name, Reference
from knowledge.models.words import Verified
from knowledge.render.elements import Child, el, link
from knowledge.render.filters import chips, choice, filters, words_box
from knowledge.render.site import Site
from knowledge.uses import pages_by_source, source_list_places

_SEEN = {Verified.FULL: "Seen", Verified.PARTIAL: "Seen in part", Verified.RECALLED: "Not seen"}
_TOLD = {
    Verified.FULL: "We saw its details and its finding.",
    Verified.PARTIAL: "We saw only a part of it.",
    Verified.RECALLED: "We know it from memory only and have not seen it.",
}
_KINDS = {
    "meta-analysis": "Meta-analyses",
    "systematic-review": "Systematic reviews",
    "randomised-trial": "Randomised trials",
    "crossover-trial": "Crossover trials",
    "controlled-trial": "Controlled trials",
    "cohort": "Studies that followed or compared groups",
    "cross-sectional": "Studies of one point in time",
    "survey": "Surveys",
    "case-series": "Reports of several people",
    "case-report": "Reports of one person",
    "laboratory": "Laboratory studies",
    "narrative-review": "Overviews by experts",
    "guideline": "Guidelines",
    "consensus": "Expert agreement",
    "standard": "Standards",
    "regulator": "Authorities",
    "patient-information": "Information for patients",
}
"""Kinds of study or text in readers' words, in the order of the library; another kind comes last, as it is typed."""
_LISTS = {"reviews": "reviews of studies", "studies": "single studies", "texts": "guidelines and other texts"}
_UNSEEN_DATE = {"year", "issued"}


def _library(name: str, site: Site) -> list[Element]:
    """Filters, and the sources of a list by kind, trials first."""
    uses = site.library.once(pages_by_source)
    listed = [one for one in site.library.references.values() if one.id in uses and one.listed_in == name]
    cited = sorted(listed, key=lambda one: (*_order(one.custom.study_type), _by(one).casefold(), one.id))
    groups = [
        el(
            "section",
            el("h3", _kind(kind), id=f"{name}-{kind}"),
            el("ul", *(_entry(one, uses[one.id]) for one in found)),
            data_group="",
        )
        for kind, found in groupby(cited, key=lambda one: one.custom.study_type)
    ]
    return [el("div", _filters(name, cited, site), *groups, class_="studies", id=name, data_search_exclude="")]


SOURCES: MappingProxyType[str, Callable[[Site], list[Element]]] = MappingProxyType(
    {name: partial(_library, name) for name in SOURCE_LISTS}
)
"""The lists of sources that `/// generated | NAME` shows."""


def _filters(name: str, cited: Sequence[Reference], site: Site) -> Element:
    places = site.library.once(source_list_places)
    kinds = dict.fromkeys(one.custom.study_type for one in cited)
    seen = [level for level in Verified if any(one.custom.verified is level for one in cited)]
    fields = [
        words_box(name, "Words in it, such as a name"),
        choice(name, "kind", "Kind", "All kinds", [(kind, _kind(kind)) for kind in kinds]),
        chips("seen", "How far we saw it", [(level.value, _SEEN[level]) for level in seen]),
    ]
    others = [link(target, _LISTS[other]) for other, target in places.items() if other != name]
    return filters(name, fields, len(cited), ("source", "sources"), others)


def _entry(one: Reference, pages: Sequence[Page]) -> Element:
    custom = one.custom
    address = one.address
    title = (one.title or one.id).rstrip(".")
    named = el("a", title, href=address, rel="external noopener") if address else el("strong", title)
    used: list[Child] = []
    for page in pages:
        used += [", " if used else "Used on: ", link(page.path, page.front.title or page.path)]
    return el(
        "li",
        named,
        " ",
        el("span", f"{_by(one)}.", class_="study__by") if _by(one) else None,
        el("p", el("strong", "This paper was retracted.")) if custom.retracted else None,
        el("p", f"Finding: {sentence(custom.finding)}") if custom.finding else None,
        el("p", _facts(one), class_="study__facts"),
        el("p", *used, ".", class_="study__used"),
        id=f"study-{one.id}",
        data_entry="",
        data_kind=custom.study_type,
        data_seen=custom.verified,
    )


def _facts(one: Reference) -> str:
    custom = one.custom
    people = custom.participants or ""
    told = []
    if people or one.is_study:
        size = number(int(people)) if people.isascii() and people.isdigit() else people
        told.append(f"People: {size or 'not recorded'}.")
    if custom.funding or one.is_study:
        told.append(f"Funding: {(custom.funding or 'not recorded').rstrip('.')}.")
    seen = _TOLD[custom.verified]
    if custom.verified is Verified.PARTIAL and custom.finding and custom.finding_verified is not None:
        seen += " We read the finding." if custom.finding_verified else " We read the finding elsewhere, not in it."
    return " ".join([*told, seen])


def _by(one: Reference) -> str:
    """First author, journal or site, year; a year that nobody saw is left out."""
    dated = one.issued and not _UNSEEN_DATE & set(one.custom.incomplete)
    year = one.issued.year if one.issued and dated else None
    parts = [_authors(one.author), one.container_title or one.publisher, year]
    return ", ".join(part.rstrip(".") for part in parts if part)


def _authors(names: Sequence[Name]) -> str:
    first = (names[0].literal or names[0].family or "") if names else ""
    return f"{first} and others" if first and len(names) > 1 else first


def _kind(study_type: str) -> str:
    return _KINDS.get(study_type, capitalised(study_type.replace("-", " ")))


def _order(study_type: str) -> tuple[int, str]:
    kinds = list(_KINDS)
    return (kinds.index(study_type) if study_type in _KINDS else len(kinds)), study_type
