"""B006 and B007: JSON that can be read, and JSON-LD whose addresses lead somewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from knowledge.built.addresses import resolved
from knowledge.built.facts import Use
from knowledge.built.tree import Tree
from knowledge.checks.rule import Finding

_WEB = ("https://", "http://")
_LD = "application/ld+json"


def json_is_readable(tree: Tree) -> Iterator[Finding]:
    """Every script of JSON in a page, and every file of it."""
    hint = "Mend the template or output that writes it; `json.dumps` makes no such mistake."
    for page, facts in tree.pages.items():
        for use in facts.data:
            if reason := _unreadable(use.text):
                yield Finding(tree.place(page, use), f"The {use.kind} here cannot be read: {reason}.", hint)
    for name in tree.named(".json", ".webmanifest", ".map"):
        if reason := _unreadable(tree.text(name)):
            yield Finding(tree.place(name), f"The file cannot be read: {reason}.", hint)


def json_ld_arrives(tree: Tree) -> Iterator[Finding]:
    """Every own address in JSON-LD leads to a file, and every `@id` to something told or to a part of a page."""
    graphs = list(_graphs(tree))
    told = {node["@id"] for _, _, graph in graphs for node in _nodes(graph) if set(node) > {"@id"} if "@id" in node}
    for page, use, graph in graphs:
        for address in dict.fromkeys(_addresses(graph)):
            if address in told:
                continue
            target = resolved(address, page, tree)
            astray = target.file in tree.ids and target.fragment and target.fragment not in tree.ids[target.file]
            reason = f"names a part that {target.file} does not have" if astray else target.reason
            if reason:
                hint = "Tell of it in the graph, or name a page that is there."
                yield Finding(tree.place(page, use), f"JSON-LD: “{address}” {reason}.", hint)


def _graphs(tree: Tree) -> Iterator[tuple[str, Use, Any]]:
    for page, facts in tree.pages.items():
        for use in facts.data:
            if use.kind == _LD and not _unreadable(use.text):
                yield page, use, json.loads(use.text)


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in a graph, however deep."""
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from _nodes(one)
    elif isinstance(value, list):
        for one in value:
            yield from _nodes(one)


def _addresses(graph: Any) -> Iterator[str]:
    """Every value that is a whole address on the web; sentences that contain one are not."""
    for node in _nodes(graph):
        for key, value in node.items():
            for one in value if isinstance(value, list) else [value]:
                if key != "@context" and isinstance(one, str) and one.startswith(_WEB) and len(one.split()) == 1:
                    yield one


def _unreadable(text: str) -> str:
    """Why a text is no JSON; empty where it is."""
    try:
        json.loads(text, object_pairs_hook=_once, parse_constant=_constant)
    except json.JSONDecodeError as error:
        return f"{error.msg} in its line {error.lineno}, column {error.colno}"
    except ValueError as error:
        return str(error)
    return ""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        twice = next(name for name, _ in pairs if sum(name == other for other, _ in pairs) > 1)
        raise ValueError(f"the name “{twice}” stands twice in one object")
    return found


def _constant(name: str) -> float:
    raise ValueError(f"{name} is no JSON, though Python writes it")
