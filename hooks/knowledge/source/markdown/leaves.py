"""Leaves: the headings, paragraphs and cells into which a body's lines fall, before their inline text is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from knowledge.source.markdown.lines import Document, Line
from knowledge.source.markdown.site_blocks import SiteBlocks
from knowledge.source.markdown.units import UnitKind


@dataclass(frozen=True, slots=True)
class Leaf:
    """Lines of inline text. Leaves of one table or list have one `group`; level 0 is no heading.

    `column` is where a heading begins, with its `#`.
    """

    kind: UnitKind
    lines: tuple[Line, ...]
    group: int
    in_list: bool = False
    level: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class BlockEdge:
    """Where, between the leaves, a site block opens or closes; an index into the blocks found."""

    block: int


@dataclass
class Leaves:
    """What the block structure of a body comes to."""

    document: Document
    blocks: SiteBlocks
    flow: list[Leaf | BlockEdge] = field(default_factory=list)
    references: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    footnotes: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    groups: int = 0

    def new_group(self) -> int:
        """A number for leaves that belong together."""
        self.groups += 1
        return self.groups

    def add(self, leaf: Leaf) -> None:
        """Add a leaf."""
        self.flow.append(leaf)
