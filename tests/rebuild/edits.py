"""Random edits of any MkDocs site: pages, links, headings, assets, templates, and the files themselves."""

from __future__ import annotations

import os
import random
from pathlib import Path

from tests.rebuild.plain_site import HEADINGS, WORDS, page, sentence, slug
from tests.rebuild.site import Edit, Site


def text(site: Site, source: random.Random) -> str | None:
    """A further paragraph at the end of a page."""
    name = source.choice(site.pages())
    site.write(name, f"{site.read(name)}\n{sentence(source)}\n")
    return f"a paragraph in {name}"


def word(site: Site, source: random.Random) -> str | None:
    """One word for another of the same length or not, the file's date put back now and then."""
    name = source.choice(site.pages())
    old, new = source.sample(WORDS, 2)
    if not site.replace(name, f" {old} ", f" {new} "):
        return None
    if source.random() < 0.3:
        site.age(name)
    return f"{old} → {new} in {name}"


def heading(site: Site, source: random.Random) -> str | None:
    """Another heading: another anchor, which others may link to."""
    name = source.choice(site.pages())
    old, new = source.sample(HEADINGS, 2)
    return f"heading {old} → {new} in {name}" if site.replace(name, f"## {old}\n", f"## {new}\n") else None


def first_heading(site: Site, source: random.Random) -> str | None:
    """Another title, where the page takes it from its heading."""
    name = source.choice(site.pages())
    found = next((line for line in site.read(name).splitlines() if line.startswith("# ")), None)
    if found is None:
        return None
    site.replace(name, f"{found}\n", source.choice([f"# The {source.choice(WORDS)}\n", ""]))
    return f"first heading of {name}"


def front_matter(site: Site, source: random.Random) -> str | None:
    """A key of the front matter put in, changed or taken out; a block that cannot be read now and then."""
    name = source.choice(site.pages())
    lines = site.read(name).split("\n")
    if lines[0] != "---" or "---" not in lines[1:]:
        return None
    end = lines.index("---", 1)
    key, value = source.choice(
        [
            ("title", f"Of {source.choice(WORDS)}"),
            ("description", sentence(source)),
            ("note", source.choice(WORDS)),
            ("tags", f"[{source.choice(WORDS)}, legs]"),
            ("template", "special.html"),
            ("search", source.choice(["{exclude: true}", "{boost: 2}"])),
            ("hide", source.choice(["[toc]", "[navigation]", "[tags]"])),
            ("title", "[ open"),
        ]
    )
    kept = [line for line in lines[1:end] if not line.startswith(f"{key}:")]
    if len(kept) == end - 1 or source.random() < 0.6:
        kept.insert(source.randint(0, len(kept)), f"{key}: {value}")
    site.write(name, "\n".join(["---", *kept, *lines[end:]]))
    return f"{key}: {value} in {name}"


def link(site: Site, source: random.Random) -> str | None:
    """A further link, to a page or to nothing, with an anchor or without."""
    name, other = source.choice(site.pages()), source.choice([*site.pages(), "docs/no/page.md", "docs/img/leg.svg"])
    anchor = source.choice(["", f"#{slug(source.choice(HEADINGS))}"])
    target = os.path.relpath(other, str(Path(name).parent)) + anchor
    site.write(name, f"{site.read(name)}\nA [further link]({target}).\n")
    return f"a link to {target} in {name}"


def fewer_links(site: Site, source: random.Random) -> str | None:
    """One link less."""
    name = source.choice(site.pages())
    lines = site.read(name).split("\n")
    having = [number for number, line in enumerate(lines) if "](" in line]
    if not having:
        return None
    del lines[source.choice(having)]
    site.write(name, "\n".join(lines))
    return f"a link less in {name}"


def add(site: Site, source: random.Random) -> str | None:
    """A further page, which is not in the navigation."""
    part = source.choice(["part0", "part1", "new"])
    name = f"docs/{part}/{source.choice(WORDS)}-{source.randint(100, 999)}.md"
    others = [other.removeprefix("docs/") for other in site.pages()]
    site.write(name, page(source, name.removeprefix("docs/"), others))
    return f"the new page {name}"


def delete(site: Site, source: random.Random) -> str | None:
    """One page less, while others link to it and the navigation names it."""
    if len(site.pages()) < 4:
        return None
    name = source.choice(site.pages())
    site.remove(name)
    return f"no more {name}"


def rename(site: Site, source: random.Random) -> str | None:
    """A page under another name, in the navigation and in links too now and then."""
    name = source.choice(site.pages())
    new = str(Path(name).with_name(f"moved-{source.randint(100, 999)}.md"))
    content = site.read(name)
    site.remove(name)
    site.write(new, content)
    if source.random() < 0.7:
        for other in [*site.files("docs", ".md"), "mkdocs.yml"]:
            changed = site.read(other).replace(Path(name).name, Path(new).name)
            if changed != site.read(other):
                site.write(other, changed)
    return f"{name} → {new}"


def two_for_one(site: Site, source: random.Random) -> str | None:
    """Two pages change their contents with one another."""
    one, other = source.sample(site.pages(), 2)
    first, second = site.read(one), site.read(other)
    site.write(one, second)
    site.write(other, first)
    return f"{one} ↔ {other}"


def asset(site: Site, source: random.Random) -> str | None:
    """A stylesheet or picture changed, put in or taken out."""
    kind = source.choice(["change", "add", "remove"])
    assets = [name for name in site.files("docs") if name.endswith((".css", ".svg", ".bin"))]
    if kind == "add":
        name = f"docs/img/picture-{source.randint(1, 9)}.bin"
        site.write(name, sentence(source) * source.randint(0, 99))
    elif not assets:
        return None
    else:
        name = source.choice(assets)
        if kind == "change":
            site.write(name, f"{site.read(name)}/* {sentence(source)} */\n")
        else:
            site.remove(name)
    return f"{kind}: {name}"


def template(site: Site, source: random.Random) -> str | None:
    """Another word in one of the templates."""
    name = source.choice(site.files("overrides", ".html"))
    lines = site.read(name).split("\n")
    having = [number for number, line in enumerate(lines) if line.startswith("<p")]
    if not having:
        return None
    at = source.choice(having)
    lines[at] = lines[at].replace("<p", f'<p title="{source.choice(WORDS)}"', 1)
    site.write(name, "\n".join(lines))
    return f"template {name}"


def nothing(site: Site, source: random.Random) -> str | None:
    """A file saved as it was."""
    name = source.choice(site.pages())
    site.write(name, site.read(name))
    return f"{name} saved as it was"


def empty(site: Site, source: random.Random) -> str | None:
    """A page without a word, or with bytes that are no text."""
    name = source.choice(site.pages())
    site.write(name, source.choice(["", "---\n---\n", "\ufeff# Marked\n", "\r\n# Lines\r\n\r\nof another kind\r\n"]))
    return f"{name} has hardly a word"


def back(site: Site, source: random.Random) -> str | None:
    """Everything as it was some edits ago."""
    if not site.past:
        return None
    state = source.choice(site.past[-6:])
    site.go_back(state)
    return "back to an earlier state"


EDITS: tuple[Edit, ...] = (
    text,
    word,
    heading,
    first_heading,
    front_matter,
    link,
    fewer_links,
    add,
    delete,
    rename,
    two_for_one,
    asset,
    template,
    nothing,
    empty,
    back,
)
