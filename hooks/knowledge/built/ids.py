"""B003: ids and the attributes that rest on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from knowledge.built.tree import Tree
from knowledge.checks.rule import Finding
from knowledge.suggest import did_you_mean


def ids_hold(tree: Tree) -> Iterator[Finding]:
    """Each id once on its page, each one that is named there."""
    for page, facts in tree.pages.items():
        times = Counter(use.text for use in facts.ids)
        met: set[str] = set()
        for use in facts.ids:
            if times[use.text] > 1 and use.text in met:
                hint = "Give it an id of its own, or leave it out."
                yield Finding(tree.place(page, use), f"The id “{use.text}” stands on this page before.", hint)
            met.add(use.text)
        for use in facts.refers:
            if use.text not in met:
                message = f"`{use.kind}` names the id “{use.text}”, which this page does not have."
                hint = did_you_mean(use.text, met, otherwise="Name an id of this page.")
                yield Finding(tree.place(page, use), message, hint)
