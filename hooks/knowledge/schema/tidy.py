"""A model's JSON Schema as editors need it: what a writer may type, not what the model holds afterwards."""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

Schema = dict[str, Any]


class _Generator(GenerateJsonSchema):
    """Leaves out titles made of field names, which editors would show in place of the descriptions."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Never."""
        return False


def schema_of(annotation: Any) -> Schema:
    """The schema of a model or of any type, with its definitions beside it."""
    made = TypeAdapter(annotation).json_schema(by_alias=True, schema_generator=_Generator)
    blank = {one.__name__: _blank(one) for one in _models(annotation)}
    definitions = {name: _tidy(one, blank.get(name, frozenset())) for name, one in made.pop("$defs", {}).items()}
    top = blank.get(getattr(annotation, "__name__", ""), frozenset())
    return {**_tidy(made, top), **({"$defs": definitions} if definitions else {})}


def _models(annotation: Any) -> list[type[BaseModel]]:
    """Every model inside a type."""
    found: list[type[BaseModel]] = []
    waiting: list[Any] = [annotation]
    while waiting:
        one = waiting.pop()
        if isinstance(one, type) and issubclass(one, BaseModel):
            if one not in found:
                found.append(one)
                waiting.extend(field.annotation for field in one.model_fields.values())
        else:
            waiting.extend(getattr(one, "__args__", ()))
    return found


def _blank(model: type[BaseModel]) -> frozenset[str]:
    return getattr(model, "may_be_blank", frozenset())


def _tidy(schema: Any, blank: frozenset[str]) -> Any:
    """The schema of one model: no null where a key must not be blank, and a number where text may look like one."""
    if isinstance(schema, list):
        return [_tidy(one, blank) for one in schema]
    if not isinstance(schema, dict):
        return schema
    found = {
        key: _tidy(value, blank) for key, value in schema.items() if not (key == "default" and value in (None, []))
    }
    if "properties" in schema:
        found["properties"] = {
            name: _tidy(one if name in blank else _without_null(one), blank)
            for name, one in schema["properties"].items()
        }
    if set(found.get("enum", ())) == {"true", "false"}:
        found |= {"type": "boolean", "enum": [True, False]}
    if found.get("type") == "string" and not {"enum", "const", "format"} & found.keys():
        found["type"] = ["string", "number"]  # editors read 2024 as a number where we read the text
    if found.get("type") in ("integer", "number") and "examples" in found:
        found["examples"] = [_number(one) for one in found["examples"]]
    return found


def _without_null(schema: Schema) -> Schema:
    """A key's schema without null: a key without a value is a mistake, not an absent key."""
    kept = [one for one in schema.get("anyOf", ()) if one != {"type": "null"}]
    if "anyOf" not in schema or len(kept) == len(schema["anyOf"]):
        return schema
    others = {key: value for key, value in schema.items() if key not in ("anyOf", "default")}
    return {**kept[0], **others} if len(kept) == 1 else {**others, "anyOf": kept}


def _number(example: Any) -> Any:
    """An example of a number as a number."""
    if isinstance(example, str) and re.fullmatch(r"-?\d+(\.\d+)?", example):
        return float(example) if "." in example else int(example)
    return example
