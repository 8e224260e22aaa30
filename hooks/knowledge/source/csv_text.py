"""CSV text (RFC 4180) to cells that remember their line and column; the standard reader knows neither."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.problems import Place, Problem
from knowledge.source.nodes import Scalar
from knowledge.source.text import SourceText

_RULE = "D013"
_QUOTED = re.compile(r'"((?:[^"]++|"")*)"(?!")')
_PLAIN = re.compile(r"[^,\n]*")


@dataclass(frozen=True, slots=True)
class CsvRecord:
    """One record; `place` is its first line, whatever line breaks stand in its quotes."""

    place: Place
    cells: tuple[Scalar, ...]


def parse_csv(source: SourceText) -> tuple[tuple[CsvRecord, ...], list[Problem]]:
    """All records, the header first, and what is wrong with them (D013).

    A record with too few or too many fields, and an empty line in the middle, are reported and left out, so that
    every record given has one cell for each column of the header.
    """
    if not source.text.strip():
        hint = "Type the first line: `id,label,` and the ids of the columns."
        return (), [Problem.at(Place(source.path), _RULE, "The file is empty.", hint)]
    reader = _Reader(source)
    records = reader.records()
    problems = reader.problems
    if not records:
        return (), problems
    header = records[0]
    broken = _header_problems(header)
    problems.extend(broken)
    kept = [header]
    for record in records[1:]:
        problem = _unlike_header(record, header)
        if problem is None:
            kept.append(record)
        elif not broken or len(header.cells) > 1:
            problems.append(problem)
    return tuple(kept), problems


class _Reader:
    """Walks the text once."""

    def __init__(self, source: SourceText) -> None:
        self.path = source.path
        self.text = source.text
        self.position = 0
        self.line = 1
        self.line_start = 0
        self.problems: list[Problem] = []

    def records(self) -> list[CsvRecord]:
        """All records but empty lines, which are reported unless they end the file."""
        found: list[CsvRecord] = []
        while self.position < len(self.text):
            place = self._place()
            if self.text[self.position] == "\n":
                self._empty_line(place)
                continue
            found.append(CsvRecord(place, tuple(self._cells())))
        return found

    def _empty_line(self, place: Place) -> None:
        if self.text[self.position :].strip("\n"):
            hint = "Remove the line; an empty cell is typed `unknown`, `not-tested` or `not-applicable`."
            self._report(place, "This line is empty.", hint)
            self._new_line()
        else:
            self.position = len(self.text)

    def _cells(self) -> list[Scalar]:
        cells = [self._cell()]
        while self.position < len(self.text) and self.text[self.position] == ",":
            self.position += 1
            cells.append(self._cell())
        if self.position < len(self.text):
            self._new_line()
        return cells

    def _cell(self) -> Scalar:
        place = self._place()
        if self.text.startswith('"', self.position):
            return self._quoted(place)
        match = _PLAIN.match(self.text, self.position)
        text = match.group() if match else ""
        if '"' in text:
            hint = 'Put the whole cell in quotes, close to the comma, and type each quote inside twice: "say ""ah""".'
            self._report(place.shifted(text.index('"')), "There is a quote inside a cell that is not in quotes.", hint)
        self.position += len(text)
        return Scalar(place, text)

    def _quoted(self, place: Place) -> Scalar:
        match = _QUOTED.match(self.text, self.position)
        if match is None:
            self._report(
                place,
                "A quote is opened here and never closed.",
                "Close it at the end of the cell; a quote inside the cell is typed twice.",
            )
            return Scalar(place, self._rest_of_line()[1:], quoted=True)
        breaks = self._breaks(match.group(1))
        self._pass(match.end())
        end = self._place()
        after = _PLAIN.match(self.text, self.position)
        if after and after.group():
            self._report(
                end,
                "There is text after the closing quote.",
                'Put a comma after the quote; a quote that belongs to the text is typed twice ("").',
            )
            self.position = after.end()
        return Scalar(place, match.group(1).replace('""', '"'), quoted=True, breaks=breaks)

    def _breaks(self, typed: str) -> tuple[tuple[int, Place], ...]:
        """Where the text of a quoted cell goes on behind a line break or a quote typed twice."""
        found: list[tuple[int, Place]] = []
        doubled = breaks = 0
        line_start = self.line_start
        for match in re.finditer(r'\n|""', typed):
            if match[0] == "\n":
                breaks += 1
                line_start = self.position + 1 + match.end()
            else:
                doubled += 1
            column = self.position + 1 + match.end() - line_start + 1
            found.append((match.end() - doubled, Place(self.path, self.line + breaks, column)))
        return ((0, self._place().shifted(1)), *found) if found else ()

    def _rest_of_line(self) -> str:
        """Skip to the end of the line, so that one unclosed quote does not hide what follows it."""
        end = self.text.find("\n", self.position)
        end = len(self.text) if end < 0 else end
        rest = self.text[self.position : end]
        self.position = end
        return rest

    def _pass(self, end: int) -> None:
        """Move over a cell's text, counting the line breaks inside."""
        breaks = self.text.count("\n", self.position, end)
        if breaks:
            self.line += breaks
            self.line_start = self.text.rfind("\n", self.position, end) + 1
        self.position = end

    def _new_line(self) -> None:
        self._pass(self.position + 1)

    def _place(self) -> Place:
        return Place(self.path, self.line, self.position - self.line_start + 1)

    def _report(self, place: Place, message: str, hint: str) -> None:
        self.problems.append(Problem.at(place, _RULE, message, hint))


def _header_problems(header: CsvRecord) -> list[Problem]:
    if len(header.cells) == 1 and ";" in header.cells[0].text:
        return [
            Problem.at(
                header.place,
                _RULE,
                "The fields are separated by semicolons.",
                "Save the file as CSV with commas between the fields.",
            )
        ]
    problems = []
    seen: dict[str, int] = {}
    for number, cell in enumerate(header.cells, start=1):
        name = cell.text.strip()
        if not name:
            problems.append(
                Problem.at(
                    cell.place,
                    _RULE,
                    f"Column {number} has no name in the first line.",
                    "Type its id, or remove the column from every line.",
                )
            )
        elif name in seen:
            problems.append(
                Problem.at(
                    cell.place,
                    _RULE,
                    f"The column “{name}” stands here a second time.",
                    f"Keep one of the two; the first is column {seen[name]}.",
                )
            )
        else:
            seen[name] = number
    return problems


def _unlike_header(record: CsvRecord, header: CsvRecord) -> Problem | None:
    """A record with more or fewer fields than the header has columns."""
    fields, columns = len(record.cells), len(header.cells)
    if fields < columns:
        missing = header.cells[fields].text
        message = f"This record has {fields} of {columns} fields; “{missing}” is the first that is missing."
        return Problem.at(
            record.place, _RULE, message, "Add the missing fields; where nothing is known, type `unknown`."
        )
    if fields > columns:
        extra = record.cells[columns]
        message = (
            f"This record has {fields} fields, but the first line has {columns}; “{extra.text}” is the first too many."
        )
        return Problem.at(
            extra.place, _RULE, message, "Put a cell that has a comma in it in quotes, or remove the field."
        )
    return None
