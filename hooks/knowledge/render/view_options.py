"""The options of a comparison block: `columns`, `rows`, `transpose`; what is wrong is told, never dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol, TypeVar
from xml.etree.ElementTree import Element

from knowledge.models.comparison import Comparison
from knowledge.render.comparison import View
from knowledge.render.errors import error_box, not_known

OPTIONS = ("columns", "rows", "transpose")


class _Named(Protocol):
    @property
    def id(self) -> str: ...


NamedT = TypeVar("NamedT", bound=_Named)


def read_view(comparison: Comparison, options: Mapping[str, Any]) -> tuple[View, list[Element]]:
    """The view that the options ask for, and an error box for each of their mistakes."""
    errors = [not_known("option", name, OPTIONS) for name in options if name not in OPTIONS]
    columns = _chosen("column", options.get("columns"), comparison.columns, errors)
    rows = _chosen("row", options.get("rows"), comparison.rows, errors)
    transpose = options.get("transpose", False)
    if not isinstance(transpose, bool):
        errors.append(error_box(f"The option “transpose” cannot be “{transpose}”.", "Write true or false."))
    return View(columns, rows, transpose is True), errors


def _chosen(noun: str, names: Any, known: Sequence[NamedT], errors: list[Element]) -> tuple[NamedT, ...]:
    """The records named, in the order named; all of them where none is."""
    by_id = {one.id: one for one in known}
    if names is None:
        return tuple(known)
    if not isinstance(names, list) or not names:
        hint = f"Write `{noun}s: [{next(iter(by_id), '')}]`."
        errors.append(error_box(f"The option “{noun}s” must be a list.", hint))
        return tuple(known)
    asked = list(dict.fromkeys(str(name) for name in names))
    errors += [not_known(noun, name, by_id) for name in asked if name not in by_id]
    return tuple(by_id[name] for name in asked if name in by_id)
