"""Reading the value of a cell by its column's type, as typed (D007 to D010)."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Any

from knowledge.models.claim import Effect
from knowledge.models.comparison import Column, YesNo
from knowledge.models.fields import IsoDate, MarkdownText, Number
from knowledge.models.parse import FieldRules, parse_value
from knowledge.models.ranges import NumberRange, PressureRange
from knowledge.models.words import Certainty
from knowledge.problems import Problem
from knowledge.source.nodes import Node, Scalar

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
    {"", "-", "–", "—", "n/a", "na", "none", "nil", "?", "tbc", "tba", "null", "~", "not applicable", "not tested"}
)
_NAMES = "Write `unknown` (nobody has looked), `not-tested` (we looked, no study) or `not-applicable`."


def read_value(node: Node, column: Column) -> tuple[Any, list[Problem]]:
    """The value of a cell by the column's type, or None with its problems."""
    if isinstance(node, Scalar):
        if node.text.strip().casefold() in NO_BLANKS and not node.block:
            message = (
                f"“{node.text.strip()}” does not say why there is no value."
                if node.text.strip()
                else "The cell is empty."
            )
            return None, [Problem.at(node.place, "D010", message, _NAMES)]
        if unit := _typed_unit(node, column):
            return None, [unit]
    return parse_value(_type_of(column), node, CELL_RULES)


def _typed_unit(node: Scalar, column: Column) -> Problem | None:
    """A number followed by a unit: the unit stands once, in the column."""
    found = re.fullmatch(rf"(<?\s*{_ONE}\+?(?:\s*(?:to|-|–)\s*{_ONE})?)\s*([^\d\s+.,<–-][^\d]*)", node.text.strip())
    if column.type not in ("number", "range") or not found or re.fullmatch(r"(to|-|–).*", found[2]):
        return None
    if column.unit is None or found[2].strip().casefold() == column.unit.casefold():
        return Problem.at(
            node.place,
            "D008",
            f"The unit “{found[2].strip()}” is typed in the cell.",
            f"Write {found[1].strip()} alone; the unit stands once, in the column.",
        )
    return Problem.at(
        node.place,
        "D008",
        f"The unit “{found[2].strip()}” is not the column's unit, {column.unit}.",
        f"Give the value in {column.unit}, without the unit.",
    )


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
