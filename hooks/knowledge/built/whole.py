"""B010: every page is whole, and no file was cut off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from knowledge.built.tree import Tree
from knowledge.checks.rule import Finding

_FEWEST_WORDS = 15
"""Of the page itself; our shortest, the page for addresses that are not there, has 25."""
_EMPTY = frozenset({".nojekyll"})
"""Files that say something by being there."""
_TEXTS = (".html", ".css", ".js", ".mjs", ".json", ".csv", ".xml", ".svg", ".txt")


def pages_are_whole(tree: Tree) -> Iterator[Finding]:
    """Text, one H1, a title of its own, an end."""
    titles: dict[str, list[str]] = defaultdict(list)
    for page, facts in tree.real_pages():
        titles[facts.title].append(page)
        if len(facts.h1) != 1:
            place = tree.place(page, facts.h1[1] if facts.h1 else None)
            yield Finding(place, f"The page has {len(facts.h1)} H1, where one belongs.", "The title is the one H1.")
        if facts.words < _FEWEST_WORDS:
            message = f"The page is all but empty: {facts.words} words."
            yield Finding(tree.place(page), message, "Write it, or leave it out.")
        if not facts.title:
            yield Finding(tree.place(page), "The page has no title.", "Give it a `title` in its front matter.")
    for title, pages in titles.items():
        for page in pages[1:] if title else ():
            message = f"The title “{title}” is that of {pages[0]} too."
            yield Finding(tree.place(page), message, "Give each page a title of its own.")


def files_are_whole(tree: Tree) -> Iterator[Finding]:
    """No file is empty, cut off, of bytes that are no text, or a link to another place."""
    for name in sorted(tree.names):
        if (tree.root / name).is_symlink():
            yield Finding(tree.place(name), "The file is a symbolic link.", "Put the file itself there.")
        elif not tree.read(name) and name.rpartition("/")[2] not in _EMPTY:
            yield Finding(tree.place(name), "The file is empty.", "Build again; if it comes back, mend what writes it.")
        elif name.endswith(_TEXTS):
            try:
                tree.read(name).decode("utf-8")
            except UnicodeDecodeError as error:
                line = tree.read(name).count(b"\n", 0, error.start) + 1
                yield Finding(tree.place(name)._replace(line=line), "The file is no UTF-8.", "Write it as UTF-8.")
    for page, facts in tree.pages.items():
        if tree.read(page) and not facts.closed:
            yield Finding(tree.place(page), "The page is cut off: it has no </html>.", "Build again.")
    if "index.html" not in tree.names:
        yield Finding(tree.place("index.html"), "The site has no home page.", "Write docs/index.md.")
