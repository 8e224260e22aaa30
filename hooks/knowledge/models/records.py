"""The records of the small data files: topics, people, glossary, care cards, services, contraindications, classes."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from knowledge.models.fields import Identifier, MarkdownText, RecentDate, Text
from knowledge.models.parse import Model
from knowledge.models.ranges import PressureRange
from knowledge.models.words import CareLevel, GateLevel


class Topic(Model):
    """What claims are about: a complaint (row of the evidence map) or an outcome (column)."""

    id: Identifier
    kind: Literal["complaint", "outcome"]
    label: Text
    terms: tuple[Identifier, ...] = ()


class Register(Model):
    """Where a reviewer's credentials can be looked up."""

    body: Text
    number: Text
    url: Text


class Person(Model):
    """An author or reviewer; a reviewer has credentials and a register entry."""

    id: Identifier
    name: Text
    kind: Literal["person", "organisation"]
    role: Text
    bio: MarkdownText
    conflicts: MarkdownText
    credentials: Text | None = None
    register_: Register | None = Field(default=None, alias="register")


class Term(Model):
    """A glossary entry: the word, its forms in text, its meaning, how to say it."""

    id: Identifier
    term: Text
    forms: tuple[Text, ...] = ()
    kind: Literal["treatment", "condition", "outcome", "body", "measure", "person", "other"]
    hard: Literal["true", "false"] | None = None
    say: Text | None = None
    meaning: MarkdownText
    avoid: Text | None = None

    @property
    def is_hard(self) -> bool:
        """Whether a reader may not know the word."""
        return self.hard == "true"

    @property
    def spellings(self) -> tuple[str, ...]:
        """The term and its forms."""
        return (self.term, *self.forms)


class CareCard(Model):
    """Signs that need help, how soon, and what to do (after the NHS care cards)."""

    id: Identifier
    level: CareLevel
    title: Text
    signs: tuple[MarkdownText, ...] = Field(min_length=1)
    action: MarkdownText
    why: MarkdownText | None = None
    sources: tuple[Identifier, ...] = Field(min_length=1)


class Service(Model):
    """The emergency number and the advice line of one country."""

    id: Identifier
    country: Text
    emergency: Text | None = None
    advice: Text | None = None
    sources: tuple[Identifier, ...] = Field(min_length=1)
    last_checked: RecentDate


class Contraindication(Model):
    """Who must not do a thing, or asks first, with the reason and the question that finds it out."""

    id: Identifier
    gate: Identifier
    level: GateLevel
    label: MarkdownText
    why: MarkdownText
    question: Text
    sources: tuple[Identifier, ...] = Field(min_length=1)


class PressureClass(Model):
    """One class of a scheme and its pressure at the ankle in mmHg."""

    class_: Text = Field(alias="class")
    label: Text | None = None
    pressure: PressureRange


class ClassScheme(Model):
    """The compression classes of one country's standard."""

    id: Identifier
    country: Text
    scheme: Text
    sources: tuple[Identifier, ...] = Field(min_length=1)
    note: MarkdownText | None = None
    classes: tuple[PressureClass, ...] = Field(min_length=1)
