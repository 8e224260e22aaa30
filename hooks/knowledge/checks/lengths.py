"""R004 and R005: sentences and paragraphs that can be read in one breath."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.paragraphs import Form, Passage, has_over, passages, word_offsets
from knowledge.checks.prose import Kind, prose
from knowledge.checks.rule import Finding, on_library, on_page, rule
from knowledge.library import Library, Page
from knowledge.problems import Severity

R004 = rule(
    "R004",
    wants="Sentences of at most 25 words, in pages and data; over 35 is an error. Citations do not count, and each "
    "item of a list counts by itself.",
    why="GOV.UK and the NHS: people with little time, pain or worry lose the thread of a longer one.",
    bad="Socks that are worn all day by people who stand at work and who have no vein disease may make their legs ache "
    "a little less by the evening.",
    good="Socks may make legs ache a little less by evening. This was seen in people who stand at work.",
    severity=Severity.WARNING,
)
R005 = rule(
    "R005",
    wants="Paragraphs of at most 3 sentences and 60 words, list items of at most 2 sentences, numbered steps of at "
    "most 3. A label such as “Blood flow.” is no sentence.",
    why="Office for National Statistics: on a phone a longer paragraph fills the screen, and readers skip it.",
    bad="A paragraph of five sentences.",
    good="Two paragraphs, each about one thing.",
    severity=Severity.WARNING,
)
_OTHER_RULES = frozenset({Kind.SUMMARY, Kind.CHANGE})
"""F013 and F022 hold the length of these."""


@on_library(R004)
def sentence_length(library: Library) -> Iterator[Finding]:
    """Every sentence of pages and data; told at the first word beyond the limit."""
    fair, most = library.settings.sentence_words
    for one in prose(library):
        if one.is_head or one.kind in _OTHER_RULES:
            continue
        if has_over(one.unit.text, fair):
            words = word_offsets(one.unit.text)
            message = f"The sentence has {len(words)} words; {fair} is the limit."
            severity = Severity.ERROR if len(words) > most else None
            hint = "Make two sentences of it, with one thought in each."
            yield Finding(one.unit.place_of(words[fair]), message, hint, severity)


@on_page(R005)
def paragraph_length(page: Page, library: Library) -> Iterator[Finding]:
    """Every passage; told at the first sentence or word beyond the limit."""
    settings = library.settings
    sentences, words = settings.paragraph_length
    most = {Form.PARAGRAPH: sentences, Form.ITEM: settings.item_sentences, Form.STEP: settings.step_sentences}
    for passage in passages(page, library):
        limit = most[passage.form]
        if len(passage.sentences) > limit and len(passage.told) > limit:
            message = f"The {passage.form} has {len(passage.told)} sentences; {limit} is the limit."
            yield Finding(passage.told[limit].place, message, _mend(passage))
        elif passage.form is Form.PARAGRAPH and passage.has_over(words):
            unit, offset = passage.words[words]
            message = f"The paragraph has {len(passage.words)} words; {words} is the limit."
            yield Finding(unit.place_of(offset), message, _mend(passage))


def _mend(passage: Passage) -> str:
    if passage.form is Form.PARAGRAPH:
        return "Begin a new paragraph here or earlier: an empty line between two thoughts."
    return f"Make another {passage.form} of it, or move the rest to a paragraph."
