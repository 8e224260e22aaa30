"""B004 and B005: what a browser loads is there, and is ours."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from knowledge.built.addresses import loads_elsewhere, resolved
from knowledge.built.facts import Facts, Use
from knowledge.built.script_text import addresses_abroad, script_loads
from knowledge.built.style_text import place_in, style_addresses
from knowledge.built.tree import Tree
from knowledge.checks.rule import Finding

_THEME = "assets/javascripts/bundle."
_IDLE = (
    "https://unpkg.com/mermaid@",  # only for a page with a Mermaid block
    "https://unpkg.com/resize-observer-polyfill",  # only in browsers older than any we support
    "https://unpkg.com/pyodide@",  # Zensical's script: only for a page with Python to run …
    "https://cdn.jsdelivr.net/pyodide/",
    "https://unpkg.com/ace-builds@",
    "https://unpkg.com/glightbox@",  # … or with its picture viewer
    "https://api.github.com/",  # only where `repo_url` is set
    "https://${",  # the same, for another host
    "https://clipboardjs.com/",  # in a comment
)
"""Addresses in the theme's script that no page of ours makes it ask for; a new one is told."""
_NAMESPACES = ("http://www.w3.org/",)
WORKER = "worker"
"""The kind of what is loaded for the first search, not for the first sight."""


class Load(NamedTuple):
    """A file that something loads: the file it stands in, and the address."""

    name: str
    use: Use


def loads_arrive(tree: Tree) -> Iterator[Finding]:
    """Every file that a page, style sheet, drawing, script or web manifest names to be loaded."""
    for name, use in loads(tree):
        target = resolved(use.text, name, tree)
        if target.reason:
            hint = "Mend where it is named, or put the file into docs/assets/."
            yield Finding(tree.place(name, use), f"The file “{use.text}” ({use.kind}) {target.reason}.", hint)
        elif target.file in tree.drawings and target.fragment and target.fragment not in tree.ids[target.file]:
            message = f"The drawing {target.file} has no part “{target.fragment}”."
            yield Finding(tree.place(name, use), message, "Name an id of that drawing.")


def nothing_foreign(tree: Tree) -> Iterator[Finding]:
    """Nothing is loaded from, or announced to, another origin."""
    hint = "Put the file into docs/assets/ and name it by its path."
    contacts = ((name, use) for name, facts in tree.pages.items() for use in facts.contacts)
    for name, use in (*loads(tree), *contacts):
        if loads_elsewhere(use.text, tree):
            yield Finding(tree.place(name, use), f"“{use.text}” ({use.kind}) comes from another site.", hint)
    for name in sorted(loaded(tree)):
        if name.endswith((".js", ".mjs")):
            yield from _named_abroad(name, tree)


def _named_abroad(name: str, tree: Tree) -> Iterator[Finding]:
    text = tree.text(name)
    idle = _NAMESPACES + (_IDLE if name.startswith(_THEME) else ())
    for address, offset in addresses_abroad(text):
        if not address.startswith(idle):
            place = tree.place(name, Use("script", address, *place_in(text, offset)))
            hint = "Fetch from this site alone, by a relative path."
            yield Finding(place, f"The script names another site: “{address}”.", hint)


def loaded(tree: Tree) -> set[str]:
    """The files that the pages load, and those that these load in turn; what no page loads harms nobody."""
    found = {file for name, use in _page_loads(tree) if (file := resolved(use.text, name, tree).file)}
    waiting = list(found)
    while waiting:
        name = waiting.pop()
        new = {file for use in _file_loads(name, tree) if (file := resolved(use.text, name, tree).file)} - found
        found |= new
        waiting.extend(new)
    return found


def loads(tree: Tree) -> Iterator[Load]:
    """Everything that is loaded, with the file that names it."""
    yield from _page_loads(tree)
    for name in sorted(loaded(tree) | {*tree.named(".css", ".webmanifest", ".svg")}):
        yield from (Load(name, use) for use in _file_loads(name, tree))


def _page_loads(tree: Tree) -> Iterator[Load]:
    for name, facts in tree.pages.items():
        yield from (Load(name, use) for use in _element_loads(facts))
        for use in facts.data:
            if address := _worker(use):
                yield Load(name, use._replace(kind=WORKER, text=address))


def _file_loads(name: str, tree: Tree) -> Iterator[Use]:
    """What a file that is no page loads."""
    if name.startswith(_THEME) or not name.endswith((".css", ".js", ".mjs", ".webmanifest", ".svg")):
        return
    if name in tree.drawings:
        yield from _element_loads(tree.drawings[name])
        return
    text = tree.text(name)
    if name.endswith(".webmanifest"):
        yield from (Use("manifest", address, 1, 1) for address in _manifest(text))
        return
    kind, find = ("url()", style_addresses) if name.endswith(".css") else ("import", script_loads)
    yield from (Use(kind, address, *place_in(text, offset)) for address, offset in find(text))


def _element_loads(facts: Facts) -> Iterator[Use]:
    yield from facts.loads
    for style in facts.styles:
        yield from (style._replace(text=address) for address, _ in style_addresses(style.text))


def _worker(use: Use) -> str:
    """The search engine that the theme's settings name; the theme's script loads it."""
    try:
        found = json.loads(use.text) if use.kind == "application/json" else None
    except ValueError:
        return ""  # told by B006
    return str(found.get("search", "")) if isinstance(found, dict) else ""


def _manifest(text: str) -> Iterator[str]:
    """The addresses of a web manifest (W3C, “Web Application Manifest”): its icons, screenshots and first page."""
    try:
        found = json.loads(text)
    except ValueError:
        return  # told by B006
    if not isinstance(found, dict):
        return
    for key in ("icons", "screenshots", "shortcuts"):
        for one in found.get(key, []):
            yield from (str(one[part]) for part in ("src", "url") if isinstance(one, dict) and part in one)
    yield from (str(found[key]) for key in ("start_url", "scope") if key in found)
