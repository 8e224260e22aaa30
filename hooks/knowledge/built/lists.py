"""B014: what lists pages for machines names pages that are there."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, fromstring

from knowledge.built.addresses import resolved
from knowledge.built.style_text import place_in
from knowledge.built.tree import Tree
from knowledge.checks.rule import Finding
from knowledge.problems import Place

_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_ATOM = "{http://www.w3.org/2005/Atom}"
_SEARCH = "search/search_index.json"
_HINT = "Mend the output or template that writes this list."
_ADDRESS = re.compile(r"https?://[^\s)>\]\"'`]+")
_MARKDOWN = re.compile(r"\]\(([^()\s]+)\)")


def lists_arrive(tree: Tree) -> Iterator[Finding]:
    """Sitemap, robots.txt, feed, llms.txt and search index, as far as they are there."""
    for name, address, place in _listed(tree):
        target = resolved(address, name, tree)
        reason = target.reason or ("leads to another site" if target.foreign else "")
        if not reason and target.fragment and target.fragment not in tree.ids.get(target.file or "", ()):
            reason = f"names a part that {target.file} does not have"
        if reason:
            yield Finding(place, f"“{address}” {reason}.", _HINT)


def lists_are_readable(tree: Tree) -> Iterator[Finding]:
    """Every XML file is XML, and what is packed beside it is the same."""
    for name in tree.named(".xml"):
        try:
            fromstring(tree.read(name))  # noqa: S314  our own output
        except ParseError as error:
            line, column = error.position
            place = tree.place(name)._replace(line=line, column=column + 1)
            yield Finding(place, f"The file cannot be read: {str(error).partition(':')[0]}.", _HINT)
        if f"{name}.gz" in tree.names and _unpacked(tree.read(f"{name}.gz")) != tree.read(name):
            yield Finding(tree.place(f"{name}.gz"), f"The file does not hold what {name} holds.", _HINT)


def sitemap(tree: Tree) -> list[str]:
    """The addresses of the sitemap, in its order."""
    root = _tree_of("sitemap.xml", tree)
    return [one.text.strip() for one in root.iter(f"{_SITEMAP}loc") if one.text] if root is not None else []


def _listed(tree: Tree) -> Iterator[tuple[str, str, Place]]:
    """The list, the address in it, and where."""
    if tree.address:
        for address in sitemap(tree):
            yield "sitemap.xml", address, _place("sitemap.xml", address, tree)
    for name in tree.named(".xml"):
        feed = _tree_of(name, tree)
        if feed is not None and feed.tag == f"{_ATOM}feed" and tree.address:
            for link in feed.iter(f"{_ATOM}link"):
                yield name, link.get("href", ""), _place(name, link.get("href", ""), tree)
    if "robots.txt" in tree.names:
        for line in tree.text("robots.txt").splitlines():
            key, _, value = line.partition(":")
            if key.strip().lower() == "sitemap":
                yield "robots.txt", value.strip(), _place("robots.txt", value.strip(), tree)
    for name in tree.named("llms.txt"):
        found = _MARKDOWN.findall(tree.text(name))
        own = [one for one in found if tree.address is None or not _ADDRESS.match(one) or one.startswith(tree.address)]
        yield from ((name, address, _place(name, address, tree)) for address in own)
    for address in _search_places(tree):
        yield "index.html", address or "./", _place(_SEARCH, address, tree)


def _search_places(tree: Tree) -> Iterator[str]:
    """The places that search leads to, from the root of the site."""
    if _SEARCH not in tree.names:
        return
    try:
        yield from (str(one["location"]) for one in json.loads(tree.text(_SEARCH))["docs"])
    except (ValueError, KeyError, TypeError):
        return  # told by B006 where it cannot be read


def _tree_of(name: str, tree: Tree) -> Element | None:
    try:
        return fromstring(tree.read(name)) if name in tree.names else None  # noqa: S314  our own output
    except ParseError:
        return None


def _unpacked(content: bytes) -> bytes | None:
    try:
        return gzip.decompress(content)
    except (OSError, EOFError):
        return None


def _place(name: str, address: str, tree: Tree) -> Place:
    text = tree.text(name)
    line, column = place_in(text, max(text.find(address), 0))
    return tree.place(name)._replace(line=line, column=column)
