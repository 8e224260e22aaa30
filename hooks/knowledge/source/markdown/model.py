"""What a scan finds in a page's Markdown; everything knows where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from knowledge.problems import Place, Problem
from knowledge.source.markdown.units import Unit
from knowledge.source.nodes import Mapping
from knowledge.source.suppressions import Suppressions


class Context(StrEnum):
    """What a citation stands in."""

    TEXT = "text"
    TABLE = "table"
    HEADING = "heading"
    LINK = "link text"
    IMAGE = "image text"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, ATX or setext, with the id that the page will give it."""

    level: int
    text: str
    place: Place
    anchor: str


@dataclass(frozen=True, slots=True)
class Block:
    """A site block, `/// name | argument` to `///`; `place` is its opener's first slash.

    `argument` is None where there is no `|`, and "" where nothing follows it. `options` is None where there
    are none or they cannot be read. `closed_at` is the line of the closing `///`, None where it is missing.
    """

    name: str
    argument: str | None
    options: Mapping | None
    place: Place
    name_place: Place
    argument_place: Place
    fence: int
    closed_at: int | None

    @property
    def closed(self) -> bool:
        """Whether its closing `///` was found."""
        return self.closed_at is not None


@dataclass(frozen=True, slots=True)
class CitedKey:
    """One key of a citation, without its `@`; `place` is that of the `@`."""

    key: str
    place: Place
    locator: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A well-formed `[@a; @b, p. 4]`; `place` is its bracket."""

    keys: tuple[CitedKey, ...]
    place: Place
    context: Context


@dataclass(frozen=True, slots=True)
class Link:
    """A link or image, in any of Markdown's forms; `place` is its first character.

    For an image, `text` is its alternative text. `title` is the tooltip text in quotes, if any. `target_place` is the
    target's first character where it stands in the link itself, None where a definition elsewhere holds it.
    """

    text: str
    target: str
    place: Place
    is_image: bool = False
    title: str | None = None
    decorative: bool = False
    target_place: Place | None = None


@dataclass(frozen=True, slots=True)
class HtmlTag:
    """An opening raw HTML tag with its attributes; names in lower case, a bare attribute has the value None."""

    name: str
    place: Place
    attributes: tuple[tuple[str, str | None], ...] = ()

    def get(self, name: str) -> str | None:
        """The value of an attribute, "" for a bare one, None where it is missing."""
        return next((value or "" for key, value in self.attributes if key == name), None)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What units with the same `paragraph` number have in common.

    `before` and `after` are the site blocks that stand directly before and after it, with no other text between.
    """

    place: Place
    before: Block | None = None
    after: Block | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """Everything that a scan found, each list in the order of the page."""

    headings: tuple[Heading, ...]
    blocks: tuple[Block, ...]
    units: tuple[Unit, ...]
    paragraphs: tuple[Paragraph, ...]
    citations: tuple[Citation, ...]
    links: tuple[Link, ...]
    html_tags: tuple[HtmlTag, ...]
    block_faults: tuple[Problem, ...]
    citation_faults: tuple[Problem, ...]
    suppressions: Suppressions


@dataclass(frozen=True, slots=True)
class InlineText:
    """The same for one inline Markdown text of a data field."""

    units: tuple[Unit, ...]
    citations: tuple[Citation, ...]
    links: tuple[Link, ...]
    html_tags: tuple[HtmlTag, ...]
    citation_faults: tuple[Problem, ...]
