"""A seeded corpus of plain articles that pass our check, for measuring what a further page costs.

The same seed and number of pages give the same bytes.
"""

from __future__ import annotations

import random
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES_PER_FOLDER = 25
_SUBJECTS = (
    "a raised footrest",
    "a walk each day",
    "a firm mattress",
    "a warm pack",
    "calf exercises",
    "loose clothing",
)
_GROUPS = ("people over 60", "people who stand at work", "office workers", "nurses", "travellers", "runners")
_SENTENCES = (
    "We asked {group} what they knew about {subject}.",
    "A page like this one is read again each year, and its date says when.",
    "Measure the leg in the morning, before the day has begun.",
    "For {group}, the first question is often about {subject}.",
    "The answer depends on the cause, and the cause is not always known.",
    "{n} of the pages on this list were written in one week.",
    "Nobody has asked {group} about {subject} in a way that we could use.",
)
_HEADINGS = (
    "What this page is for",
    "Who it is for",
    "How it was made",
    "What we read",
    "What is missing",
    "What comes next",
)


def write_corpus(folder: Path, pages: int, *, ours: bool, seed: int = 1) -> None:
    """Write a site of so many pages: docs/ and an mkdocs.yml, with our hooks or plain Material."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    others = shutil.ignore_patterns("comparisons", "index.md", "search.yml")  # they speak of pages that are not there
    shutil.copytree(ROOT / "docs" / "data", docs / "data", ignore=others)
    names = [f"part-{n // PAGES_PER_FOLDER + 1:03}/page-{n + 1:05}.md" for n in range(pages)]
    random_source = random.Random(seed)
    for number, name in enumerate(names):
        file = docs / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(_page(number + 1, names, random_source), encoding="utf-8")
    (docs / "index.md").write_text(_front("The corpus", "about", 0) + _list(names), encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_config(names, ours=ours), encoding="utf-8")


def _list(names: list[str]) -> str:
    return "## All pages\n\n" + "".join(
        f"- [Page {number} of the corpus]({name})\n" for number, name in enumerate(names, 1)
    )


def _front(title: str, page_type: str, number: int) -> str:
    return f"""---
title: {title}
type: {page_type}
description: This is page number {number} of the corpus that we measure the speed of the whole site with.
summary: This is page number {number} of the corpus.
search_terms: [page {number}, corpus {number}, speed {number}]
authors: [legwise-editors]
published: 2026-11-21
last_reviewed: 2026-11-21
changes:
  - date: 2026-11-21
    note: First version.
---

"""


def _page(number: int, names: list[str], source: random.Random) -> str:
    parts = [_front(f"How page {number} of the corpus came to be", "about", number)]
    for heading in _HEADINGS:
        parts.append(f"## {heading}\n")
        parts += [_paragraph(source) + "\n" for _ in range(3)]
        other = source.choice(names)
        parts.append(f"Read more on [page {names.index(other) + 1} of the corpus](../{other}).\n")
        parts.append("\n".join(f"- **Point {n}.** {_sentence(source)}" for n in range(1, 5)) + "\n")
    parts.append("| Option | Group | Pages |\n|---|---|--:|")
    parts += [f"| {source.choice(_SUBJECTS)} | {source.choice(_GROUPS)} | {source.randint(2, 90)} |" for _ in range(5)]
    return "\n".join(parts) + "\n"


def _paragraph(source: random.Random) -> str:
    return " ".join(_sentence(source) for _ in range(3))


def _sentence(source: random.Random) -> str:
    text = source.choice(_SENTENCES)
    filled = text.format(group=source.choice(_GROUPS), subject=source.choice(_SUBJECTS), n=source.randint(2, 90))
    return filled[0].upper() + filled[1:]


def _config(names: list[str], *, ours: bool) -> str:
    hooks = ("content_check", "files", "pages", "search")
    lines = [
        "site_name: Speed corpus",
        "site_url: https://example.org/",
        "theme: {name: material, font: false, features: [navigation.prune]}",
        'exclude_docs: "/data/**"' if not ours else 'exclude_docs: "/data/**/*.yml"',
        "plugins: [search]",
        "markdown_extensions: [attr_list, footnotes, tables, toc, pymdownx.superfences"
        + (", knowledge.markdown_extension]" if ours else "]"),
        *(["hooks:"] + [f"  - {ROOT}/hooks/{hook}.py" for hook in hooks] if ours else []),
        "nav:",
        "  - Home: index.md",
        "  - Pages:",
        *(f"      - {name}" for name in names),
    ]
    return "\n".join(lines) + "\n"
