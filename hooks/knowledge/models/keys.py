"""What a writer may type, in words, from the models themselves: each key with its form, who needs it, its meaning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from knowledge.models import fields
from knowledge.models.measurement import Limit
from knowledge.models.page import KEYS, FrontMatter
from knowledge.models.ranges import NumberRange, PressureRange
from knowledge.models.words import PageType

_FORMS = (
    (fields.Text, "text", "texts"),
    (fields.MarkdownText, "text with Markdown", "texts with Markdown"),
    (fields.Identifier, "id", "ids"),
    (fields.IsoDate, "date", "dates"),
    (fields.RecentDate, "date", "dates"),
    (fields.Count, "whole number", "whole numbers"),
    (fields.Number, "number", "numbers"),
    (fields.Flag, "`true` or `false`", "`true` or `false`"),
    (fields.Doi, "DOI", "DOIs"),
    (fields.Pmid, "digits", "digits"),
    (fields.Pmcid, "PMC and digits", "PMC and digits"),
    (PressureRange, "range", "ranges"),
    (NumberRange, "range", "ranges"),
    (Limit, "limit", "limits"),
)
_BY_MARK = {get_args(annotated)[1]: (one, many) for annotated, one, many in _FORMS}


@dataclass(frozen=True, slots=True)
class KeyText:
    """One key: its name, its form in words, who needs it, what it means, and the key that it stands under."""

    name: str
    form: str
    needed: str
    meaning: str
    under: str | None = None


def keys_of(model: type[BaseModel], under: str | None = None) -> list[KeyText]:
    """The keys of a record in the order of its model, then those of the groups inside it."""
    own = [
        KeyText(
            _typed(name, field),
            form_of(_annotation(field)),
            "needed" if field.is_required() else "optional",
            field.description or "",
            under,
        )
        for name, field in model.model_fields.items()
    ]
    inner = [
        key for name, group in _groups(model) for key in keys_of(group, name if under is None else f"{under}, {name}")
    ]
    return own + inner


def front_matter_keys() -> list[KeyText]:
    """The keys of a page in the house order, with the types of page that need them."""
    own = [
        KeyText(name, form_of(_annotation(field)), _needed_by(name), field.description or "")
        for name, field in FrontMatter.model_fields.items()
    ]
    return own + [key for name, group in _groups(FrontMatter) for key in keys_of(group, name)]


def form_of(annotation: Any, *, many: bool = False) -> str:
    """The form of a value in words, such as `list of ids`."""
    if get_origin(annotation) is not Annotated:
        return _composed(annotation, many=many)
    inner, *marks = get_args(annotation)
    words = next((_BY_MARK[mark] for mark in marks if mark in _BY_MARK), None)
    return words[many] if words else form_of(inner, many=many)


def _composed(annotation: Any, *, many: bool) -> str:
    """Choices, lists and groups of keys; whatever has no words of its own is a text."""
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return _choice(list(annotation))
    if _is_group(annotation):
        return "groups of keys" if many else "keys below it"
    inner = [one for one in get_args(annotation) if one not in (type(None), Ellipsis)]
    if get_origin(annotation) is Literal:
        return _choice(inner)
    if get_origin(annotation) is tuple:
        start = "two" if Ellipsis not in get_args(annotation) else "list of"
        return "lists" if many else f"{start} {form_of(inner[0], many=True)}"
    plain = "keys and their values" if get_origin(annotation) is dict else "values" if many else "value"
    return form_of(inner[0], many=many) if inner and get_origin(annotation) is not dict else plain


def _is_group(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _choice(words: list[Any]) -> str:
    shown = [f"`{word}`" for word in words]
    return f"{', '.join(shown[:-1])} or {shown[-1]}" if len(shown) > 1 else shown[0]


def _annotation(field: FieldInfo) -> Any:
    return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation


def _typed(name: str, field: FieldInfo) -> str:
    return field.alias or name


def _groups(model: type[BaseModel]) -> Iterator[tuple[str, type[BaseModel]]]:
    """The groups of keys inside a model, by the key that they stand under."""
    for name, field in model.model_fields.items():
        waiting = [field.annotation]
        while waiting:
            one: Any = waiting.pop()
            if _is_group(one):
                yield _typed(name, field), one
            waiting.extend(get_args(one))


def _needed_by(key: str) -> str:
    """The types of page that need a key, in few words."""
    need = [kind.value for kind in PageType if key in KEYS[kind].required]
    may = [kind.value for kind in PageType if key in KEYS[kind].optional]
    never = [kind.value for kind in PageType if key not in KEYS[kind].known]
    if not need:
        return f"optional; for {', '.join(may)}" if never else "optional"
    if not never and not may:
        return "needed by every page"
    if not never and len(may) <= 2:
        return f"needed by every page but {' and '.join(may)}"
    return f"needed by {', '.join(need)}" + (f"; {', '.join(may)} may have it" if may else "")
