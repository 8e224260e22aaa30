"""From leaves to units: the inline text of each leaf read, split into sentences, and placed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from knowledge.problems import Problem
from knowledge.source.markdown import attributes
from knowledge.source.markdown.inline import Inline
from knowledge.source.markdown.leaves import Leaf
from knowledge.source.markdown.lines import Document, Passage
from knowledge.source.markdown.model import Citation, Context, HtmlTag, Link
from knowledge.source.markdown.sentences import sentence_spans
from knowledge.source.markdown.units import Unit, UnitKind

_CONTEXTS = {UnitKind.HEADING: Context.HEADING, UnitKind.TABLE_CELL: Context.TABLE}
# A text in which no character is anything but text, and no space follows a space.
_PLAIN = re.compile(r"(?:[^\s\x02]+(?: [^\s\x02]+)*)?")
_WORD = re.compile(r"[^\s\x02]+")


@dataclass
class Reading:
    """What has been read so far."""

    document: Document
    references: Mapping[str, tuple[str, str | None]] = field(default_factory=dict)
    footnotes: frozenset[str] = frozenset()
    units: list[Unit] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    tags: list[HtmlTag] = field(default_factory=list)
    faults: list[Problem] = field(default_factory=list)

    def inline(self, leaf: Leaf) -> tuple[Inline, attributes.Attributes]:
        """Read a leaf's inline text; for a heading or cell, also the attribute list at its end."""
        passage = Passage(self.document, leaf.lines)
        text = passage.text
        listed: attributes.Attributes = {}
        if leaf.kind is not UnitKind.SENTENCE and text.rstrip(" ").endswith("}"):
            end, listed = attributes.at_end(text)
            text = text[:end].rstrip("# ") if leaf.kind is UnitKind.HEADING else text[:end]
        return Inline(text, passage.place, self.references, self.footnotes), listed

    def take(self, inline: Inline, leaf: Leaf, paragraph: int, section: str | None, heading: str | None) -> None:
        """Add a leaf's units, citations, links and tags."""
        inline.citations.stand_in(_CONTEXTS.get(leaf.kind, Context.TEXT))
        inline.citations.misplaced()
        self.citations += (citation for _, citation in inline.citations.found)
        self.links += inline.links
        self.tags += inline.tags
        self.faults += inline.citations.faults
        text, offsets = _visible(inline.shown)
        spans = sentence_spans(text) if leaf.kind is UnitKind.SENTENCE else [(0, len(text))] if text else []
        cited = inline.citations.found
        for start, end in spans:
            own = offsets[start:end]
            keys = tuple(_keys(cited, own[0], own[-1]))
            self.units.append(
                Unit(leaf.kind, text[start:end], paragraph, section, heading, keys, leaf.in_list, own, inline.place)
            )


def _visible(shown: str | Sequence[str]) -> tuple[str, Sequence[int]]:
    """The text that readers see, runs of spaces as one and none at its ends, with each character's offset."""
    whole = shown if isinstance(shown, str) else "".join(shown)
    # What is hidden is always longer than what is shown instead, so a text of the same length is as it was typed.
    is_as_typed = len(whole) == len(shown)
    origins = range(len(whole)) if is_as_typed else [at for at, piece in enumerate(shown) for _ in piece]
    if _PLAIN.fullmatch(whole):
        return whole, origins
    words: list[str] = []
    offsets: list[int] = []
    gap = 0
    for word in _WORD.finditer(whole):
        if words:
            offsets.append(origins[gap])
        words.append(word.group())
        offsets += origins[word.start() : word.end()]
        gap = word.end()
    return " ".join(words), offsets


def _keys(cited: Iterable[tuple[int, Citation]], first: int, last: int) -> Iterator[str]:
    for at, citation in cited:
        if first <= at <= last:
            yield from (part.key for part in citation.keys)
