"""C018: a figure about people or results has a source."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.effects import phrases
from knowledge.checks.figures import COUNTING, Figure, Figures
from knowledge.checks.prose import Kind, Prose, prose
from knowledge.checks.rule import Finding, missing_severity, on_library, rule
from knowledge.checks.sourced import Sourced
from knowledge.library import Library
from knowledge.problems import Severity

C018 = rule(
    "C018",
    wants="A share (“4 in 10”, “40%”) and a number of people or studies has a citation, in its sentence or in a "
    "later one of its paragraph, or stands beside a claim block.",
    why="DISCERN 4: a reader can see where each number comes from. Sizes, pressures, times and dates pass: they are "
    "mostly advice. So does what shows how a number is read (“such as 1 in 100”): it is no finding.",
    bad="4 in 10 people stop wearing them.",
    good="4 in 10 people stop wearing them [@partsch2004evening].",
    severity=Severity.WARNING,
)
_KINDS = {Kind.SENTENCE, Kind.TABLE_CELL, Kind.CELL, Kind.NOTE, Kind.CAPTION, Kind.CARD, Kind.MEANING, Kind.OTHER}


@on_library(C018)
def cited(library: Library) -> Iterator[Finding]:
    """Sentences and cells of pages, and texts of data files whose record names no source; one problem in each."""
    figures, sourced = library.of_data(Figures), library.once(Sourced)
    examples = phrases(library.settings.example_phrases)
    for one in prose(library):
        if one.kind not in _KINDS or one.cited or one.is_question:
            continue
        figure = next((found for found in figures.found(one.text) if found.unit in COUNTING), None)
        if figure and not (examples.search(one.text) or sourced.in_paragraph(one.unit)):
            yield _uncited(one, figure)


def _uncited(one: Prose, figure: Figure) -> Finding:
    message = f"“{figure.text.strip()}” is a figure without a source."
    hint = "Put `[@key]` before the full stop, place the claim beside it, or leave the number out."
    return Finding(one.place_of(figure.start), message, hint, missing_severity(one.page) if one.page else None)
