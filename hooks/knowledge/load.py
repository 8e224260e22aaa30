"""Loading the library: reads every file of docs/ once and parses it; nothing here raises for content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from knowledge.library import Library, Page
from knowledge.load_data import Loader
from knowledge.load_when_asked import LoaderWhenAsked
from knowledge.models.claim import Claim
from knowledge.models.front_matter import read_front_matter
from knowledge.models.measurement import Measurement
from knowledge.models.page import FrontMatter
from knowledge.models.records import CareCard, ClassScheme, Contraindication, Person, Service, Term, Topic
from knowledge.models.reference import Reference
from knowledge.models.settings import Settings, read_settings
from knowledge.problems import Place, Problem
from knowledge.source.changes import Changes, changed_files
from knowledge.source.front_matter import split_page
from knowledge.source.mkdocs_yml import MKDOCS_YML, SiteConfig, read_site_config
from knowledge.source.nodes import Items, Mapping, Node, Scalar
from knowledge.source.seen import Seen, bytes_of
from knowledge.source.text import PAGE_BYTES, SourceText
from knowledge.source.tree import Tree
from knowledge.source.yaml_suppressions import yaml_suppressions
from knowledge.source.yaml_text import DATA, parse_yaml

Asking = Callable[[Sequence[str]], Iterable[str] | None]
"""From the files of docs/, the pages of which alone something is to be told; None for everything."""


def load_library(
    docs_dir: Path,
    start: Path | None = None,
    *,
    today: date | None = None,
    changes: Changes | None = None,
    asking: Asking = lambda _files: None,
    seen: Seen | None = None,
) -> Library:
    """The library of a docs folder. Paths in problems are relative to `start`, the working directory by default.

    `today` is the day for rules that look at one; without it none of them speaks. `changes` are read in place of what
    is on the disk, so that a change can be looked at before it is made. Where `asking` names pages, data is read when
    it is looked up, and what is wrong in it is not told. With what was `seen` before, only files that changed since
    are parsed again, and the library holds the very objects of before for all others.
    """
    problems: list[Problem] = []
    changes = changes or {}
    files = changed_files(Tree(docs_dir, start, problems).files(), changes)
    asked = asking(files)
    loader = (Loader if asked is None else LoaderWhenAsked)(
        docs_dir, files, start, problems, changes=changes, seen=seen
    )
    pages = {name: _page(loader, name, problems, seen) for name in files if name.endswith(".md")}
    comparisons = loader.comparisons()
    return Library(
        docs_dir=docs_dir,
        files=files,
        pages=pages,
        comparisons=comparisons,
        comparison_ids=loader.comparison_ids(),
        claims=loader.collection("claim", "claims.yml", Claim),
        topics=loader.collection("topic", "topics.yml", Topic),
        references=loader.collection("reference", "references.yml", Reference),
        people=loader.collection("person", "people.yml", Person),
        terms=loader.collection("glossary term", "glossary.yml", Term),
        care_cards=loader.collection("care card", "care-cards.yml", CareCard),
        services=loader.collection("service", "services.yml", Service),
        contraindications=loader.collection("contraindication", "contraindications.yml", Contraindication),
        class_schemes=loader.collection("class scheme", "compression-classes.yml", ClassScheme),
        measurements=loader.collection("measurement", "measurements.yml", Measurement),
        searching=loader.searching(),
        settings=loader.kept(("data/rules.yml",), _settings),
        site=_site(docs_dir.parent / "mkdocs.yml", changes.get(MKDOCS_YML), seen),
        problems=tuple(problems),
        suppressions=sum((page.suppressions for page in pages.values()), loader.suppressions),
        start=start,
        today=today,
        asked=None if asked is None else frozenset(asked),
    )


def _page(loader: Loader, name: str, problems: list[Problem], seen: Seen | None) -> Page:
    source = loader.source(name, PAGE_BYTES)
    read = partial(_read_page, source, name)
    page, found = seen.made(source.path, source, read) if seen else read()
    problems += found
    return page


def _read_page(source: SourceText, name: str) -> tuple[Page, list[Problem]]:
    if not source.was_read:
        return Page(name, source, FrontMatter(), None, ""), list(source.problems)
    split = split_page(source)
    front, found = read_front_matter(split.front) if split.front else (FrontMatter(), [])
    above = yaml_suppressions(source.lines[: split.body_line - 1], source.path)
    page = Page(name, source, front, split.front, split.body, split.body_line, above)
    return page, [*source.problems, *split.problems, *found]


def _site(file: Path, changed: bytes | None, seen: Seen | None) -> SiteConfig:
    if seen is None or changed is not None:
        return read_site_config(file, changed)
    return seen.made(str(file), bytes_of(file), lambda: read_site_config(file))


def _settings(loader: Loader) -> Settings:
    """The package's rules.yml and patterns, overridden record by record by the site's own rules.yml."""
    patterns = [record for name in ("words", "certainty", "reading") for record in _packaged(f"patterns/{name}.yml")]
    records = [*_packaged("rules.yml"), _setting("wording-patterns", patterns)]
    settings, found = read_settings(Items(_PACKAGED, tuple(records)), loader.node("data/rules.yml"))
    loader.problems += found
    return settings


_PACKAGED = Place("knowledge/rules.yml")


def _packaged(name: str) -> tuple[Node, ...]:
    """The records of a file of the package."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    node, faults = parse_yaml(text, Place(f"knowledge/{name}"), DATA)
    if not isinstance(node, Items) or faults:
        raise ValueError(f"the package's {name} cannot be read: {faults}")
    return node.items


def _setting(name: str, values: Sequence[Node]) -> Mapping:
    """A record of settings, as if it stood in rules.yml."""
    entries = (("id", Scalar(_PACKAGED, name)), ("value", Items(_PACKAGED, tuple(values))))
    return Mapping(_PACKAGED, tuple((Scalar(_PACKAGED, key), value) for key, value in entries))
