"""F032: the questions that people ask, each with a short answer that begins with the answer."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.rule import Finding, missing_severity, on_page, rule
from knowledge.checks.words import plural, words_of
from knowledge.library import Library, Page
from knowledge.models.sections import QUESTIONS
from knowledge.models.words import PageType
from knowledge.problems import Severity
from knowledge.source.markdown.model import Heading
from knowledge.source.markdown.units import Unit, UnitKind

F032 = rule(
    "F032",
    wants="Under “Questions people ask”, 4 to 8 H3s that end in “?”, each answered in 15 to 80 words, in the first "
    "sentence of at most 20.",
    why="People search for questions and read the first line of what they find.",
    bad="### Risks",
    good="### What are the risks?",
    severity=Severity.WARNING,
)


@on_page(F032)
def asked_and_answered(page: Page, library: Library) -> Iterator[Finding]:
    """How many questions there are, and each of them."""
    section = next((one for one in page.body.headings if one.level == 2 and one.text == QUESTIONS), None)
    if page.front.type is not PageType.ANSWER or section is None:
        return
    asked = list(_under(page, section))
    least, most = library.settings.question_count
    if not least <= len(asked) <= most:
        message = f"The page answers {plural(len(asked), 'question')}; it needs {least} to {most}."
        few = len(asked) < least
        hint = "Add what readers ask next." if few else "Keep those that readers ask most."
        place = section.place if few else asked[most].place
        yield Finding(place, message, hint, missing_severity(page) if few else None)
    for heading, answer in zip(asked, _answers(page, asked), strict=True):
        yield from _one(page, heading, answer, library)


def _under(page: Page, section: Heading) -> Iterator[Heading]:
    inside = False
    for heading in page.body.headings:
        if heading.level <= 2:
            inside = heading is section
        elif inside and heading.level == 3:
            yield heading


def _answers(page: Page, asked: list[Heading]) -> list[list[Unit]]:
    """For each question the sentences between it and the next heading of its level or above."""
    starts = [heading.place.line for heading in asked]
    stops = [heading.place.line for heading in page.body.headings if heading.level <= 3]
    ends = [next((line for line in stops if line > start), len(page.source.lines) + 1) for start in starts]
    units = [unit for unit in page.body.units if unit.kind is UnitKind.SENTENCE and unit.section == QUESTIONS]
    return [[unit for unit in units if start < unit.place.line < end] for start, end in zip(starts, ends, strict=True)]


def _one(page: Page, heading: Heading, answer: list[Unit], library: Library) -> Iterator[Finding]:
    settings = library.settings
    if not heading.text.endswith("?"):
        yield Finding(heading.place, f"“{heading.text}” is no question.", "Ask it as a reader would, ending in “?”.")
    words = sum(len(words_of(unit.text)) for unit in answer)
    least, most = settings.question_words
    if not answer:
        return  # F020 tells an empty section
    if words < least:
        message = f"The answer has {plural(words, 'word')}; it needs at least {least}."
        hint = "Say what the reader can do with it."
        yield Finding(answer[0].place, message, hint, missing_severity(page))
    elif words > most:
        message = f"The answer has {words} words; it has room for {most}."
        yield Finding(answer[0].place, message, "Keep the answer and its reason; link to the page that says more.")
    first = len(words_of(answer[0].text))
    if first > settings.first_answer_words:
        message = f"The first sentence has {first} words; at most {settings.first_answer_words} answer at a glance."
        yield Finding(answer[0].place, message, "Begin with the answer alone; give its reason in the next sentence.")
