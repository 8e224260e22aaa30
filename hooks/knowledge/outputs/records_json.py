"""Claims, glossary and references as JSON: every record whole, its Markdown as plain words, numbers as numbers."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from knowledge.dataset import LICENCE, PUBLISHER
from knowledge.library import Library
from knowledge.plain import plain_text


def claims_json(library: Library) -> str:
    """Every claim, with the words that pages show for certainty and direction."""
    settings = library.settings
    about = {
        "publisher": PUBLISHER,
        "licence": dict(LICENCE),
        "certainty_words": {level.value: words for level, words in settings.certainty_words.items()},
        "direction_words": {direction.value: words for direction, words in settings.direction_words.items()},
    }
    return _text({**about, "claims": _records(library.claims.values())})


def glossary_json(library: Library) -> str:
    """Every word of the glossary."""
    about = {"publisher": PUBLISHER, "licence": dict(LICENCE)}
    return _text({**about, "terms": _records(library.terms.values())})


def references_json(library: Library) -> str:
    """Every source as CSL-JSON, a bare list; what CSL has no word for stands under `custom`."""
    found = []
    for reference in library.references.values():
        ours = reference.custom.model_dump(mode="json", exclude_none=True)
        found.append({**reference.as_csl(), "custom": ours})
    return _text(found)


def _records(records: Iterable[BaseModel]) -> list[Any]:
    return [_value(record) for record in records]


def _value(value: Any) -> Any:
    """A typed value as JSON knows it; keys without a value are left out."""
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        found = {field.alias or name: getattr(value, name) for name, field in fields.items()}
        return {name: _value(one) for name, one in found.items() if one is not None and one != ()}
    if isinstance(value, tuple):
        return [_value(one) for one in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    return plain_text(value) if isinstance(value, str) else value


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
