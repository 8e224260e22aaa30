"""F014: how people say it, for the search index; no two pages alike."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.rule import Finding, missing_severity, on_library, on_page, rule
from knowledge.checks.words import plural
from knowledge.library import Library, Page
from knowledge.problems import Edit, Severity
from knowledge.source.nodes import Items, Scalar
from knowledge.source.yaml_lists import without

F014 = rule(
    "F014",
    wants="3 to 12 search terms, in lower case, none twice, and none that another page has (a warning).",
    why="They let a reader find the page by the words people use, misspelt ones too.",
    bad="search_terms: [Sciatica, sciatica]",
    good="search_terms: [sciatica socks, siatica socks, socks for nerve pain]",
    mends=True,
)


@on_page(F014)
def plain_phrases(page: Page, library: Library) -> Iterator[Finding]:
    """Count, case and repeats."""
    terms = page.front.search_terms
    if "search_terms" not in page.front.model_fields_set:
        return
    least, most = library.settings.search_terms_count
    if not least <= len(terms) <= most:
        message = f"The page has {plural(len(terms), 'search term')}; it needs {least} to {most}."
        few = len(terms) < least
        hint = "Add what readers would type." if few else "Keep those that readers type most."
        yield Finding(page.key_place("search_terms"), message, hint, missing_severity(page) if few else None)
    seen: set[str] = set()
    for number, term in enumerate(terms):
        place = page.place("search_terms", number)
        folded = _folded(term)
        if folded in seen:
            message = f"The search term “{term}” is there twice."
            yield Finding(place, message, "Remove one of the two.", edits=_without(page, number))
        elif term != term.lower():
            message = f"The search term “{term}” has capitals."
            yield Finding(place, message, f"Write “{term.lower()}”.", edits=_lower(page, number))
        seen.add(folded)


@on_library(F014, across=True)
def each_page_its_own(library: Library) -> Iterator[Finding]:
    """A term that two pages have lets a reader find the wrong one first."""
    first: dict[str, Page] = {}
    for page in library.pages.values():
        for number, term in enumerate(page.front.search_terms):
            other = first.setdefault(_folded(term), page)
            if other is not page:
                message = f"The page {other.path} has the search term “{term}” too."
                hint = "Keep it on the page that answers it, and say here what only this page tells."
                yield Finding(page.place("search_terms", number), message, hint, Severity.WARNING)


def _folded(term: str) -> str:
    return " ".join(term.casefold().split())


def _terms(page: Page) -> Items | None:
    found = page.node.get("search_terms") if page.node else None
    return found if isinstance(found, Items) else None


def _without(page: Page, number: int) -> tuple[Edit, ...]:
    terms = _terms(page)
    return without(page.source, terms, number) if terms else ()


def _lower(page: Page, number: int) -> tuple[Edit, ...]:
    terms = _terms(page)
    item = terms.items[number] if terms else None
    if not isinstance(item, Scalar) or item.breaks:
        return ()
    return (Edit(item.text_start, item.text, item.text.lower()),)
