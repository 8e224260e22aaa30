"""A comparison as JSON: everything the table shows, with licence and dates."""

from __future__ import annotations

import json
from typing import Any

from knowledge.dataset import LICENCE, PUBLISHER, table_citation
from knowledge.library import Library
from knowledge.models.comparison import Cell, Column, Comparison, Row
from knowledge.outputs.cell_facts import cell_facts
from knowledge.plain import plain_text


def comparison_json(comparison: Comparison, library: Library, address: str | None = None) -> str:
    """The whole comparison; keys without a value are left out. `address` is the site's."""
    head = comparison.head
    facts = _present(
        id=comparison.id,
        title=head.title,
        question=head.question,
        caption=plain_text(head.caption),
        population=head.population,
        topic=head.topic,
        last_checked=head.last_checked.isoformat(),
        evidence_searched_to=head.evidence_searched_to.isoformat() if head.evidence_searched_to else None,
        publisher=PUBLISHER,
        licence=dict(LICENCE),
        citation=table_citation(comparison, address),
        certainty_words={level.value: words for level, words in library.settings.certainty_words.items()},
        absence_words=dict(library.settings.absence_words),
        row_header=head.row_header,
        columns=[_present(id=c.id, label=c.label, type=c.type, unit=c.unit) for c in comparison.columns],
        rows=[_row(row, comparison, library) for row in comparison.rows],
    )
    return json.dumps(facts, ensure_ascii=False, indent=2) + "\n"


def _row(row: Row, comparison: Comparison, library: Library) -> dict[str, Any]:
    cells = {column.id: _cell(row.cells[column.id], column, library) for column in comparison.columns}
    return _present(id=row.id, label=plain_text(row.label), group=row.group, cells=cells)


def _cell(cell: Cell, column: Column, library: Library) -> dict[str, Any]:
    facts = cell_facts(cell, column, library)
    return _present(
        value=facts.value,
        absent=facts.absent,
        claim=facts.claim,
        certainty=facts.certainty_level,
        sources=list(facts.sources) or None,
        note=facts.note,
        as_of=facts.as_of.isoformat() if facts.as_of else None,
    )


def _present(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
