"""Reading the value of a cell by its column's type, as typed (D007 to D010)."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Any

from knowledge.models.claim import Effect
from knowledge.models.comparison import Column, YesNo
from knowledge.models.fields import IsoDate, MarkdownText, Number, plain_markdown
from knowledge.models.parse import FieldRules, parse_value
from knowledge.models.ranges import NumberRange, PressureRange
from knowledge.models.words import Absence, Certainty
from knowledge.problems import Edit, Problem
from knowledge.source.nodes import Items, Node, Scalar

_CELL_KINDS = MappingProxyType(
    {
        "date_form": "D014",
        "impossible_date": "D014",
        "range": "D009",
        "mark_up": "D002",
        "link_scheme": "L005",
        "identifier": "D004",
        "enum": "D002",
    }
)
CELL_RULES = FieldRules("D002", "D002", "D007", _CELL_KINDS)
_ONE = r"\d+(?:[.,]\d+)?"
NO_BLANKS = frozenset(
    {
        "",
        "-",
        "–",
        "—",
        "n/a",
        "na",
        "none",
        "nil",
        "?",
        "tbc",
        "tba",
        "null",
        "~",
        "nottested",
        "untested",
        "not known",
    }
)
_ABSENCES = frozenset(absence.value for absence in Absence)
_LONGEST_NAME = 24
"""Characters; whatever is longer is neither a blank nor an absence, however it is spaced."""
_NAMES = "Write `unknown` (nobody has looked), `not-tested` (we looked, no study) or `not-applicable`."


def read_value(node: Node, column: Column) -> tuple[Any, list[Problem]]:
    """The value of a cell by the column's type, or None with its problems."""
    if isinstance(node, Scalar) and not node.block and (blank := _blank(node)):
        return None, [blank]
    if column.type == "text" and isinstance(node, Scalar) and (text := plain_markdown(node.text)):
        return text, []
    scalars = node.items if isinstance(node, Items) and column.type == "range" else (node,)
    units = [unit for one in scalars if isinstance(one, Scalar) and (unit := _typed_unit(one, column))]
    return (None, units) if units else parse_value(_type_of(column), node, CELL_RULES)


def _blank(node: Scalar) -> Problem | None:
    """A text that stands for no value, or a named absence that is not typed as it should be (D010)."""
    text = node.text.strip()
    if len(text) > _LONGEST_NAME:
        return None
    name = "-".join(re.split(r"[\s_-]+", text.casefold()))
    if name in _ABSENCES:
        return Problem.at(node.place, "D010", f"“{text}” is not how this absence is typed.", f"Write `{name}`.")
    if text.casefold() not in NO_BLANKS:
        return None
    message = f"“{text}” does not say why there is no value." if text else "The cell is empty."
    return Problem.at(node.place, "D010", message, _NAMES)


def _typed_unit(node: Scalar, column: Column) -> Problem | None:
    """A number followed by a unit: the unit stands once, in the column (D008)."""
    found = re.fullmatch(rf"(<?\s*{_ONE}\+?(?:\s*(?:to|-|–)\s*{_ONE})?)\s*([^\d\s+.,<–-][^\d]*)", node.text.strip())
    if column.type not in ("number", "range") or not found or re.fullmatch(r"(to|-|–).*", found[2]):
        return None
    number, unit = found[1].strip(), found[2].strip()
    if column.unit is None or unit.casefold() == column.unit.casefold():
        message = f"The unit “{unit}” is typed in the cell."
        hint = f"Write {number} alone; the unit stands once, in the column."
        return Problem.at(node.place, "D008", message, hint, edits=_without_unit(node, number, column))
    message = f"The unit “{unit}” is not the column's unit, {column.unit}."
    return Problem.at(node.place, "D008", message, f"Give the value in {column.unit}, without the unit.")


def _without_unit(node: Scalar, number: str, column: Column) -> tuple[Edit, ...]:
    """The edit that takes the unit from behind the number, where the column has it and the number alone is right.

    One number in a column of ranges is right as an end of a range.
    """
    kinds = (_type_of(column), Number) if column.type == "range" else (_type_of(column),)
    alone = Scalar(node.place, number)
    if column.unit is None or all(parse_value(kind, alone, CELL_RULES)[1] for kind in kinds):
        return ()
    end = node.text.index(number) + len(number)
    return (Edit(node.place_of(end), node.text[end:].rstrip(), ""),)


def _type_of(column: Column) -> Any:
    if column.type == "range" and column.unit == "mmHg":
        return PressureRange
    return {
        "text": MarkdownText,
        "number": Number,
        "range": NumberRange,
        "yes-no": YesNo,
        "certainty": Certainty,
        "effect": Effect,
        "date": IsoDate,
    }[column.type]
