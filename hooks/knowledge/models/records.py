"""The records of the small data files: topics, people, glossary, care cards, services, contraindications, classes."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from knowledge.models.fields import Flag, Identifier, MarkdownText, RecentDate, Text
from knowledge.models.parse import Model
from knowledge.models.ranges import PressureRange
from knowledge.models.words import CareLevel, GateLevel


class Topic(Model):
    """What claims are about: a complaint (row of the evidence map) or an outcome (column)."""

    id: Identifier = Field(description="The name that claims and comparisons use for it", examples=["sciatica"])
    kind: Literal["complaint", "outcome"] = Field(
        description="A complaint brings a reader here; an outcome is what was measured"
    )
    label: Text = Field(description="The words readers see", examples=["Low back pain"])
    terms: tuple[Identifier, ...] = Field(
        default=(), description="Glossary ids by which checks and search know the topic in text"
    )


class Register(Model):
    """Where a reviewer's credentials can be looked up."""

    body: Text = Field(description="Who keeps the register", examples=["Nursing and Midwifery Council"])
    number: Text = Field(description="The entry, as the register writes it")
    url: Text = Field(description="Where anybody can look it up")


class Person(Model):
    """An author or reviewer; a reviewer has credentials and a register entry."""

    id: Identifier = Field(
        description="The name that pages use in `authors` and `reviewers`", examples=["legwise-editors"]
    )
    name: Text = Field(description="The name readers see")
    kind: Literal["person", "organisation"] = Field(description="A person, or an organisation that writes as one")
    role: Text = Field(description="What they do here", examples=["Writers and editors"])
    bio: MarkdownText = Field(description="Who they are, in a sentence or two that can be checked")
    conflicts: MarkdownText = Field(description="What ties them to makers or sellers; “None.” with what that rests on")
    credentials: Text | None = Field(
        default=None, description="What they are qualified as; a reviewer needs it", examples=["Registered nurse"]
    )
    register_: Register | None = Field(
        default=None, alias="register", description="Where the credentials can be looked up; a reviewer needs it"
    )


class Term(Model):
    """A glossary entry: the word, its forms in text, its meaning, how to say it."""

    id: Identifier = Field(
        description="The name that topics use for it; also its anchor in the glossary", examples=["vein-disease"]
    )
    term: Text = Field(description="The word as readers meet it", examples=["vein disease"])
    forms: tuple[Text, ...] = Field(default=(), description="Other forms and short forms found in text")
    kind: Literal["treatment", "condition", "outcome", "body", "measure", "person", "other"] = Field(
        description="What kind of thing it is; rules look for treatments and conditions"
    )
    hard: Literal["true", "false"] | None = Field(
        default=None, description="`true` for a word that a reader may not know: it must be explained at first use"
    )
    say: Text | None = Field(default=None, description="How to say it aloud")
    meaning: MarkdownText = Field(description="One plain sentence")
    avoid: Text | None = Field(default=None, description="The plainer word to write instead")

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

    id: Identifier = Field(description="The name that pages use in `urgent_cards`", examples=["leg-clot"])
    level: CareLevel = Field(description="How soon to get help: now, today, or by a visit")
    title: Text = Field(description="Where or when the signs count, ending in a colon", examples=["In one leg, new:"])
    signs: tuple[MarkdownText, ...] = Field(min_length=1, description="What a reader sees or feels, one sign each")
    action: MarkdownText = Field(description="What to do; the numbers of each country are added by the site")
    why: MarkdownText | None = Field(default=None, description="What it could be")
    brief: Text | None = Field(default=None, description="Its gravest signs in a few words, for the home page")
    sources: tuple[Identifier, ...] = Field(min_length=1, description="References that it rests on")


class Service(Model):
    """The emergency number and the advice line of one country."""

    id: Identifier = Field(description="The country as an id", examples=["united-kingdom"])
    country: Text = Field(description="The country as readers see it beside its numbers", examples=["UK"])
    emergency: Text | None = Field(default=None, description="The number to call now", examples=["999"])
    advice: Text | None = Field(default=None, description="The number for advice today", examples=["111"])
    sources: tuple[Identifier, ...] = Field(min_length=1, description="References in which the numbers were seen")
    last_checked: RecentDate = Field(description="The day on which somebody last looked")


class Contraindication(Model):
    """Who must not do a thing, or asks first, with the reason and the question that finds it out."""

    id: Identifier = Field(description="A name for the reason", examples=["artery-disease"])
    gate: Identifier = Field(description="The safety gate that it belongs to", examples=["compression"])
    level: GateLevel = Field(description="`never`: must not; `ask-first`: only after asking")
    label: MarkdownText = Field(description="The reason as the safety gate lists it")
    why: MarkdownText = Field(description="What could happen")
    question: Text = Field(description="The question that finds it out")
    card: Identifier | None = Field(
        default=None, description="The care card that a “yes” brings up at once", examples=["cold-foot"]
    )
    sources: tuple[Identifier, ...] = Field(min_length=1, description="References that it rests on")


class PressureClass(Model):
    """One class of a scheme and its pressure at the ankle in mmHg."""

    class_: Text = Field(alias="class", description="The class as the scheme names it", examples=["2"])
    label: Text | None = Field(default=None, description="The word for it, where the scheme has one")
    pressure: PressureRange = Field(description="Pressure at the ankle in mmHg: `[18, 24]`, `49+` or `<15`")


class ClassScheme(Model):
    """The compression classes of one country's standard."""

    id: Identifier = Field(description="A name for the scheme", examples=["germany"])
    country: Text = Field(description="Where it is used")
    scheme: Text = Field(description="The standard by its name")
    sources: tuple[Identifier, ...] = Field(min_length=1, description="References in which the pressures were seen")
    official: Flag = Field(
        default=False, description="Whether the pressures were seen in the standard itself; charts draw others dashed"
    )
    note: MarkdownText | None = Field(default=None, description="What a reader must know to use it")
    classes: tuple[PressureClass, ...] = Field(
        min_length=1, description="The classes from weak to strong; they must not overlap"
    )
