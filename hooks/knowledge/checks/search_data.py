"""D002, D003 and D004 in search.yml: ids are its own, cards and pages exist, and no danger sign is empty."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.data_files import D002
from knowledge.checks.records import D003, D004
from knowledge.checks.rule import Finding, on_data, on_whole, unknown
from knowledge.library import Library
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
    published = [page.path for page in library.published()]
    for number, path in enumerate(library.search.value.popular):
        if path not in published:
            hint = did_you_mean(path, published, otherwise="Type the path of a published page, from docs/.")
            yield Finding(library.search.place("popular", number), f"There is no page “{path}”.", hint)


@on_data(D002)
def danger_signs_have_words(library: Library) -> Iterator[Finding]:
    """A danger sign that no words bring up protects nobody."""
    for number, flag in enumerate(library.search.value.red_flags):
        if not (flag.phrases or flag.all_of):
            message = f"The danger sign “{flag.id}” has no words."
            hint = "Give it `phrases: [blue toes]`, or `all_of: [[toes, foot], [blue]]`."
            yield Finding(library.search.place("red_flags", number, "id"), message, hint)


def _lists(library: Library) -> Iterator[tuple[str, list[str]]]:
    yield "synonyms", [one.id for one in library.search.value.synonyms]
    yield "red_flags", [one.id for one in library.search.value.red_flags]
