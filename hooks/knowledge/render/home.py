"""What the home page shows from the whole library."""

from __future__ import annotations

from collections import Counter
from xml.etree.ElementTree import Element

from knowledge.library import Page
from knowledge.models.claim import Claim
from knowledge.models.words import CareLevel, Certainty, PageType
from knowledge.render.elements import Md, el, link
from knowledge.render.marks import certainty_dots, certainty_mark
from knowledge.render.site import Site

_URGENT_SIGNS = 3


def search_opener() -> Element:
    """A button that looks like a search field and opens the search."""
    button = el(
        "button",
        el("span", "Search, such as: ", class_="visually-hidden"),
        "Sore calf, flight socks",
        type="button",
        class_="home-search__open",
        data_search_open="",
    )
    return el("div", button, class_="home-search")


def urgent_strip(site: Site) -> Element | None:
    """The gravest signs of the most dangerous cards, and the way to all of them."""
    cards = [card for card in site.library.care_cards.values() if card.level is CareLevel.EMERGENCY][:_URGENT_SIGNS]
    if not cards or site.urgent_page is None:
        return None
    signs = [el("li", Md(card.brief or f"{card.title} {card.signs[0]}")) for card in cards]
    return el(
        "section",
        el("h2", "Call an emergency number now for", id="urgent-strip-title"),
        el("ul", *signs),
        link(site.urgent_page, "All danger signs and numbers"),
        class_="urgent-strip",
        aria_labelledby="urgent-strip-title",
    )


def questions(site: Site) -> Element | None:
    """The published answers by complaint, in the order of topics.yml."""
    order = {topic.id: position for position, topic in enumerate(site.library.topics.values())}
    answers = [(claim, page) for page in site.published if (claim := answered_by(page, site))]
    answers.sort(key=lambda answer: (order.get(answer[0].topic, len(order)), answer[1].path))
    if not answers:
        return None
    per_topic = Counter(claim.topic for claim, _ in answers)
    items = [_answer_line(claim, page, site, alone=per_topic[claim.topic] == 1) for claim, page in answers]
    title = el("h2", "Do compression socks help?", id="answers")
    return el("section", title, el("ul", *items, class_="leaders"), class_="questions", aria_labelledby="answers")


def answered_by(page: Page, site: Site) -> Claim | None:
    """The claim that is the page's verdict; None on pages that are no answers."""
    front = page.front
    if front.type is not PageType.ANSWER or not front.primary_claim:
        return None
    return site.library.claims.get(front.primary_claim)


def _answer_line(claim: Claim, page: Page, site: Site, *, alone: bool) -> Element:
    """An answer by its complaint, or by its question where a complaint has several answers."""
    topic = site.library.topics.get(claim.topic) if alone else None
    grade, _, rest = (
        claim.headline.partition(": ")
        if claim.certainty is Certainty.NOT_TESTED
        else (site.library.settings.certainty_words.get(claim.certainty, ""), "", claim.headline)
    )
    verdict = el("span", el("strong", f"{grade}."), f" {rest[:1].upper()}{rest[1:]}", class_="leaders__verdict")
    label = topic.label if topic else page.front.title or page.path
    mark = certainty_mark(claim.certainty)
    leader = el("span", class_="leader")
    # Spaces between the parts: the search index would glue their words together.
    return el("li", link(page.path, label), " ", leader, " ", mark, " ", verdict, data_certainty=claim.certainty)


def snapshot(site: Site) -> Element | None:
    """How many findings there are of each certainty; a dot for each."""
    counts = Counter(claim.certainty for claim in site.library.claims.values())
    if not counts:
        return None
    words = site.library.settings.certainty_words
    items = [_counted(level, words[level], counts[level]) for level in Certainty if level in words and counts[level]]
    return el(
        "section",
        el("h2", "How sure are these answers?", id="snapshot-title"),
        el("p", f"We wrote down {counts.total()} findings. Each dot is one."),
        el("ul", *items),
        class_="snapshot",
        aria_labelledby="snapshot-title",
    )


def _counted(level: Certainty, words: str, count: int) -> Element:
    """A level in a line: its words, how many findings it has, a dot for each."""
    return el("li", words, " ", el("span", str(count)), " ", certainty_dots(level, count), data_certainty=level)
