"""F010 and F011: titles of a fair length, in sentence case, each its own; an answer's title is a question."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.rule import Finding, on_library, on_page, rule
from knowledge.checks.sentence_case import is_sentence_case, known_names, lowered, needless_capitals
from knowledge.checks.words import plural, spot
from knowledge.library import Library, Page
from knowledge.models.words import PageType

F010 = rule(
    "F010",
    wants="A title of 10 to 70 characters (home and glossary may be shorter), in sentence case, without a full stop, "
    "and no two alike.",
    why="GOV.UK and search results cut titles near 65 to 70 characters; sentence case is easier to read.",
    bad="title: Compression Socks And You.",
    good="title: How to wash, dry and replace compression socks",
)
F011 = rule(
    "F011",
    wants="An answer's title is the reader's question.",
    why="It is what people type and ask; one page answers one question.",
    bad="title: Socks and sciatica",
    good="title: Do compression socks help with sciatica?",
)
_MAY_BE_SHORT = {PageType.HOME, PageType.GLOSSARY}


@on_page(F010)
def fair_length(page: Page, library: Library) -> Iterator[Finding]:
    """Length in characters, and no full stop."""
    title = page.front.title
    if title is None:
        return
    least, most = library.settings.title_length
    if len(title) < least and page.front.type not in _MAY_BE_SHORT:
        message = f"The title has {plural(len(title), 'character')}; it needs at least {least}."
        yield Finding(page.place("title"), message, "Say in it what the page tells, as a reader would ask for it.")
    if len(title) > most:
        message = f"The title has {len(title)} characters; at most {most} are shown whole."
        yield Finding(
            spot(page, "title", most), message, f"Cut it to “{title[:most].rsplit(' ', 1)[0]}” or say it shorter."
        )
    if title.endswith("."):
        hint = f"Write “{title.rstrip('.')}”."
        yield Finding(spot(page, "title", len(title) - 1), "A title has no full stop.", hint)


@on_library(F010)
def sentence_case(library: Library) -> Iterator[Finding]:
    """At most a third of the words after the first begin with a capital; names are not counted as such."""
    names = known_names(library)
    for page in library.judged:
        title = page.front.title or ""
        shouted, words = needless_capitals(title, names)
        if not is_sentence_case(len(shouted), words):
            mended = lowered(title, shouted).rstrip(".")
            message = f"The title has capitals in {len(shouted)} of its {words} words after the first."
            yield Finding(spot(page, "title", shouted[0].start()), message, f"Write “{mended}”.")


@on_library(F010, across=True)
def each_its_own(library: Library) -> Iterator[Finding]:
    """No two pages have the same title."""
    first: dict[str, Page] = {}
    for page in library.pages.values():
        title = (page.front.title or "").casefold()
        if title and (other := first.setdefault(title, page)) is not page:
            message = f"The page {other.path} has the same title."
            yield Finding(page.place("title"), message, "Say in the title what only this page tells.")


@on_page(F011)
def asks(page: Page, _library: Library) -> Iterator[Finding]:
    """An answer's title ends in a question mark."""
    title = page.front.title
    if page.front.type is PageType.ANSWER and title and not title.endswith("?"):
        place = spot(page, "title", len(title) - 1)
        yield Finding(place, "The title of an answer is a question.", "Ask it as a reader would, ending in “?”.")
