"""Edits of texts: which of them stand where they say and can be made at once, and the texts they make."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate

from knowledge.problems import Edit, Place


@dataclass(slots=True)
class Text:
    """A file's text with the edits taken so far, each as start, end and new text, in order and without overlap."""

    text: str
    taken: list[tuple[int, int, str]] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def span(self, edit: Edit) -> tuple[int, int, str] | None:
        """Where an edit's old text stands; None where it does not stand there."""
        start = self._offset(edit.place)
        if start is None or not self.text.startswith(edit.old, start):
            return None
        return start, start + len(edit.old), edit.new

    def _offset(self, place: Place) -> int | None:
        if not self._starts:
            self._starts = [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]
        if not 1 <= place.line < len(self._starts) or place.column < 1:
            return None
        start = self._starts[place.line - 1] + place.column - 1
        return start if start < self._starts[place.line] else None

    def is_free(self, span: tuple[int, int, str]) -> bool:
        """Whether a span touches none that is taken, or is the same edit again."""
        if span in self.taken:
            return True
        at = bisect_left(self.taken, span)
        return not any(_overlap(span, other) for other in self.taken[max(at - 1, 0) : at + 1])

    def take(self, span: tuple[int, int, str]) -> None:
        """Take an edit that is free."""
        if span not in self.taken:
            self.taken.insert(bisect_left(self.taken, span), span)

    def edited(self) -> str:
        """The text with all edits that were taken."""
        parts, end = [], 0
        for start, stop, new in self.taken:
            parts += [self.text[end:start], new]
            end = stop
        return "".join([*parts, self.text[end:]])


def _overlap(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    """Whether two spans share a character; one that only inserts must not even touch another."""
    if one[0] == one[1] or other[0] == other[1]:
        return one[0] <= other[1] and other[0] <= one[1]
    return one[0] < other[1] and other[0] < one[1]


def take_edits(texts: dict[str, Text], edits: Iterable[Edit]) -> bool:
    """Take a mend, which is all of its edits or none; whether it could be taken. `texts` are by path, as shown."""
    spans: list[tuple[Text, tuple[int, int, str]]] = []
    for edit in edits:
        text = texts.get(edit.place.path)
        span = text.span(edit) if text else None
        if text is None or span is None or not text.is_free(span):
            return False
        if any(other is text and span != taken and _overlap(span, taken) for other, taken in spans):
            return False
        spans.append((text, span))
    for text, span in spans:
        text.take(span)
    return bool(spans)
