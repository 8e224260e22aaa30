"""The data dictionary: every column and key of the downloads, its form and what it means.

Tests hold it against the downloads themselves. Claims, sources and words have the keys of their records' models.
"""

from __future__ import annotations

from knowledge.models.keys import KeyText

_Told = tuple[str, str, str]

_CSV: tuple[_Told, ...] = (
    ("id", "id", "The row’s name; with the table’s name it is the row’s place in a page"),
    ("the head of the rows", "text", "What the row is about; the head is the table’s own, such as “Support”"),
    ("Group", "text", "The heading that rows share, where a table has groups"),
    ("a column’s label", "text", "The value in words, with the unit in the label; or “Unknown” (nobody has looked), "
     "“Not tested” (we looked, no study) or “Does not apply”"),
    ("…: certainty", "text", "How sure we are of the value (GRADE), in words"),
    ("…: sources", "texts, parted by semicolons", "The studies and texts that the value rests on"),
    ("…: note", "text", "What else to know of the value"),
    ("…: as of", "date", "The day for which the value holds"),
    ("Table", "text", "What the table shows; the same in every row"),
    ("Last checked", "date", "The day on which somebody last looked at the table"),
    ("Evidence searched to", "date", "How far the search for studies went"),
    ("Licence", "text", "Under what terms you may use the table"),
    ("Cite as", "text", "How to name the table where you use it"),
)  # fmt: skip
_TABLE: tuple[_Told, ...] = (
    ("id", "id", "The table’s name, also that of its files"),
    ("title", "text", "What is compared"),
    ("question", "text", "The question that the table answers"),
    ("caption", "text", "What the table shows, in one sentence"),
    ("population", "text", "Who it is about"),
    ("topic", "id", "The complaint that it is about"),
    ("last_checked", "date", "The day on which somebody last looked at the table"),
    ("evidence_searched_to", "date", "How far the search for studies went"),
    ("publisher", "text", "Who publishes it"),
    ("licence", "name and url", "Under what terms you may use it"),
    ("citation", "text", "How to name the table where you use it"),
    ("certainty_words", "texts by level", "The words that pages show for each level of certainty"),
    ("absence_words", "texts by name", "The words that pages show where there is no value"),
    ("row_header", "text", "What the rows are"),
    ("columns", "list", "The columns in the order of the table"),
    ("rows", "list", "The rows in the order of the table"),
)
_COLUMN: tuple[_Told, ...] = (
    ("id", "id", "The name by which cells belong to the column"),
    ("label", "text", "The head that readers see"),
    ("type", "`text`, `number`, `range`, `yes-no`, `certainty`, `effect` or `date`", "What a cell of the column is"),
    ("unit", "text", "The unit of every value in the column"),
)
_ROW: tuple[_Told, ...] = (
    ("id", "id", "The row’s name"),
    ("label", "text", "What readers see"),
    ("group", "text", "The heading that rows share"),
    ("cells", "cells by column", "A cell for every column"),
)
_CELL: tuple[_Told, ...] = (
    ("value", "text", "The value in words; where there is none, the words for its absence"),
    ("absent", "`unknown`, `not-tested` or `not-applicable`", "Why there is no value"),
    ("claim", "id", "The finding that the cell shows, in `claims.json`"),
    ("certainty", "level", "How sure we are of the value (GRADE)"),
    ("sources", "list of texts", "The studies and texts that it rests on"),
    ("note", "text", "What else to know of the value"),
    ("as_of", "date", "The day for which it holds"),
)
_GROUPS = ((None, _TABLE), ("columns", _COLUMN), ("rows", _ROW), ("rows, cells", _CELL))


def csv_columns() -> list[KeyText]:
    """The columns of a table as CSV."""
    return [KeyText(name, form, _needed(name, _CSV_ALWAYS), meaning) for name, form, meaning in _CSV]


def json_keys() -> list[KeyText]:
    """The keys of a table as JSON."""
    return [
        KeyText(name, form, _needed(name, _JSON_ALWAYS.get(under, frozenset())), meaning, under)
        for under, told in _GROUPS
        for name, form, meaning in told
    ]


_CSV_ALWAYS = frozenset(
    ("id", "the head of the rows", "a column’s label", "Table", "Last checked", "Licence", "Cite as")
)
_JSON_ALWAYS = {
    None: frozenset(name for name, _, _ in _TABLE) - {"question", "population", "topic", "evidence_searched_to"},
    "columns": frozenset(("id", "label", "type")),
    "rows": frozenset(("id", "label", "cells")),
    "rows, cells": frozenset(("value",)),
}


def _needed(name: str, always: frozenset[str]) -> str:
    return "always there" if name in always else "where there is one"
