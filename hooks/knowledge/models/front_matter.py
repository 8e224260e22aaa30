"""Reading front matter: every key by itself, so that one mistake never hides another (F004 to F006, F015)."""

from __future__ import annotations

from typing import Annotated, Any

from knowledge.models.page import KEYS, FrontMatter
from knowledge.models.parse import PAGE_RULES, is_misspelt, missing_key, parse_value, unknown_key
from knowledge.models.words import PageType
from knowledge.problems import Problem, Severity
from knowledge.source.nodes import Mapping, Node, Scalar
from knowledge.suggest import did_you_mean


def read_front_matter(node: Mapping) -> tuple[FrontMatter, list[Problem]]:
    """What could be read of a page's front matter, with the problems of what could not."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    page_type, found = _page_type(node)
    problems += found
    known = KEYS[page_type].known if page_type else FrontMatter.model_fields.keys()
    for key, value in node.entries:
        if key.text not in known:
            problems.append(_unknown(key, page_type, known))
        elif key.text != "type":
            read, found = _value(key.text, value)
            problems += found
            if not found:
                values[key.text] = read
    front = FrontMatter.model_construct(**values, type=page_type)
    return front, problems + _missing(node, front)


def _value(key: str, value: Node) -> tuple[Any, list[Problem]]:
    if isinstance(value, Scalar) and not value.text.strip():
        message = f"The key “{key}” has no value."
        return None, [Problem.at(value.place, "F006", message, "Write it after the colon, or remove the line.")]
    return parse_value(_annotation(key), value, PAGE_RULES)


def _annotation(key: str) -> Any:
    field = FrontMatter.model_fields[key]
    return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation


def _page_type(node: Mapping) -> tuple[PageType | None, list[Problem]]:
    value = node.get("type")
    if value is None:
        return None, [missing_key("type", node, "F005")]
    text = value.text if isinstance(value, Scalar) else ""
    if text in set(PageType):
        return PageType(text), []
    message = f"“{text}” is not a type of page." if text else "The type must be one word."
    return None, [Problem.at(value.place, "F007", message, did_you_mean(text, list(PageType)))]


def _unknown(key: Scalar, page_type: PageType | None, known: Any) -> Problem:
    if page_type and key.text in FrontMatter.model_fields:
        message = f"A page of type {page_type} has no key “{key.text}”."
        return Problem.at(key.place, "F004", message, "Remove it, or mend `type`.")
    return unknown_key(key.text, key.place, known, "F004")


def _missing(node: Mapping, front: FrontMatter) -> list[Problem]:
    """Required keys that are not there; on a draft, what is still missing is only a note."""
    if front.type is None:
        return []
    typed = set(node.keys())
    unknown = [(key,) for key in typed if key not in KEYS[front.type].known]
    severity = Severity.NOTE if front.draft else Severity.ERROR
    missing = [key for key in FrontMatter.model_fields if key in KEYS[front.type].required - typed]
    return [
        Problem.at(
            node.place,
            "F005",
            f"The key “{key}” is missing; a page of type {front.type} needs it.",
            f"Add a line `{key}: …`.",
            severity,
        )
        for key in missing
        if not is_misspelt((key,), unknown)
    ]
