"""Reading a built page with a real parser, element by element."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from types import MappingProxyType

from knowledge.built.facts import Facts, Use

_LOADS = frozenset(
    {
        ("script", "src"),
        ("img", "src"),
        ("source", "src"),
        ("video", "src"),
        ("video", "poster"),
        ("audio", "src"),
        ("track", "src"),
        ("iframe", "src"),
        ("embed", "src"),
        ("input", "src"),
        ("object", "data"),
        ("use", "href"),
        ("use", "xlink:href"),
        ("image", "href"),
        ("image", "xlink:href"),
    }
)
"""Attributes whose address a browser fetches by itself (HTML Living Standard, “Fetching resources”)."""
_LINKS = frozenset({("a", "href"), ("area", "href"), ("a", "xlink:href"), ("blockquote", "cite"), ("q", "cite")})
_CONTACTS = frozenset({("form", "action"), ("button", "formaction"), ("a", "ping")})
_FETCHED = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon", "prefetch"})
_MET = frozenset({"preconnect", "dns-prefetch"})
_REFERS = frozenset(
    {"for", "headers", "list", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details"}
)
_SHARED = frozenset({"og:url", "og:image", "og:image:url", "og:image:secure_url", "twitter:image"})
_UNSEEN = frozenset({"script", "style", "template", "title"})
Attributes = dict[str, str]


def read_page(text: str) -> Facts:
    """The facts of a page, or of any other file of elements, such as an SVG drawing."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.facts


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.facts = Facts()
        self._whole_body = 0
        self._in_main = False
        self._has_main = False
        self._unseen: str | None = None
        self._started: Use | None = None
        self._text: list[str] = []
        self._table: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element names, loads and offers."""
        given = {name: value or "" for name, value in attrs}
        line, column = self.getpos()
        place = (line, column + 1)
        self._addresses(tag, given, place)
        if "id" in given:
            self.facts.ids.append(Use(tag, given["id"], *place))
        handle = _HANDLERS.get(tag)
        if handle:
            handle(self, given, place)
        if key := given.get("data-key"):
            self._keyed(tag, given, Use(tag, key, *place))
        if tag in _UNSEEN:
            self._unseen = tag
            self._started = Use(tag, given.get("type", ""), *place)
            self._text = []

    def handle_endtag(self, tag: str) -> None:
        """Note what an element held."""
        if tag == self._unseen and self._started is not None:
            self._held(self._started, "".join(self._text))
            self._unseen = None
        elif tag == "main":
            self._in_main = False
        elif tag == "html":
            self.facts.closed = True
        elif tag == "table":
            self._table = None

    def handle_data(self, data: str) -> None:
        """Count words that readers see; keep what a script or style holds."""
        if self._unseen:
            self._text.append(data)
        elif self._in_main or not self._has_main:
            self._whole_body += len(data.split())
        self.facts.words = self._whole_body

    def _held(self, started: Use, text: str) -> None:
        kind = started.text
        if started.kind == "title":
            self.facts.title = self.facts.title or text.strip()
        elif started.kind == "style":
            self.facts.styles.append(Use("style", text, started.line, started.column))
        elif started.kind == "script" and kind.endswith("json"):
            self.facts.data.append(Use(kind, text, started.line, started.column))

    def _addresses(self, tag: str, given: Attributes, place: tuple[int, int]) -> None:
        for name, value in given.items():
            if (tag, name) in _LINKS:
                self.facts.links.append(Use(f"{tag} {name}", value, *place))
            elif (tag, name) in _LOADS:
                self.facts.loads.append(Use(f"{tag} {name}", value, *place))
            elif name in ("srcset", "imagesrcset"):
                self.facts.loads.extend(Use(f"{tag} {name}", one, *place) for one in _candidates(value))
            elif (tag, name) in _CONTACTS:
                self.facts.contacts.append(Use(f"{tag} {name}", value, *place))
            elif name in _REFERS:
                self.facts.refers.extend(Use(f"{tag} {name}", one, *place) for one in value.split())
            elif name == "style":
                self.facts.styles.append(Use("style", value, *place))

    def _keyed(self, tag: str, given: Attributes, key: Use) -> None:
        """The rows of a comparison, by the keys that its scripts and downloads share."""
        if "comparison" in given.get("class", "").split():
            self._table = key.text
            self.facts.tables.setdefault(key.text, [])
        elif tag == "tr" and self._table:
            self.facts.tables[self._table].append(key)

    def link(self, given: Attributes, place: tuple[int, int]) -> None:
        """An element `link`, by what it says it is."""
        rels = set(given.get("rel", "").lower().split())
        use = Use("link href", given.get("href", ""), *place)
        if "canonical" in rels:
            self.facts.canonical = use
        elif rels & _FETCHED:
            self.facts.loads.append(use)
        elif rels & _MET:
            self.facts.contacts.append(use)
        else:
            self.facts.links.append(use)

    def meta(self, given: Attributes, place: tuple[int, int]) -> None:
        """An element `meta`: where the page leads on to, who may list it, what is shown where it is shared."""
        content = given.get("content", "")
        if given.get("http-equiv", "").lower() == "refresh":
            _, _, address = content.partition("=")
            self.facts.refresh = Use("meta refresh", address.strip(" '\""), *place)
        elif given.get("name", "").lower() == "robots":
            self.facts.robots = content.lower()
        elif (given.get("property") or given.get("name", "")).lower() in _SHARED:
            self.facts.links.append(Use("meta content", content, *place))

    def h1(self, _given: Attributes, place: tuple[int, int]) -> None:
        """A heading of the first rank."""
        self.facts.h1.append(Use("h1", "", *place))

    def main(self, _given: Attributes, _place: tuple[int, int]) -> None:
        """Where the page's own words begin: what stood before them is not counted."""
        self._in_main = self._has_main = True
        self._whole_body = 0


_HANDLERS: MappingProxyType[str, Callable[[_Reader, Attributes, tuple[int, int]], None]] = MappingProxyType(
    {"link": _Reader.link, "meta": _Reader.meta, "h1": _Reader.h1, "main": _Reader.main}
)


def _candidates(srcset: str) -> Iterator[str]:
    """The addresses of a srcset; those with commas inside are not ours to write."""
    for one in srcset.split(","):
        if words := one.split():
            yield words[0]
