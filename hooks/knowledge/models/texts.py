"""Which values of a record hold inline Markdown, found from the record's own type, so that no list is kept in step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from knowledge.models.comparison import Cell, Column, Comparison
from knowledge.models.fields import MarkdownText
from knowledge.source.nodes import Items, Mapping, Node, Scalar

_MARK = get_args(MarkdownText)[1]


@dataclass(frozen=True, slots=True)
class MarkdownField:
    """One text as typed, the key it stands at and, in a cell, the cell with its column.

    The text of a cell's value has the key `value`, however it is typed.
    """

    key: str
    scalar: Scalar
    cell: Cell | None = None
    column: Column | None = None


def markdown_fields(model: type[BaseModel], node: Node) -> Iterator[MarkdownField]:
    """The texts of a record that its model types as inline Markdown, in the order typed."""
    if not isinstance(node, Mapping):
        return
    for key, value in node.entries:
        kind = _kinds(model).get(key.text)
        items = value.items if isinstance(value, Items) else (value,)
        for item in items:
            if kind is MarkdownText and isinstance(item, Scalar):
                yield MarkdownField(key.text, item)
            elif isinstance(kind, type) and issubclass(kind, BaseModel):
                yield from markdown_fields(kind, item)


@cache
def _kinds(model: type[BaseModel]) -> dict[str, Any]:
    """Key by key, `MarkdownText` or the model inside; other keys are left out."""
    kinds = {}
    for name, field in model.model_fields.items():
        kind = _kind(Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation)
        if kind is not None:
            kinds[field.alias or name] = kind
    return kinds


def _kind(annotation: Any) -> Any:
    if get_origin(annotation) is Annotated and _MARK in get_args(annotation)[1:]:
        return MarkdownText
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((kind for inner in get_args(annotation) if (kind := _kind(inner)) is not None), None)


def comparison_fields(comparison: Comparison) -> Iterator[MarkdownField]:
    """The inline Markdown of a comparison, each text of a cell with its cell."""
    caption = comparison.node.get("caption") if comparison.node else None
    if isinstance(caption, Scalar):
        yield MarkdownField("caption", caption)
    columns = {column.id: column for column in comparison.columns}
    for row, node in zip(comparison.rows, comparison.row_nodes, strict=False):
        label, cells = node.get("label"), node.get("cells")
        if isinstance(label, Scalar):
            yield MarkdownField("label", label)
        for name, cell in row.cells.items():
            inner = cells.get(name) if isinstance(cells, Mapping) else None
            if inner is not None:
                yield from _cell_fields(inner, cell, columns[name])


def _cell_fields(node: Node, cell: Cell, column: Column) -> Iterator[MarkdownField]:
    value = node.get("value") if isinstance(node, Mapping) else node
    if column.type == "text" and cell.value is not None and isinstance(value, Scalar):
        yield MarkdownField("value", value, cell, column)
    note = node.get("note") if isinstance(node, Mapping) else None
    if isinstance(note, Scalar):
        yield MarkdownField("note", note, cell, column)
