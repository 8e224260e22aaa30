"""B008 and B009: tables to take away can be read, and hold what their pages show."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from knowledge.built.addresses import resolved
from knowledge.built.tree import Tree
from knowledge.checks.rule import Finding

_TABLES = "data/comparisons/"
_HINT = "Mend the output that writes it (hooks/knowledge/outputs)."


def tables_are_readable(tree: Tree) -> Iterator[Finding]:
    """Each CSV file, as a spreadsheet reads it, and each table's offer by a page."""
    offered = _offered(tree)
    for name in tree.named(".csv"):
        for line, message in _csv_faults(tree.read(name)):
            yield Finding(tree.place(name)._replace(line=line), message, _HINT)
    for name in tree.named(".csv", ".json"):
        if name.startswith("data/") and name not in offered:
            message = "No page offers this file, so it was not meant to be published."
            yield Finding(tree.place(name), message, "Link to it, or leave it out.")


def tables_hold_their_rows(tree: Tree) -> Iterator[Finding]:
    """The rows that a page shows of a comparison, against its downloads; one on its side shows columns as rows."""
    known: dict[str, list[tuple[str, frozenset[str], frozenset[str]]]] = {}
    for page, facts in tree.pages.items():
        for key, rows in facts.tables.items():
            if key not in known:
                known[key] = list(_download_keys(_table(key, tree), tree))
            shown = {use.text for use in rows}
            for name, row_ids, columns in known[key]:
                if shown <= row_ids or shown <= columns:
                    continue
                first = next(use for use in rows if use.text not in row_ids)
                message = f"The row “{first.text}” of the table “{key}” is not in {name}."
                yield Finding(tree.place(page, first), message, _HINT)


def _table(key: str, tree: Tree) -> str:
    """The table of a key: shown a second time on one page it carries a number."""
    first, _, number = key.rpartition("-")
    return first if number.isdecimal() and f"{_TABLES}{key}.csv" not in tree.names else key


def _offered(tree: Tree) -> set[str | None]:
    return {
        resolved(use.text, page, tree).file
        for page, facts in tree.pages.items()
        for use in facts.links
        if use.text.endswith((".csv", ".json"))
    }


def _csv_faults(content: bytes) -> Iterator[tuple[int, str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        yield 1, f"The file is no UTF-8: byte {error.start}."
        return
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(reader, [])
        if not header:
            yield 1, "The file is empty."
        for name in sorted({name for name in header if header.count(name) > 1}):
            yield 1, f"Two columns are headed “{name}”."
        for row in reader:
            if len(row) != len(header):
                yield reader.line_num, f"The row has {len(row)} cells under {len(header)} headers."
    except csv.Error as error:
        yield reader.line_num, f"The file cannot be read: {error}."


def _download_keys(key: str, tree: Tree) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
    """The name, row ids and column ids of each download of a table; a CSV file tells no ids of columns."""
    name = f"{_TABLES}{key}.json"
    columns: frozenset[str] = frozenset()
    if name in tree.names:
        try:
            found = json.loads(tree.text(name))
            columns = frozenset(one["id"] for one in found["columns"])
            yield name, frozenset(one["id"] for one in found["rows"]), columns
        except (ValueError, KeyError, TypeError):
            yield name, frozenset(), frozenset()
    else:
        yield name, frozenset(), frozenset()
    name = f"{_TABLES}{key}.csv"
    text = tree.read(name).decode("utf-8-sig", "replace") if name in tree.names else ""
    rows = list(csv.reader(io.StringIO(text, newline="")))
    yield name, frozenset(row[0] for row in rows[1:] if row), columns
