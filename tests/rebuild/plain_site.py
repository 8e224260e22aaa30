"""A site of plain MkDocs and Material, made from a seed: it lists hooks/incremental.py and nothing else of ours."""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import Any

import yaml

from tests.rebuild.builds import OURS

_WORDS = """sock leg vein calf heel ankle nerve back rest walk night morning swelling pressure doctor nurse trial study
people week month shoe stocking knee foot skin warm cold long short slow"""
WORDS = tuple(_WORDS.split())
HEADINGS = ("What it is", "Who it is for", "How it works", "What we know", "What helps", "When to ask")
TAGS = ("legs", "backs", "socks", "sleep")
_MAIN = """\
{% extends "base.html" %}
{% block content %}
<p class="first">first word</p>
{{ super() }}
{% include "partials/note.html" %}
{% endblock %}
"""
_NOTE = """\
<p>note: {{ config.extra.note }} {{ page.meta.note or "none" }} {{ page.toc | length }}
{% if page.next_page %}{{ page.next_page.title }}: {{ page.next_page.meta.description }}{% endif %}</p>
"""
_SPECIAL = '{% extends "main.html" %}{% block footer %}<p>special footer</p>{{ super() }}{% endblock %}\n'


def slug(heading: str) -> str:
    """The anchor of a heading."""
    return heading.lower().replace(" ", "-")


def sentence(source: random.Random) -> str:
    """Some words that mean nothing."""
    return " ".join(source.choices(WORDS, k=source.randint(5, 12))).capitalize() + "."


def config(names: list[str], hook: Path) -> dict[str, Any]:
    """What mkdocs.yml says at first, of pages named by their paths in docs/."""
    sections: dict[str, list[Any]] = {}
    for number, name in enumerate(names):
        section = name.partition("/")[0].capitalize()
        sections.setdefault(section, []).append(name if number % 3 else {f"Entry {number}": name})
    return {
        "site_name": "A site",
        "site_url": "https://example.org/site/",
        "theme": {
            "name": "material",
            "font": False,
            "custom_dir": "overrides",
            "features": ["navigation.footer", "navigation.prune"],
        },
        "plugins": [{"search": {}}],
        "markdown_extensions": [
            "abbr",
            "admonition",
            "attr_list",
            "footnotes",
            "tables",
            {"toc": {"permalink": True, "toc_depth": 3}},
            {"pymdownx.snippets": {"base_path": ["snippets"]}},
            "pymdownx.superfences",
        ],
        "hooks": [str(hook)],
        "extra": {"note": "one"},
        "extra_css": ["css/extra.css"],
        "watch": ["overrides", "snippets"],
        "validation": dict.fromkeys(("omitted_files", "absolute_links", "unrecognized_links", "anchors"), "warn"),
        "nav": [
            {"Home": "index.md"},
            *({title: pages} for title, pages in sections.items()),
            {"Tags": "tags.md"},
        ],
    }  # fmt: skip


def page(source: random.Random, name: str, names: list[str]) -> str:
    """The text of one page, with links to others, their anchors, and all that Markdown has."""
    front = [f"description: {sentence(source)}", f"tags: [{', '.join(source.sample(TAGS, 2))}]"]
    if source.random() < 0.5:
        front.insert(0, f"title: Of {' and '.join(source.sample(WORDS, 2))}")
    parts = ["---", *front, "---", "", f"# The {source.choice(WORDS)} and the {source.choice(WORDS)}", ""]
    for heading in source.sample(HEADINGS, 4):
        parts += [f"## {heading}", "", f"{sentence(source)} {sentence(source)}[^1]", ""]
        other = source.choice(names)
        anchor = f"#{slug(source.choice(HEADINGS))}" if source.random() < 0.5 else ""
        parts += [f"See [the other]({os.path.relpath(other, str(Path(name).parent))}{anchor}).", ""]
    parts += ["| One | Two |", "|---|---|", f"| {source.choice(WORDS)} | HTML |", ""]
    parts += ["!!! note", f"    {sentence(source)}", "", *(['--8<-- "shared.md"', ""] if "-3" in name else [])]
    parts += [f"![leg]({os.path.relpath('img/leg.svg', str(Path(name).parent))})", ""]
    parts += ["[^1]: " + sentence(source), "", "*[HTML]: a language", ""]
    return "\n".join(parts)


def write_plain_site(folder: Path, pages: int, seed: int, hook: Path = OURS) -> None:
    """Write the site: its pages, assets, templates, and mkdocs.yml."""
    source = random.Random(f"plain site {seed}")
    names = [f"part{n % 3}/{source.choice(WORDS)}-{n}.md" for n in range(pages)]
    names.sort()
    files = {f"docs/{name}": page(source, name, names) for name in names}
    files |= {
        "docs/index.md": "# Welcome\n\n" + "".join(f"- [{name}]({name})\n" for name in names),
        "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n",
        "docs/css/extra.css": "body { color: black }\n",
        "docs/img/leg.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>\n",
        "snippets/shared.md": "Shared by some pages.\n",
        "overrides/main.html": _MAIN,
        "overrides/partials/note.html": _NOTE,
        "overrides/special.html": _SPECIAL,
        "mkdocs.yml": yaml.safe_dump(config(names, hook), sort_keys=False, width=1000),
    }
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
