"""R001 to R003: how hard pages are to read, by the length of their sentences and words."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.rule import Finding, on_page, on_whole, rule
from knowledge.library import Library, Page
from knowledge.problems import Severity
from knowledge.readability.masking import Word
from knowledge.readability.measure import Readability, median_grade, read_sentences, readability
from knowledge.source.markdown.units import Unit

R001 = rule(
    "R001",
    wants="A reading grade (Flesch–Kincaid) of at most 8.0 on a page of 200 words or more; over 7.0 is a note. Numbers "
    "and hard words of the glossary count as short ones.",
    why="The NHS aims at a reading age of 9 to 11; grade plus five is about the age. The formula uses only the length "
    "of sentences and words, so that any writer sees what to mend.",
    bad="Individuals experiencing unilateral symptomatology should preferentially undergo clinical reassessment.",
    good="If only one leg hurts, see a nurse again.",
)
R002 = rule(
    "R002",
    wants="A median grade of at most 5.5 over all published pages.",
    why="One hard page may have a reason; a hard site has none. AHRQ: write for the many, explain the few hard words.",
    bad="Half of the pages at grade 6 or more.",
    good="Half of the pages at grade 4 or less.",
)
R003 = rule(
    "R003",
    wants="At most 8 in 100 hard words (three syllables or more) and at most 12 in 100 that count as short because the "
    "glossary explains them, on pages of 200 words or more.",
    why="Cochrane’s guide to plain language summaries: long words stop more readers than long sentences. Words that "
    "everybody knows, such as “another” and “hospital”, are listed as easy in rules.yml.",
    bad="Subsequent rehabilitation facilitates functional independence.",
    good="After that, training helps you to do things by yourself.",
    severity=Severity.WARNING,
)
_SHOWN = 10
_WORST_PAGES = 5


@on_page(R001)
def grade(page: Page, library: Library) -> Iterator[Finding]:
    """The page's grade, told at its longest sentence."""
    note, limit = library.settings.page_grade
    found = readability(library)[page.path].grade
    if found is None or found <= note:
        return
    sentences = sorted(read_sentences(library)[page.path], key=lambda one: one.count.words, reverse=True)
    lines = ", ".join(str(one.unit.place.line) for one in sentences[1:4])
    message = f"The page reads at grade {found:.1f}; it needs {limit if found > limit else note} or less."
    hint = f"Split the longest sentences, here and in lines {lines}, and use shorter words."
    yield Finding(sentences[0].unit.place, message, hint, None if found > limit else Severity.NOTE)


@on_whole(R002)
def median_of_all(library: Library) -> Iterator[Finding]:
    """The median, told at the five pages with the highest grades."""
    found, limit = median_grade(library), library.settings.median_grade
    if found is None or found <= limit:
        return
    graded = [(one.grade, page) for page in library.published() if (one := readability(library)[page.path]).grade]
    for own, page in sorted(graded, key=lambda one: -(one[0] or 0))[:_WORST_PAGES]:
        message = f"Half of all pages read at grade {found:.1f} or more; {limit} is the limit. This one has {own:.1f}."
        yield Finding(page.place("title"), message, "Split its longest sentences and use shorter words.")


@on_page(R003)
def hard_words(page: Page, library: Library) -> Iterator[Finding]:
    """The share of hard words, told at the first of them, and that of masked terms."""
    measured, settings = readability(library)[page.path], library.settings
    if measured.words < settings.grade_least_words:
        return
    if measured.hard_share * 100 > settings.hard_words_percent:
        unit, word = measured.hard[0]
        message = f"{measured.hard_share:.0%} of the words are hard; {settings.hard_words_percent}% is the limit."
        hint = f"Use plainer words for: {_worst(measured)}."
        yield Finding(unit.place_of(word.offset), message, hint)
    if measured.masked_share * 100 > settings.masked_percent:
        message = f"{measured.masked_share:.0%} of the words are hard terms; {settings.masked_percent}% is the limit."
        yield Finding(page.place("title"), message, "Say “it”, or use a plain word once the term is explained.")


def _worst(measured: Readability) -> str:
    """The ten longest hard words, each once, with the line of its first use."""
    first: dict[str, tuple[Unit, Word]] = {}
    for unit, word in measured.hard:
        first.setdefault(word.text.lower(), (unit, word))
    longest = sorted(first.items(), key=lambda item: (-item[1][1].syllables, item[0]))[:_SHOWN]
    return ", ".join(f"{text} (line {unit.place_of(word.offset).line})" for text, (unit, word) in longest)
