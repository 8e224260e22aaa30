"""Units of plain text, the only thing wording and reading rules look at, each mapped back to its source."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from knowledge.problems import Place

# Words in double quotes, straight or curly, on one line and up to 200 characters: a mention, not a use.
_MENTION = re.compile(r'"[^"\n]{1,200}"|“[^”“\n]{1,200}”')
_MASK = '"…"'


class UnitKind(StrEnum):
    """What a unit of text is."""

    SENTENCE = "sentence"
    HEADING = "heading"
    TABLE_CELL = "table cell"


@dataclass(frozen=True)
class Unit:
    """One sentence, heading or table cell as plain text.

    Code, comments, HTML, link targets and block options are gone, and each citation is `[@]`. `offsets[i]` is
    where character i of `text` stands in the passage it was taken from, and `locate` gives such a spot's place.
    `section` is the H2 and `heading` the nearest heading above, as plain text, or None. `paragraph` is an
    index into `Body.paragraphs`.
    """

    kind: UnitKind
    text: str
    paragraph: int
    section: str | None
    heading: str | None
    keys: tuple[str, ...]
    in_list: bool
    offsets: Sequence[int]
    locate: Callable[[int], Place]

    @property
    def place(self) -> Place:
        """Where its first character stands."""
        return self.place_of(0)

    @property
    def is_question(self) -> bool:
        """Whether it ends in a question mark: such a unit makes no claim."""
        return self.text.removesuffix("[@]").rstrip(' "”’)').endswith("?")

    def place_of(self, offset: int) -> Place:
        """The place of a character of `text`; offsets past the end give the last one."""
        return self.locate(self.offsets[max(0, min(offset, len(self.offsets) - 1))])

    @cached_property
    def text_masked(self) -> str:
        """The text with the words in double quotes replaced by `"…"`: mention is not use."""
        return _MENTION.sub(_MASK, self.text)

    def place_of_masked(self, offset: int) -> Place:
        """The place of a character of `text_masked`."""
        shift = 0
        for mention in _MENTION.finditer(self.text):
            start = mention.start() - shift
            if offset < start:
                break
            if offset < start + len(_MASK):
                return self.place_of(mention.start())
            shift += len(mention.group()) - len(_MASK)
        return self.place_of(offset + shift)
