"""Bodies as Python-Markdown renders them, with the site's extensions: what the scan must equal."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import pytest
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FN_BACKLINK_TEXT, NBSP_PLACEHOLDER
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from knowledge.markdown_extension import BEHIND_FENCES, WithoutSuppressions

EXTENSIONS = ["attr_list", "footnotes", "tables", "toc", "pymdownx.superfences"]
_TEXT_BLOCKS = {"p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "div"}
_STASHED = re.compile("\x02wzxhzdk:([0-9]+)\x03")


@dataclass
class Rendered:
    """What the renderer made of a body."""

    headings: list[tuple[int, str, str]] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


Render = Callable[[str], Rendered]


@pytest.fixture(scope="session")
def render() -> Render:
    """The renderer, as a fixture, since test modules do not import one another."""
    return _render


def _render(body: str) -> Rendered:
    """Render a body and collect headings (level, anchor, name), links (href or src, text) and texts in order."""
    collect = _Collect()
    md = Markdown(extensions=[*EXTENSIONS, collect])
    md.convert(body)
    rendered = collect.rendered
    rendered.headings = [
        (token["level"], token["id"], html.unescape(token["name"])) for token in _flat(getattr(md, "toc_tokens", []))
    ]
    return rendered


def _flat(tokens: list[Any]) -> Iterator[Any]:
    for token in tokens:
        yield token
        yield from _flat(token["children"])


class _Cite(InlineProcessor):
    def handleMatch(  # type: ignore[override]  # noqa: N802 (Python-Markdown's name)
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        sup = Element("sup", {"class": "citation"})
        return sup, m.start(0), m.end(0)


class _AnyBlock(Block):
    NAME = "claim"
    ARGUMENT = True

    def _validate(self, parent: Element, arg: str | None, **options: Any) -> bool:
        self.argument = arg
        self.options["attrs"] = {}
        return True

    def on_create(self, parent: Element) -> Element:
        return SubElement(parent, "div")


class _Comparison(_AnyBlock):
    NAME = "comparison"


class _Generated(_AnyBlock):
    NAME = "generated"


class _Diagram(_AnyBlock):
    NAME = "diagram"


class _Chart(_AnyBlock):
    NAME = "chart"


class _Tool(_AnyBlock):
    NAME = "tool"


class _Tree(Treeprocessor):
    def __init__(self, md: Markdown, rendered: Rendered) -> None:
        super().__init__(md)
        self.rendered = rendered

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag == "a" and element.get("class") not in ("footnote-ref", "footnote-backref"):
                text = self._plain("".join(self._texts(element)))
                self.rendered.links.append((self._plain(element.get("href", "")), text))
            elif element.tag == "img":
                self.rendered.links.append((self._plain(element.get("src", "")), self._plain(element.get("alt", ""))))
        self.rendered.texts = [text for text in map(self._plain, self._blocks(root)) if text]

    def _blocks(self, element: Element) -> Iterator[str]:
        """The texts of the blocks, in order; a block inside another parts the outer one's text."""
        pieces = [element.text or ""]
        for child in element:
            if child.tag in _TEXT_BLOCKS | {"ul", "ol", "table", "thead", "tbody", "tr", "pre", "hr"}:
                yield "".join(pieces)
                pieces = []
                if child.tag != "pre":
                    yield from self._blocks(child)
            else:
                pieces += self._texts(child)
            pieces.append(child.tail or "")
        yield "".join(pieces)

    def _texts(self, element: Element) -> Iterator[str]:
        if element.get("class") == "footnote-backref":
            return
        if element.tag == "sup":
            yield "[@]" if element.get("class") == "citation" else ""
            return
        if element.tag == "br":
            yield " "
        if element.tag != "code":
            yield element.text or ""
            for child in element:
                yield from self._texts(child)
                yield child.tail or ""

    def _plain(self, text: str) -> str:
        text = text.replace("\x02amp\x03", "&").replace(NBSP_PLACEHOLDER, "").replace(FN_BACKLINK_TEXT, "")
        text = _STASHED.sub(self._stashed, text)
        return " ".join(html.unescape(text).split()) if "&" in text else " ".join(text.split())

    def _stashed(self, match: re.Match[str]) -> str:
        raw = str(self.md.htmlStash.rawHtmlBlocks[int(match.group(1))])
        return html.unescape(raw) if re.fullmatch(r"&[#\w]+;", raw) else ""


class _Collect(Extension):
    def __init__(self) -> None:
        super().__init__()
        self.rendered = Rendered()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        blocks = BlocksExtension()
        manager = blocks.register_block_mgr(md)
        for block in (_AnyBlock, _Comparison, _Generated, _Diagram, _Chart, _Tool):
            manager.register(block, {})
        md.inlinePatterns.register(_Cite(r"\[\s*@([^\[\]]*)\]", md), "citation", 176)
        md.preprocessors.register(WithoutSuppressions(md), "suppressions", BEHIND_FENCES)
        md.treeprocessors.register(_Tree(md, self.rendered), "collect", -10)
