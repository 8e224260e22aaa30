"""Digests: short names for exact content, the same in every process."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from hashlib import blake2b
from pathlib import PurePath
from types import BuiltinFunctionType, FunctionType, ModuleType
from typing import Any

_DEPTH = 24


def digest(*parts: str | bytes) -> str:
    """A digest of the parts, in order and told apart."""
    made = blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(b"%d:" % len(data))
        made.update(data)
    return made.hexdigest()


def canonical(value: Any, depth: int = 0) -> str:  # noqa: PLR0911  one line for each kind of value
    """A text that is equal for equal values, in this process and the next.

    What it does not know it tells by its class and what it holds; an address in memory makes two values differ, which
    costs time and is never wrong.
    """
    if value is None or isinstance(value, (bool, int, float, str, bytes, datetime.date, PurePath, re.Pattern)):
        return f"{type(value).__name__}:{value!r}"
    if depth > _DEPTH:
        return f"deep:{value!r}"
    if isinstance(value, Enum):
        return f"{type(value).__qualname__}.{value.name}"
    if isinstance(value, Mapping):
        pairs = sorted((canonical(key, depth + 1), canonical(one, depth + 1)) for key, one in value.items())
        return "{" + ",".join(f"{key}={one}" for key, one in pairs) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(canonical(one, depth + 1) for one in value) + "]"
    if isinstance(value, (set, frozenset)):
        return "<" + ",".join(sorted(canonical(one, depth + 1) for one in value)) + ">"
    if isinstance(value, functools.partial):
        return f"partial({canonical([value.func, value.args, value.keywords], depth + 1)})"
    if isinstance(value, (FunctionType, BuiltinFunctionType, type)):
        return f"{value.__module__}:{value.__qualname__}"
    if isinstance(value, ModuleType):
        return f"module:{value.__name__}"
    return f"{type(value).__module__}:{type(value).__qualname__}{_held(value, depth + 1)}"


def _held(value: Any, depth: int) -> str:
    if is_dataclass(value):
        return canonical({one.name: getattr(value, one.name) for one in fields(value)}, depth)
    if hasattr(value, "__dict__"):
        return canonical(vars(value), depth)
    return repr(value)
