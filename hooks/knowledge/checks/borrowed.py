"""C010 and C011: a finding in other people says so, in a table and in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge.checks.effects import Effects, phrases, sentences
from knowledge.checks.rule import Finding, on_data, on_library, rule
from knowledge.library import Library
from knowledge.models.records import Term
from knowledge.problems import Severity
from knowledge.source.markdown.units import Unit

C010 = rule(
    "C010",
    wants="In a comparison, a cell that shows a claim about another complaint says so in its `note`.",
    why="GRADE calls it indirectness: what was found in other people may not hold for the reader of this table.",
    bad="{claim: back-pain-belts-pain} in a table on sciatica",
    good="{claim: back-pain-belts-pain, note: Tested in back pain.} in a table on sciatica",
)
C011 = rule(
    "C011",
    wants="On an answer page, a sentence that says what something does to the page's complaint does not rest on "
    "studies of other complaints alone, unless it says whom they were done in.",
    why="GRADE calls it indirectness. A study of swollen legs says nothing of nerve pain, however sure it is.",
    bad="Socks ease sciatica [@swelling-study].",
    good="Socks cut swelling in people without sciatica [@swelling-study].",
    severity=Severity.WARNING,
)


@on_data(C010)
def other_people_named(library: Library) -> Iterator[Finding]:
    """Cells whose claim's topic is not the table's; a table without a topic is about no one complaint."""
    for comparison in library.comparisons.values():
        own = library.topics.get(comparison.head.topic or "")
        for row in comparison.rows if own else ():
            for cell in row.cells.values():
                claim = library.claims.get(cell.claim or "")
                other = library.topics.get(claim.topic) if claim else None
                if claim and own and other and other is not own and not cell.note:
                    message = f"The claim “{claim.id}” is about “{other.label}”, not about this table's “{own.label}”."
                    hint = f"Write `{{claim: {claim.id}, note: …}}` and say in the note whom it was tested in."
                    yield Finding(cell.value_place or cell.place, message, hint)


@on_library(C011)
def not_borrowed(library: Library) -> Iterator[Finding]:
    """Effect sentences that name the page's complaint, all of whose sources carry claims on other complaints alone."""
    effects, people = library.of_data(Effects), library.of_data(_People)
    for page in library.judged:
        claim = library.claims.get(page.front.primary_claim or "")
        for unit in sentences(page) if claim else ():
            found = effects.found(unit.text_masked) if unit.keys else None
            if claim and found and (topic := people.borrowed_from(unit, claim.topic)):
                start, words = found
                message = f"“{words}” rests on studies of other people: they carry claims about “{topic}”."
                hint = "Say whom they were done in (“in people without …”), or cite a study of the people this page "
                yield Finding(unit.place_of_masked(start), message, f"{hint}is for.")


class _People:
    """Whom the claims of a library are about, and how a text says whom it is about."""

    def __init__(self, library: Library) -> None:
        """What rests on a reference is looked up, and patterns are made, when first asked for."""
        self._library = library
        self._topics: dict[str, set[str]] = {}
        self._patterns: dict[str, tuple[re.Pattern[str], re.Pattern[str]]] = {}

    def borrowed_from(self, unit: Unit, topic: str) -> str | None:
        """The label of another topic, where a sentence names this one and rests on claims about others alone."""
        about = [self._topics_of(key) for key in unit.keys]
        if not all(about) or any(topic in one for one in about):
            return None
        own, others = self._named(topic)
        if not own.search(unit.text_masked) or others.search(unit.text_masked):
            return None
        other = min(set.union(*about))
        found = self._library.topics.get(other)
        return found.label if found else other

    def _topics_of(self, key: str) -> set[str]:
        """The topics of the claims that rest on a reference."""
        if key not in self._topics:
            self._topics[key] = {one.topic for one in self._library.claims.naming(key) if key in one.sources}
        return self._topics[key]

    def _named(self, topic: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """What names the topic; and what names other people: other conditions, and phrases of rules.yml."""
        if topic not in self._patterns:
            found = self._library.topics.get(topic)
            terms = {term.id: term for term in self._library.terms.values()}
            own = [terms[name] for name in (found.terms if found else ()) if name in terms]
            others = [term for term in terms.values() if term.kind == "condition" and term not in own]
            said = self._library.settings.other_people_phrases
            self._patterns[topic] = phrases(_spelt(own)), phrases([*_spelt(others), *said])
        return self._patterns[topic]


def _spelt(terms: Iterable[Term]) -> Iterator[str]:
    return (spelling for term in terms for spelling in term.spellings)
