"""Pydantic's errors in a writer's words, each with its mend."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from pydantic_core import ErrorDetails

from knowledge.models.fields import shown
from knowledge.suggest import did_you_mean


def explained(detail: ErrorDetails) -> tuple[str, str]:
    """Message and mend for an error: its own where it carries them, else by its type."""
    context = detail.get("ctx", {})
    if "hint" in context:
        return context["message"], context["hint"]
    explain = _BY_TYPE.get(detail["type"])
    if explain:
        return explain(detail)
    return f"The value does not fit here: {detail['msg']}.", "See CONTRIBUTING.md for what belongs here."


def _choices(detail: ErrorDetails) -> list[str]:
    """The words of an enum or literal error, which pydantic gives as “'a', 'b' or 'c'”."""
    return [word for word in str(detail["ctx"]["expected"]).split("'") if word.strip(" ,") not in ("", "or")]


def _named(value: object) -> str:
    return f"the text “{shown(value)}”" if isinstance(value, str) else shown(value)


def _not_allowed(detail: ErrorDetails) -> tuple[str, str]:
    message = f"“{shown(detail['input'])}” is not one of the words allowed here."
    return message, did_you_mean(str(detail["input"]), _choices(detail))


def _no_list(detail: ErrorDetails) -> tuple[str, str]:
    hint = "Write a list: `[one, two]`, or one `- item` a line."
    return f"Here stands {_named(detail['input'])}, where a list belongs.", hint


def _no_group(detail: ErrorDetails) -> tuple[str, str]:
    hint = "Write `key: value` lines, indented."
    return f"Here stands {_named(detail['input'])}, where a group of keys belongs.", hint


def _too_short(detail: ErrorDetails) -> tuple[str, str]:
    context = detail["ctx"]
    return f"The list is too short: it has {context['actual_length']}.", f"Give at least {context['min_length']}."


def _too_long(detail: ErrorDetails) -> tuple[str, str]:
    context = detail["ctx"]
    return f"The list is too long: it has {context['actual_length']}.", f"Give at most {context['max_length']}."


_BY_TYPE: MappingProxyType[str, Callable[[ErrorDetails], tuple[str, str]]] = MappingProxyType(
    {
        "enum": _not_allowed,
        "literal_error": _not_allowed,
        "tuple_type": _no_list,
        "list_type": _no_list,
        "model_type": _no_group,
        "dict_type": _no_group,
        "too_short": _too_short,
        "too_long": _too_long,
    }
)
"""By the types of pydantic's errors, which tests keep in step with its version."""
