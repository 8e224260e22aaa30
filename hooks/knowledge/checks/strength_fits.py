"""C033, C034 and C036 once more, by the score of a sentence: what no list of phrases foresaw."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.governed_texts import GovernedText, governed_texts
from knowledge.checks.patterns import hits
from knowledge.checks.rule import Finding, on_library
from knowledge.checks.strength import FITTING, Strength, Strengths, Way
from knowledge.checks.wording import C031, C033, C034, C036
from knowledge.library import Library
from knowledge.models.words import Direction
from knowledge.problems import Severity

_WAYS = {Direction.BENEFIT: (Way.NONE, "a benefit"), Direction.NO_DIFFERENCE: (Way.EFFECT, "little or no difference")}
"""What words may not say beside a direction. Harms are left to the patterns: “cause” and “ease” are both an effect."""
_STEM = 5
"""So many letters of a word are alike in “swelling” and “swell”, “painful” and “pain”."""


@on_library(C033)
def too_strong(library: Library) -> Iterator[Finding]:
    """Sentences that are surer than what rules them, where no pattern of C031 or C033 has told it already."""
    found = [(text, said) for text, said in _scored(library) if said.said > text.certainty.beads]
    told = {id(hit.prose) for rule in (C031, C033) for hit in hits(library, rule.id)} if found else set()
    for text, said in found:
        if id(text.prose) not in told:
            level = library.settings.certainty_words[text.certainty].casefold()
            yield _finding(text, said, f"“{said.words}” says more than {level} allows.", FITTING[text.certainty])


@on_library(C034)
def too_weak(library: Library) -> Iterator[Finding]:
    """Sentences less sure than what rules them; a note, since caution beside a claim block hides nothing."""
    for text, said in _scored(library):
        if not text.is_statement and 0 < said.said < text.certainty.beads:
            level = library.settings.certainty_words[text.certainty].casefold()
            message = f"“{said.words}” says less than {level} allows."
            yield _finding(text, said, message, FITTING[text.certainty], Severity.NOTE)


@on_library(C036)
def other_way(library: Library) -> Iterator[Finding]:
    """Sentences that name a claim's outcome and say the other way; very low and not tested are left to C030 to C033."""
    for text, said in _scored(library):
        if text.is_statement or text.certainty.beads <= 1 or len(text.directions) != 1:
            continue
        way, recorded = _WAYS.get(next(iter(text.directions)), (None, ""))
        if said.way is way and _names_outcome(text):
            message = f"The record says {recorded}, “{said.words}” does not."
            yield _finding(text, said, message, "mend the words, or the claim's `direction`", Severity.WARNING)


def _scored(library: Library) -> list[tuple[GovernedText, Strength]]:
    return library.once(_all_scored)


def _all_scored(library: Library) -> list[tuple[GovernedText, Strength]]:
    strengths = library.of_data(Strengths)
    scored = ((text, strengths.of(text.prose.text)) for text in governed_texts(library))
    return [(text, said) for text, said in scored if said]


def _names_outcome(text: GovernedText) -> bool:
    """Whether it shares a word with the outcome of a claim that rules it: one source may tell of several outcomes."""
    said = {word[:_STEM] for word in text.prose.text.casefold().split()}
    outcomes = " ".join(claim.outcome for claim in text.claims).casefold().replace(",", " ").split()
    return any(word[:_STEM] in said for word in outcomes if len(word) >= _STEM - 1)


def _finding(text: GovernedText, said: Strength, message: str, mend: str, severity: Severity | None = None) -> Finding:
    hint = f"{mend[0].upper()}{mend[1:]}."
    return Finding(text.prose.place_of(said.start), message, hint, severity)
