"""The pattern engine: every pattern of the settings over the texts of its scope, once for a library."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.checks.governed_texts import governed_texts, selected
from knowledge.checks.passes import passes
from knowledge.checks.prose import Kind, Prose, prose
from knowledge.checks.rule import Finding, Rule, on_library
from knowledge.checks.word_index import WordIndex
from knowledge.library import Library
from knowledge.models.wording import WordingPattern, as_matched
from knowledge.problems import Edit, Place, Severity

_ASK_NOTHING = frozenset({"W002", "W007", "W008"})
"""Rules that let questions pass, as all of wording by certainty do: a question claims nothing."""


@dataclass(frozen=True)
class Hit:
    """What a pattern found in a unit of prose."""

    pattern: WordingPattern
    prose: Prose
    match: re.Match[str]

    def finding(self) -> Finding:
        """The hit as a problem, at its first character."""
        start, last = self.prose.place_of(self.match.start()), self.prose.place_of(self.match.end() - 1)
        end = last.column + 1 if last.line == start.line and not self.pattern.asks_for_words else None
        severity = Severity(self.pattern.severity)
        return Finding(start, self._message(), self.pattern.hint, severity, end, self._edits(start))

    def _edits(self, start: Place) -> tuple[Edit, ...]:
        """The safe mend, where the pattern knows one."""
        mended = self.pattern.mended(self.match)
        return (Edit(start, self._words(), mended),) if mended else ()

    def _words(self) -> str:
        return self.prose.text[self.match.start() : self.match.end()]

    def _message(self) -> str:
        """The pattern's message with the words found: at its `{match}`, else before it."""
        if self.pattern.asks_for_words:
            return self.pattern.message
        words = self._words().strip()
        named = self.pattern.message.replace("{match}", words)
        return named if named != self.pattern.message else f"“{words}”: {named}"


class Searched:
    """The texts of a library as the patterns are searched in them."""

    def __init__(self, library: Library) -> None:
        """Index all prose; what rules it is looked up once."""
        self.library = library
        self.prose = prose(library)
        self.texts = [as_matched(one.text) for one in self.prose]
        self.index = WordIndex(self.texts)
        self.numbers = {id(one): number for number, one in enumerate(self.prose)}
        self.governed = governed_texts(library)
        self.sentences = Counter(id(one.owner) for one in self.prose if one.kind is Kind.STATEMENT)

    def hits(self, pattern: WordingPattern) -> Iterator[Hit]:
        """Everything that a pattern finds. A statement of two sentences lacks a word only if both do."""
        found = self._hits(pattern)
        if not pattern.asks_for_words:
            yield from found
            return
        by_owner: dict[int, list[Hit]] = defaultdict(list)
        for hit in found:
            by_owner[id(hit.prose.owner)].append(hit)
        for owner, of_owner in by_owner.items():
            if len(of_owner) == self.sentences[owner]:
                yield of_owner[0]

    def _hits(self, pattern: WordingPattern) -> Iterator[Hit]:
        for number in self._looked_at(pattern):
            one = self.prose[number]
            for match in pattern.matches(self.texts[number]):
                if match[0] and not passes(pattern, match, one, self.library):
                    yield Hit(pattern, one, match)

    def _looked_at(self, pattern: WordingPattern) -> Iterable[int]:
        """The texts of a pattern's scope in which it may be found, by their numbers, rising."""
        among = self.index.candidates(pattern.pattern)
        if pattern.scope == "body":
            return (number for number in sorted(among) if self.prose[number].in_body)
        if pattern.scope != "prose":
            of_scope = {self.numbers[id(text.prose)] for text in selected(self.governed, pattern.scope)}
            return sorted(number for number in of_scope if number in among)
        reads, asks = pattern.rule.startswith("R"), pattern.rule in _ASK_NOTHING
        return (number for number in sorted(among) if not self._lets_pass(self.prose[number], reads, asks))

    def _lets_pass(self, one: Prose, reads: bool, asks: bool) -> bool:
        """Whether a pattern of a reading rule lets a head pass, or one of a rule on claims a question."""
        return (reads and one.is_head) or (asks and one.is_question)


def likely(library: Library, expression: re.Pattern[str]) -> Iterator[Prose]:
    """The texts in which an expression may be found, in their order; it is looked for in no other."""
    searched = library.once(Searched)
    return (searched.prose[number] for number in sorted(searched.index.candidates(expression.pattern)))


def hits(library: Library, rule: str) -> list[Hit]:
    """All hits of a rule, in the order of the texts; those that overlap are one, the longest."""
    searched = library.once(Searched)
    patterns = (one for one in library.settings.wording_patterns if one.rule == rule and one.severity != "off")
    found = [hit for pattern in patterns for hit in searched.hits(pattern)]
    return list(_longest(found, one_each=rule.startswith("C")))


def _longest(found: Iterable[Hit], *, one_each: bool) -> Iterator[Hit]:
    """Of hits that overlap in a unit the longest, the graver of two alike; of all in a unit where it is told once."""
    by_unit: dict[int, list[Hit]] = defaultdict(list)
    for hit in found:
        by_unit[id(hit.prose)].append(hit)
    for of_unit in by_unit.values():
        kept: list[Hit] = []
        for hit in sorted(of_unit, key=_length):
            if not kept or not (one_each or any(_overlap(hit, other) for other in kept)):
                kept.append(hit)
        yield from kept


def _length(hit: Hit) -> tuple[int, int]:
    start, end = hit.match.span()
    return start - end, ("error", "warning", "note").index(hit.pattern.severity)


def _overlap(one: Hit, other: Hit) -> bool:
    return one.match.start() < other.match.end() and other.match.start() < one.match.end()


def by_patterns(rule: Rule) -> Rule:
    """Let a rule tell what its patterns find."""

    @on_library(rule)
    def found(library: Library) -> Iterator[Finding]:
        return (hit.finding() for hit in hits(library, rule.id))

    return rule
