"""D015: pressure classes rise and do not overlap."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from knowledge.checks.rule import Finding, on_data, rule
from knowledge.library import Library

D015 = rule(
    "D015",
    wants="The classes of a scheme rise and do not overlap; gaps are allowed, and two may share an end.",
    why="One pressure must not belong to two classes of the same country.",
    bad="class 1: [18, 24] with class 2: [23, 32]",
    good="class 1: [18, 21] with class 2: [23, 32]",
)


@on_data(D015)
def rising(library: Library) -> Iterator[Finding]:
    """Each class begins no lower than the one before it ends."""
    for record in library.class_schemes.records.values():
        for number, (below, above) in enumerate(pairwise(record.value.classes), start=1):
            end, begin = below.pressure.high, above.pressure.low
            if end is not None and begin is not None and begin >= end:
                continue
            message = (
                f"Class {above.class_} ({above.pressure} mmHg) overlaps class {below.class_} ({below.pressure} mmHg)."
            )
            hint = "Write the classes from the lightest to the firmest, each beginning where the one before it ends."
            yield Finding(record.place("classes", number, "pressure"), message, hint)
