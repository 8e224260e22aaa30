"""Tables: rows of cells between pipes, split as Python-Markdown's tables extension splits them."""

from __future__ import annotations

import re

from knowledge.source.markdown.chunks import Chunk
from knowledge.source.markdown.code_spans import TickRuns
from knowledge.source.markdown.lines import Line

_TOKENS = re.compile(r"\\\\|(?P<escaped>\\`+)|(?P<ticks>`+)|\\\||(?P<pipe>\|)")
_END_BORDER = re.compile(r"(?<!\\)(?:\\\\)*\|$")
_SEPARATOR = frozenset("|:- ")


def table_cells(chunk: Chunk) -> list[Line] | None:
    """The cells that the table shows, row by row, or None where the chunk is no table."""
    if chunk.second is None or "|" not in chunk.first or not set(chunk.second) <= _SEPARATOR:
        return None
    header, separator, *rows = (line.stripped() for line in chunk.lines)
    border = header.text.startswith("|") or _END_BORDER.search(header.text) is not None
    cells = _row(header, border)
    if len(cells) == 1 and not (border and all(_has_border(row.text) for row in (separator, *rows))):
        return None
    if len(_row(separator, border)) != len(cells):
        return None
    return [cell.stripped() for row in (header, *rows) for cell in _row(row, border)[: len(cells)]]


def _has_border(row: str) -> bool:
    return row.startswith("|") or _END_BORDER.search(row) is not None


def _row(line: Line, border: bool) -> list[Line]:
    if border:
        if line.text.startswith("|"):
            line = line.cut(1)
        end = _END_BORDER.search(line.text)
        if end is not None:
            line = line.cut(0, end.start())
    cells = []
    start = 0
    for pipe in _pipes(line.text):
        cells.append(line.cut(start, pipe))
        start = pipe + 1
    return [*cells, line.cut(start)]


def _pipes(text: str) -> list[int]:
    """The pipes that part cells: neither escaped nor inside code."""
    runs = TickRuns(text)
    pipes = []
    code_end = 0
    for token in _TOKENS.finditer(text):
        if token.start() < code_end:
            continue
        if token["pipe"]:
            pipes.append(token.start())
        elif token["ticks"] or token["escaped"]:
            length = len(token.group()) - (2 if token["escaped"] else 0)
            closing = runs.next_of_length(length, token.end()) if length else None
            code_end = closing + length if closing is not None else code_end
    return pipes
