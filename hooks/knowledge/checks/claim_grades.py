"""C005 and C006: a grade has its reasons, and rests on studies that can carry it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from knowledge.checks.rule import Finding, on_data, rule
from knowledge.checks.words import normalised
from knowledge.library import Library, Record
from knowledge.models.claim import Claim
from knowledge.models.reference import Reference
from knowledge.models.words import Certainty
from knowledge.problems import Severity

C005 = rule(
    "C005",
    wants="A grade of our own (`certainty_by: legwise`) gives its reasons, at least one of which begins with a GRADE "
    "domain; a claim that is not tested needs none.",
    why="GRADE guidelines 3: a grade is a judgement, so a reader must be able to see what it was judged by.",
    bad="reasons: [few people]",
    good='reasons: ["imprecision: 12 people"]',
)
C006 = rule(
    "C006",
    wants="High certainty rests on a review or two randomised trials, moderate on a review or one; how an illness goes "
    "on may also rest on a cohort. A grade by a review's authors is only noted.",
    why="GRADE guidelines 3: studies without chance groups start at low. People followed over time are the right study "
    "for the course of an illness.",
    bad="certainty: high, with one case report as its source",
    good="certainty: low, with one case report as its source",
    severity=Severity.WARNING,
)
_TRIALS_NEEDED = {Certainty.HIGH: 2, Certainty.MODERATE: 1}


@on_data(C005)
def reasons_given(library: Library) -> Iterator[Finding]:
    """One reason begins with a domain of `grade-domains` in rules.yml."""
    domains = tuple(library.settings.grade_domains)
    hint = f"Begin one with {', '.join(domains)}, such as “imprecision: 12 people”."
    for record in library.claims.records.values():
        claim = record.value
        if claim.certainty_by != "legwise" or claim.certainty is Certainty.NOT_TESTED:
            continue
        if not claim.reasons:
            message = f"The grade {claim.certainty} is ours, but has no reasons."
            yield Finding(record.place("certainty_by"), message, f"Add `reasons:`. {hint}")
        elif not any(_names_domain(reason, domains) for reason in claim.reasons):
            yield Finding(record.place("reasons", 0), "No reason begins with a GRADE domain.", hint)


def _names_domain(reason: str, domains: Iterable[str]) -> bool:
    head = reason.partition(":")[0].strip().casefold()
    return any(head == domain.casefold() for domain in domains)


@on_data(C006)
def carried(library: Library) -> Iterator[Finding]:
    """The kinds of study (`study_type`) of a sure claim's sources, and of a sure cell's."""
    courses = {normalised(words) for words in library.settings.course_interventions}
    for record in library.claims.records.values():
        claim = record.value  # of which one may tell how an illness goes on, not what a treatment does
        course = normalised(claim.intervention) in courses
        lack = _lack(claim.certainty, claim.sources, library, course=course)
        if lack:
            severity = Severity.NOTE if claim.certainty_by == "authors" else None
            yield Finding(record.place("certainty"), lack, _hint(claim.certainty, record), severity)
    for comparison in library.comparisons.values():
        for row in comparison.rows:
            for name, cell in row.cells.items():
                if cell.certainty and (lack := _lack(cell.certainty, cell.sources, library, course=False)):
                    place = comparison.cell_place(row, name, "certainty")
                    yield Finding(place, lack, _hint(cell.certainty, None))


def _lack(certainty: Certainty, sources: Iterable[str], library: Library, *, course: bool) -> str | None:
    """What a sure grade lacks; None where it has it, or where a source cannot be looked up (told elsewhere)."""
    needed = _TRIALS_NEEDED.get(certainty)
    found = [library.references.get(key) for key in sources]
    references = [reference for reference in found if reference]
    if needed is None or not found or len(references) < len(found):
        return None
    settings = library.settings
    trials = _count(references, settings.randomised_designs)
    carried = _count(references, settings.review_designs) or trials >= needed
    if carried or (course and _count(references, settings.follow_up_designs)):
        return None
    kinds = ", ".join(dict.fromkeys(reference.custom.study_type.replace("-", " ") for reference in references))
    wanted = "two randomised trials" if needed > 1 else "one randomised trial"
    return f"The certainty is {certainty}, which needs a review or {wanted}; its sources are: {kinds}."


def _count(references: Iterable[Reference], designs: Iterable[str]) -> int:
    return sum(reference.custom.study_type in designs for reference in references)


def _hint(certainty: Certainty, record: Record[Claim] | None) -> str:
    lower = Certainty.LOW if certainty is Certainty.MODERATE else Certainty.MODERATE
    words = ", with the words that go with it" if record else ""
    return f"Add the key of such a study, or grade it `{lower}` or lower{words}."
