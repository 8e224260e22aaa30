"""The finishing walk over a rendered page, once and in reading order: citation numbers, ids, links, glossary words."""

from __future__ import annotations

import html
import posixpath
import re
from collections import Counter
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from knowledge.models.records import Term
from knowledge.plain import plain_text
from knowledge.render.citation import CITED, Cited, cited_in
from knowledge.render.elements import FROM_DOCS, NARROW_SPACE, Child, add, el, link, texts
from knowledge.render.site import Site
from knowledge.suggest import did_you_mean

_QUIET_TAGS = frozenset("a abbr button caption code dfn h1 h2 h3 h4 h5 h6 nav pre script style sup svg th".split())  # noqa: SIM905
_QUIET_CLASSES = frozenset(
    "summary verdict care review certainty direction block-error related changes report references "  # noqa: SIM905
    "comparison-foot__downloads comparison-foot__title glossary home-search urgent-strip questions snapshot "
    "numbers draft-banner cell__absence claim__label entries evidence-map studies change-list landing tool-box "
    "sheet-link sheet".split()
)
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_SAFE_SCHEMES = frozenset(("http", "https", "mailto", "tel"))
_OTHER_SITES = frozenset(("http", "https"))
_EXTERNAL = "external noopener"
"""Marks links to other sites, whose addresses paper shows (print.css)."""


class Finisher:
    """Walks the tree of one page; keeps what was cited, which ids are taken, which words were explained."""

    def __init__(self, site: Site, page: str | None) -> None:
        """A walk for a page given by its path from docs/, or for text outside any page."""
        self._site = site
        self._page = page
        self._ids: set[str] = set()
        self._explained: set[str] = set()
        self._numbers: dict[str, int] = {}
        self._uses: Counter[str] = Counter()
        self._heading = ""
        self._glossary = site.glossary_page if site.glossary_page != page else None

    @property
    def cited(self) -> list[str]:
        """The keys of all sources cited so far, by number."""
        return list(self._numbers)

    def run(self, root: Element) -> None:
        """Finish everything below an element."""
        self._walk(root, quiet=self._glossary is None, in_link=False, from_docs=False)

    def _walk(self, element: Element, *, quiet: bool, in_link: bool, from_docs: bool) -> None:
        attributes = element.attrib
        if attributes:
            from_docs = attributes.pop(FROM_DOCS, None) is not None or from_docs
            self._keep_id_once(attributes)
            if cited := cited_in(element):
                self._number(element, cited, in_link=in_link)
                return
            quiet = quiet or attributes.get("class") in _QUIET_CLASSES
        quiet = quiet or element.tag in _QUIET_TAGS
        if element.tag == "a":
            in_link = True
            _settle(element, "href", self._page if from_docs else None)
        elif element.tag == "table":
            _name_table(element, self._heading)
        elif element.tag in _HEADINGS:
            self._heading = " ".join(texts(element).split())
        elif element.tag == "img":
            _settle(element, "src", self._page if from_docs else None)
        children = list(element)
        if not quiet and element.text:
            self._explain(element, None, element.text)
        for child in children:
            if CITED in child.attrib:
                _close_up(element, child)  # before its number is put in
            self._walk(child, quiet=quiet, in_link=in_link, from_docs=from_docs)
            if not quiet and child.tail:
                self._explain(element, child, child.tail)

    def _keep_id_once(self, attributes: dict[str, str]) -> None:
        name = attributes.get("id")
        if name in self._ids:
            del attributes["id"]
        elif name is not None:
            self._ids.add(name)

    def _number(self, mark: Element, cited: list[Cited], *, in_link: bool) -> None:
        """Put numbers into a citation: given in the order of first use on the page, shown from low to high."""
        known = [one for one in cited if one.key in self._site.library.references.ids]
        parts = [
            self._numbered(one, in_link=in_link) for one in sorted(known, key=lambda one: self._number_of(one.key))
        ]
        parts += [[self._unknown(one.key)] for one in cited if one not in known]
        for position, part in enumerate(parts):
            add(mark, ", " if position else None, *part)

    def _number_of(self, key: str) -> int:
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    def _numbered(self, one: Cited, *, in_link: bool) -> list[Child]:
        number = str(self._number_of(one.key))
        self._uses[one.key] += 1
        shown: list[Child] = [number if in_link else self._jump(one.key, number)]
        if one.locator:
            shown += [" ", el("span", f"({one.locator})", class_="citation__locator")]
        return shown

    def _unknown(self, key: str) -> Element:
        hint = did_you_mean(key, self._site.library.references.ids, otherwise="")
        return el("span", f"No source “{key}”. {hint}".strip(), class_="block-error")

    def _jump(self, key: str, number: str) -> Element:
        return el("a", number, id=f"cite-{key}-{self._uses[key]}", href=f"#ref-{key}", aria_label=f"Source {number}")

    def _explain(self, parent: Element, after: Element | None, text: str) -> None:
        """Link the glossary words that stand in a text for the first time."""
        found = [hit for hit in self._site.terms.find(text) if self._first(hit[2])]
        if not found:
            return
        kind = type(text)
        position = 0 if after is None else list(parent).index(after) + 1
        head, pieces = text[: found[0][0]], []
        for i, (start, end, term) in enumerate(found):
            until = found[i + 1][0] if i + 1 < len(found) else len(text)
            word, tip = self._term(term, text[start:end])
            tip.tail = kind(text[end:until])
            pieces += [word, tip]
        parent[position:position] = pieces
        if after is None:
            parent.text = kind(head)
        else:
            after.tail = kind(head)

    def _first(self, term: Term) -> bool:
        if term.id in self._explained:
            return False
        self._explained.add(term.id)
        return True

    def _term(self, term: Term, shown: str) -> tuple[Element, Element]:
        term = self._site.library.terms.get(term.id) or term  # of the words found, the page depends on these alone
        tip_id = f"term-{term.id}-tip"
        word = link(f"{self._glossary}#term-{term.id}", shown, class_="term", aria_describedby=tip_id)
        del word.attrib[FROM_DOCS]
        _settle(word, "href", self._page)
        return word, el(
            "span",
            AtomicString(plain_text(term.meaning)),
            class_="term__tip",
            role="tooltip",
            id=tip_id,
            data_search_exclude="",
        )


def _close_up(parent: Element, mark: Element) -> None:
    """Take the space away that writers leave before a citation: its number hangs on the word.

    Two citations with nothing between them get a comma, or 2 and 3 would read as 23; behind a figure there is a
    narrow space, or 20 with source 4 would read as a power.
    """
    position = list(parent).index(mark)
    before = parent[position - 1] if position else None
    text = parent.text if before is None else before.tail
    kept = type(text)(text.rstrip()) if text else None
    if kept and kept[-1].isdigit():
        kept = type(kept)(kept + NARROW_SPACE)
    if before is None:
        parent.text = kept
        return
    before.tail = kept
    if not kept and before.get("class") == "citation":
        add(mark, ", ")


def _name_table(table: Element, heading: str) -> None:
    """A table typed in Markdown takes the heading above as its name, and its heads say that they are of columns."""
    for head in table.iterfind("thead/tr/th"):
        if "scope" not in head.attrib:
            head.set("scope", "col")
    if heading and table.find("caption") is None and not {"aria-label", "aria-labelledby"} & set(table.attrib):
        table.set("aria-label", heading)


def _settle(element: Element, name: str, page: str | None) -> None:
    """Refuse dangerous addresses; make a path from docs/ relative to the page that it stands on."""
    address = element.get(name, "")
    scheme = _SCHEME.match(re.sub(r"[\x00-\x20]+", "", html.unescape(address)))
    if scheme and scheme[1].lower() not in _SAFE_SCHEMES:
        element.set(name, "#")
    elif scheme and scheme[1].lower() in _OTHER_SITES and name == "href":
        element.set("rel", _EXTERNAL)
    elif page is not None and not scheme and address and not address.startswith(("#", "/")):
        path, mark, fragment = address.partition("#")
        element.set(name, posixpath.relpath(path, posixpath.dirname(page) or ".") + mark + fragment)
