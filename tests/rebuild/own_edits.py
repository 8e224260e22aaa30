"""Random edits of a site of ours: data that pages use, front matter that others show, and mistakes of all kinds."""

from __future__ import annotations

import random
import re

from tests.rebuild.plain_site import WORDS, sentence
from tests.rebuild.site import Edit, Site

VALUES: tuple[tuple[str, str, str], ...] = (
    ("claims.yml", r"(statement: Socks probably cut) [\w ]+\.", "{0} {word} swelling."),
    ("claims.yml", r"(imprecision: )[\w ]+", "{0}{number} people"),
    ("claims.yml", r"(certainty: )(?:moderate|low)", "{0}{certainty}"),
    ("claims.yml", r"(baseline: )\d+", "{0}{number}"),
    ("references.yml", r"(title: )Stockings on[\w ]+", "{0}Stockings on {word}s"),
    ("references.yml", r"(- family: )\w+", "{0}{name}"),
    ("references.yml", r"(date-parts: )\[\[\d+\]\]", "{0}[[{year}]]"),
    ("glossary.yml", r"(meaning: A tight) [\w ]+\.", "{0} {word}."),
    ("glossary.yml", r"(forms: \[compression socks)[\w, ]*\]", "{0}, {word} socks]"),
    ("care-cards.yml", r"(signs: \[throbbing) [\w ]+\]", "{0} {word} pain]"),
    ("care-cards.yml", r"(action: Get help) [\w ]+\.", "{0} this {word}."),
    ("people.yml", r"(name: The) [\w ]+", "{0} {word} editors"),
    ("people.yml", r"(bio: We write)[\w ]*\.", "{0} of the {word}."),
    ("services.yml", r"(emergency: )\d+", "{0}{number}"),
    ("contraindications.yml", r"(why: The leg is short of) [\w ]+\.", "{0} {word}."),
    ("contraindications.yml", r"(question: Do you have) [\w ]+\?", "{0} {word} arteries?"),
    ("compression-classes.yml", r"(pressure: )\[1\d, 21\]", "{0}[1{digit}, 21]"),
    ("topics.yml", r"(label: )(?:Pain|Sore)\w*", "{0}Sore{word}"),
    ("comparisons/supports.yml", r"(value: We are very) [\w ]+", "{0} {word}"),
    ("comparisons/supports.yml", r"(caption: What two supports) [\w ]+\.", "{0} do {word}."),
    ("comparisons/supports.yml", r"(pressure: )\[1\d, 20\]", "{0}[1{digit}, 20]"),
    ("comparisons/supports.yml", r"(mechanism: An idea\. They) [\w ]+\.", "{0} {word} the leg."),
    ("comparisons/garments.yml", r"(title: )Kinds of [\w ]+", "{0}Kinds of {word}"),
    ("comparisons/garments.csv", r"(knee-sock,Knee sock,)[\w ]+,", "{0}{word},"),
)
"""Values of the data files that may be changed: where, what stands there, and what is put in its place."""


def value(site: Site, source: random.Random) -> str | None:
    """A cell, claim, reference, meaning, card or number that says something else, and is right all the same."""
    file, pattern, new = source.choice(VALUES)
    name = f"docs/data/{file}"
    if not (site.folder / name).is_file():
        return None
    given = {
        "word": source.choice(WORDS),
        "name": source.choice(WORDS).capitalize(),
        "number": str(source.randint(2, 9)),
        "digit": str(source.randint(0, 9)),
        "year": str(source.randint(1990, 2020)),
        "certainty": source.choice(["moderate", "low"]),
    }
    text = site.read(name)
    changed = re.sub(pattern, lambda match: new.format(match[1], **given), text, count=1)
    if changed == text:
        return None
    site.write(name, changed)
    return f"{pattern} in {file}"


def line(site: Site, source: random.Random) -> str | None:
    """A line of a data file left out, twice, or worded otherwise: mostly a mistake."""
    name = source.choice([*site.files("docs/data"), "docs/data/search.yml"])
    if not (site.folder / name).is_file():
        site.write(name, "no_results: [index.md]\n")
        return f"the new file {name}"
    lines = site.read(name).split("\n")
    at = source.randrange(len(lines))
    kind = source.choice(["left out", "twice", "worded otherwise"])
    if kind == "left out":
        del lines[at]
    elif kind == "twice":
        lines.insert(at, lines[at])
    else:
        lines[at] = f"{lines[at]} {source.choice(WORDS)}"
    site.write(name, "\n".join(lines))
    return f"line {at + 1} of {name} {kind}"


_KEYS = {
    "title": ("The grades and what they mean", "How sure we are of it", "Levels of pressure in a sock"),
    "description": ("A description of fifty characters or more, which is what a page needs to have.",),
    "summary": ("In short, nobody knows.", "One sentence says it all."),
    "last_reviewed": ("2026-11-19", "2026-11-20"),
    "draft": ("true",),
    "was": ("[old/address.md]", "[old/one.md, old/other.md]"),
    "review_interval_days": ("90",),
    "search_terms": ("[other words, what people say, a third phrase]",),
    "authors": ("[editors, nurse-doe]", "[editors]"),
}


def front(site: Site, source: random.Random) -> str | None:
    """A key of the front matter set or taken out, drafts and old addresses among them."""
    name = source.choice([*site.pages(), "docs/index.md", "docs/glossary.md"])
    if not (site.folder / name).is_file():
        return None
    key = source.choice(list(_KEYS))
    text = site.read(name)
    pattern = re.compile(rf"^{key}:.*\n(?:[ -].*\n)*", re.MULTILINE)
    new = f"{key}: {source.choice(_KEYS[key])}\n"
    if pattern.search(text):
        gone = key in ("draft", "was", "review_interval_days") and source.random() < 0.5
        changed = pattern.sub("" if gone else new, text, count=1)
    elif "\n---\n" in text:
        changed = text.replace("\n---\n", f"\n{new}---\n", 1)
    else:
        return None
    if changed == text:
        return None
    site.write(name, changed)
    return f"{key} of {name}"


def plain_text(site: Site, source: random.Random) -> str | None:
    """A further sentence on a page, with glossary words, a source or a block in it."""
    name = source.choice(site.pages())
    added = source.choice(
        [
            "Some people sleep well.",
            "Ask about sciatica and surgery.",
            "In 12 people legs swelled less with socks [@partsch2004evening].",
            "/// claim | evening-swelling\n///",
            "/// claim | no-such-claim\n///",
            "/// comparison | garments\n///",
            "See [the grades](../evidence/grading.md).",
            "See [nothing](../no/page.md).",
            f"## {source.choice(WORDS).capitalize()} again\n\nThis part has a few words.",
        ]
    )
    site.write(name, f"{site.read(name)}\n{added}\n")
    return f"{added!r} in {name}"


def contact(site: Site, source: random.Random) -> str | None:
    """What mkdocs.yml says to the templates and to our pages."""
    settings = site.settings()
    key = source.choice(["extra", "site_name", "site_description", "site_url", "copyright"])
    if key == "extra":
        settings["extra"] = {"contact": f"{source.choice(WORDS)}@example.org"}
    elif key == "site_url":
        settings[key] = f"https://example.org/{source.choice(WORDS)}/"
    else:
        settings[key] = sentence(source)
    site.set(settings)
    return f"setting {key}"


def nav(site: Site, source: random.Random) -> str | None:
    """An entry of the navigation moved, named, gathered under a heading, or taken out."""
    settings = site.settings()
    entries = settings["nav"]
    at = source.randrange(len(entries))
    kind = source.choice(["move", "name", "gather", "remove", "all"])
    if kind == "move":
        entries.append(entries.pop(at))
    elif kind == "name" and isinstance(entries[at], str):
        entries[at] = {f"Called {source.choice(WORDS)}": entries[at]}
    elif kind == "gather":
        entries[at] = {f"Part {source.choice(WORDS)}": [entries[at]]}
    elif kind == "remove" and len(entries) > 3:
        del entries[at]
    else:
        settings["nav"] = [name.removeprefix("docs/") for name in site.files("docs", ".md")]
    site.set(settings)
    return f"navigation: {kind}"


def rule(site: Site, source: random.Random) -> str | None:
    """A limit that the check and the pages of rules go by."""
    name = "docs/data/rules.yml"
    if not (site.folder / name).is_file():
        return None
    lines = [line for line in site.read(name).splitlines() if "links-out" not in line]
    site.write(name, "\n".join(lines) + f"\n- id: sentence-words\n  value: [{source.randint(2, 30)}, 40]\n")
    return "a limit in rules.yml"


OWN_EDITS: tuple[Edit, ...] = (*([value] * 5), line, front, front, plain_text, plain_text, contact, nav, rule)
