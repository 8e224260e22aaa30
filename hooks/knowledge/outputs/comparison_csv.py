"""A comparison as CSV (RFC 4180, UTF-8): a column for each value, and beside it what the table says about it."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from io import StringIO
from unicodedata import category

from knowledge.dataset import LICENCE, column_label, table_citation
from knowledge.library import Library
from knowledge.models.comparison import Comparison
from knowledge.outputs.cell_facts import CellFacts, cell_facts
from knowledge.plain import plain_text

_SIDES: tuple[tuple[str, Callable[[CellFacts, Library], str]], ...] = (
    ("certainty", lambda facts, library: library.settings.certainty_words[facts.certainty] if facts.certainty else ""),
    ("sources", lambda facts, _library: "; ".join(facts.sources)),
    ("note", lambda facts, _library: facts.note or ""),
    ("as of", lambda facts, _library: facts.as_of.isoformat() if facts.as_of else ""),
)
_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?")
_FORMULA = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""What a formula begins with, in full width too; spreadsheets look past characters that nobody sees."""


def comparison_csv(comparison: Comparison, library: Library, address: str | None = None) -> str:
    """The whole comparison; side columns that would be empty throughout are left out. `address` is the site's."""
    grouped = any(row.group for row in comparison.rows)
    header = ["id", comparison.head.row_header, *(["Group"] if grouped else [])]
    lines = [[row.id, plain_text(row.label), *([row.group or ""] if grouped else [])] for row in comparison.rows]
    for column in comparison.columns:
        label = column_label(column)
        facts = [cell_facts(row.cells[column.id], column, library) for row in comparison.rows]
        _append(header, lines, label, [one.value for one in facts])
        for side, text_of in _SIDES:
            texts = [text_of(one, library) for one in facts]
            if any(texts):
                _append(header, lines, f"{label}: {side}", texts)
    for name, text in _about(comparison, address):
        _append(header, lines, name, [text] * len(lines))
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([safe(text) for text in line] for line in (header, *lines))
    return out.getvalue()


def _about(comparison: Comparison, address: str | None) -> list[tuple[str, str]]:
    """What holds for the whole table, as columns, so that every line has its cells and no line is anything else."""
    searched_to = comparison.head.evidence_searched_to
    return [
        ("Table", plain_text(comparison.head.caption)),
        ("Last checked", comparison.head.last_checked.isoformat()),
        *([("Evidence searched to", searched_to.isoformat())] if searched_to else []),
        ("Licence", f"{LICENCE['name']}, {LICENCE['url']}"),
        ("Cite as", table_citation(comparison, address)),
    ]


def _append(header: list[str], lines: list[list[str]], label: str, texts: list[str]) -> None:
    header.append(label)
    for line, text in zip(lines, texts, strict=True):
        line.append(text)


def safe(text: str) -> str:
    """A cell that no spreadsheet runs as a formula (OWASP, CSV injection); negative numbers stay numbers."""
    first = next((char for char in text if char in "\t\r\n" or not (char.isspace() or category(char) == "Cf")), "")
    return f"'{text}" if first in _FORMULA and not _NUMBER.fullmatch(text) else text
