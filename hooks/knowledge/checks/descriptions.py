"""F012 and F013: the description for search engines, and the summary that gives the answer in a breath."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.checks.rule import Finding, on_library, on_page, rule
from knowledge.checks.words import front_units, normalised, plural, spot, words_of
from knowledge.library import Library, Page
from knowledge.problems import Severity
from knowledge.source.markdown.units import UnitKind

F012 = rule(
    "F012",
    wants="A description of 50 to 160 characters, not the title or summary again, and no two alike.",
    why="Search engines and cards show it; they cut it near 160 characters.",
    bad="description: Socks.",
    good="description: What has and has not been tested about compression socks for sciatica pain.",
)
F013 = rule(
    "F013",
    wants="A summary of one sentence and at most 30 words (over 25 is a warning), ending in a full stop, without link, "
    "citation or question.",
    why="One main message, first (CDC Clear Communication Index). Its sources stand at the claim.",
    bad="summary: Do socks help? Nobody knows.",
    good="summary: Nobody has tested socks for sciatica, so we do not know if they ease the pain.",
)
_FORBIDDEN = (
    (r"\[@[^\]]*\]?", "A summary holds no citation.", "Remove it; the claim below it gives the sources."),
    (r"\[[^\]]*\]\([^)]*\)|https?://\S+|www\.\S+", "A summary holds no link.", "Write its words alone."),
    (r"[^.?!]*\?", "A summary asks no question.", "Give the answer: one sentence that ends in a full stop."),
)


@on_page(F012)
def says_more(page: Page, library: Library) -> Iterator[Finding]:
    """Length in characters; neither the title nor the summary once more."""
    description = page.front.description
    if description is None:
        return
    least, most = library.settings.description_length
    if not least <= len(description) <= most:
        offset = most if len(description) > most else 0
        message = f"The description has {plural(len(description), 'character')}; it needs {least} to {most}."
        hint = "Say in a full sentence or two what a reader finds here." if not offset else "Shorten it."
        yield Finding(spot(page, "description", offset), message, hint)
    for key, text in (("title", page.front.title), ("summary", page.front.summary)):
        if text and normalised(text) == normalised(description):
            message = f"The description is the {key} again."
            yield Finding(page.place("description"), message, "Say what else the page tells.")


@on_library(F012, across=True)
def no_two_alike(library: Library) -> Iterator[Finding]:
    """No two pages have the same description."""
    first: dict[str, Page] = {}
    for page in library.pages.values():
        text = normalised(page.front.description or "")
        if text and (other := first.setdefault(text, page)) is not page:
            message = f"The page {other.path} has the same description."
            yield Finding(page.place("description"), message, "Say what only this page tells.")


@on_page(F013)
def one_sentence(page: Page, library: Library) -> Iterator[Finding]:
    """One plain sentence; what does not belong into it is told first and by itself."""
    summary = page.front.summary
    if summary is None:
        return
    found = [(re.search(pattern, summary), message, hint) for pattern, message, hint in _FORBIDDEN]
    forbidden = [Finding(spot(page, "summary", hit.start()), message, hint) for hit, message, hint in found if hit]
    yield from forbidden
    if not forbidden:
        yield from _sentence(page, summary)
    yield from _length(page, summary, library)


def _sentence(page: Page, summary: str) -> Iterator[Finding]:
    units = front_units(page, "summary", summary)
    sentences = [unit for unit in units if unit.kind is UnitKind.SENTENCE]
    if len(sentences) > 1:
        message = f"The summary has {len(sentences)} sentences; it is one."
        yield Finding(sentences[1].place, message, "Keep the one that answers the question; move the rest to the body.")
    elif not summary.endswith("."):
        place = spot(page, "summary", len(summary) - 1)
        yield Finding(place, "The summary does not end in a full stop.", "Put “.” after its last word.")


def _length(page: Page, summary: str, library: Library) -> Iterator[Finding]:
    fair, most = library.settings.summary_words
    words = len(words_of(summary))
    if words > fair:
        limit, severity = (most, None) if words > most else (fair, Severity.WARNING)
        message = f"The summary has {words} words; at most {limit} can be taken in at once."
        yield Finding(page.place("summary"), message, "Leave out what the reader does not need first.", severity)
