"""R012: sentences that do not hammer: not many short ones in a row, not the same beginning again and again."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.paragraphs import Form, passages, word_offsets
from knowledge.checks.rule import Finding, on_page, rule
from knowledge.library import Library, Page
from knowledge.problems import Severity
from knowledge.source.markdown.units import Unit

R012 = rule(
    "R012",
    wants="No six sentences in a row of under six words, and no three in a row of one paragraph that begin with the "
    "same word. Lists may.",
    why="Short sentences help; nothing but short ones sound like orders. Read it aloud: that is the test.",
    bad="It is tight. It is warm. It is red.",
    good="It is tight and warm. The skin turns red.",
    severity=Severity.NOTE,
)


@on_page(R012)
def rhythm(page: Page, library: Library) -> Iterator[Finding]:
    """Paragraph by paragraph; told at the sentence that makes the run too long."""
    for passage in passages(page, library):
        if passage.form is Form.PARAGRAPH:
            yield from _choppy(passage.told, library.settings.short_run)
            yield from _same_beginning(passage.told, library.settings.same_beginnings)


def _choppy(sentences: tuple[Unit, ...], limit: tuple[int, int]) -> Iterator[Finding]:
    most, words = limit
    run = 0
    for unit in sentences:
        run = run + 1 if len(word_offsets(unit.text)) < words else 0
        if run == most:
            message = f"{most} sentences in a row have under {words} words."
            yield Finding(unit.place, message, "Join two of them where they belong together.")


def _same_beginning(sentences: tuple[Unit, ...], most: int) -> Iterator[Finding]:
    run, before = 0, ""
    for unit in sentences:
        first = _first_word(unit)
        run, before = (run + 1 if first == before else 1), first
        if run == most and first:
            message = f"{most} sentences in a row begin with “{first.capitalize()}”."
            yield Finding(unit.place, message, "Begin one of them with another word.")


def _first_word(unit: Unit) -> str:
    offsets = word_offsets(unit.text)
    return unit.text[offsets[0] :].split()[0].strip("“”\"'(),.:").casefold() if offsets else ""
