"""Reading cells: short and long forms, by the column's type, each mistake at its place (D007 to D014)."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass
from typing import Any

from pydantic import Field

from knowledge.models.cell_grading import grading_problems
from knowledge.models.cell_values import CELL_RULES, read_value
from knowledge.models.comparison import Cell, Column
from knowledge.models.fields import Identifier, MarkdownText, RecentDate
from knowledge.models.parse import Model, missing_key, parse
from knowledge.models.words import Absence, Certainty
from knowledge.problems import Problem
from knowledge.source.nodes import Mapping, Node, Scalar
from knowledge.suggest import did_you_mean


class _Long(Model):
    """The long form of a cell with a value; the value itself is read by the column's type."""

    value: Any = Field(description="What the cell says, of its column’s type")
    certainty: Certainty | None = Field(default=None, description="How sure we are (GRADE)")
    sources: tuple[Identifier, ...] = Field(
        default=(), description="References that it rests on; a graded cell needs one"
    )
    note: MarkdownText | None = Field(default=None, description="A note below the table")
    as_of: RecentDate | None = Field(default=None, description="The day for which it holds")


class _OfClaim(Model):
    """A cell that shows a claim."""

    claim: Identifier = Field(
        description="The claim whose statement and certainty the cell shows", examples=["sciatica-pain"]
    )
    note: MarkdownText | None = Field(default=None, description="A note below the table")
    as_of: RecentDate | None = Field(default=None, description="The day for which it holds")


class _Absent(Model):
    """A cell whose value is absent for a named reason."""

    absent: Absence = Field(description="Why there is no value")
    note: MarkdownText | None = Field(default=None, description="A note below the table")
    sources: tuple[Identifier, ...] = Field(default=(), description="Where we looked")
    as_of: RecentDate | None = Field(default=None, description="The day for which it holds")


CELL_FORMS: tuple[type[Model], ...] = (_Long, _OfClaim, _Absent)
"""The long forms of a cell: with a value, showing a claim, absent for a named reason."""

_ABSENCES = {absence.value: absence for absence in Absence}
_KEYS = ("value", "claim", "absent", "certainty", "sources", "note", "as_of")


@dataclass(slots=True)
class _Read:
    cell: Cell | None
    problems: list[Problem]


def read_cell(node: Node, column: Column) -> tuple[Cell | None, list[Problem]]:
    """A cell by its column's type, or None with all its problems."""
    read = _by_form(node, column)
    if read.cell is not None:
        read.problems.extend(grading_problems(read.cell, column))
    return read.cell, read.problems


def _by_form(node: Node, column: Column) -> _Read:
    if not isinstance(node, Mapping) or (column.type == "effect" and node.get("measure") is not None):
        return _short(node, column)
    for key, model in (("claim", _OfClaim), ("absent", _Absent), ("value", _Long)):
        if node.get(key) is not None:
            alien = _of_other_form(node, key, model)
            read = _LONG_FORMS[key](_without(node, alien), model, column)
            return _Read(None if alien else read.cell, [*alien.values(), *read.problems])
    problem = next(iter(_unknown_form(node)), missing_key("value", node, "D002"))
    return _Read(None, [problem])


def _of_other_form(node: Mapping, form: str, model: type[Model]) -> dict[str, Problem]:
    """Keys that belong to another long form of a cell, such as `value` beside `claim`; grading is D011's to say."""
    found = {}
    for key, _ in node.entries:
        if key.text in _KEYS and key.text not in model.model_fields and (form, key.text) != ("absent", "certainty"):
            why = "; the claim gives it" if form == "claim" else ""
            message = f"A cell with `{form}` has no `{key.text}`{why}."
            found[key.text] = Problem.at(key.place, "D002", message, f"Remove `{key.text}`, or remove `{form}`.")
    return found


def _without(node: Mapping, keys: Container[str]) -> Mapping:
    return Mapping(node.place, tuple(entry for entry in node.entries if entry[0].text not in keys))


def _unknown_form(node: Mapping) -> list[Problem]:
    return [
        Problem.at(key.place, "D002", f"The key “{key.text}” is not known in a cell.", did_you_mean(key.text, _KEYS))
        for key, _ in node.entries
        if key.text not in _KEYS
    ]


def _short(node: Node, column: Column) -> _Read:
    if isinstance(node, Scalar) and (absence := _absence(node)):
        return _Read(Cell(node.place, absence=absence), [])
    value, problems = read_value(node, column)
    cell = Cell(node.place, value=value, value_place=node.place) if value is not None else None
    return _Read(cell, problems)


def _long(node: Mapping, model: type[_Long], column: Column) -> _Read:
    long, problems = parse(model, node, CELL_RULES)
    inner = node.get("value")
    assert inner is not None
    if isinstance(inner, Scalar) and (absence := _absence(inner)):
        hint = f"Write `absent: {absence}` in place of `value: {absence}`."
        return _Read(None, [*problems, Problem.at(inner.place, "D011", "An absence is not a value.", hint)])
    value, found = read_value(inner, column)
    if long is None or value is None:
        return _Read(None, [*problems, *found])
    note = node.get("note")
    return _Read(
        Cell(
            node.place,
            value=value,
            certainty=long.certainty,
            sources=long.sources,
            note=long.note,
            as_of=long.as_of,
            value_place=inner.place,
            note_place=note.place if note else None,
        ),
        [*problems, *found],
    )


def _of_claim(node: Mapping, model: type[_OfClaim], _column: Column) -> _Read:
    found, problems = parse(model, node, CELL_RULES)
    if found is None:
        return _Read(None, problems)
    claim, note = node.get("claim"), node.get("note")
    return _Read(
        Cell(
            node.place,
            claim=found.claim,
            note=found.note,
            as_of=found.as_of,
            value_place=claim.place if claim else None,
            note_place=note.place if note else None,
        ),
        problems,
    )


def _absent(node: Mapping, model: type[_Absent], _column: Column) -> _Read:
    graded = node.key("certainty")
    if graded is not None:
        message = "What is absent cannot be graded."
        return _Read(
            None,
            [Problem.at(graded.place, "D011", message, "Remove `certainty`, or give a value in place of `absent`.")],
        )
    found, problems = parse(model, node, CELL_RULES)
    if found is None:
        return _Read(None, problems)
    note = node.get("note")
    return _Read(
        Cell(
            node.place,
            absence=found.absent,
            note=found.note,
            sources=found.sources,
            as_of=found.as_of,
            note_place=note.place if note else None,
        ),
        problems,
    )


_LONG_FORMS: dict[str, Callable[[Mapping, Any, Column], _Read]] = {
    "claim": _of_claim,
    "absent": _absent,
    "value": _long,
}


def _absence(node: Scalar) -> Absence | None:
    return _ABSENCES.get(node.text)
