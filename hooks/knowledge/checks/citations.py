"""C015, C016, C020 and C021: citations are well-formed, known, and of work that may carry what is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge.checks.rule import AS_TEXT, HOLE, Finding, again, on_data, on_library, on_page, rule, unknown
from knowledge.library import Library, Page
from knowledge.models.words import Verified
from knowledge.problems import Place
from knowledge.source.markdown.model import Citation, CitedKey
from knowledge.source.markdown.units import Unit

C015 = rule(
    "C015",
    wants="Every cited key stands in references.yml.",
    why="A number without an entry in the list of sources tells a reader nothing.",
    bad="[@clarke2021]",
    good="[@clarke2021airline]",
    never_silenced=HOLE,
)
C016 = rule(
    "C016",
    wants="Well-formed citations: `[@a]`, `[@a; @b, p. 4]`.",
    why="A malformed one would print as text.",
    bad="[@a, @b]",
    good="[@a; @b]",
    never_silenced=AS_TEXT,
)
C020 = rule(
    "C020",
    wants="No retracted paper, unless the sentence says that it was retracted; a record whose title says so is marked.",
    why="A withdrawn study supports nothing.",
    bad="Socks cut pain [@withdrawn2015].",
    good="A trial that said so was retracted [@withdrawn2015].",
)
C021 = rule(
    "C021",
    wants="A reference that nobody has seen again (`verified: recalled`) carries no claim and no number.",
    why="Memory is not a source.",
    bad="sources: [a-recalled-key]",
    good="the reference looked up and set to `verified: full`, or dropped",
)


@on_page(C015)
def known_on_pages(page: Page, library: Library) -> Iterator[Finding]:
    """Each key cited in a page's body."""
    for key in _keys(page.body.citations):
        yield from unknown(library.references, key.key, key.place.shifted(1))


@on_data(C015)
def known_in_data(library: Library) -> Iterator[Finding]:
    """Each key cited in a text of a data file."""
    for text in library.data_texts:
        for key in _keys(text.inline.citations):
            yield from unknown(library.references, key.key, key.place.shifted(1))


@on_page(C016)
def well_formed_on_pages(page: Page, _library: Library) -> Iterator[Finding]:
    """What the scan of the body met."""
    yield from map(again, page.body.citation_faults)


@on_data(C016)
def well_formed_in_data(library: Library) -> Iterator[Finding]:
    """What the scans of the data files' texts met."""
    for text in library.data_texts:
        yield from map(again, text.inline.citation_faults)


@on_library(C020)
def not_retracted(library: Library) -> Iterator[Finding]:
    """Citations in sentences."""
    retracted = _all_retracted(library)
    for unit, key in _cited(library) if retracted else ():
        if key.key in retracted and "retracted" not in unit.text.casefold():
            yield _retracted(key.key, key.place.shifted(1))


@on_data(C020)
def no_retracted_source(library: Library) -> Iterator[Finding]:
    """The sources of claims, cells and other records."""
    retracted = _all_retracted(library)
    if not retracted:
        return
    for key_name, place, said in (*sources(library), *record_sources(library)):
        if key_name in retracted and "retracted" not in said.casefold():
            yield _retracted(key_name, place)


@on_data(C020)
def marked(library: Library) -> Iterator[Finding]:
    """A title that says so (indexes put “RETRACTED:” before it) stands in a record that says so."""
    for record in library.references.records.values():
        title, custom = record.value.title or "", record.value.custom
        if re.match(r"\W*(?:retracted\b|retraction(?: note| notice)?:)", title, re.IGNORECASE) and not custom.retracted:
            message = f"The title of “{record.value.id}” says that it was retracted, but its record does not."
            yield Finding(record.place("title"), message, "Write `retracted: true` under `custom`.")


def _all_retracted(library: Library) -> set[str]:
    return {one.id for one in library.references.naming("retracted") if one.custom.retracted}


def _retracted(key: str, place: Place) -> Finding:
    return Finding(
        place, f"“{key}” was retracted.", "Remove it and what rests on it alone, or say that it was retracted."
    )


@on_library(C021)
def seen(library: Library) -> Iterator[Finding]:
    """Sentences with a number."""
    recalled = _all_recalled(library)
    for unit, key in _cited(library) if recalled else ():
        if key.key in recalled and re.search(r"\d", unit.text):
            yield _recalled(key.key, key.place.shifted(1), "it carries no number")


@on_data(C021)
def source_seen(library: Library) -> Iterator[Finding]:
    """Sources of claims and cells."""
    recalled = _all_recalled(library)
    for key_name, place, _ in sources(library) if recalled else ():
        if key_name in recalled:
            yield _recalled(key_name, place, "it carries no finding")


def _all_recalled(library: Library) -> set[str]:
    named = library.references.naming(Verified.RECALLED.value)
    return {one.id for one in named if one.custom.verified is Verified.RECALLED}


def _recalled(key: str, place: Place, so: str) -> Finding:
    hint = "Look the work up and set `verified: full` or `partial` in its record, or drop it."
    return Finding(place, f"Nobody has seen “{key}” again (`verified: recalled`), so {so}.", hint)


def sources(library: Library) -> Iterator[tuple[str, Place, str]]:
    """The keys that claims and cells rest on, each with its place and the words that rest on it."""
    for record in library.claims.records.values():
        claim = record.value
        for number, key in enumerate(claim.sources):
            yield key, record.place("sources", number), claim.statement
        if claim.absolute:
            yield claim.absolute.source, record.place("absolute", "source"), claim.statement
    for comparison in library.comparisons.values():
        for row in comparison.rows:
            for name, cell in row.cells.items():
                for number, key in enumerate(cell.sources):
                    yield (
                        key,
                        comparison.cell_place(row, name, "sources", number),
                        f"{cell.value or ''} {cell.note or ''}",
                    )


def record_sources(library: Library) -> Iterator[tuple[str, Place, str]]:
    """The same for cards, services, contraindications and classes, which say nothing of retractions."""
    for collection in (library.care_cards, library.services, library.contraindications, library.class_schemes):
        for record in collection.records.values():
            for number, key in enumerate(record.value.sources):
                yield key, record.place("sources", number), ""


def _keys(citations: Iterable[Citation]) -> Iterator[CitedKey]:
    for citation in citations:
        yield from citation.keys


def _cited(library: Library) -> Iterator[tuple[Unit, CitedKey]]:
    """Each cited key with the sentence or cell it stands in."""
    for page in library.judged:
        yield from paired(page.body.units, page.body.citations)
    for text in library.data_texts:
        yield from paired(text.inline.units, text.inline.citations)


def paired(units: Iterable[Unit], citations: Iterable[Citation]) -> Iterator[tuple[Unit, CitedKey]]:
    """The keys cited in these units, each with its unit."""
    keys = list(_keys(citations))
    for unit in units:
        start, end = unit.place, unit.place_of(len(unit.text))
        yield from (
            (unit, key) for key in keys if key.key in unit.keys and start <= key.place and _before(key.place, end)
        )


def _before(place: Place, end: Place) -> bool:
    """Whether a key stands no later than the last character of a unit: on its last line, a citation that ends it."""
    return place.line < end.line or (place.line == end.line and place.column <= end.column + 1)
