"""F033: the questions on an answer's sheet for the appointment."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.rule import Finding, missing_severity, on_page, rule
from knowledge.checks.words import plural, words_of
from knowledge.library import Library, Page
from knowledge.models.words import PageType

LEAST, MOST = 3, 5
MOST_WORDS = 15

F033 = rule(
    "F033",
    wants="3 to 5 questions in `to_ask`, each of at most 15 words and ending in “?”, none twice.",
    why="They are printed on the sheet that readers take to their appointment: one side of paper, read in a minute.",
    bad="to_ask: [Ask about socks]",
    good="to_ask: [What makes my ankles swell?, Could a medicine cause it?, Which socks would suit me?]",
)


@on_page(F033)
def asked_at_the_appointment(page: Page, library: Library) -> Iterator[Finding]:
    """How many there are, and each of them."""
    asked = page.front.to_ask
    if page.front.type is not PageType.ANSWER or "to_ask" not in page.front.model_fields_set:
        return
    if not LEAST <= len(asked) <= MOST:
        message = f"The page has {plural(len(asked), 'question')} to ask; its sheet needs {LEAST} to {MOST}."
        few = len(asked) < LEAST
        hint = "Add what a reader should ask there." if few else "Keep those that matter most."
        yield Finding(page.key_place("to_ask"), message, hint, missing_severity(page) if few else None)
    for number, question in enumerate(asked):
        place = page.place("to_ask", number)
        if not question.endswith("?"):
            yield Finding(place, f"“{question}” is no question.", "Ask it as the reader would, ending in “?”.")
        elif question in asked[:number]:
            yield Finding(place, f"“{question}” is there twice.", "Remove one of the two.")
        elif (count := len(words_of(question))) > MOST_WORDS:
            hint = "Ask one thing in few words."
            yield Finding(place, f"The question has {count} words; it has room for {MOST_WORDS}.", hint)
