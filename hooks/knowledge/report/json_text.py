"""The report as JSON, with the same names as its fields."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from knowledge.models.report import Report
from knowledge.problems import Place, Problem


def as_json(report: Report) -> str:
    """The whole report; days as `YYYY-MM-DD`."""
    return json.dumps(_plain(report), ensure_ascii=False, indent=2)


def _plain(value: Any) -> Any:
    if isinstance(value, Problem):
        return value.as_record()
    if isinstance(value, Place):
        return value._asdict()
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, BaseModel | Mapping):
        return {str(key): _plain(one) for key, one in dict(value).items()}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return _scalar(value)


def _scalar(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, date) else value
