"""The site's blocks, `/// comparison | name` and others. They accept whatever is typed and tell what is wrong on the
page, since a block that refuses is printed as raw text without a word."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from pymdownx.blocks import BlocksProcessor
from pymdownx.blocks.block import Block

from knowledge.charts.asked import asked_chart, name_of
from knowledge.charts.faults import texts_only
from knowledge.models.blocks import DIAGRAMS, TOOLS
from knowledge.render.charts.draw import chart_element
from knowledge.render.claim import claim_section
from knowledge.render.comparison import comparison_parts
from knowledge.render.converter import converter
from knowledge.render.diagrams import diagram
from knowledge.render.elements import el
from knowledge.render.errors import error_box, not_known
from knowledge.render.generated import GENERATED
from knowledge.render.safety_check import safety_check
from knowledge.render.site import Site
from knowledge.render.source_marks import made_by_block
from knowledge.render.view_options import read_view

_BROKEN = "\n"
"""Stands for options that are no YAML: no key can be a line break."""


class SiteBlock(Block):
    """A block that never refuses; its subclasses say what it shows."""

    ARGUMENT = None

    def _validate(self, parent: Element, arg: str | None, /, **options: Any) -> bool:  # type: ignore[override]
        self.argument = (arg or "").strip()
        self.given = options
        self.options = {"attrs": {}}
        return True

    def on_create(self, parent: Element) -> Element:
        """Put what the block shows into its parent; returns the last part, which takes text left in the block."""
        parts = self._faults() or self.parts(self.config["site"])
        if parts[-1].tag == "p":  # into a paragraph, Blocks would put text as Markdown
            parts = [el("div", *parts)]
        if self.config["site"].marks is not None:
            made_by_block(parts, self.NAME, self.argument)
        parent.extend(parts)
        return parts[-1]

    def parts(self, site: Site) -> list[Element]:
        """What the block shows."""
        return [not_known("block", self.NAME, KNOWN)]

    def _faults(self) -> list[Element]:
        if _BROKEN in self.given:
            return [error_box("The options of this block cannot be read.", "Write them as `name: value`, one a line.")]
        return []

    def _no_options(self) -> list[Element]:
        return [error_box(f"The block “{self.NAME}” has no option “{name}”.", "Remove it.") for name in self.given]


class ComparisonBlock(SiteBlock):
    """`/// comparison | name`."""

    NAME = "comparison"

    def parts(self, site: Site) -> list[Element]:
        """The table and its foot."""
        library = site.library
        comparison = library.comparisons.get(self.argument)
        if comparison is None and self.argument in library.comparison_ids:
            return [error_box(f"The comparison “{self.argument}” cannot be shown.", "Mend its file first.")]
        if comparison is None:
            return [not_known("comparison", self.argument, library.comparison_ids)]
        view, errors = read_view(comparison, self.given)
        if errors:
            return errors
        self.tracker[comparison.id] = self.tracker.get(comparison.id, 0) + 1
        return comparison_parts(comparison, view, site, self.tracker[comparison.id])


class ClaimBlock(SiteBlock):
    """`/// claim | id`."""

    NAME = "claim"

    def parts(self, site: Site) -> list[Element]:
        """The evidence statement."""
        claim = site.library.claims.get(self.argument)
        if claim is None and self.argument in site.library.claims.ids:
            return [error_box(f"The claim “{self.argument}” cannot be shown.", "Mend its record first.")]
        if claim is None:
            return [not_known("claim", self.argument, site.library.claims.ids)]
        return self._no_options() or [claim_section(claim, site.library.settings)]


class DiagramBlock(SiteBlock):
    """`/// diagram | name`."""

    NAME = "diagram"

    def parts(self, site: Site) -> list[Element]:
        """The drawing with its words."""
        if self.argument not in DIAGRAMS:
            return [not_known("diagram", self.argument, DIAGRAMS)]
        return self._no_options() or [diagram(self.argument, site.library)]


class ChartBlock(SiteBlock):
    """`/// chart | name`."""

    NAME = "chart"

    def parts(self, site: Site) -> list[Element]:
        """The chart with its numbers in a table, or what keeps it from being drawn."""
        options = {key: texts_only(value) for key, value in self.given.items()}
        found = asked_chart(self.argument, options, site.library)
        if not isinstance(found, list):
            name = name_of(found)
            times = self.tracker[name] = self.tracker.get(name, 0) + 1
            return [chart_element(found, name if times == 1 else f"{name}-{times}", site.library)]
        errors = [error_box(fault.message, fault.hint) for fault in found]
        return errors or [error_box("This chart cannot be drawn.", "Mend the records that it shows first.")]


class ToolBlock(SiteBlock):
    """`/// tool | name`."""

    NAME = "tool"

    def parts(self, site: Site) -> list[Element]:
        """The form."""
        if self.argument not in TOOLS:
            return [not_known("tool", self.argument, TOOLS)]
        errors = [
            not_known("option", name, TOOLS[self.argument]) for name in self.given if name not in TOOLS[self.argument]
        ]
        cards = self.given.get("cards", [])
        if not isinstance(cards, list):
            errors.append(error_box("The option “cards” must be a list.", "Write `cards: [lung-clot]`."))
        if errors:
            return errors
        if self.argument == "converter":
            return converter(site)
        return safety_check([str(name) for name in cards], site)


class GeneratedBlock(SiteBlock):
    """`/// generated | name`."""

    NAME = "generated"

    def parts(self, site: Site) -> list[Element]:
        """What the site makes from data."""
        make = GENERATED.get(self.argument)
        if make is None:
            return [not_known("generated list", self.argument, GENERATED)]
        return self._no_options() or make(site)


KNOWN = {
    block.NAME: block for block in (ChartBlock, ClaimBlock, ComparisonBlock, DiagramBlock, GeneratedBlock, ToolBlock)
}


class SiteBlocks(BlocksProcessor):
    """Hands every block to the site, those with unknown names and with broken options too."""

    def __init__(self, parser: BlockParser, md: Markdown, site: Site) -> None:
        """A processor that knows the site's blocks."""
        super().__init__(parser, md)
        self._site = site
        for block in KNOWN.values():
            self.register(block, {"site": site})

    def test(self, parent: Element, block: str) -> bool:
        """Whether a block begins or goes on here."""
        start = self.start.search(block) if "///" in block else None
        if start and (name := start[2].lower()) not in self.blocks:
            self.register(type("UnknownBlock", (SiteBlock,), {"NAME": name}), {"site": self._site})
        return bool(super().test(parent, block))

    def split_header(self, block: str, length: int) -> tuple[dict[str, Any], str]:
        """Options with text keys, whatever YAML made of them."""
        options, rest = super().split_header(block, length)
        found = {_BROKEN: None} if options is None else {str(name): value for name, value in options.items()}
        return found, rest
