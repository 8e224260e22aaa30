"""Where the library's records are shown: where a link to a claim leads, and which pages rest on a source.

Only published pages count. A block that shows part of a comparison counts for that part alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.library import Library, Page
from knowledge.models.blocks import DIAGRAMS, SOURCE_LISTS
from knowledge.models.claim import Claim
from knowledge.models.comparison import Cell, Comparison, cell_anchor
from knowledge.models.records import CareCard, ClassScheme, Contraindication
from knowledge.models.words import PageType
from knowledge.source.markdown.model import Block
from knowledge.source.nodes import Items, Scalar

_RANK = {kind: rank for rank, kind in enumerate((
    PageType.ANSWER, PageType.CONDITION, PageType.COMPARISON, PageType.GUIDE, PageType.SAFETY, PageType.EVIDENCE,
))}  # fmt: skip
"""Which type of page tells most about a claim, that first."""


def claim_places(library: Library) -> dict[str, str]:
    """Claim id → the path and anchor of the place that tells most about it; claims that no page shows are left out.

    A claim block comes before a verdict, and both before the cell of a table; of several pages the one whose verdict
    the claim is comes first, then answers, conditions, comparisons, guides, safety and evidence pages.
    """
    found: dict[str, tuple[tuple[int, bool, int, str], str]] = {}
    for page in library.published():
        for order, (name, anchor, kind) in enumerate(_claims_shown(page, library)):
            rank = _RANK.get(page.front.type, len(_RANK)) if page.front.type else len(_RANK)
            place = (kind, page.front.primary_claim != name, rank, f"{page.path}#{order:04}")
            if name not in found or place < found[name][0]:
                found[name] = place, f"{page.path}#{anchor}"
    return {name: target for name, (_, target) in found.items() if name in library.claims.records}


def tables_on(page: Page, library: Library) -> Iterator[tuple[Block, Comparison]]:
    """The comparison blocks of a page, drafts too, each with its comparison; those that cannot be read are left out."""
    for block in page.body.blocks:
        if block.name == "comparison" and (comparison := library.comparisons.get(block.argument or "")):
            yield block, comparison


def pages_showing(library: Library, *, drafts: bool = False) -> dict[str, list[str]]:
    """Comparison id → the paths of the pages that show it, both in order.

    One that no published page shows is a draft: it gets no download. Drafts of pages count only where they are asked
    for, as in the preview, which shows them.
    """
    found: dict[str, dict[str, None]] = {}
    for path, page in sorted(library.pages.items()):
        for _, comparison in tables_on(page, library) if drafts or not page.front.draft else ():
            found.setdefault(comparison.id, {})[path] = None
    return {name: list(found[name]) for name in sorted(found)}


def comparison_places(library: Library) -> dict[str, str]:
    """Comparison id → the path and anchor of a page that shows it, comparison pages first."""
    found: dict[str, tuple[tuple[bool, bool, str], str]] = {}
    for page in library.published():
        for block, comparison in tables_on(page, library):
            place = (page.front.type is not PageType.COMPARISON, block.options is not None, page.path)
            if comparison.id not in found or place < found[comparison.id][0]:
                found[comparison.id] = place, f"{page.path}#comparison-{comparison.id}"
    return {name: target for name, (_, target) in found.items()}


def pages_by_source(library: Library) -> dict[str, tuple[Page, ...]]:
    """Reference id → the pages whose list of sources has it, by path."""
    found: dict[str, dict[str, Page]] = {}
    for page in library.published():
        for key in sources_of(page, library):
            found.setdefault(key, {})[page.path] = page
    return {key: tuple(pages.values()) for key, pages in found.items()}


def source_list_places(library: Library) -> dict[str, str]:
    """Name of a list of sources → the path and anchor of the page that shows it, in the order of the lists."""
    shown = {
        block.argument: f"{page.path}#{block.argument}"
        for page in library.published()
        for block in page.body.blocks
        if block.name == "generated"
    }
    return {name: shown[name] for name in SOURCE_LISTS if name in shown}


def shown_rows(block: Block, comparison: Comparison) -> list[str]:
    """The ids of the rows that a comparison block shows."""
    return _chosen(block, "rows", [row.id for row in comparison.rows])


def shown_columns(block: Block, comparison: Comparison) -> list[str]:
    """The ids of the columns that a comparison block shows."""
    return _chosen(block, "columns", [column.id for column in comparison.columns])


def _chosen(block: Block, option: str, every: list[str]) -> list[str]:
    chosen = block.options.get(option) if block.options else None
    if isinstance(chosen, Items):
        return [item.text for item in chosen.items if isinstance(item, Scalar)]
    return every


def _claims_shown(page: Page, library: Library) -> Iterator[tuple[str, str, int]]:
    """Claim, anchor, and how much is told there: 0 the whole finding, 1 the verdict, 2 a cell of a table."""
    for block in page.body.blocks:
        name = block.argument or ""
        if block.name == "claim":
            yield name, f"claim-{name}", 0
        elif block.name == "comparison" and (comparison := library.comparisons.get(name)):
            for anchor, cell in _cells(block, comparison):
                if cell.claim:
                    yield cell.claim, anchor, 2
    if page.front.primary_claim:
        yield page.front.primary_claim, "verdict", 1


def _cells(block: Block, comparison: Comparison) -> Iterator[tuple[str, Cell]]:
    rows = {row.id: row for row in comparison.rows}
    columns = shown_columns(block, comparison)
    for name in shown_rows(block, comparison):
        cells = rows[name].cells if name in rows else {}
        found = [column for column in columns if column in cells]
        yield from ((cell_anchor(comparison.id, name, column), cells[column]) for column in found)


def sources_of(page: Page, library: Library) -> Iterator[str]:
    """The sources of a page: those its text cites, and those of the records that it shows."""
    cited = library.once(_cited_in_cells)
    yield from (key.key for citation in page.body.citations for key in citation.keys)
    for name, _, _ in _claims_shown(page, library):
        yield from _claim_sources(library.claims.get(name))
    for block, comparison in tables_on(page, library):
        for _, cell in _cells(block, comparison):
            yield from (*cell.sources, *cited.get(id(cell), ()))
    for block in page.body.blocks:
        yield from _made_sources(block, library)
    for name in _cards_of(page, library):
        card = library.care_cards.get(name)
        yield from card.sources if card else ()


def _cited_in_cells(library: Library) -> dict[int, list[str]]:
    """The sources that the texts of a cell cite, such as its note, by the cell's identity: a cell has no name."""
    found: dict[int, list[str]] = {}
    for text in library.data_texts:
        if isinstance(text.owner, Cell) and text.inline.citations:
            keys = [key.key for citation in text.inline.citations for key in citation.keys]
            found.setdefault(id(text.owner), []).extend(keys)
    return found


def _cards_of(page: Page, library: Library) -> Iterator[str]:
    """The care cards of a page: its own, and those that its safety check brings up."""
    yield from page.front.urgent_cards
    for block in page.body.blocks:
        if (block.name, block.argument) == ("tool", "safety-check"):
            yield from _chosen(block, "cards", [])
            yield from (record.card for record in library.contraindications.values() if record.card)


def _claim_sources(claim: Claim | None) -> tuple[str, ...]:
    if claim is None:
        return ()
    return (*claim.sources, *((claim.absolute.source,) if claim.absolute else ()))


def _made_sources(block: Block, library: Library) -> Iterator[str]:
    """The sources of lists, tools, diagrams and charts; a chart that names its findings has theirs."""
    name = block.argument or ""
    if block.name == "diagram":
        yield from DIAGRAMS[name].sources if name in DIAGRAMS else ()
    elif block.name == "chart":
        for claim in _chosen(block, "claims", []):
            yield from _claim_sources(library.claims.get(claim))
    records: list[CareCard] | list[Contraindication] | list[ClassScheme] = []
    if (block.name, name) == ("generated", "care-cards"):
        records = library.care_cards.values()
    elif (block.name, name) == ("generated", "contraindications"):
        records = library.contraindications.values()
    elif (block.name, name) in (("generated", "classes"), ("tool", "converter"), ("chart", "classes")):
        records = library.class_schemes.values()
    for record in records:
        yield from record.sources
