"""C010 and C011: a finding in other people says so, in a table and in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.checks.effects import Effects, phrases, sentences
from knowledge.checks.governed import condition
from knowledge.checks.rule import Finding, on_library, rule
from knowledge.library import Library
from knowledge.models.claim import Claim
from knowledge.models.records import Topic
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


@on_library(C010)
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
    effects = library.once(Effects)
    topics = _topics_of_sources(library)
    for page in library.pages.values():
        claim = library.claims.get(page.front.primary_claim or "")
        if claim is None:
            continue
        own, others = phrases(condition(claim, library)), _others(claim, library)
        for unit in sentences(page):
            found = effects.found(unit.text_masked)
            if found and own.search(unit.text_masked) and not others.search(unit.text_masked):
                yield from _borrowed(unit, found, claim, topics, library)


def _borrowed(
    unit: Unit, found: tuple[int, str], claim: Claim, topics: dict[str, set[str]], library: Library
) -> Iterator[Finding]:
    about = [topics.get(key, set()) for key in unit.keys]
    if about and all(about) and not any(claim.topic in one for one in about):
        start, words = found
        whose = library.topics.get(min(set.union(*about)))
        message = f"“{words}” rests on studies of other people: they carry claims about {_quoted(whose)}."
        hint = "Say whom they were done in (“in people without …”), or cite a study of the people this page is for."
        yield Finding(unit.place_of_masked(start), message, hint)


def _topics_of_sources(library: Library) -> dict[str, set[str]]:
    """The topics of the claims that rest on each reference."""
    topics: dict[str, set[str]] = {}
    for claim in library.claims.values():
        for key in claim.sources:
            topics.setdefault(key, set()).add(claim.topic)
    return topics


def _others(claim: Claim, library: Library) -> re.Pattern[str]:
    """What names other people than the page's: conditions that are not its own, and phrases of rules.yml."""
    topic = library.topics.get(claim.topic)
    own = topic.terms if topic else ()
    conditions = [term for term in library.terms.values() if term.kind == "condition" and term.id not in own]
    spelt = (spelling for term in conditions for spelling in term.spellings)
    return phrases([*spelt, *library.settings.other_people_phrases])


def _quoted(topic: Topic | None) -> str:
    return f"“{topic.label}”" if topic else "another complaint"
