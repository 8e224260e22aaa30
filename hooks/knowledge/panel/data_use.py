"""Which records of the data files a page shows, and by which selector each is found there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.charts.asked import chart_of, claims_drawn
from knowledge.charts.cells import CellsChart
from knowledge.charts.classes import ClassesChart
from knowledge.library import Library, Page
from knowledge.models.blocks import DIAGRAMS
from knowledge.models.claim import Claim
from knowledge.models.comparison import Comparison
from knowledge.models.words import PageType
from knowledge.problems import Problem
from knowledge.source.markdown.model import Block
from knowledge.source.text import read_text

WHOLE = ""
"""Stands for every record of a file."""

_GENERATED = {
    "care-cards": (("care-cards", ".care"), ("services", ".phones")),
    "contraindications": (("contraindications", None),),
    "classes": (("compression-classes", None),),
    "converter": (("compression-classes", "#converter"),),
    "safety-check": (("contraindications", "#safety-check"), ("care-cards", ".care"), ("services", ".phones")),
}
_ID = re.compile(r"(?:- +)?id: *['\"]?([^\s'\"#]+)")


@dataclass(frozen=True, slots=True)
class Use:
    """A record of a data file, or the whole file, that a page shows; `selector` finds it in the page."""

    file: str
    record: str
    selector: str | None


class DataUse:
    """What one page shows of docs/data."""

    def __init__(self, page: Page, library: Library) -> None:
        """Follow the page's blocks, front matter and citations, and what those show in turn."""
        self._library = library
        self._uses: dict[tuple[str, str], Use] = {}
        folder = library.shown("data")
        for use in _of_page(page, library):
            self._uses.setdefault((f"{folder}/{use.file}", use.record), use)

    def of(self, problem: Problem) -> Use | None:
        """The record that a problem lies in, if the page shows it."""
        whole = self._uses.get((problem.path, WHOLE))
        if whole is not None or not any(path == problem.path for path, _ in self._uses):
            return whole
        record = _record_at(problem, self._library)
        return self._uses.get((problem.path, record)) if record else None


def _of_page(page: Page, library: Library) -> Iterator[Use]:
    front = page.front
    if front.primary_claim:
        yield from _of_claim(front.primary_claim, "#verdict", library)
    for block in page.body.blocks:
        yield from _of_chart(block, library) if block.name == "chart" else ()
        yield from _of_block(block.name, block.argument or "", library)
    for citation in page.body.citations:
        for cited in citation.keys:
            yield _reference(cited.key)
    for card in front.urgent_cards:
        yield Use("care-cards.yml", card, ".care")
        yield Use("services.yml", WHOLE, ".phones")
    for person in (*front.authors, *(review.person for review in front.reviewers)):
        yield Use("people.yml", person, ".review")
    if front.safety_gate:
        yield Use("contraindications.yml", WHOLE, ".gate")
    if front.type is PageType.GLOSSARY:
        yield Use("glossary.yml", WHOLE, None)


def _of_block(kind: str, name: str, library: Library) -> Iterator[Use]:
    if kind == "claim":
        yield from _of_claim(name, f"#claim-{name}", library)
    elif kind == "comparison":
        yield from _of_comparison(name, library)
    elif kind == "diagram" and name in DIAGRAMS:
        yield from (_reference(source) for source in DIAGRAMS[name].sources)
    elif kind in ("generated", "tool"):
        for file, selector in _GENERATED.get(name, ()):
            yield Use(f"{file}.yml", WHOLE, selector)


def _of_chart(block: Block, library: Library) -> Iterator[Use]:
    chart = chart_of(block, library)
    for claim in claims_drawn(chart):
        yield from _of_claim(claim.id, ".drawing", library)
    if isinstance(chart, CellsChart):
        yield from _of_comparison(chart.comparison.id, library)
    elif isinstance(chart, ClassesChart):
        yield Use("compression-classes.yml", WHOLE, "#chart-classes")


def _of_claim(name: str, selector: str, library: Library) -> Iterator[Use]:
    yield Use("claims.yml", name, selector)
    claim = library.claims.get(name)
    if isinstance(claim, Claim):
        for source in claim.sources:
            yield _reference(source)


def _of_comparison(name: str, library: Library) -> Iterator[Use]:
    selector = f"#comparison-{name}"
    for ending in ("yml", "csv"):
        yield Use(f"comparisons/{name}.{ending}", WHOLE, selector)
    comparison: Comparison | None = library.comparisons.get(name)
    for row in comparison.rows if comparison else ():
        for cell in row.cells.values():
            if cell.claim:
                yield from _of_claim(cell.claim, selector, library)
            for source in cell.sources:
                yield _reference(source)


def _reference(key: str) -> Use:
    return Use("references.yml", key, f"#ref-{key}")


def _record_at(problem: Problem, library: Library) -> str | None:
    """The id of the record around a problem, read from the text, since a broken record may be no record at all."""
    lines = library.once(_data_lines).get(problem.path, ())
    start = next((n for n in range(min(problem.line, len(lines)) - 1, -1, -1) if lines[n].startswith("-")), None)
    if start is None:
        return None
    for number in range(start, len(lines)):
        if number > start and lines[number].startswith("-"):
            break
        match = _ID.match(lines[number].strip())
        if match:
            return match[1]
    return None


def _data_lines(library: Library) -> dict[str, tuple[str, ...]]:
    """The lines of each file of records."""
    names = {library.shown(name): name for name in library.files if name.startswith("data/")}
    paths = {collection.path for collection in library.collections} & names.keys()
    return {path: read_text(library.docs_dir / names[path], path=path).lines for path in paths}
