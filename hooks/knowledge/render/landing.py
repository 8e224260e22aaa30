"""What a landing page shows of its section: answers by complaint, comparisons, or simply the pages of its folder."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element

from knowledge.in_words import date_in_words, joined, plural
from knowledge.library import Page
from knowledge.models.claim import Claim
from knowledge.models.comparison import Comparison
from knowledge.models.words import Absence, Certainty, PageType
from knowledge.render.claim import certainty_line
from knowledge.render.elements import Md, el, link
from knowledge.render.evidence_map import short
from knowledge.render.filters import chips, filters
from knowledge.render.home import answered_by
from knowledge.render.page_parts import page_item
from knowledge.render.site import Site
from knowledge.uses import comparison_places

Answer = tuple[Claim, Page]


def landing(page: Page, site: Site) -> list[Element]:
    """The list of a landing page; what kind it is follows from the types of pages that its folder may hold."""
    folder = PurePosixPath(page.path).parent
    kinds = site.library.settings.folder_types.get(folder.as_posix(), ())
    others = [
        other for other in site.published if PurePosixPath(other.path).parent == folder and other.path != page.path
    ]
    if PageType.COMPARISON in kinds:
        return _comparisons(site)
    if PageType.ANSWER in kinds:
        return _answers(others, site)
    return [el("ul", *map(page_item, others), class_="listing")] if others else []


def _answers(pages: Sequence[Page], site: Site) -> list[Element]:
    """Tested answers by complaint, then those that nobody has tested, then the section's other pages."""
    order = {topic.id: place for place, topic in enumerate(site.library.topics.values())}
    found = [(claim, page) for page in pages if (claim := answered_by(page, site))]
    found.sort(key=lambda answer: (order.get(answer[0].topic, len(order)), answer[1].path))
    tested = [answer for answer in found if answer[0].certainty is not Certainty.NOT_TESTED]
    untested = [answer for answer in found if answer[0].certainty is Certainty.NOT_TESTED]
    answered = {page.path for _, page in found}
    rest = [page for page in pages if page.path not in answered]
    parts: list[Element] = []
    if tested:
        parts += [el("h2", "Answers by complaint", id="answers-by-complaint"), *_by_complaint(tested, site)]
    if untested:
        head = el("h2", "Not tested: we do not know", id="answers-not-tested")
        parts.append(el("section", head, _answer_list(untested, site), data_group=""))
    if rest:
        parts += [el("h2", "More to read", id="answers-more"), el("ul", *map(page_item, rest), class_="listing")]
    if not found:
        return parts
    levels = [level for level in Certainty if any(claim.certainty is level for claim, _ in found)]
    by_level = chips("certainty", "How sure we are", [(level.value, short(level)) for level in levels])
    form = filters("all-answers", [by_level], len(found), ("answer", "answers"))
    return [el("div", form, *parts, class_="landing", id="all-answers", data_search_exclude="")]


def _by_complaint(answers: Sequence[Answer], site: Site) -> list[Element]:
    sections = []
    for name, found in groupby(answers, key=lambda answer: answer[0].topic):
        topic = site.library.topics.get(name)
        head = el("h3", topic.label if topic else name, id=f"answers-{name}")
        sections.append(el("section", head, _answer_list(list(found), site), data_group=""))
    return sections


def _answer_list(answers: Sequence[Answer], site: Site) -> Element:
    return el("ul", *(_answer(claim, page, site) for claim, page in answers), class_="listing")


def _answer(claim: Claim, page: Page, site: Site) -> Element:
    title = link(page.path, page.front.title or page.path)
    told = page.front.summary if claim.certainty is Certainty.NOT_TESTED else f"{claim.headline.rstrip('.')}."
    item = el("li", title, " ", el("span", told), certainty_line(claim.certainty, site.library.settings))
    item.set("data-certainty", claim.certainty)
    item.set("data-entry", "")
    return item


def _comparisons(site: Site) -> list[Element]:
    """Every comparison that a page shows, under its complaint: question, number of options, how sure, date."""
    order = {topic.id: place for place, topic in enumerate(site.library.topics.values())}
    places = site.library.once(comparison_places)
    found = [one for one in site.library.comparisons.values() if one.id in places]
    found.sort(key=lambda one: (order.get(one.head.topic or "", len(order)), one.id))
    parts: list[Element] = []
    for name, group in groupby(found, key=lambda one: one.head.topic):
        topic = site.library.topics.get(name) if name else None
        parts.append(el("h3", topic.label if topic else "On any complaint", id=f"comparisons-{name or 'any'}"))
        parts.append(el("ul", *(_comparison(one, places[one.id], site) for one in group), class_="listing"))
    head = el("h2", "All comparisons", id="comparisons")
    box = el("div", head, *parts, class_="landing", id="all-comparisons", data_search_exclude="")
    return [box] if found else []


def _comparison(one: Comparison, place: str, site: Site) -> Element:
    options = f"{plural(len(one.rows), 'option')} side by side. {_how_sure(one, site)}"
    checked = f"Last checked {date_in_words(one.head.last_checked)}."
    return el("li", link(place, Md(one.head.question)), " ", el("span", f"{options} {checked}"))


def _how_sure(one: Comparison, site: Site) -> str:
    """The best and the least certainty of the cells, and how many cells nobody has tested."""
    cells = [cell for row in one.rows for cell in row.cells.values()]
    claims = [site.library.claims.get(cell.claim) for cell in cells if cell.claim]
    levels = [cell.certainty for cell in cells if cell.certainty] + [claim.certainty for claim in claims if claim]
    untested = sum(cell.absence is Absence.NOT_TESTED for cell in cells) + levels.count(Certainty.NOT_TESTED)
    graded = [level.value.replace("-", " ") for level in Certainty if level in levels and level.beads]
    if not graded and not untested:
        return "Its cells are facts, not findings."
    ends = f"certainty {' to '.join(dict.fromkeys((graded[0], graded[-1])))}" if graded else ""
    gaps = f"{plural(untested, 'cell')} not tested" if untested else ""
    told = joined([part for part in (ends, gaps) if part])
    return f"{told[:1].upper()}{told[1:]}."
