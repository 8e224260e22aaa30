"""B015 and B016: pages that lead on to others, and what each page says its own address is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from knowledge.built.addresses import resolved
from knowledge.built.lists import sitemap
from knowledge.built.tree import Tree
from knowledge.checks.rule import Finding

_HINT = "Mend `was` in the front matter, or the page it leads to."


def moved_pages_arrive(tree: Tree) -> Iterator[Finding]:
    """Each redirect leads to a page with text, and tells search engines so."""
    for page, facts in tree.pages.items():
        use = facts.refresh
        if use is None:
            continue
        target = resolved(use.text, page, tree)
        if target.file is None:
            reason = target.reason or "leads to another site"
            yield Finding(tree.place(page, use), f"The page leads on to “{use.text}”, which {reason}.", _HINT)
        elif target.file not in tree.pages or tree.pages[target.file].refresh is not None:
            message = f"The page leads on to {target.file}, which is no page with text."
            yield Finding(tree.place(page, use), message, _HINT)
        elif "noindex" not in facts.robots:
            message = "The page leads on, but lets search engines list it."
            yield Finding(tree.place(page, use), message, 'Add <meta name="robots" content="noindex">.')
        elif facts.canonical and resolved(facts.canonical.text, page, tree).file != target.file:
            message = f"The page leads on to {target.file}, but names “{facts.canonical.text}” as its address."
            yield Finding(tree.place(page, facts.canonical), message, "Let both name the same page.")


def pages_name_themselves(tree: Tree) -> Iterator[Finding]:
    """Each page that may be listed has its own address as canonical, and stands in the sitemap once."""
    if tree.address is None:
        yield from _without_address(tree)
        return
    listed = Counter(sitemap(tree))
    for page, facts in tree.real_pages():
        if "noindex" in facts.robots:
            if listed[tree.url(page)]:
                message = "The page stands in the sitemap, but tells search engines not to list it."
                yield Finding(tree.place(page), message, "Take it out of one of the two.")
            continue
        own = tree.url(page)
        if facts.canonical is None or facts.canonical.text != own:
            named = f"names “{facts.canonical.text}”" if facts.canonical else "names none"
            place = tree.place(page, facts.canonical)
            yield Finding(place, f"The page {named} as its canonical address.", f"Its own is “{own}”.")
        if listed and listed[own] != 1:
            message = f"The page stands {listed[own]} times in the sitemap."
            yield Finding(tree.place(page), message, "Let it stand there once.")


def _without_address(tree: Tree) -> Iterator[Finding]:
    """A site built for no address must name none as its own."""
    for page, facts in tree.real_pages():
        if facts.canonical and facts.canonical.text.startswith(("http://", "https://")):
            message = f"The page names “{facts.canonical.text}”, but the home page names no address of the site."
            yield Finding(tree.place(page, facts.canonical), message, "Build with SITE_URL=https://…/ for all pages.")
