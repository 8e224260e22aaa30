"""C017: an effect sentence has a source."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.effects import Effects, sentences
from knowledge.checks.rule import Finding, on_library, rule
from knowledge.checks.sourced import Sourced
from knowledge.library import Library, Page
from knowledge.models.sections import HOW_IT_MIGHT_WORK
from knowledge.models.words import PageType
from knowledge.source.markdown.units import Unit

C017 = rule(
    "C017",
    wants="A sentence that says a treatment or condition does something has a citation, in it or in the next sentence "
    "of its paragraph, or stands beside a claim block.",
    why="DISCERN 4, CDC Clear Communication Index: a reader can see where each finding comes from. The next sentence "
    "counts since one study is often told in two: what it found with socks, and without.",
    bad="Socks reduce swelling.",
    good="Socks reduce swelling [@partsch2004evening].",
)
_TYPES = {PageType.ANSWER, PageType.CONDITION, PageType.COMPARISON, PageType.GUIDE, PageType.SAFETY}


@on_library(C017)
def cited(library: Library) -> Iterator[Finding]:
    """Effect and causal verbs behind a treatment or condition, in pages that give advice.

    Let pass: questions; what says that nobody has tested it; an idea that is called one in “How it might work”.
    """
    effects, sourced = library.of_data(Effects), library.once(Sourced)
    for page in library.judged:
        if page.front.type in _TYPES:
            yield from _uncited(page, effects, sourced)


def _uncited(page: Page, effects: Effects, sourced: Sourced) -> Iterator[Finding]:
    for unit in sentences(page):
        found = effects.found(unit.text_masked)
        if found and not (sourced.near(unit) or _claims_nothing(unit, effects)):
            start, words = found
            place = unit.place_of_masked(start)
            message = f"“{words}” names an effect without a source."
            hint = "Put `[@key]` before the full stop, place the claim beside it, or say that nobody has tested it."
            yield Finding(place, message, hint)


def _claims_nothing(unit: Unit, effects: Effects) -> bool:
    text = unit.text_masked
    return effects.says_untested(text) or (unit.section == HOW_IT_MIGHT_WORK and effects.says_idea(text))
