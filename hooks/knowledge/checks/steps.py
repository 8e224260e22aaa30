"""R013: the reader is “you”, and a numbered step is one action."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.checks.paragraphs import Form, Passage, has_over, passages, word_offsets
from knowledge.checks.patterns import likely
from knowledge.checks.rule import Finding, on_library, on_page, rule
from knowledge.library import Library, Page
from knowledge.problems import Severity

R013 = rule(
    "R013",
    wants="The reader is “you”, not “the patient should”. A numbered step holds one action: no “and then”, and at most "
    "30 words before its sources and reasons.",
    why="NHS and GOV.UK: people act on what is said to them, and do one thing at a time.",
    bad="The wearer should turn the sock inside out and then pull it on.",
    good="Turn the sock inside out.",
    severity=Severity.WARNING,
)
_OUGHT = r"(should|must|ought to|need to|needs to|has to|have to|are advised to|is advised to)"
_AND_THEN = re.compile(r"(,| and| or) then\b", re.IGNORECASE)


@on_library(R013)
def you(library: Library) -> Iterator[Finding]:
    """Advice about somebody else, in pages and data."""
    names = "|".join(re.escape(name) for name in library.settings.reader_names)
    third_person = re.compile(rf"(?:\b(?:{names})|(?<![^,;:] )(?<!\w)one) {_OUGHT}\b", re.IGNORECASE)
    for one in likely(library, third_person):
        found = third_person.search(one.text)
        if found:
            hint = "Speak to the reader: “Put …”, “You need …”."
            yield Finding(one.place_of(found.start()), f"“{found[0]}” speaks about the reader, not to them.", hint)


@on_page(R013)
def one_action(page: Page, library: Library) -> Iterator[Finding]:
    """Numbered steps; a second sentence may give the reason or the source."""
    for passage in passages(page, library):
        if passage.form is Form.STEP:
            yield from _step(passage, library.settings.step_words)


def _step(passage: Passage, most: int) -> Iterator[Finding]:
    first = passage.sentences[0]
    then = _AND_THEN.search(first.text)
    if then:
        yield Finding(first.place_of(then.start(1)), "The step holds two actions.", "Make the second one its own step.")
    elif has_over(first.text, most):
        words = word_offsets(first.text)
        message = f"The step takes {len(words)} words to say what to do; {most} is the limit."
        yield Finding(
            first.place_of(words[most]), message, "Say what to do first; put the reason into a second sentence."
        )
