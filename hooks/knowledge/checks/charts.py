"""What is wrong with a chart block, told under F029 with the other blocks."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.charts.asked import chart_of
from knowledge.charts.faults import Fault
from knowledge.checks.rule import Finding
from knowledge.library import Library, Page
from knowledge.problems import Place
from knowledge.source.markdown.model import Block
from knowledge.source.nodes import find, place_of_key


def chart_findings(block: Block, page: Page, library: Library) -> Iterator[Finding]:
    """Everything that keeps a chart from being drawn, each at its option."""
    if not block.argument or _options_unread(block, page):
        return
    found = chart_of(block, library)
    for fault in found if isinstance(found, list) else ():
        yield Finding(_place(fault, block), fault.message, fault.hint)


def _options_unread(block: Block, page: Page) -> bool:
    """Whether its options cannot be read, which the scan has told."""
    end = block.closed_at or block.place.line
    return any(block.place.line < fault.line <= end for fault in page.body.block_faults)


def _place(fault: Fault, block: Block) -> Place:
    if block.options is None or not fault.at:
        return block.argument_place
    if fault.at_key:
        return place_of_key(block.options, fault.at)
    if block.options.get(str(fault.at[0])) is None:
        return block.argument_place
    return find(block.options, fault.at).place
