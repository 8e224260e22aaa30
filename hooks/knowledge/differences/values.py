"""Typed values as short words, for the two sides of a difference."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any

from knowledge.in_words import effect_in_words
from knowledge.models.claim import Absolute, Effect
from knowledge.models.comparison import Cell
from knowledge.models.parse import Model


def in_short(value: object) -> str | None:
    """A value in words; None for one that is not there, or an empty list."""
    if value is None or value in ((), {}, ""):
        return None
    return next((say(value) for kind, say in _SAY if isinstance(value, kind)), str(value))


def cell_in_short(cell: Cell) -> str:
    """What a cell says: its value, claim or absence, then how sure, from what, with which note."""
    said = f"claim {cell.claim}" if cell.claim else in_short(cell.absence or cell.value) or ""
    rest = {"certainty": cell.certainty, "sources": cell.sources, "note": cell.note, "as of": cell.as_of}
    return ", ".join(filter(None, [said, _pairs(rest)]))


def _pairs(values: Mapping[str, object]) -> str:
    said = {str(key).rstrip("_").replace("_", " "): in_short(value) for key, value in values.items()}
    return ", ".join(f"{key} {value}" for key, value in said.items() if value)


_SAY: tuple[tuple[type | tuple[type, ...], Callable[[Any], str]], ...] = (
    (Effect, effect_in_words),
    (Absolute, lambda one: f"{one.baseline} without, {one.with_} with, of {one.per} ({one.source})"),
    (Cell, cell_in_short),
    (Model, lambda one: _pairs({key: getattr(one, key) for key in type(one).model_fields})),
    (Mapping, _pairs),
    ((tuple, list), lambda one: "; ".join(filter(None, map(in_short, one)))),
    (Enum, lambda one: str(one.value)),
)
"""How each kind of value is said, the first that fits; all others say themselves."""
