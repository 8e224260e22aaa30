"""C008 and C023: one record for one question, and one for one work."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.rule import Finding, on_data, rule
from knowledge.checks.words import normalised
from knowledge.library import Library
from knowledge.models.reference import Reference

C008 = rule(
    "C008",
    wants="One record for one question: no two claims with the same topic, population, intervention, comparison and "
    "outcome.",
    why="Two records of one question drift apart, and two pages then answer it differently.",
    bad="flights-clots and flights-hidden-clots, both on the same people, socks and clots",
    good="flights-hidden-clots alone, shown on both pages",
)
C023 = rule(
    "C023",
    wants="One record for one work: no two references with the same DOI, PMID, or title and year.",
    why="A reader would count one study as two, and a mend in one record would miss the other.",
    bad="clarke2021airline and clarke2021flights with one DOI",
    good="clarke2021airline alone",
)
_QUESTION = ("topic", "population", "intervention", "comparison", "outcome")


@on_data(C008)
def one_per_question(library: Library) -> Iterator[Finding]:
    """Claims whose question is the same but for case, spaces and marks."""
    first: dict[tuple[str, ...], str] = {}
    for record in library.claims.records.values():
        claim = record.value
        question = tuple(normalised(str(getattr(claim, key))) for key in _QUESTION)
        other = first.setdefault(question, claim.id)
        if other != claim.id:
            message = f"The claim “{other}” asks the same question."
            hint = f"Keep one record: `kb rename-key {claim.id} {other}`. Or say in what they differ."
            yield Finding(record.place(), message, hint)


@on_data(C023)
def one_per_work(library: Library) -> Iterator[Finding]:
    """References that share a DOI, a PMID, or title and year; one problem for each pair."""
    first: dict[tuple[str, str], str] = {}
    for record in library.references.records.values():
        reference = record.value
        marks = list(_marks(reference))
        same = next(((key, shown, first[key, value]) for key, value, shown in marks if (key, value) in first), None)
        for key, value, _ in marks:
            first.setdefault((key, value), reference.id)
        if same:
            key, shown, other = same
            message = f"“{reference.id}” and “{other}” have the same {shown}."
            hint = f"If they are one work, keep one record: `kb rename-key {reference.id} {other}`. If not, mend it."
            yield Finding(record.place(key), message, hint)


def _marks(reference: Reference) -> Iterator[tuple[str, str, str]]:
    """By what a work is known: the key, its value as compared, and the words for it."""
    if reference.doi:
        yield "DOI", reference.doi.casefold(), "DOI"
    if reference.pmid:
        yield "PMID", reference.pmid, "PMID"
    if reference.title and reference.issued and reference.issued.year:
        yield "title", f"{normalised(reference.title)} {reference.issued.year}", "title and year"
