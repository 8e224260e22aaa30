"""B011: what a page, all that it loads, and a first search take, compressed as a server would."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from functools import cache

from knowledge.built.addresses import resolved
from knowledge.built.loads import WORKER, loads
from knowledge.built.tree import Tree
from knowledge.checks.rule import Finding

PAGE = 75_000
"""Bytes of a page itself: a second at 600 kbit/s, a weak mobile signal."""
LOADED = 125_000
"""Bytes of what a page loads by itself; most of it is shared by all pages and comes once. Zensical's script is 22 kB
larger than MkDocs' theme's, so a browser test holds the first visit as a whole to less."""
INDEX = 120_000
_INDEX = "search/search_index.json"
_PACKED = (".woff2", ".png", ".jpg", ".webp", ".avif", ".gz", ".zip")
"""What is compressed already, and is sent as it is."""
_LEVEL = 6  # gzip's and most servers' own


def sizes_are_small(tree: Tree) -> Iterator[Finding]:
    """Each page with what it loads, and the search index."""

    @cache
    def size(name: str) -> int:
        return sent(tree.read(name), name)

    needs = _needs(tree)
    for page in tree.pages:
        if (own := size(page)) > PAGE:
            yield Finding(tree.place(page), _too_much("The page", own, PAGE), "Divide it, or say less.")
        files = sorted(_all_needed(page, needs) - {page}, key=size, reverse=True)
        if (total := sum(map(size, files))) > LOADED:
            largest = ", ".join(f"{name} {size(name) / 1000:.0f}" for name in files[:3])
            message = _too_much("What the page loads", total, LOADED)
            yield Finding(tree.place(page), message, f"Load less. The largest, in kB: {largest}.")
    if _INDEX in tree.names and (total := size(_INDEX)) > INDEX:
        hint = "Leave words out of it that tell no page from another."
        yield Finding(tree.place(_INDEX), _too_much("The search index", total, INDEX), hint)


def _too_much(what: str, total: int, limit: int) -> str:
    return f"{what} takes {total / 1000:.0f} kB compressed, of at most {limit / 1000:.0f}."


def sent(content: bytes, name: str) -> int:
    """The bytes that a server sends of a file."""
    return len(content) if name.endswith(_PACKED) else len(zlib.compress(content, _LEVEL))


def _needs(tree: Tree) -> dict[str, set[str]]:
    """Which files each file loads by itself."""
    found: dict[str, set[str]] = {}
    for name, use in loads(tree):
        if use.kind == WORKER:
            continue
        if file := resolved(use.text, name, tree).file:
            found.setdefault(name, set()).add(file)
    return found


def _all_needed(name: str, needs: dict[str, set[str]]) -> set[str]:
    met: set[str] = set()
    waiting = [name]
    while waiting:
        new = needs.get(waiting.pop(), set()) - met
        met |= new
        waiting.extend(new)
    return met
