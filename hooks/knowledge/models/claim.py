"""A claim: one question, what the studies found, how sure that is (GRADE), from which sources."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from knowledge.models.fields import Count, Identifier, IsoDate, MarkdownText, Number, Text
from knowledge.models.parse import Model
from knowledge.models.words import Better, Certainty, Direction, Measure


class Effect(Model):
    """Size of an effect: measure, value, 95 % interval, unit of the outcome's scale."""

    measure: Measure
    value: Number
    ci: tuple[Number, Number] | None = None
    unit: Text | None = None


class Absolute(Model):
    """Natural frequencies: of `per` people, how many without (`baseline`) and how many `with` it."""

    baseline: Number
    with_: Number = Field(alias="with")
    per: Count
    source: Identifier


class Claim(Model):
    """An evidence statement with its population, intervention, comparison and outcome (PICO)."""

    id: Identifier
    topic: Identifier
    outcome_group: Identifier
    population: Text
    intervention: Text
    comparison: Text
    outcome: Text
    better: Better
    direction: Direction
    certainty: Certainty
    certainty_by: Literal["authors", "legwise"]
    reasons: tuple[MarkdownText, ...] = ()
    effect: Effect | None = None
    absolute: Absolute | None = None
    short: Text | None = None
    statement: MarkdownText
    searched_to: IsoDate | None = None
    sources: tuple[Identifier, ...] = ()
