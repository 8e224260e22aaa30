"""Compares two libraries: records by id, cells by row and column, pages by path."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from knowledge.differences.model import Difference, Part
from knowledge.differences.values import in_short
from knowledge.library import Library, Page
from knowledge.models.comparison import Comparison
from knowledge.models.parse import Model

KINDS = ("claim", "comparison", "care card", "contraindication", "service", "reference")
"""What a reviewer should see first, in this order; other kinds follow by name, pages last."""
SURE_AND_SAFE = frozenset({"certainty", "direction", "statement", "effect", "absolute", "level", "action", "signs"})
"""Parts that say how sure or how safe: a difference with one of them comes before others of its kind."""


def differences(old: Library, new: Library) -> list[Difference]:
    """Everything that came, went or changed, what protects readers first."""
    found = [*_records(old, new), *_comparisons(old, new), *_pages(old, new)]
    order = {kind: at for at, kind in enumerate(KINDS)}
    return sorted(
        found, key=lambda one: (one.kind == "page", order.get(one.kind, len(KINDS)), one.weight, one.kind, one.id)
    )


def _records(old: Library, new: Library) -> Iterator[Difference]:
    for before, after in zip(old.collections, new.collections, strict=True):
        sides = ({name: one.value for name, one in side.records.items()} for side in (before, after))
        yield from _things(after.noun, *sides)


def _comparisons(old: Library, new: Library) -> Iterator[Difference]:
    names = sorted({*old.comparisons, *new.comparisons})
    sides = [[_table(side.comparisons.get(name)) for side in (old, new)] for name in names]
    for name, (before, after) in zip(names, sides, strict=True):
        yield from _thing("comparison", name, before, after)


def _table(comparison: Comparison | None) -> dict[str, object] | None:
    """A comparison as flat parts: the keys of its head, each column, and each cell by “row, column”."""
    if comparison is None:
        return None
    head = _fields(comparison.head, without=("columns", "rows"))
    columns = {f"column {column.id}": column for column in comparison.columns}
    rows = {f"row {row.id}": f"{row.label}{f' ({row.group})' if row.group else ''}" for row in comparison.rows}
    cells = {f"{row.id}, {column}": cell for row in comparison.rows for column, cell in row.cells.items()}
    return {**head, **columns, **rows, **cells}


def _pages(old: Library, new: Library) -> Iterator[Difference]:
    yield from _things("page", *({path: _page(page) for path, page in side.pages.items()} for side in (old, new)))


def _page(page: Page) -> dict[str, object]:
    return {**_fields(page.front), "text": page.markdown}


def _things(
    kind: str, old: Mapping[str, Model | dict[str, object]], new: Mapping[str, Model | dict[str, object]]
) -> Iterator[Difference]:
    for name in sorted({*old, *new}):
        sides = [side.get(name) for side in (old, new)]
        before, after = (_fields(side) if isinstance(side, Model) else side for side in sides)
        yield from _thing(kind, name, before, after)


def _thing(
    kind: str, name: str, before: dict[str, object] | None, after: dict[str, object] | None
) -> Iterator[Difference]:
    parts = tuple(
        _part(key, (before or {}).get(key), (after or {}).get(key)) for key in {**(before or {}), **(after or {})}
    )
    changed = tuple(part for part in parts if (part.before, part.after) != (None, None))
    if before is None or after is None:
        yield Difference(kind, name, "added" if before is None else "removed", changed, 0)
    elif changed:
        weight = 0 if kind == "comparison" or any(part.name in SURE_AND_SAFE for part in changed) else 1
        yield Difference(kind, name, "changed", changed, weight)


def _part(key: str, before: object, after: object) -> Part:
    if in_short(before) == in_short(after):  # by their words: a cell also knows where it was typed
        return Part(key, None, None)
    if key == "text":
        return _words(key, str(before or ""), str(after or ""))
    if isinstance(before, tuple) and isinstance(after, tuple):  # of a list, what came and went
        before, after = (
            tuple(one for one in side if one not in other) for side, other in ((before, after), (after, before))
        )
    return Part(key, in_short(before), in_short(after))


def _words(key: str, before: str, after: str) -> Part:
    old, new = Counter(before.split()), Counter(after.split())
    gone, come = (old - new).total(), (new - old).total()
    return Part(key, f"{gone} words" if before else None, f"{come} words" if after else None)


def _fields(model: Model, without: tuple[str, ...] = ("id",)) -> dict[str, object]:
    fields = (key for key in type(model).model_fields if key not in without)
    return {key.rstrip("_").replace("_", " "): getattr(model, key) for key in fields}
