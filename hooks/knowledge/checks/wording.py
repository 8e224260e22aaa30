"""C031: what nobody has tested is said neither to help nor to fail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from knowledge.checks.effects import Effects, sentences
from knowledge.checks.governed import Governed
from knowledge.checks.rule import HARM, Finding, on_library, rule
from knowledge.checks.words import front_units
from knowledge.library import DataText, Library, Page
from knowledge.models.comparison import Cell
from knowledge.models.settings import WordingPattern
from knowledge.models.words import Absence, Certainty, PageType
from knowledge.source.markdown.units import Unit

C031 = rule(
    "C031",
    wants="Where a claim is not tested, no effect either way: in its statement, in the summary of its page, beside its "
    "cells and in every sentence that it rules.",
    why="GRADE guidelines 26: words say as much as the evidence. “Does not help” is a finding; “not tested” is none.",
    bad="Socks probably do not help sciatica.",
    good="Not tested: we do not know if socks help sciatica.",
    never_silenced=HARM,
)


@on_library(C031)
def neither_way(library: Library) -> Iterator[Finding]:
    """All texts that a not-tested claim rules, by the patterns of rules.yml. Questions and quoted words pass."""
    patterns = [pattern for pattern in library.settings.wording_patterns if pattern.rule == C031.id]
    for unit in (*_in_data(library), *_on_pages(library)):
        yield from _hits(unit, patterns)


def _hits(unit: Unit, patterns: Iterable[WordingPattern]) -> Iterator[Finding]:
    """One problem for a unit: that of the longest match."""
    if unit.is_question:
        return
    found = [(match, pattern) for pattern in patterns if (match := pattern.search(unit.text_masked))]
    if found:
        match, pattern = max(found, key=lambda hit: len(hit[0][0]))
        place = unit.place_of_masked(match.start())
        yield Finding(place, _message(pattern, match[0]), pattern.hint)


def _message(pattern: WordingPattern, words: str) -> str:
    """The pattern's message with the words found: at its `{match}`, else before it."""
    named = pattern.message.replace("{match}", words)
    return named if named != pattern.message else f"“{words}”: {pattern.message}"


def _in_data(library: Library) -> Iterator[Unit]:
    """Statements of claims, and what is said beside a cell without a study; a source makes it another matter."""
    statements = {
        id(record.node.get("statement"))
        for record in library.claims.records.values()
        if record.value.certainty is Certainty.NOT_TESTED
    }
    for text in library.data_texts:
        if id(text.scalar) in statements or _in_untested_cell(text, library):
            yield from (unit for unit in text.inline.units if not unit.keys)


def _in_untested_cell(text: DataText, library: Library) -> bool:
    if not isinstance(text.owner, Cell):
        return False
    claim = library.claims.get(text.owner.claim or "")
    untested = claim is not None and claim.certainty is Certainty.NOT_TESTED
    return untested or text.owner.absence is Absence.NOT_TESTED


def _on_pages(library: Library) -> Iterator[Unit]:
    """Summaries of answers, and the sentences whose claims are all not tested."""
    effects = library.once(Effects)
    for page in library.pages.values():
        governed = Governed(page, library, effects)
        yield from _summary(page, governed)
        for unit in sentences(page):
            claims = governed.claims(unit)
            if claims and all(claim.certainty is Certainty.NOT_TESTED for claim in claims):
                yield unit


def _summary(page: Page, governed: Governed) -> Iterator[Unit]:
    primary, summary = governed.primary, page.front.summary
    if page.front.type is PageType.ANSWER and summary and primary and primary.certainty is Certainty.NOT_TESTED:
        yield from front_units(page, "summary", summary)
