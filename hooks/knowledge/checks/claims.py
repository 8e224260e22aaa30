"""C001 and F025: claims that are shown exist, and an answer's own claim can be its verdict."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.rule import HOLE, Finding, on_data, on_page, rule, unknown
from knowledge.library import Library, Page

C001 = rule(
    "C001",
    wants="Every claim that a page or a table shows exists in claims.yml.",
    why="The words, the certainty and the sources come from there; a missing one would leave a hole.",
    bad="/// claim | sciatca-pain",
    good="/// claim | sciatica-pain",
    never_silenced=HOLE,
)
F025 = rule(
    "F025",
    wants="`primary_claim` is a claim of claims.yml, and about the page's question (a warning): a word of its topic, "
    "population or outcome stands in the title or the search terms.",
    why="It becomes the verdict, the first thing a reader sees (CDC Clear Communication Index: one main message).",
    bad="primary_claim: sciatica-pian",
    good="primary_claim: sciatica-pain",
    never_silenced=HOLE,
)


@on_page(C001)
def in_blocks(page: Page, library: Library) -> Iterator[Finding]:
    """Each `/// claim | id`."""
    for block in page.body.blocks:
        if block.name == "claim" and block.argument:
            yield from unknown(library.claims, block.argument, block.argument_place)


@on_data(C001)
def in_cells(library: Library) -> Iterator[Finding]:
    """Each cell `{claim: id}`."""
    for comparison in library.comparisons.values():
        for row in comparison.rows:
            for cell in row.cells.values():
                if cell.claim:
                    yield from unknown(library.claims, cell.claim, cell.value_place or cell.place)


@on_page(F025)
def verdict(page: Page, library: Library) -> Iterator[Finding]:
    """The claim of the verdict box."""
    if page.front.primary_claim:
        yield from unknown(library.claims, page.front.primary_claim, page.place("primary_claim"))
