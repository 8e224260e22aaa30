"""A seeded corpus of articles of about 900 words in two dialects, so that other generators can build the same site.

`mkdocs` is docs/ and an mkdocs.yml with Material, search and navigation by section (Zensical reads the same files);
`hugo` is content/, hugo.toml and a theme of four small templates without a search, so read Hugo's figures as those of a
simpler site. The same seed and number of pages give the same bytes. An article is the same however many there are, but
for the others it links to.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.bench.hugo_theme import CONFIG, TEMPLATES

PER_SECTION = 25
HEADINGS = (
    "What this is about",
    "Who asked",
    "How it was done",
    "What was counted",
    "What is not known",
    "How to go on",
    "What can go wrong",
    "Where to ask",
)
_THINGS = ("a sock", "a footrest", "a walk", "a mattress", "a warm pack", "a list", "a note", "a chair", "a clock")
_PEOPLE = ("nurses", "runners", "drivers", "cooks", "teachers", "painters", "gardeners", "clerks", "singers", "bakers")
_SENTENCES = (
    "We asked {n} {people} what they thought of {thing}, and wrote down what they said.",
    "Most {people} have {thing} at home, though few of them use it on more than {m} days of a week.",
    "Nobody has counted how often {people} and others take {thing} with them when they travel for work.",
    "On the first day {n} of them began with {thing}; after {m} weeks there were a few less.",
    "This sentence says nothing of {thing}, but it is as long as others are, and {people} can read it.",
    "If you are not sure whether {thing} is for you, ask one of the {people} whom you know.",
    "The HTML of a page on {thing} is made from text, and {people} do not see how long that takes.",
    "In {m} of {n} rooms there was {thing}, and in the others there was none that {people} could find.",
)
_MEANINGS = {"HTML": "the language of pages", "PDF": "pages as they are printed", "CSV": "a table as text"}


@dataclass(frozen=True)
class Article:
    """One article: its number, counted from 0, and the seed of its words."""

    number: int
    seed: int

    @property
    def title(self) -> str:
        """Its title, which is its own."""
        source = random.Random(f"title {self.seed} {self.number}")
        return f"Of {source.choice(_THINGS)} and {source.choice(_PEOPLE)} ({self.number + 1})"

    @property
    def address(self) -> str:
        """Where it is served, below the site's address, with its slash."""
        return f"section-{self.number // PER_SECTION + 1:03}/article-{self.number + 1:05}/"

    @property
    def file(self) -> str:
        """Its file below the folder of all texts."""
        return f"{self.address[:-1]}.md"


@dataclass(frozen=True)
class Dialect:
    """What a generator wants to be written otherwise than others do."""

    texts: str
    link: Callable[[Article], str]
    note: Callable[[str], str]
    ends: str = ""
    heads: bool = True


def _admonition(text: str) -> str:
    return f"!!! note\n\n    {text}\n\n"


def _quotation(text: str) -> str:
    return f"> **Note**\n>\n> {text}\n\n"


MKDOCS = Dialect(
    "docs",
    lambda article: f"../{article.file}",
    _admonition,
    "\n" + "".join(f"*[{word}]: {meaning}\n" for word, meaning in _MEANINGS.items()),
)
HUGO = Dialect("content", lambda article: f"/{article.address}", _quotation, heads=False)


def write_mkdocs(folder: Path, pages: int, *, seed: int = 1, hook: Path | None = None) -> list[Article]:
    """Write the corpus for MkDocs and Zensical; with a hook, mkdocs.yml lists it."""
    articles = _write_texts(folder, pages, seed, MKDOCS, "index.md")
    config = _config(articles) | ({"hooks": [str(hook)]} if hook else {})
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False, width=1000), encoding="utf-8")
    return articles


def write_hugo(folder: Path, pages: int, *, seed: int = 1) -> list[Article]:
    """Write the same for Hugo, with a theme."""
    articles = _write_texts(folder, pages, seed, HUGO, "_index.md")
    for name in sorted({Path(article.file).parent.name for article in articles}):
        (folder / "content" / name / "_index.md").write_text(f"---\ntitle: {_named(name)}\n---\n", encoding="utf-8")
    for name, text in {"hugo.toml": CONFIG, **{f"layouts/{name}": text for name, text in TEMPLATES.items()}}.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return articles


def _write_texts(folder: Path, pages: int, seed: int, dialect: Dialect, home: str) -> list[Article]:
    articles = [Article(number, seed) for number in range(pages)]
    for article in articles:
        file = folder / dialect.texts / article.file
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("".join(_text(article, articles, dialect)), encoding="utf-8")
    firsts = "".join(f"- {article.title}\n" for article in articles[::PER_SECTION])
    (folder / dialect.texts / home).write_text(f"---\ntitle: Home\n---\n\n{firsts}", encoding="utf-8")
    return articles


def _text(article: Article, articles: list[Article], dialect: Dialect) -> Iterator[str]:
    words = random.Random(f"text {article.seed} {article.number}")
    links = random.Random(f"links {article.seed} {article.number} {len(articles)}")
    front = {"title": article.title, "description": _sentence(words), "weight": article.number + 1}
    yield f"---\n{yaml.safe_dump(front, sort_keys=False)}---\n\n"
    yield f"# {article.title}\n\n" if dialect.heads else ""
    yield f"{_prose(words, 3)}\n\n"
    for number, heading in enumerate(HEADINGS):
        yield f"## {heading}\n\n{_prose(words, 2)}[^{number % 4 + 1}]\n\n"
        yield _extra(number, words, dialect)
        if number % 2:
            other = links.choice(articles)
            anchor = f"#{links.choice(HEADINGS).lower().replace(' ', '-')}" if number % 4 == 1 else ""
            yield f"Read on [in another article]({dialect.link(other)}{anchor}). {_sentence(words)}\n\n"
    for number in range(1, 5):
        yield f"[^{number}]: Somebody, and others. {_sentence(words)} {words.randint(1995, 2025)}.\n\n"
    yield dialect.ends


def _extra(number: int, words: random.Random, dialect: Dialect) -> str:
    """What some of the sections have beside prose: notes, lists, a table."""
    if number in (0, 6):
        return dialect.note(_prose(words, 2))
    if number in (2, 5):
        return "".join(f"- **{words.choice(_PEOPLE).capitalize()}.** {_sentence(words)}\n" for _ in range(4)) + "\n"
    if number == 3:
        rows = (f"| {words.choice(_THINGS)} | {words.choice(_PEOPLE)} | {words.randint(1, 90)} |\n" for _ in range(5))
        return "| Thing | People | Number |\n|---|---|--:|\n" + "".join(rows) + "\n"
    return ""


def _prose(words: random.Random, sentences: int) -> str:
    return " ".join(_sentence(words) for _ in range(sentences))


def _sentence(words: random.Random) -> str:
    return words.choice(_SENTENCES).format(
        thing=words.choice(_THINGS), people=words.choice(_PEOPLE), n=words.randint(20, 90), m=words.randint(2, 7)
    )


def _named(section: str) -> str:
    return section.replace("-", " ").capitalize()


def _config(articles: list[Article]) -> dict[str, object]:
    sections: dict[str, list[dict[str, str]]] = {}
    for article in articles:
        sections.setdefault(_named(Path(article.file).parent.name), []).append({article.title: article.file})
    extensions = "abbr admonition attr_list def_list footnotes md_in_html tables pymdownx.details pymdownx.superfences"
    return {
        "site_name": "Corpus",
        "site_url": "https://example.org/",
        "theme": {"name": "material", "font": False, "features": ["navigation.footer", "navigation.prune"]},
        "plugins": ["search"],
        "markdown_extensions": [*extensions.split(), {"toc": {"permalink": True}}],
        "nav": [{"Home": "index.md"}, *({name: entries} for name, entries in sections.items())],
    }
