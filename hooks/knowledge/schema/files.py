"""The schema files: one for each file of data, one for each type of page, and which editors use them for what."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import Any

from knowledge.models.cells import CELL_FORMS
from knowledge.models.comparison import Column, Head, RowHead
from knowledge.models.data_files import RECORD_FILES
from knowledge.models.page import KEYS, FrontMatter
from knowledge.models.ranges import NumberRange
from knowledge.models.reference import CSL_KEYS, Reference
from knowledge.models.search import SearchData
from knowledge.models.settings import Settings
from knowledge.models.words import PageType
from knowledge.schema.tidy import Schema, schema_of

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = ".vscode/schemas"
"""Where the schema files lie, from the project's folder."""


def schema_files() -> dict[str, str]:
    """The text of every schema file by its name in `FOLDER`."""
    made: dict[str, Schema] = {f"{name}.json": _records(name) for name in RECORD_FILES}
    made["comparison.json"] = _comparison()
    made["rules.json"] = _rules()
    made["search.json"] = _headed("docs/data/search.yml", schema_of(SearchData))
    made["front-matter.json"] = _front_matter()
    for page_type in PageType:
        made[f"front-matter-{page_type}.json"] = _page(page_type)
    return {name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for name, schema in sorted(made.items())}


def editor_settings() -> dict[str, Any]:
    """The settings by which VS Code's YAML support uses the schema files."""
    names = {f"{FOLDER}/{name}.json": f"docs/data/{name}.yml" for name in (*RECORD_FILES, "rules", "search")}
    names[f"{FOLDER}/comparison.json"] = "docs/data/comparisons/*.yml"
    names[f"{FOLDER}/front-matter.json"] = "docs/**/*.md"
    return {"yaml.schemas": {f"./{schema}": files for schema, files in sorted(names.items())}}


def _headed(title: str, schema: Schema) -> Schema:
    return {"$schema": _DIALECT, "title": title, **schema}


def _records(name: str) -> Schema:
    model = RECORD_FILES[name]
    record = schema_of(model)
    if model is Reference:
        others = dict.fromkeys(sorted(CSL_KEYS - record["properties"].keys()), True)
        record = {**record, "properties": {**record["properties"], **others}, "additionalProperties": False}
    definitions = record.pop("$defs", {})
    return _headed(f"docs/data/{name}.yml", _list_of(record, definitions))


def _list_of(record: Schema, definitions: Schema) -> Schema:
    found: Schema = {"type": "array", "items": record}
    return {**found, "$defs": definitions} if definitions else found


def _comparison() -> Schema:
    """A comparison, with its columns, rows and cells; what a cell may be by its column is the check's to say."""
    head, column, row = (schema_of(model) for model in (Head, Column, RowHead))
    cell, definitions = _cell()
    for part in (head, column, row):
        definitions |= part.pop("$defs", {})
    row["properties"]["cells"] = {**row["properties"]["cells"], "additionalProperties": {"$ref": "#/$defs/Cell"}}
    head["properties"]["columns"]["items"] = {"$ref": "#/$defs/Column"}
    head["properties"]["rows"]["items"] = {"$ref": "#/$defs/Row"}
    named = {"Cell": cell, "Column": column, "Row": row}
    return _headed("docs/data/comparisons/NAME.yml", {**head, "$defs": {**definitions, **named}})


def _cell() -> tuple[Schema, Schema]:
    """A cell in its short and long forms."""
    definitions: Schema = {}
    forms: list[Schema] = [{"type": ["string", "number"], "minLength": 1}, schema_of(NumberRange)]
    for form in CELL_FORMS:
        long = schema_of(form)
        definitions |= long.pop("$defs", {})
        forms.append(long)
    effect = schema_of(RECORD_FILES["claims"])["$defs"]
    definitions |= {name: effect[name] for name in ("Effect", "Measure")}
    text = "A value, `{claim: id}`, or a named absence: unknown, not-tested, not-applicable"
    return {"description": text, "anyOf": [*forms, {"$ref": "#/$defs/Effect"}]}, definitions


def _rules() -> Schema:
    """Records of rules.yml: the form of each value follows from the record's id."""
    definitions: Schema = {}
    choices = []
    for name, field in Settings.model_fields.items():
        value = schema_of(field.annotation)
        definitions |= value.pop("$defs", {})
        choices.append(
            {
                "if": {"properties": {"id": {"const": _as_id(name)}}, "required": ["id"]},
                "then": {"properties": {"value": value}},
            }
        )
    ids = {"description": "What is tuned", "enum": [_as_id(name) for name in Settings.model_fields]}
    why = {"description": "Why it differs from the package's own", "type": "string"}
    record = {
        "type": "object",
        "properties": {"id": ids, "value": {"description": "In place of the package's own value"}, "why": why},
        "required": ["id", "value"],
        "additionalProperties": False,
        "allOf": choices,
    }
    return _headed("docs/data/rules.yml", _list_of(record, definitions))


def _as_id(name: str) -> str:
    return name.replace("_", "-")


def _page(page_type: PageType) -> Schema:
    """The front matter of one type of page: its keys alone, and those that it needs; a draft needs but its type."""
    whole = schema_of(FrontMatter)
    known = KEYS[page_type]
    properties = {key: one for key, one in whole["properties"].items() if key in known.known}
    properties["type"] = {"description": properties["type"]["description"], "const": page_type.value}
    required = [key for key in FrontMatter.model_fields if key in known.required]
    found = {
        "type": "object",
        "properties": properties,
        "required": ["type"],
        "additionalProperties": False,
        "if": {"properties": {"draft": {"const": True}}, "required": ["draft"]},
        "else": {"required": required},
    }
    used = {name: one for name, one in whole.get("$defs", {}).items() if f"#/$defs/{name}" in json.dumps(properties)}
    return _headed(f"Front matter of a page of type {page_type}", {**found, "$defs": used} if used else found)


def _front_matter() -> Schema:
    """The front matter of any page: its type says which of the others holds."""
    kind = {"description": FrontMatter.model_fields["type"].description, "enum": [one.value for one in PageType]}
    choices = [
        {
            "if": {"properties": {"type": {"const": one.value}}, "required": ["type"]},
            "then": {"$ref": f"front-matter-{one}.json"},
        }
        for one in PageType
    ]
    found = {"type": "object", "properties": {"type": kind}, "required": ["type"], "allOf": choices}
    return _headed("Front matter of a page", found)


SCHEMA_NAMES: MappingProxyType[str, str] = MappingProxyType(
    {
        "comparison": "comparison.json",
        "rules": "rules.json",
        "search": "search.json",
        "front-matter": "front-matter.json",
        **{f"front-matter-{one}": f"front-matter-{one}.json" for one in PageType},
        **{name: f"{name}.json" for name in RECORD_FILES},
    }
)
"""What each schema is called on the command line."""
