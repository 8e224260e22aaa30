"""Every place where an id is named, as edits: keys of front matter and data, CSV cells, citations and blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from knowledge.library import Library
from knowledge.models.comparison import Comparison
from knowledge.problems import Edit
from knowledge.rename.kinds import RECORDS
from knowledge.source.markdown.model import Citation
from knowledge.source.nodes import Items, Mapping, Node, Scalar

_CELL_KEYS = frozenset({"claim", "sources"})
_CHART_KEYS = {
    "claim": frozenset({"claims"}),
    "topic": frozenset({"topic", "outcome"}),
    "scheme": frozenset({"scheme"}),
    "comparison": frozenset({"comparison"}),
}


def record_edits(kind: str, old: str, new: str, library: Library) -> Iterator[Edit]:
    """The record's own id and everything that names it but links."""
    record = RECORDS[kind].records(library).records[old]
    own = record.node.get("id")
    if isinstance(own, Scalar):
        yield replaced(own, new)
    for scalar in _naming(RECORDS[kind].keys, library):
        if scalar.text == old:
            yield replaced(scalar, new)
    if kind == "reference":
        yield from _citations(old, new, library)
    if kind == "claim":
        yield from block_edits("claim", old, new, library)
    yield from chart_edits(kind, old, new, library)


def replaced(scalar: Scalar, new: str) -> Edit:
    """The edit that puts another text in the place of one on one line."""
    return Edit(scalar.place_of(0), scalar.text, new)


def block_edits(name: str, old: str, new: str, library: Library) -> Iterator[Edit]:
    """The blocks of this name whose argument is the old one."""
    for page in library.pages.values():
        for block in page.body.blocks:
            if (block.name, block.argument) == (name, old):
                yield Edit(block.argument_place, old, new)


def chart_edits(kind: str, old: str, new: str, library: Library) -> Iterator[Edit]:
    """The options of charts that name something of this kind."""
    keys = _CHART_KEYS.get(kind, frozenset())
    for page in library.pages.values():
        for block in page.body.blocks:
            for scalar in _under(block.options, keys) if block.name == "chart" and block.options else ():
                if scalar.text == old:
                    yield replaced(scalar, new)


def _naming(keys: frozenset[str], library: Library) -> Iterator[Scalar]:
    """Every value that stands under one of the keys, which each name records of one kind alone."""
    for page in library.pages.values():
        if page.node:
            yield from _under(page.node, keys)
    for collection in library.collections:
        if collection is not library.references:  # its keys are those of CSL, which name no record
            for record in collection.records.values():
                yield from _under(record.node, keys)
    yield from _under(library.search.node, keys)
    for comparison in library.comparisons.values():
        yield from _in_comparison(comparison, keys)


def _under(node: Node, keys: frozenset[str]) -> Iterator[Scalar]:
    """The texts under one of the keys, however deep."""
    if isinstance(node, Items):
        for item in node.items:
            yield from _under(item, keys)
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            if key.text in keys:
                values = value.items if isinstance(value, Items) else (value,)
                yield from (one for one in values if isinstance(one, Scalar))
            yield from _under(value, keys)


def _in_comparison(comparison: Comparison, keys: frozenset[str]) -> Iterator[Scalar]:
    """A comparison's topic, and what its cells name; the cells' own keys are ids of columns, whatever they read."""
    topic = comparison.node.get("topic") if comparison.node else None
    if isinstance(topic, Scalar) and "topic" in keys:
        yield topic
    for row in comparison.row_nodes:
        cells = row.get("cells")
        for _, cell in cells.entries if isinstance(cells, Mapping) else ():
            if isinstance(cell, Mapping):
                yield from _under(cell, keys & _CELL_KEYS)


def _citations(old: str, new: str, library: Library) -> Iterator[Edit]:
    bodies: Iterable[Iterable[Citation]] = (page.body.citations for page in library.pages.values())
    texts = (text.inline.citations for text in library.data_texts)
    for citations in (*bodies, *texts):
        for citation in citations:
            for key in citation.keys:
                if key.key == old:
                    yield Edit(key.place.shifted(1), old, new)
