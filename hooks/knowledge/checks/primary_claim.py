"""F025, its second half: a page's own claim is about the question that the page asks."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.claims import F025
from knowledge.checks.effects import phrases
from knowledge.checks.rule import Finding, on_library
from knowledge.checks.words import normalised
from knowledge.library import Library
from knowledge.models.claim import Claim
from knowledge.models.records import Term, Topic
from knowledge.problems import Severity


@on_library(F025)
def about_the_question(library: Library) -> Iterator[Finding]:
    """A word of the claim's topic, population or outcome stands in the title or the search terms.

    The glossary's spellings count for each other (“slipped disc” for sciatica), but no treatment's: every title here
    names one.
    """
    for page in library.judged:
        claim = library.claims.get(page.front.primary_claim or "")
        asked = normalised(" ; ".join((page.front.title or "", *page.front.search_terms)))
        topic = library.topics.get(claim.topic) if claim else None
        if claim and topic and asked and not _shared(asked, claim, topic, library):
            message = f"Neither the title nor the search terms name what the claim “{claim.id}” is about: "
            message += f"{topic.label}, {claim.outcome}."
            hint = "Choose the claim that answers the title, or name the complaint in the title or the search terms."
            yield Finding(page.place("primary_claim"), message, hint, Severity.WARNING)


def _shared(asked: str, claim: Claim, topic: Topic, library: Library) -> bool:
    about = normalised(f"{topic.label} {claim.population} {claim.outcome}")
    return bool(phrases({*_words(about, library), *_spellings(about, topic, library)}).search(asked))


def _words(about: str, library: Library) -> Iterator[str]:
    """The words of topic, population and outcome that say something: no stop words, no words for treatments."""
    settings = library.settings
    idle = {word.casefold() for word in (*settings.question_stop_words, *settings.treatment_words)}
    return (word for word in about.split() if word not in idle and not word.isdigit())


def _spellings(about: str, topic: Topic, library: Library) -> Iterator[str]:
    """All spellings of the terms that tell the topic, or that population or outcome name."""
    for term in library.terms.values():
        if term.kind != "treatment" and (term.id in topic.terms or _met(term, about)):
            yield from map(normalised, term.spellings)


def _met(term: Term, text: str) -> bool:
    return any(f" {normalised(spelling)} " in f" {text} " for spelling in term.spellings)
