"""D003 and D004: every id is one record's own, and every reference from record to record leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.rule import HOLE, Finding, on_data, rule, unknown
from knowledge.library import Library, Record
from knowledge.models.claim import Claim
from knowledge.problems import Place
from knowledge.suggest import did_you_mean

D003 = rule(
    "D003",
    wants="Ids are lower-case words joined by hyphens, each its own in its file, and no two make the same anchor.",
    why="An id is what other files and readers' links refer to.",
    bad="two records `id: lumbar-brace`",
    good="one record `id: lumbar-brace`",
    never_silenced=HOLE,
)
D004 = rule(
    "D004",
    wants="Every reference to a record exists: topic, source, term.",
    why="A wrong one would leave a hole on a page, or an answer that nobody finds.",
    bad="topic: sciatca",
    good="topic: sciatica",
    never_silenced=HOLE,
)


@on_data(D003)
def anchors_apart(library: Library) -> Iterator[Finding]:
    """Claims, terms, comparisons and their rows make different anchors."""
    seen: dict[str, str] = {}
    for anchor, owner, place in _anchors(library):
        other = seen.setdefault(anchor, owner)
        if other != owner:
            message = f"This id makes the anchor “{anchor}”, which {other} makes too."
            yield Finding(place, message, "Give one of the two another id.")


def _anchors(library: Library) -> Iterator[tuple[str, str, Place]]:
    for claim, record in library.claims.records.items():
        yield f"claim-{claim}", f"the claim “{claim}”", record.place()
    for term, term_record in library.terms.records.items():
        yield f"term-{term}", f"the glossary term “{term}”", term_record.place()
    for comparison in library.comparisons.values():
        yield f"comparison-{comparison.id}", f"the comparison “{comparison.id}”", comparison.place()
        for row in comparison.rows:
            yield f"{comparison.id}-{row.id}", f"the row “{row.id}” of {comparison.id}", row.place


@on_data(D004)
def claims_lead_somewhere(library: Library) -> Iterator[Finding]:
    """A claim's topic is a complaint, its outcome group an outcome, and its frequencies have a known source."""
    for record in library.claims.records.values():
        yield from _topic(record, "topic", record.value.topic, "complaint", library)
        yield from _topic(record, "outcome_group", record.value.outcome_group, "outcome", library)
        if record.value.absolute:
            yield from unknown(library.references, record.value.absolute.source, record.place("absolute", "source"))


@on_data(D004)
def measurements_are_known(library: Library) -> Iterator[Finding]:
    """Each measured figure is one that the quality page asks for, or it would be told as not measured beside it."""
    known = library.settings.measured_figures
    for name, record in library.measurements.records.items():
        if name not in known:
            hint = did_you_mean(name, known, otherwise="Add it to `measured-figures` in data/rules.yml.")
            yield Finding(record.place(), f"There is no figure “{name}” to be measured.", hint)


def _topic(record: Record[Claim], key: str, name: str, kind: str, library: Library) -> Iterator[Finding]:
    yield from unknown(library.topics, name, record.place(key))
    topic = library.topics.get(name)
    if topic and topic.kind != kind:
        one = {"complaint": "a complaint", "outcome": "an outcome"}
        fitting = sorted(other.id for other in library.topics.values() if other.kind == kind)
        message = f"“{name}” is {one[topic.kind]}; `{key}` names {one[kind]}."
        yield Finding(record.place(key), message, f"Use one of: {', '.join(fitting)}.")


@on_data(D004)
def sources_exist(library: Library) -> Iterator[Finding]:
    """The sources of cards, services, contraindications and class schemes."""
    for collection in (library.care_cards, library.services, library.contraindications, library.class_schemes):
        for record in collection.records.values():
            for number, key in enumerate(record.value.sources):
                yield from unknown(library.references, key, record.place("sources", number))


@on_data(D004)
def cards_exist(library: Library) -> Iterator[Finding]:
    """The care card that the answer to a contraindication's question brings up."""
    for record in library.contraindications.records.values():
        if record.value.card:
            yield from unknown(library.care_cards, record.value.card, record.place("card"))


@on_data(D004)
def terms_exist(library: Library) -> Iterator[Finding]:
    """The glossary terms by which a topic is known in text."""
    for record in library.topics.records.values():
        for number, name in enumerate(record.value.terms):
            yield from unknown(library.terms, name, record.place("terms", number))


@on_data(D004)
def comparisons_lead_somewhere(library: Library) -> Iterator[Finding]:
    """A comparison's topic and its cells' sources; the claims of cells are C001."""
    for comparison in library.comparisons.values():
        if comparison.head.topic:
            yield from unknown(library.topics, comparison.head.topic, comparison.place("topic"))
        for row in comparison.rows:
            for name, cell in row.cells.items():
                for number, key in enumerate(cell.sources):
                    yield from unknown(library.references, key, comparison.cell_place(row, name, "sources", number))
