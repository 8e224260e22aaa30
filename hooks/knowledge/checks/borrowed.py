"""C010: in a comparison, a finding in other people says so."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.rule import Finding, on_library, rule
from knowledge.library import Library

C010 = rule(
    "C010",
    wants="In a comparison, a cell that shows a claim about another complaint says so in its `note`.",
    why="GRADE calls it indirectness: what was found in other people may not hold for the reader of this table.",
    bad="{claim: back-pain-belts-pain} in a table on sciatica",
    good="{claim: back-pain-belts-pain, note: Tested in back pain.} in a table on sciatica",
)


@on_library(C010)
def other_people_named(library: Library) -> Iterator[Finding]:
    """Cells whose claim's topic is not the table's; a table without a topic is about no one complaint."""
    for comparison in library.comparisons.values():
        own = library.topics.get(comparison.head.topic or "")
        for row in comparison.rows if own else ():
            for cell in row.cells.values():
                claim = library.claims.get(cell.claim or "")
                other = library.topics.get(claim.topic) if claim else None
                if claim and own and other and other is not own and not cell.note:
                    message = f"The claim “{claim.id}” is about “{other.label}”, not about this table's “{own.label}”."
                    hint = f"Write `{{claim: {claim.id}, note: …}}` and say in the note whom it was tested in."
                    yield Finding(cell.value_place or cell.place, message, hint)
