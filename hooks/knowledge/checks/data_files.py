"""Data files as such: well-formed records, typed cells, dates. Held while data is read (source, models)."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.rule import HARM, LOST, Finding, on_data, rule
from knowledge.library import Library
from knowledge.models.data_files import RECORD_FILES
from knowledge.problems import Place, Severity
from knowledge.suggest import did_you_mean

D001 = rule(
    "D001",
    wants="Each data file is well-formed YAML: a list of records, or one comparison; no tabs, anchors or tags, nested "
    "at most 20 deep, under 2 MB, and of a name that is read.",
    why="A file that cannot be read is knowledge that is lost.",
    bad="claims: with records below it",
    good="- id: sciatica-pain",
    never_silenced=LOST,
)
D009 = rule(
    "D009",
    wants="Ranges rise, their ends are numbers, and pressures lie between 1 and 80 mmHg (over 60 is a note).",
    why="A range that falls, or a pressure that no garment has, is a slip of the pen that could harm.",
    bad="pressure: [30, 20]",
    good="pressure: [20, 30]",
    never_silenced=HARM,
)
D002 = rule(
    "D002",
    wants="Known keys, all that are needed, and values of the right kind.",
    why="A misspelt key has no effect, and nobody would notice.",
    bad="lable: Effect",
    good="label: Effect",
    never_silenced=LOST,
)
rule(
    "D005",
    wants="Columns with ids of their own, a known `type`, and a `unit` only where there are numbers.",
    why="The type of a column decides what its cells may be.",
    bad="type: nubmer",
    good="type: number",
    never_silenced=LOST,
)
rule(
    "D006",
    wants="Each row has a cell for every column, and no other.",
    why="An empty place in a table could mean anything.",
    bad="efect: Less pain",
    good="effect: Less pain",
    never_silenced=LOST,
)
rule(
    "D007",
    wants="A cell fits its column's type.",
    why="Only then can tables be sorted, compared and taken away as data.",
    bad="strong, in a column of numbers",
    good="20, in a column of numbers",
    never_silenced=LOST,
)
rule(
    "D008",
    wants="A unit stands once, in the column.",
    why="So that it cannot differ from cell to cell.",
    bad="20 mmHg",
    good="20, with `unit: mmHg` in the column",
    never_silenced=LOST,
    mends=True,
)
rule(
    "D010",
    wants="Absence has a name: `unknown`, `not-tested` or `not-applicable`.",
    why="“n/a” does not say if nobody looked, if nobody found a study, or if it makes no sense to ask.",
    bad="effect: n/a",
    good="effect: not-applicable",
    never_silenced=LOST,
)
rule(
    "D011",
    wants="What is absent is not graded; `unknown` has no sources.",
    why="The absence of studies is not a finding that one can be sure of.",
    bad="absent: not-tested with certainty: low",
    good="absent: not-tested",
    never_silenced=LOST,
)
rule(
    "D012",
    wants="Columns with `certainty: required` are graded cell by cell, and every certainty has sources.",
    why="A finding never stands without how sure it is and from what.",
    bad="effect: Less pain, in a graded column",
    good="effect: {claim: sciatica-exercise-leg-pain}",
    never_silenced=HARM,
)
rule(
    "D013",
    wants="CSV rows under a header `id,label` and known columns, as many fields in each record as in the header, and "
    "not beside `rows:`.",
    why="A field too few moves every value after it under the wrong heading.",
    bad="sock,Compression sock,20",
    good="sock,Compression sock,20,unknown",
    never_silenced=LOST,
)
rule(
    "D014",
    wants="Dates as year-month-day; `as_of` and `last_checked` not before 1990.",
    why="12/11/26 is a different day for British and American readers.",
    bad="as_of: 20/11/26",
    good="as_of: 2026-11-20",
    never_silenced=LOST,
)
_KNOWN = frozenset(f"data/{name}.yml" for name in (*RECORD_FILES, "rules", "search"))
_PAGE = "data/index.md"
"""The one page among the data: it lists what the site publishes of them."""
_HIGH = 60
"""mmHg; garments above it exist, but a sock for daily wear does not."""


@on_data(D001)
def known_files(library: Library) -> Iterator[Finding]:
    """A data file with a name that nothing reads is a slip of the pen, not an empty list."""
    for name in library.files:
        folder, _, file = name.rpartition("/")
        read = name in _KNOWN or name == _PAGE or (folder == "data/comparisons" and file.endswith((".yml", ".csv")))
        if name.startswith("data/") and not read:
            hint = did_you_mean(name, _KNOWN, otherwise="Move it out of data/, or into data/comparisons/.")
            yield Finding(Place(library.shown(name)), "Nothing reads a data file of this name.", hint)


@on_data(D009)
def high_pressures(library: Library) -> Iterator[Finding]:
    """Pressures above 60 mmHg are told as a note; what is no range at all is met while reading."""
    for record in library.class_schemes.records.values():
        for number, one in enumerate(record.value.classes):
            ends = [end for end in (one.pressure.low, one.pressure.high) if end is not None and end > _HIGH]
            if ends:
                place = record.place("classes", number, "pressure")
                yield Finding(place, f"{ends[0]} mmHg is rare.", "Check the source again.", Severity.NOTE)
