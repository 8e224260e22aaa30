"""F029: blocks with a known name, a known argument and known options; a broken one never prints as text."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.charts import chart_findings
from knowledge.checks.rule import AS_TEXT, Finding, again, on_page, rule, unknown
from knowledge.library import Library, Page
from knowledge.models.blocks import BLOCKS, DIAGRAMS, GENERATED, TOOLS
from knowledge.models.comparison import Comparison
from knowledge.models.words import Certainty
from knowledge.source.markdown.model import Block
from knowledge.source.nodes import Items, Node, Scalar
from knowledge.suggest import did_you_mean

F029 = rule(
    "F029",
    wants="Blocks with a known name, argument and options, and closed by a line `///`.",
    why="A broken block would print as text, and its table or finding would be missing.",
    bad="/// comparision | sciatica-supports",
    good="/// comparison | sciatica-supports",
    never_silenced=AS_TEXT,
)


@on_page(F029)
def as_scanned(page: Page, _library: Library) -> Iterator[Finding]:
    """What the scan met: blocks that are never closed, openers that are none."""
    yield from map(again, page.body.block_faults)


@on_page(F029)
def known_blocks(page: Page, library: Library) -> Iterator[Finding]:
    """Name and options of each block, and what it names but for claims (C001)."""
    for block in page.body.blocks:
        if block.name not in BLOCKS:
            hint = did_you_mean(block.name, BLOCKS)
            yield Finding(block.name_place, f"There is no block “{block.name}”.", hint)
            continue
        if block.name == "chart":
            yield from chart_findings(block, page, library)
            continue
        if block.name == "tool":
            yield from _tool(block, library)
            continue
        yield from _options(block)
        if block.name == "generated" and block.argument and block.argument not in GENERATED:
            message = f"There is no generated list “{block.argument}”."
            yield Finding(block.argument_place, message, did_you_mean(block.argument, GENERATED))
        elif block.name == "comparison" and block.argument:
            yield from _comparison(block, block.argument, library)
        elif block.name == "diagram" and block.argument:
            yield from _diagram(block, block.argument, library)


@on_page(F029)
def nothing_inside(page: Page, _library: Library) -> Iterator[Finding]:
    """A block shows what data says: text inside would look as if it were part of a finding."""
    places = sorted([unit.place for unit in page.body.units] + [block.place for block in page.body.blocks])
    for block in page.body.blocks:
        end = block.closed_at or block.place.line
        inside = next((place for place in places if block.place.line < place.line < end), None)
        if inside:
            message = f"This stands inside the block {block.name}, which holds nothing but options."
            yield Finding(inside, message, "Move it below the line `///`.")


def _options(block: Block) -> Iterator[Finding]:
    known = BLOCKS[block.name].options
    for key, _ in block.options.entries if block.options else ():
        if key.text not in known:
            nothing = f"Remove the line; the block {block.name} has no options."
            hint = did_you_mean(key.text, known) if known else nothing
            yield Finding(key.place, f"The block {block.name} has no option “{key.text}”.", hint)


def _diagram(block: Block, name: str, library: Library) -> Iterator[Finding]:
    """A known diagram; one that shows a claim as not tested needs to be drawn anew once somebody tests it."""
    form = DIAGRAMS.get(name)
    if form is None:
        yield Finding(block.argument_place, f"There is no diagram “{name}”.", did_you_mean(name, DIAGRAMS))
        return
    claim = library.claims.get(form.untested or "")
    if claim is not None and claim.certainty is not Certainty.NOT_TESTED:
        message = f"The diagram “{name}” says that nobody has tested this, but the claim “{claim.id}” has a study."
        yield Finding(block.argument_place, message, "Remove the block until the diagram is drawn anew.")


def _tool(block: Block, library: Library) -> Iterator[Finding]:
    """A known tool with options of its own; the cards of the safety check."""
    name = block.argument or ""
    if name not in TOOLS:
        if name:
            yield Finding(block.argument_place, f"There is no tool “{name}”.", did_you_mean(name, TOOLS))
        return
    for key, value in block.options.entries if block.options else ():
        if key.text not in TOOLS[name]:
            hint = did_you_mean(key.text, TOOLS[name], otherwise=f"Remove the line; the tool {name} has no options.")
            yield Finding(key.place, f"The tool {name} has no option “{key.text}”.", hint)
        else:
            yield from _cards(value, library)


def _cards(value: Node, library: Library) -> Iterator[Finding]:
    """A list of ids of care cards, none twice."""
    if not isinstance(value, Items) or not value.items:
        yield Finding(value.place, "`cards` is a list of ids.", "Write `cards: [lung-clot]`, or remove the line.")
        return
    seen: set[str] = set()
    for item in value.items:
        name = item.text if isinstance(item, Scalar) else ""
        yield from unknown(library.care_cards, name, item.place)
        if name in seen:
            yield Finding(item.place, f"“{name}” is there twice.", "Remove one of the two.")
        seen.add(name)


def _comparison(block: Block, name: str, library: Library) -> Iterator[Finding]:
    if name not in library.comparison_ids:
        other = f"Add the file data/comparisons/{name}.yml."
        hint = did_you_mean(name, library.comparison_ids, otherwise=other)
        yield Finding(block.argument_place, f"There is no comparison “{name}”.", hint)
    comparison = library.comparisons.get(name)
    for key, value in block.options.entries if block.options else ():
        if key.text == "transpose":
            yield from _true_or_false(value)
        elif key.text in ("columns", "rows"):
            yield from _chosen(key.text, value, comparison)


def _true_or_false(value: Node) -> Iterator[Finding]:
    if not isinstance(value, Scalar) or value.text not in ("true", "false"):
        yield Finding(
            value.place, "`transpose` is either true or false.", "Write `transpose: true`, or remove the line."
        )


def _chosen(key: str, value: Node, comparison: Comparison | None) -> Iterator[Finding]:
    """A list of ids of the comparison's columns or rows, none twice."""
    if not isinstance(value, Items) or not value.items:
        hint = f"Write `{key}: [one, two]`, or remove the line to show all."
        yield Finding(value.place, f"`{key}` is a list of ids.", hint)
        return
    known = _ids(key, comparison)
    seen: set[str] = set()
    for item in value.items:
        name = item.text if isinstance(item, Scalar) else ""
        if known is not None and name not in known:
            noun = key.removesuffix("s")
            yield Finding(item.place, f"The comparison has no {noun} “{name}”.", did_you_mean(name, known))
        elif name in seen:
            yield Finding(item.place, f"“{name}” is there twice.", "Remove one of the two.")
        seen.add(name)


def _ids(key: str, comparison: Comparison | None) -> list[str] | None:
    """The ids to choose from; None where the comparison cannot be read, which is told elsewhere."""
    if comparison is None:
        return None
    return [column.id for column in comparison.columns] if key == "columns" else [row.id for row in comparison.rows]
