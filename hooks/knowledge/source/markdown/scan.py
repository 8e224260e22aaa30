"""A page's body, or one text of a data file, scanned once for everything that rules look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from knowledge.problems import Place, in_order
from knowledge.source.markdown.anchors import Anchors
from knowledge.source.markdown.fences import fold_fences
from knowledge.source.markdown.leaves import BlockEdge, Leaf, Leaves
from knowledge.source.markdown.lines import Document, chunked
from knowledge.source.markdown.model import Block, Body, Heading, InlineText, Paragraph
from knowledge.source.markdown.raw_html import fold_html
from knowledge.source.markdown.reading import Reading
from knowledge.source.markdown.site_blocks import SiteBlocks
from knowledge.source.markdown.structure import Structure
from knowledge.source.markdown.suppressions import take_suppressions
from knowledge.source.markdown.units import UnitKind


def scan_body(body: str, path: str, first_line: int = 1, taken_ids: Iterable[str] = ()) -> Body:
    """Scan a page's Markdown without its front matter; `first_line` is the file's line where `body` begins.

    `taken_ids` are ids that the page carries besides those in its text: a heading never gets one of them.
    Never raises for any text; faults of blocks (F029) and citations (C016) come back as problems.
    """
    document = Document(body, Place(path, first_line))
    blocks = SiteBlocks(document)
    leaves = Leaves(document, blocks)
    lines, suppressions = take_suppressions(document, fold_fences(document.lines()))
    without_html = fold_html(document, lines)
    blocks.hidden(without_html.hidden)
    Structure(leaves).read(without_html.lines)
    reading = Reading(document, leaves.references, frozenset(leaves.footnotes), tags=list(without_html.tags))
    headings, paragraphs = _read_leaves(reading, leaves, taken_ids)
    return Body(
        headings=tuple(headings),
        blocks=tuple(blocks.found),
        units=tuple(reading.units),
        paragraphs=tuple(paragraphs),
        citations=tuple(reading.citations),
        links=tuple(reading.links),
        html_tags=tuple(sorted(reading.tags, key=lambda tag: tag.place)),
        block_faults=tuple(in_order(blocks.faults)),
        citation_faults=tuple(in_order(reading.faults)),
        suppressions=suppressions,
    )


def inline_units(text: str, place: Place, locate: Callable[[int], Place] | None = None) -> InlineText:
    """Scan one inline Markdown text of a data field whose first character stands at `place`.

    Each further line is counted from column 1, unless `locate` gives the place of a character by its offset.
    """
    reading = Reading(Document(text, place, locate))
    for number, chunk in enumerate(chunked(reading.document.lines())):
        leaf = Leaf(UnitKind.SENTENCE, tuple(chunk), number)
        inline, _ = reading.inline(leaf)
        reading.take(inline, leaf, number, None, None)
    return InlineText(
        tuple(reading.units),
        tuple(reading.citations),
        tuple(reading.links),
        tuple(reading.tags),
        tuple(in_order(reading.faults)),
    )


def _read_leaves(reading: Reading, leaves: Leaves, taken_ids: Iterable[str]) -> tuple[list[Heading], list[Paragraph]]:
    read = [(leaf, *reading.inline(leaf)) for leaf in leaves.flow if isinstance(leaf, Leaf)]
    given = [listed.get("id", "") for _, _, listed in read]
    anchors = Anchors([*taken_ids, *leaves.ids, *given, *_footnote_ids(leaves.footnotes)])
    neighbours = _neighbours(leaves)
    headings: list[Heading] = []
    paragraphs: list[Paragraph] = []
    section: str | None = None
    heading: str | None = None
    for leaf, inline, listed in read:
        place = inline.place(0)
        paragraphs.append(Paragraph(place, *neighbours[leaf.group]))
        above = None if leaf.kind is UnitKind.HEADING and leaf.level <= 2 else section
        reading.take(inline, leaf, len(paragraphs) - 1, above, heading)
        if leaf.kind is UnitKind.HEADING:
            text = inline.with_code()
            start = reading.document.place(leaf.lines[0].number, leaf.column)
            headings.append(Heading(leaf.level, text, start, listed.get("id") or anchors.of(text)))
            heading = text
            section = text if leaf.level == 2 else None if leaf.level == 1 else section
    return headings, paragraphs


def _neighbours(leaves: Leaves) -> dict[int, tuple[Block | None, Block | None]]:
    """For each group of leaves, the site blocks directly before and after it."""
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for index, item in enumerate(leaves.flow):
        if isinstance(item, Leaf):
            first.setdefault(item.group, index)
            last[item.group] = index
    return {group: (_block_at(leaves, first[group] - 1), _block_at(leaves, last[group] + 1)) for group in first}


def _block_at(leaves: Leaves, index: int) -> Block | None:
    item = leaves.flow[index] if 0 <= index < len(leaves.flow) else None
    return leaves.blocks.found[item.block] if isinstance(item, BlockEdge) else None


def _footnote_ids(names: Iterable[str]) -> Sequence[str]:
    return [f"{prefix}:{name}" for name in names for prefix in ("fn", "fnref")]
