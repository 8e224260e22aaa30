"""C019: a reference cited for an effect speaks of that effect."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.checks.citations import paired
from knowledge.checks.effects import Effects, phrases, sentences
from knowledge.checks.governed import claims_used
from knowledge.checks.rule import Finding, on_library, rule
from knowledge.library import Library, Page
from knowledge.models.reference import Reference
from knowledge.problems import Severity
from knowledge.source.markdown.units import Unit

C019 = rule(
    "C019",
    wants="A reference cited for an effect carries a claim that the page shows, or its own recorded `finding` or title "
    "speaks of the outcome that the sentence names.",
    why="A wrong key looks like a right one. A reader who follows it finds a study of something else, and DISCERN asks "
    "that sources can be checked.",
    bad="Socks ease pain [@wash-test].",
    good="Socks ease pain [@pain-trial].",
    severity=Severity.WARNING,
)


class Outcomes:
    """Which outcomes a text speaks of: groups of words of rules.yml, and the glossary's terms of kind outcome."""

    def __init__(self, library: Library) -> None:
        """Compile the patterns, once for all texts."""
        groups = {name: phrases(words) for name, words in library.settings.outcome_words.items()}
        terms = {term.id: phrases(term.spellings) for term in library.terms.values() if term.kind == "outcome"}
        self._patterns: dict[str, re.Pattern[str]] = {**terms, **groups}

    def named(self, text: str) -> set[str]:
        """The outcomes that a text names."""
        return {name for name, pattern in self._patterns.items() if pattern.search(text)}


@on_library(C019)
def speaks_of_it(library: Library) -> Iterator[Finding]:
    """Effect sentences, key by key. One without a recorded finding has nothing to compare, so it passes."""
    effects, outcomes = library.of_data(Effects), library.of_data(Outcomes)
    for page in library.judged:
        carried = {key for claim in claims_used(page, library) for key in claim.sources}
        for unit in sentences(page):
            doubtful = [key for key in unit.keys if key not in carried]
            named = outcomes.named(unit.text_masked) if doubtful and effects.found(unit.text_masked) else set()
            for key in doubtful if named else ():
                reference = library.references.get(key)
                if reference and reference.custom.finding and not named & outcomes.named(_record(reference)):
                    yield _other(unit, key, page)


def _record(reference: Reference) -> str:
    return f"{reference.title or ''} {reference.custom.finding or ''}"


def _other(unit: Unit, key: str, page: Page) -> Finding:
    place = next(cited.place for _, cited in paired([unit], page.body.citations) if cited.key == key)
    message = f"Nothing that is recorded of “{key}” speaks of what this sentence says."
    hint = "Cite the study that found it, or complete `finding` in its record with what it says of this."
    return Finding(place.shifted(1), message, hint)
