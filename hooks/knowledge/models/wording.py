"""Patterns over units of text: what the wording and reading rules look for, and what reading counts as one word.

They are data: the package's stand in knowledge/patterns, a site's own in its rules.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BeforeValidator, ValidationInfo

from knowledge.models.fields import Identifier, Text, mistake, shown
from knowledge.models.parse import Model
from knowledge.models.words import Certainty, Direction
from knowledge.suggest import did_you_mean

Words = tuple[Text, ...]
# What people type for an apostrophe, a space or a hyphen, one character each, so that offsets stay.
_ALIKE = str.maketrans({"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\u2011": "-"})


def as_matched(text: str) -> str:
    """A text as patterns see it: as long as before, with straight apostrophes and plain spaces and hyphens."""
    return text.translate(_ALIKE)


def _expression(value: object, info: ValidationInfo) -> str:
    text = value if isinstance(value, str) else ""
    if info.context and info.context.get("trusted"):
        return text  # compiled when it is first searched for, if ever: it takes longer than the search
    try:
        re.compile(text, re.IGNORECASE)
    except re.error as error:
        raise mistake("expression", f"The pattern cannot be read: {error}.", "Mend it, or remove the record.") from None
    return text


Expression = Annotated[str, BeforeValidator(_expression)]
"""A regular expression that compiles."""

SCOPES = (
    "prose",
    "body",
    "statement:no-effect-recorded",
    "governed:any",
    *(f"{what}:{level}" for what in ("statement", "governed") for level in Certainty),
    *(f"{what}:direction-{direction}" for what in ("statement", "governed") for direction in Direction),
)
"""Which texts a pattern is searched in: all prose, sentences of page bodies, claims' statements of a certainty or
direction, or every text that claims of it rule."""


RULES_OF_PATTERNS = (
    *(f"W{number:03}" for number in range(1, 23)),
    *(f"C{number:03}" for number in range(30, 39)),
    *(f"R{number:03}" for number in range(7, 11)),
)
"""The rules that look for patterns."""


def _one_of(what: str, known: Sequence[str]) -> BeforeValidator:
    def check(value: object) -> str:
        if value in known:
            return str(value)
        raise mistake(what, f"“{shown(value)}” is no {what} of a pattern.", did_you_mean(str(value), known))

    return BeforeValidator(check)


Pass = Literal["absolute", "brackets", "glossary", "mmhg-column", "about-page", "evidence-page"]
"""Where a hit is none: in a statement whose record has `absolute`, between brackets, where the words found are a
glossary word as it is spelt there, in a table with a column in mmHg, on a page of type about or evidence."""


class WordingPattern(Model):
    """A pattern over one unit of text: what it matches is a problem, unless `unless` matches the same unit.

    Patterns are `re` expressions, compared without case. `{match}` in the message is the text found. `mend` is the
    text that may safely take its place, with its groups as `\\g<name>`, or one text for each spelling. `severity: off`
    switches a pattern off.
    """

    id: Identifier
    rule: Annotated[str, _one_of("rule", RULES_OF_PATTERNS)]
    scope: Annotated[str, _one_of("scope", SCOPES)]
    severity: Literal["error", "warning", "note", "off"]
    pattern: Expression
    unless: Expression | None = None
    passes: tuple[Pass, ...] = ()
    message: Text
    hint: Text
    mend: Text | dict[str, Text] | None = None
    bad: Words
    good: Words

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The pattern, compiled."""
        return re.compile(self.pattern, re.IGNORECASE)

    @cached_property
    def exception(self) -> re.Pattern[str] | None:
        """`unless`, compiled."""
        return re.compile(self.unless, re.IGNORECASE) if self.unless else None

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """All matches that count in one unit, its text as `as_matched` gives it."""
        if self.expression.search(text) and not (self.exception and self.exception.search(text)):
            yield from self.expression.finditer(text)

    @property
    def asks_for_words(self) -> bool:
        """Whether it matches a unit that lacks something: what it matches is then no word to show."""
        return self.pattern.startswith("^(?!")

    def mended(self, match: re.Match[str]) -> str | None:
        """The text that may safely take the match's place, None where there is none.

        A capital inside a sentence may begin a name, which keeps its spelling.
        """
        if self.mend is None or isinstance(self.mend, str):
            return match.expand(self.mend) if self.mend else None
        found = match[0]
        mend = self.mend.get(found.lower())
        if mend is None or found == found.lower():
            return mend
        return mend.capitalize() if match.start() == 0 and found == found.capitalize() else None


class MaskPattern(Model):
    """A pattern whose matches are counted as other, short words when reading grades are measured.

    The replacement `term` asks for a meaning: it stands only for matches that hold a glossary word.
    """

    id: Identifier
    pattern: Expression
    replacement: str
    masks: Words
    leaves: Words
