"""What belongs under each heading of a new page, said in comments; from the table of each type in the page anatomy."""

from __future__ import annotations

from types import MappingProxyType

from knowledge.models.sections import (
    BEFORE_YOU_START,
    HOW_IT_MIGHT_WORK,
    HOW_TO_CHOOSE,
    PAGE_SECTIONS,
    QUESTIONS,
    SECTIONS,
    TRY_SAFELY,
)
from knowledge.models.words import PageType

LEADS: MappingProxyType[PageType, str] = MappingProxyType(
    {
        PageType.HOME: "30 words: what the reader finds here. The site adds search, questions and evidence.",
        PageType.LANDING: "40 to 80 words: what these pages answer. The site adds their list.",
        PageType.ANSWER: "Up to 60 words: what this page can tell, and what it cannot.",
        PageType.CONDITION: "Up to 60 words: what this page tells.",
        PageType.GUIDE: "Up to 60 words: what the reader will be able to do.",
        PageType.COMPARISON: "Two sentences at most, so that the table stands on the first screen.",
        PageType.SAFETY: "The danger signs stand above. Then your own sections, the worst first.",
        PageType.EVIDENCE: "What this page shows. Then at least two sections of your own.",
        PageType.ABOUT: "What this page tells about us. Then sections of your own.",
        PageType.GLOSSARY: "30 words. The site adds the words of glossary.yml.",
    }
)
SAID_UNDER: MappingProxyType[str, str] = MappingProxyType(
    {
        "What was tested and found": "Each outcome with its claim block (/// claim | id), harms beside benefits, each "
        "sentence on effects with its source [@key]. 120 to 300 words.",
        "What nobody knows yet": "People, outcomes, strengths and times that nobody studied. 40 to 120 words.",
        HOW_IT_MIGHT_WORK: "Ideas, named as ideas, each with what was measured. 80 to 200 words.",
        TRY_SAFELY: "Only what was tested or what a guideline says: mmHg, length, hours, when to stop; each cited.",
        "What else helps": "Options with their certainty, best as a table (/// comparison | name). What to do first.",
        QUESTIONS: "4 to 8 questions as headings of level 3, each answered in its first sentence, at most 80 words.",
        "What it is": "In plain words, how it feels, what it is not.",
        "Why it happens": "Causes, with what is disputed.",
        "What usually happens": "How many of 100 people get better, and when, each figure cited.",
        "What helps": "A table with certainty (/// comparison | name), benefits and harms alike.",
        "What does not help": "As claim blocks (/// claim | id), not as opinion.",
        "Where compression fits": "One paragraph, and the link to the answer.",
        "When to see someone": "Whom, how soon, what they may do, when a scan helps.",
        "Questions to take with you": "4 to 8 questions for the appointment.",
        BEFORE_YOU_START: "What you need and what to check. Then two to seven sections of your own: steps in numbered "
        "lists, one action a number.",
        "When to ask for help": "Signs, whom, how soon.",
        "The options side by side": "The table; at most two sentences before it.",
        "What stands out": "Three to five sentences, each tied to a cell of the table.",
        "What was not tested": "The cells that are not tested, in words.",
        HOW_TO_CHOOSE: "By situation: If …, then …. No winner, unless the claims are direct and at least moderate.",
        "Who to call": "The care cards above hold the numbers, each with its country.",
        "What we are not sure of": "What could be wrong here, and why.",
        "Who we are": "Names and roles as in people.yml.",
        "Who pays": "Where money comes from, and what is never taken.",
        "What no clinician has checked yet": "Which pages, and what is being done.",
    }
)


def headings(page_type: PageType, path: str) -> tuple[str, ...]:
    """The H2 headings that a page of this type and path begins with."""
    sections = SECTIONS.get(page_type)
    named = tuple(name for name in (sections.first, sections.last) if name) if sections else ()
    return PAGE_SECTIONS.get(path) or (sections.fixed if sections and sections.fixed else named)
