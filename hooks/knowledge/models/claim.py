"""A claim: one question, what the studies found, how sure that is (GRADE), from which sources."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from knowledge.models.fields import Count, Identifier, IsoDate, MarkdownText, Number, Text
from knowledge.models.parse import Model
from knowledge.models.words import Better, Certainty, Direction, Measure


class Effect(Model):
    """Size of an effect: measure, value, 95 % interval, unit of the outcome's scale."""

    measure: Measure = Field(
        description="Risk, odds or hazard ratio (RR, OR, HR), mean difference (MD, SMD), or percent"
    )
    value: Number = Field(description="The size; for MD, SMD and percent the treated group minus the other")
    ci: tuple[Number, Number] | None = Field(default=None, description="The 95% interval: `[low, high]`")
    unit: Text | None = Field(default=None, description="The unit of the scale", examples=["points of 100"])


class Absolute(Model):
    """Natural frequencies: of `per` people, how many without (`baseline`) and how many `with` it."""

    baseline: Number = Field(description="How many people of `per` without it")
    with_: Number = Field(alias="with", description="How many people of `per` with it")
    per: Count = Field(description="Of how many people", examples=["1000"])
    source: Identifier = Field(description="The reference that gives these numbers")


NOT_TESTED = "Not tested: we do not know"
"""The headline of every claim that nobody has tested; it is never typed."""


class Claim(Model):
    """An evidence statement with its population, intervention, comparison and outcome (PICO)."""

    id: Identifier = Field(
        description="Names the question, never the answer, since answers change", examples=["sciatica-pain"]
    )
    topic: Identifier = Field(description="The complaint: an id of topics.yml", examples=["sciatica"])
    outcome_group: Identifier = Field(description="The outcome: an id of topics.yml", examples=["pain"])
    population: Text = Field(description="Who was studied", examples=["adults with sciatica"])
    intervention: Text = Field(description="What they got", examples=["compression socks or stockings"])
    comparison: Text = Field(description="What the others got", examples=["no compression"])
    outcome: Text = Field(description="What was measured", examples=["leg pain"])
    better: Better = Field(description="Which way the outcome is good")
    direction: Direction = Field(description="Which way the finding points; `unknown` for what was not tested")
    certainty: Certainty = Field(description="How sure we are (GRADE), or `not-tested`")
    certainty_by: Literal["authors", "legwise"] = Field(description="Who graded it: the authors of the review, or we")
    reasons: tuple[MarkdownText, ...] = Field(
        default=(), description="Why this grade; our own grades name a GRADE reason, such as `imprecision: 12 people`"
    )
    effect: Effect | None = Field(default=None, description="The size that was measured")
    absolute: Absolute | None = Field(default=None, description="How many people, with and without")
    short: Text | None = Field(
        default=None,
        description="The headline of the verdict, at most eight words; needed where a page has it as its verdict",
    )
    statement: MarkdownText = Field(description="One plain sentence whose words fit direction and certainty")
    searched_to: IsoDate | None = Field(
        default=None, description="How far the search for studies went; needed where nothing was tested"
    )
    sources: tuple[Identifier, ...] = Field(default=(), description="References that it rests on")

    @property
    def headline(self) -> str:
        """The verdict in at most eight words: `short`, which a claim that nobody has tested never has."""
        return NOT_TESTED if self.certainty is Certainty.NOT_TESTED else self.short or ""
