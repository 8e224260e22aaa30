"""R011: a hard term is explained where it is first used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.checks.rule import Finding, missing_severity, on_page, rule
from knowledge.library import Library, Page
from knowledge.models.records import Term
from knowledge.models.words import PageType
from knowledge.plain import plain_text
from knowledge.problems import Severity
from knowledge.readability.measure import reader
from knowledge.source.markdown.units import Unit, UnitKind

R011 = rule(
    "R011",
    wants="A glossary term with `hard: true` is explained in the sentence of its first use or at the head of the "
    "next one: with brackets, a comma, “is”, “means”, “or”, or in brackets behind plain words.",
    why="Cochrane and NHS: a term that must be used is explained where it is met; not everybody opens a tip.",
    bad="An ABPI comes first.",
    good="An ABPI (a blood-flow check at the ankle) comes first.",
    severity=Severity.WARNING,
)


_HERE_AFTER = re.compile(r"^(\S+ ){0,2}?\(|^(\S* ){0,12}?\S*(, | \(|\b(is|are|means|mean|or|called) )")
_HERE_BEFORE = re.compile(r"(\(|\b(is|are|called|means|known as|say|or)( an?| the)? )[“\"']?$", re.IGNORECASE)
_NEXT = re.compile(r"^(This|That|It|They|These|Its) (\w+ ){0,4}?(is|are|means|mean|happens?|tells?|shows?|compares?)\b")
_NO_FIRST_USE = frozenset({PageType.HOME, PageType.LANDING, PageType.GLOSSARY})
"""Lists of pages and of words: what they name is explained where it leads."""


@on_page(R011)
def explained(page: Page, library: Library) -> Iterator[Finding]:
    """The first use of each hard term in the sentences of the body. A plain form, such as “hidden clot”, is no use."""
    if page.front.type in _NO_FIRST_USE:
        return
    read = reader(library)
    sentences = [unit for unit in page.body.units if unit.kind is UnitKind.SENTENCE and not _in_quote(unit)]
    met: set[str] = set()
    for unit, next_one in zip(sentences, [*sentences[1:], None], strict=False):
        following = next_one if next_one and next_one.paragraph == unit.paragraph else None
        for start, end, term in read.terms.find(unit.text_masked):
            said = unit.text_masked[start:end]
            if term.id in met or not term.is_hard or (_differs(said, term) and read.is_plain(said)):
                continue
            met.add(term.id)
            if not _is_explained(unit.text_masked, start, end, following):
                hint = f"Say in brackets or a few words what it is: {plain_text(term.meaning)}"
                message = f"“{said}” is not explained where it is first used."
                yield Finding(unit.place_of_masked(start), message, hint, missing_severity(page))


def _in_quote(unit: Unit) -> bool:
    """Whether a quote that runs over several sentences begins or ends in it: words to be said, such as on the phone."""
    return unit.text.count('"') % 2 == 1 or unit.text.count("“") != unit.text.count("”")


def _differs(said: str, term: Term) -> bool:
    return said.casefold().removesuffix("s") != term.term.casefold()


def _is_explained(text: str, start: int, end: int, following: Unit | None) -> bool:
    """Whether words around it say what it is, in its sentence or at the head of the next one of its paragraph."""
    here = _HERE_AFTER.search(text[end:].lstrip("”\"'")) or _HERE_BEFORE.search(text[:start])
    again = following and re.match(rf"{re.escape(text[start:end])} (is|are|means?)\b", following.text, re.IGNORECASE)
    return bool(here or again or (following and _NEXT.search(following.text)))
