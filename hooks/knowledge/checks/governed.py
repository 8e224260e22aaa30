"""Which claims rule a sentence of a page: its words may say as much as they do, and no more."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.charts.asked import chart_of, claims_drawn
from knowledge.checks.effects import Effects, claim_blocks_beside, phrases
from knowledge.library import Library, Page
from knowledge.models.claim import Claim
from knowledge.models.sections import QUESTIONS
from knowledge.models.words import PageType
from knowledge.source.markdown.units import Unit


def claims_used(page: Page, library: Library) -> list[Claim]:
    """The claims that a page shows: its verdict, its claim blocks, the cells of its tables and its charts."""
    names = [page.front.primary_claim or ""]
    for block in page.body.blocks:
        if block.name == "claim":
            names.append(block.argument or "")
        elif block.name == "comparison" and (comparison := library.comparisons.get(block.argument or "")):
            names.extend(comparison.claims)
        elif block.name == "chart":
            names.extend(claim.id for claim in claims_drawn(chart_of(block, library)))
    return [claim for name in dict.fromkeys(names) if (claim := library.claims.get(name))]


class Governed:
    """What rules the sentences of one page."""

    def __init__(self, page: Page, library: Library, effects: Effects) -> None:
        """Look up what the page shows and how its condition is spelt."""
        self.page = page
        self.library = library
        self.effects = effects
        self.used = claims_used(page, library)
        self.primary = library.claims.get(page.front.primary_claim or "")
        self.condition = phrases(_condition(self.primary, library))
        self.own_treatment = phrases(library.settings.treatment_words)

    def claims(self, unit: Unit) -> list[Claim]:
        """The claims that rule a sentence; none where nothing of the following fits, the first that does otherwise.

        Those used on the page that rest on a source which it cites. Where it cites none, those of the claim blocks
        beside its paragraph. The primary claim, where it answers a question of “Questions people ask”, either of the
        two names the page's condition, and it names no treatment but the page's own.
        """
        if unit.keys:
            return [claim for claim in self.used if set(claim.sources) & set(unit.keys)]
        beside = [self.library.claims.get(block.argument or "") for block in claim_blocks_beside(self.page, unit)]
        if beside:
            return [claim for claim in beside if claim]
        return [self.primary] if self.primary and self._answers_for_it(unit) else []

    def _answers_for_it(self, unit: Unit) -> bool:
        text = unit.text_masked
        return (
            self.page.front.type is PageType.ANSWER
            and unit.section == QUESTIONS
            and bool(self.condition.search(f"{unit.heading} {text}"))
            and not self.effects.names_treatment(text, other_than=self.own_treatment)
        )


def _condition(claim: Claim | None, library: Library) -> Iterator[str]:
    """How the glossary spells what a claim's topic is about."""
    topic = library.topics.get(claim.topic) if claim else None
    for name in topic.terms if topic else ():
        term = library.terms.get(name)
        yield from term.spellings if term else ()
