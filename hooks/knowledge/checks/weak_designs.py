"""C026: a sentence that rests on weak studies alone says what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge.checks.effects import Effects, phrases
from knowledge.checks.rule import Finding, on_library, rule
from knowledge.library import Library
from knowledge.problems import Severity
from knowledge.source.markdown.units import Unit, UnitKind

C026 = rule(
    "C026",
    wants="A sentence on an effect that rests on weak studies alone (case reports, laboratory or animal work, "
    "preprints, surveys, a maker's paper) names their kind or says how many people they had, in it or earlier in its "
    "paragraph.",
    why="GRADE guidelines 3: such studies cannot show by themselves that one thing causes another. Untold, what "
    "happened to one person reads like what happens to all.",
    bad="Stockings cause nerve damage [@case-report].",
    good="In one person a stocking caused nerve damage [@case-report].",
    severity=Severity.WARNING,
)
_SMALL_NUMBERS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"


@on_library(C026)
def named(library: Library) -> Iterator[Finding]:
    """Effect sentences of pages and of data, all of whose keys are of `weak-designs` in rules.yml."""
    effects = library.of_data(Effects)
    for units in _passages(library):
        for number, unit in enumerate(units):
            designs = _designs(unit, library)
            found = effects.found(unit.text_masked) if designs and not unit.is_question else None
            if found and not _says(units[: number + 1], designs, library):
                start, words = found
                kinds = " and ".join(sorted(design.replace("-", " ") for design in designs))
                message = f"“{words}” rests on weak studies alone ({kinds}), and does not say so."
                hint = f"Say it: “{next(iter(library.settings.weak_designs[min(designs)]))}”. Or cite a stronger study."
                yield Finding(unit.place_of_masked(start), message, hint)


def _passages(library: Library) -> Iterator[list[Unit]]:
    """Paragraphs, cells and texts of records, each as its units in order."""
    for page in library.judged:
        paragraphs: dict[int, list[Unit]] = {}
        for unit in page.body.units:
            if unit.kind is not UnitKind.HEADING:
                paragraphs.setdefault(unit.paragraph, []).append(unit)
        yield from paragraphs.values()
    yield from (list(text.inline.units) for text in library.data_texts)


def _designs(unit: Unit, library: Library) -> set[str]:
    """The weak kinds of study that a unit rests on; none where one of its sources is stronger or unknown."""
    found = [library.references.get(key) for key in unit.keys]
    designs = {reference.custom.study_type for reference in found if reference}
    return designs if None not in found and designs <= set(library.settings.weak_designs) else set()


def _says(units: Iterable[Unit], designs: Iterable[str], library: Library) -> bool:
    """Whether the passage so far names one of the kinds, or counts its few people."""
    text = " ".join(unit.text for unit in units)
    words = [word for design in designs for word in library.settings.weak_designs[design]]
    people = "|".join(map(re.escape, library.settings.people_words))
    counted = rf"\b(?:\d+|{_SMALL_NUMBERS}) (?:[\w-]+ ){{0,2}}(?:{people})\b"
    return bool(phrases(words).search(text) or re.search(counted, text, re.IGNORECASE))
