"""R008: active voice, told of a page as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from knowledge.checks.patterns import Hit, hits
from knowledge.checks.rule import Finding, on_library, rule
from knowledge.library import Library
from knowledge.problems import Severity
from knowledge.source.markdown.units import UnitKind

R008 = rule(
    "R008",
    wants="Active voice: say who does it. A page is told when more than 15 in 100 of its sentences are passive.",
    why="Readers need to know who acts. Lists of passives hit too much (write-good), so one sentence alone is no "
    "problem: a leg is measured, whoever does it.",
    bad="The leg is measured by a nurse. The sock is put on.",
    good="A nurse measures the leg. You put on the sock.",
    severity=Severity.NOTE,
)


@on_library(R008)
def passives(library: Library) -> Iterator[Finding]:
    """Page by page, at its first passive; a pattern that a site makes graver tells each hit by itself."""
    by_page: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits(library, R008.id):
        if hit.pattern.severity != "note":
            yield hit.finding()
        elif hit.prose.page:
            by_page[hit.prose.page.path].append(hit)
    for path, of_page in by_page.items():
        sentences = sum(unit.kind is UnitKind.SENTENCE for unit in library.pages[path].body.units)
        passive = len({id(hit.prose) for hit in of_page})
        if passive * 100 > sentences * library.settings.passive_share:
            lines = ", ".join(str(line) for line in sorted({hit.prose.unit.place.line for hit in of_page}))
            first = of_page[0]
            message = f"Passive voice in {passive} of {sentences} sentences (line {lines}): who does it?"
            yield Finding(first.prose.place_of(first.match.start()), message, first.pattern.hint)
