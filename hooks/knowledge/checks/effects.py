"""Effect sentences: where a text says that a treatment or condition does something."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge.library import Library, Page
from knowledge.source.markdown.model import Block
from knowledge.source.markdown.units import Unit, UnitKind

_CLAUSE_END = r"and|but|or|because|so|if|when|where|while|than|who|whose|unless|until|before|whether|how"
_PURPOSE = re.compile(r"\b(meant|used|made|worn|tried|designed|sold|how|want|try|here|there) (not )?to$", re.IGNORECASE)
_SUPPOSED = re.compile(r"\b(if|whether|how|where|unless)\b[^,;:.]*$", re.IGNORECASE)
"""“If the sock causes pain, take it off” claims nothing."""
_OTHERS = re.compile(
    r"\b(people|adults|person|someone|anyone|those|patients|women|men|workers|runners)"
    r" (\w+ ){0,2}(with|without|in|from|after) (\w+ ){0,2}$",
    re.IGNORECASE,
)
"""In “people with sciatica work less” the people work, not the sciatica."""
_NEEDS_OBJECT = re.compile(r"(?:stop|cut|lower)", re.IGNORECASE)
"""“Compression must stop” names no effect; “stops the pain” does."""
_PRONOUNS = ("it", "they", "this", "these")
_PAST = r"(?:\w+ed|made)\b"
"""“Helped” and “made worse” tell what was seen once; “helps” and “makes worse” claim that it is so."""
_WORDS_BETWEEN = 6


class Effects:
    """Finds effect sentences with the words of one library: its glossary and its rules.yml."""

    def __init__(self, library: Library) -> None:
        """Compile the patterns, once for all pages."""
        settings = library.settings
        treatments = [*settings.treatment_words, *_spellings(library, "treatment")]
        subjects = _any_of([*treatments, *_spellings(library, "condition")])
        verbs = _any_of([*settings.effect_verbs, *settings.causal_verbs])
        self._subject = re.compile(rf"\b(?:{subjects})\b", re.IGNORECASE)
        self._verb = re.compile(rf"(?<= )(?:{verbs})\b", re.IGNORECASE)
        self._treatment_or_it = re.compile(rf"\b(?:{_any_of([*treatments, *_PRONOUNS])})\b", re.IGNORECASE)
        self._claiming = re.compile(rf"(?<= )(?!{_PAST})(?:{verbs})\b", re.IGNORECASE)
        self._clause = re.compile(
            rf"(?:[ -](?!(?:{_CLAUSE_END})\b)[\w'’\[\]@%-]+){{0,{_WORDS_BETWEEN + 3}}}", re.IGNORECASE
        )
        self._treatment = phrases(_spellings(library, "treatment"))
        self._noun_signs = {word.casefold() for word in settings.noun_signs}
        self._untested = phrases(settings.untested_phrases)
        self._theory = phrases(settings.theory_words)
        self._known: dict[str, tuple[int, str] | None] = {}

    def found(self, text: str) -> tuple[int, str] | None:
        """Where the effect verb begins, and the words from its subject to it; None where there is no effect.

        Several rules ask this of the same sentences, so an answer is kept.
        """
        if text not in self._known:
            self._known[text] = self._first(text, self._subject, self._verb)
        return self._known[text]

    def claimed(self, text: str) -> tuple[int, str] | None:
        """The same for what a text claims of a treatment, by name or as “it”; a verb in the past only reports."""
        return self._first(text, self._treatment_or_it, self._claiming)

    def _first(self, text: str, subjects: re.Pattern[str], verbs: re.Pattern[str]) -> tuple[int, str] | None:
        for subject in subjects.finditer(text):
            clause = self._clause.match(text, subject.end())
            for verb in verbs.finditer(text, subject.end(), clause.end() if clause else subject.end()):
                between = text[subject.end() : verb.start()]
                if len(between.split()) <= _WORDS_BETWEEN and self._is_effect(text, subject.start(), verb):
                    if _is_no_subject(text[: subject.start()]):
                        break
                    return verb.start(), text[subject.start() : verb.end()]
        return None

    def _is_effect(self, text: str, subject: int, verb: re.Match[str]) -> bool:
        """Whether it is a verb, not a noun, an aim or a command without an object."""
        before = text[subject : verb.start()].rstrip()
        noun = before.split()[-1].casefold() in self._noun_signs
        idle = _NEEDS_OBJECT.match(verb[0]) and not re.match(r" \w", text[verb.end() :])
        return not (noun or idle or _PURPOSE.search(before))

    def names_treatment(self, text: str, *, other_than: re.Pattern[str]) -> bool:
        """Whether the text names a treatment whose own name holds none of some words."""
        return any(not other_than.search(found[0]) for found in self._treatment.finditer(text))

    def says_untested(self, text: str) -> bool:
        """Whether the text says that nobody knows."""
        return bool(self._untested.search(text))

    def says_idea(self, text: str) -> bool:
        """Whether the text calls itself an idea or theory."""
        return bool(self._theory.search(text))


def _is_no_subject(before: str) -> bool:
    """Whether what stands before a word makes it no subject of a claim. Looked at last: it takes longest."""
    return bool(_SUPPOSED.search(before) or _OTHERS.search(before))


def phrases(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the words or phrases, as whole words and without case."""
    return re.compile(rf"\b(?:{_any_of(words)})\b", re.IGNORECASE)


def _any_of(words: Iterable[str]) -> str:
    """The longest first, so that no phrase is cut short by its own beginning."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True)) or "(?!)"


def _spellings(library: Library, kind: str) -> Iterator[str]:
    for term in library.terms.values():
        if term.kind == kind:
            yield from term.spellings


def sentences(page: Page) -> Iterator[Unit]:
    """The sentences of a page's body that claim something: no questions."""
    return (unit for unit in page.body.units if unit.kind is UnitKind.SENTENCE and not unit.is_question)


def claim_blocks_beside(page: Page, unit: Unit) -> list[Block]:
    """The claim blocks directly before and after the unit's paragraph."""
    paragraph = page.body.paragraphs[unit.paragraph]
    return [block for block in (paragraph.before, paragraph.after) if block and block.name == "claim"]
