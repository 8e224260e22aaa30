"""B001 and B002: links and the parts of pages they name."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.built.addresses import Target, resolved
from knowledge.built.facts import Use
from knowledge.built.tree import Tree
from knowledge.checks.rule import Finding
from knowledge.suggest import did_you_mean

_TOP = frozenset({"", "top"})
"""Fragments that every page has (HTML Living Standard, “Scrolling to a fragment”)."""
NOT_FOUND = "404.html"


def links_arrive(tree: Tree) -> Iterator[Finding]:
    """Every link, wherever a template or a list made it."""
    for page, use, target in _followed(tree):
        if target.reason:
            hint = "Mend the page, the template or the list that makes this link."
            yield Finding(tree.place(page, use), f"The link “{use.text}” {target.reason}.", hint)
        elif page == NOT_FOUND and not target.foreign and _relative(use.text):
            message = f"The link “{use.text}” is relative, but this page is shown at any address."
            yield Finding(tree.place(page, use), message, "Begin it with the path of the site.")


def anchors_arrive(tree: Tree) -> Iterator[Finding]:
    """Every fragment, on this page or another."""
    for page, use, target in _followed(tree):
        if target.file not in tree.ids or target.fragment.lower() in _TOP or target.fragment.startswith(":~:"):
            continue
        if target.fragment not in tree.ids[target.file]:
            message = f"The link “{use.text}” names a part that {target.file} does not have."
            hint = did_you_mean(target.fragment, tree.ids[target.file], otherwise="Name an id of that page.")
            yield Finding(tree.place(page, use), message, hint)


def _followed(tree: Tree) -> Iterator[tuple[str, Use, Target]]:
    known: dict[tuple[str, str], Target] = {}
    for page, facts in (*tree.pages.items(), *tree.drawings.items()):
        folder = page.rpartition("/")[0]
        for use in (*facts.links, *facts.contacts):
            if use.kind == "link href" and use in facts.contacts:
                continue
            key = (page if use.text.startswith("#") else folder, use.text)
            if key not in known:
                known[key] = resolved(use.text, page, tree)
            yield page, use, known[key]


def _relative(address: str) -> bool:
    return not address.startswith(("/", "#", "http://", "https://"))
