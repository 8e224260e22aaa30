"""What one page of the built site links to, loads, offers and says, each thing with its place in the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Use(NamedTuple):
    """Something that stands in a page: what it is (`a href`, `img src`), its text, and where its element begins.

    Lines and columns count from 1.
    """

    kind: str
    text: str
    line: int
    column: int


@dataclass(slots=True)
class Facts:
    """What a page holds that a rule may ask for."""

    links: list[Use] = field(default_factory=list)
    """Addresses that a reader or a machine may follow."""
    loads: list[Use] = field(default_factory=list)
    """Addresses that a browser fetches by itself."""
    contacts: list[Use] = field(default_factory=list)
    """Addresses that a browser turns to before it fetches (preconnect), or sends to."""
    ids: list[Use] = field(default_factory=list)
    refers: list[Use] = field(default_factory=list)
    """Ids of this same page that an attribute rests on: a label's `for`, `aria-labelledby` and the like."""
    styles: list[Use] = field(default_factory=list)
    """Style sheets that stand in the page."""
    data: list[Use] = field(default_factory=list)
    """Scripts of JSON, their type as kind."""
    h1: list[Use] = field(default_factory=list)
    tables: dict[str, list[Use]] = field(default_factory=dict)
    """The keys of the rows of each comparison, by its key."""
    canonical: Use | None = None
    refresh: Use | None = None
    title: str = ""
    robots: str = ""
    words: int = 0
    """How many words stand in the page's `main`, or its body where it has none."""
    closed: bool = False
    """Whether the file goes on to its `</html>`."""
