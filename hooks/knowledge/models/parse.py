"""Nodes to typed values: every mistake at once, each at its own place, in a writer's words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError, ValidationInfo, field_validator
from pydantic_core import ErrorDetails

from knowledge.models.explain import explained
from knowledge.models.fields import blank
from knowledge.problems import Edit, Place, Problem
from knowledge.source.nodes import Location, Mapping, Node, Scalar, find, place_of_key, plain
from knowledge.suggest import did_you_mean, nearest


class Model(BaseModel):
    """A frozen record that knows its keys and refuses all others."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, defer_build=True)
    may_be_blank: ClassVar[frozenset[str]] = frozenset()

    @field_validator("*", mode="before")
    @classmethod
    def _not_blank(cls, value: object, info: ValidationInfo) -> object:
        """`key:` without a value is a mistake, not an absent key."""
        if value is None and info.field_name not in cls.may_be_blank:
            raise blank()
        return value


ModelT = TypeVar("ModelT", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class FieldRules:
    """Under which rule each kind of mistake is reported; `kinds` holds the exceptions from `value`."""

    unknown: str
    missing: str
    value: str
    kinds: MappingProxyType[str, str]

    def of(self, kind: str) -> str:
        """The rule of an error type."""
        standard = {"extra_forbidden": self.unknown, "missing": self.missing}
        return standard.get(kind) or self.kinds.get(kind, self.value)


PAGE_RULES = FieldRules("F004", "F005", "F006", MappingProxyType({"impossible_date": "F015", "link_scheme": "L005"}))
DATA_RULES = FieldRules(
    "D002",
    "D002",
    "D002",
    MappingProxyType(
        {
            "date_form": "D014",
            "impossible_date": "D014",
            "identifier": "D003",
            "link_scheme": "L005",
            "doi": "C022",
            "range": "D009",
        }
    ),
)


def parse(model: type[ModelT], node: Node, rules: FieldRules) -> tuple[ModelT | None, list[Problem]]:
    """One record of the model, or None with all its problems."""
    try:
        return model.model_validate(plain(node)), []
    except ValidationError as error:
        return None, _problems(error, node, rules, model)


def parse_value(annotation: Any, node: Node, rules: FieldRules, *, trusted: bool = False) -> tuple[Any, list[Problem]]:
    """One value of any type, or None with all its problems.

    What is `trusted` is the package's own, which tests hold right: costly looks at it are left out.
    """
    try:
        return _adapter(annotation).validate_python(plain(node), context={"trusted": trusted}), []
    except ValidationError as error:
        return None, _problems(error, node, rules, annotation)


@cache
def _adapter(annotation: Any) -> TypeAdapter[Any]:
    return TypeAdapter(annotation)


def unknown_key(key: str, place: Place, known: Iterable[str], rule: str) -> Problem:
    """A key that nobody knows, with the nearest one that is known."""
    return Problem.at(place, rule, f"The key “{key}” is not known here.", did_you_mean(key, known))


def _problems(error: ValidationError, node: Node, rules: FieldRules, annotation: Any) -> list[Problem]:
    """One problem for each error; a key that is only misspelt is not told again as missing."""
    details = error.errors(include_url=False)
    unknown = [detail["loc"] for detail in details if detail["type"] == "extra_forbidden"]
    return [
        _problem(detail, node, rules, annotation)
        for detail in details
        if not (detail["type"] == "missing" and is_misspelt(detail["loc"], unknown))
    ]


def is_misspelt(missing: Location, unknown: Iterable[Location]) -> bool:
    """Whether a key that is missing stands beside an unknown one that is nearly the same."""
    beside = [str(location[-1]) for location in unknown if tuple(location[:-1]) == tuple(missing[:-1])]
    return nearest(str(missing[-1]), beside) is not None


def _problem(detail: ErrorDetails, node: Node, rules: FieldRules, annotation: Any) -> Problem:
    location: Location = detail["loc"]
    rule = rules.of(detail["type"])
    if detail["type"] == "extra_forbidden":
        key = str(location[-1])
        return unknown_key(key, place_of_key(node, location), _known_keys(annotation, location[:-1]), rule)
    if detail["type"] == "missing":
        return _missing(location[-1], find(node, location[:-1]), rule)
    message, hint = explained(detail)
    found, context = find(node, location), detail.get("ctx", {})
    edits = _edits(found, context.get("mended"))
    return Problem.at(_spot(found, context.get("offset", 0)), rule, message, hint, edits=edits)


def _edits(node: Node, mended: str | None) -> tuple[Edit, ...]:
    """The edit that puts the mended value in its place; none where the value is no text on one line."""
    if mended is None or not isinstance(node, Scalar) or node.breaks:
        return ()
    return (Edit(node.text_start, node.text, mended),)


def _missing(step: str | int, parent: Node, rule: str) -> Problem:
    if isinstance(step, str):
        return missing_key(step, parent, rule)
    message = f"The list is too short: it has {step}."
    return Problem.at(parent.place, rule, message, "Write both values: `[low, high]`.")


def _spot(node: Node, offset: int) -> Place:
    """The place of a character of a value."""
    return node.place_of(offset) if offset and isinstance(node, Scalar) else node.place


def missing_key(key: str, parent: Node, rule: str) -> Problem:
    """A required key that is not there, shown at the record it belongs to."""
    return Problem.at(parent.place, rule, f"The key “{key}” is missing.", f"Add a line `{key}: …` here.")


def _known_keys(annotation: Any, location: Location) -> list[str]:
    """The keys of the model that a location inside a model, a list or a union leads to."""
    model = _model_in(annotation)
    for step in location:
        fields = model.model_fields if model else {}
        field = next((f for name, f in fields.items() if step in (name, f.alias)), None)
        model = _model_in(field.annotation) if field else model
    return [field.alias or name for name, field in model.model_fields.items()] if model else []


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The first model in an annotation such as `X`, `X | None` or `tuple[X, ...]`, or None."""
    waiting: list[Any] = [annotation]
    while waiting:
        found = waiting.pop(0)
        if isinstance(found, type) and issubclass(found, BaseModel):
            return found
        waiting.extend(getattr(found, "__args__", ()))
    return None


def as_mapping(node: Node, rule: str, what: str) -> tuple[Mapping | None, list[Problem]]:
    """The node as a mapping, or a problem that says what belongs there."""
    if isinstance(node, Mapping):
        return node, []
    return None, [Problem.at(node.place, rule, f"Here must stand {what}.", "Write `key: value` lines.")]
