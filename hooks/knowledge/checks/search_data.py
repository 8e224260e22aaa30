"""D002, D003 and D004 in search.yml: ids are its own, cards and pages exist, and no danger sign is empty."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.data_files import D002
from knowledge.checks.records import D003, D004
from knowledge.checks.rule import Finding, on_data, on_whole, unknown
from knowledge.library import Library
from knowledge.problems import Place
from knowledge.suggest import did_you_mean


@on_data(D003)
def ids_apart(library: Library) -> Iterator[Finding]:
    """No two groups of synonyms, and no two danger signs, have one id."""
    for key, records in _lists(library):
        first: dict[str, int] = {}
        for number, name in enumerate(records):
            if first.setdefault(name, number) != number:
                line = library.search.place(key, first[name], "id").line
                message = f"The id “{name}” is there twice; it is first in line {line}."
                yield Finding(library.search.place(key, number, "id"), message, "Give each record its own id.")


@on_data(D004)
def cards_exist(library: Library) -> Iterator[Finding]:
    """The care card of each danger sign."""
    for number, flag in enumerate(library.search.value.red_flags):
        yield from unknown(library.care_cards, flag.card, library.search.place("red_flags", number, "card"))


@on_whole(D004)
def popular_pages_exist(library: Library) -> Iterator[Finding]:
    """The pages to offer where nothing is found."""
    for number, path in enumerate(library.search.value.popular):
        yield from _page(path, library.search.place("popular", number), library)


@on_whole(D004)
def pages_of_more_terms_exist(library: Library) -> Iterator[Finding]:
    """The pages that further words lead to."""
    for number, more in enumerate(library.search.value.more_terms):
        yield from _page(more.page, library.search.place("more_terms", number, "page"), library)


@on_data(D003)
def terms_lead_to_one_page(library: Library) -> Iterator[Finding]:
    """A term that leads to two pages lets a reader find the wrong one first."""
    first: dict[str, Place] = {}
    for number, more in enumerate(library.search.value.more_terms):
        for at, term in enumerate(more.terms):
            place = library.search.place("more_terms", number, "terms", at)
            if first.setdefault(term.casefold(), place) != place:
                message = f"The term “{term}” is there twice; it is first in line {first[term.casefold()].line}."
                yield Finding(place, message, "Keep it for the page that answers it.")


@on_data(D002)
def danger_signs_have_words(library: Library) -> Iterator[Finding]:
    """A danger sign that no words bring up protects nobody."""
    for number, flag in enumerate(library.search.value.red_flags):
        if not (flag.phrases or flag.all_of):
            message = f"The danger sign “{flag.id}” has no words."
            hint = "Give it `phrases: [blue toes]`, or `all_of: [[toes, foot], [blue]]`."
            yield Finding(library.search.place("red_flags", number, "id"), message, hint)


def _page(path: str, place: Place, library: Library) -> Iterator[Finding]:
    published = [page.path for page in library.published()]
    if path not in published:
        hint = did_you_mean(path, published, otherwise="Type the path of a published page, from docs/.")
        yield Finding(place, f"There is no page “{path}”.", hint)


def _lists(library: Library) -> Iterator[tuple[str, list[str]]]:
    yield "synonyms", [one.id for one in library.search.value.synonyms]
    yield "red_flags", [one.id for one in library.search.value.red_flags]
