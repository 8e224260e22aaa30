"""Number ranges as writers type them: `[15, 20]`, `49+`, `<15`, in CSV also `15 to 20`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from knowledge.models.fields import mistake, shown

RANGE = "range"
_NUMBER = r"\d+(?:\.\d+)?"


@dataclass(frozen=True, slots=True)
class Range:
    """Two ends of which one may be open (None); both in the unit of the column."""

    low: Decimal | None
    high: Decimal | None

    def __str__(self) -> str:
        """`15 to 20`, `49 or more`, `under 15`."""
        if self.low is None:
            return f"under {self.high}"
        if self.high is None:
            return f"{self.low} or more"
        return f"{self.low} to {self.high}"


def read_range(value: object) -> Range:
    """A range from a two-item list or from text.

    Raises:
        PydanticCustomError: of type `range`, when it is no range or does not rise.
    """
    ends = _ends(value)
    if ends is None:
        typed = f"[{', '.join(map(shown, value))}]" if isinstance(value, list) else shown(value)
        raise mistake(
            RANGE, f"“{typed}” is not a range.", "Write two numbers, `[15, 20]`, or an open end: `49+`, `<15`."
        )
    low, high = ends
    if low is not None and high is not None and low >= high:
        mend = f"Write the lower end first: `[{high}, {low}]`." if low > high else f"Write an open end: `{low}+`."
        raise mistake(RANGE, f"The range does not rise: {low} to {high}.", mend)
    return Range(low, high)


def _ends(value: object) -> tuple[Decimal | None, Decimal | None] | None:
    if isinstance(value, list):
        if len(value) == 2 and all(isinstance(end, str) and re.fullmatch(_NUMBER, end) for end in value):
            return Decimal(str(value[0])), Decimal(str(value[1]))
        return None
    text = value.strip() if isinstance(value, str) else ""
    if both := re.fullmatch(rf"({_NUMBER})\s*(?:to|-|–)\s*({_NUMBER})", text):
        return Decimal(both[1]), Decimal(both[2])
    if above := re.fullmatch(rf"({_NUMBER})\+", text):
        return Decimal(above[1]), None
    if below := re.fullmatch(rf"<\s*({_NUMBER})", text):
        return None, Decimal(below[1])
    return None


def _pressure(value: object) -> Range:
    """A range of pressures: 1 to 80 mmHg, beyond which no garment goes."""
    found = read_range(value)
    outside = [end for end in (found.low, found.high) if end is not None and not 1 <= end <= 80]
    if outside:
        raise mistake(
            RANGE, f"{outside[0]} mmHg is not a pressure of a garment.", "Pressures lie between 1 and 80 mmHg."
        )
    return found


_TYPED = WithJsonSchema(
    {
        "anyOf": [
            {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
            {"type": "string", "pattern": rf"^({_NUMBER}\+|<\s*{_NUMBER}|{_NUMBER}\s*(to|-|–)\s*{_NUMBER})$"},
        ],
        "examples": [[15, 20], "49+", "<15"],
    }
)
PressureRange = Annotated[Range, BeforeValidator(_pressure), _TYPED]
"""A pressure at the ankle in mmHg."""
NumberRange = Annotated[Range, BeforeValidator(read_range), _TYPED]
