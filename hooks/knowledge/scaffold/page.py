"""The text of a new page: front matter in house order, what is not known yet as comments, and its sections."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.library import Library
from knowledge.models.page import KEYS, FrontMatter
from knowledge.models.words import CareLevel, PageType
from knowledge.problems import Place
from knowledge.scaffold.guidance import LEADS, SAID_UNDER, headings
from knowledge.source.nodes import Mapping, Scalar
from knowledge.source.yaml_text import DATA, parse_yaml

_WIDTH = 110


@dataclass(frozen=True, slots=True)
class NewPage:
    """What is asked for: a page's type, title, path from docs/ and name, on a day, beside what there is."""

    type: PageType
    title: str
    path: str
    name: str
    day: date
    library: Library

    @property
    def keys(self) -> list[str]:
        """The keys that its type needs, in house order, and `draft`."""
        required = KEYS[self.type].required
        return [key for key in FrontMatter.model_fields if key in required or key == "draft"]


def page_text(new: NewPage) -> str:
    """The whole page: a draft, so that what is still missing is told as a note and nothing of it is published."""
    lines = [line for key in new.keys for line in _key_lines(new, key)]
    return "\n".join(["---", *lines, "---", "", *_body(new)]).rstrip("\n") + "\n"


def _key_lines(new: NewPage, key: str) -> Iterator[str]:
    value = _value(new, key)
    if value is not None:
        yield f"{key}:{value}"
        return
    field = FrontMatter.model_fields[key]
    hint = f"# {key}: …  ({field.description}{_choices(new, key)})"
    yield from textwrap.wrap(hint, _WIDTH, subsequent_indent="#   ", break_long_words=False, break_on_hyphens=False)


def _value(new: NewPage, key: str) -> str | None:
    """A key's value as typed behind its colon; None where nobody but the writer can know it."""
    known = {
        "title": f" {plain_scalar(new.title)}",
        "type": f" {new.type}",
        "published": f" {new.day}",
        "last_reviewed": f" {new.day}",
        "safety_gate": " compression",
        "changes": f"\n  - date: {new.day}\n    note: First version.",
        "draft": " true",
    }
    if key == "authors":
        return next((f" [{one.id}]" for one in new.library.people.values() if one.kind == "organisation"), None)
    return known.get(key)


def _choices(new: NewPage, key: str) -> str:
    """What can be chosen from, where it is a short list."""
    if key == "urgent_cards":
        ranks = {level: rank for rank, level in enumerate(CareLevel)}
        cards = sorted(new.library.care_cards.values(), key=lambda card: ranks[card.level])
        return f"; choose from {', '.join(card.id for card in cards)}" if cards else ""
    if key == "primary_claim":
        return "; a stub of it stands at the end of data/claims.yml"
    return ""


def plain_scalar(text: str) -> str:
    """A text as a YAML value, in quotes only where it would be read otherwise without."""
    node, problems = parse_yaml(f"key: {text}", Place(""), DATA)
    value = node.get("key") if isinstance(node, Mapping) else None
    as_typed = isinstance(value, Scalar) and not problems and not value.quoted and value.text == text
    return text if as_typed else "'" + text.replace("'", "''") + "'"


def _body(new: NewPage) -> Iterator[str]:
    yield from _comment(LEADS[new.type])
    for number, heading in enumerate(headings(new.type, new.path)):
        yield f"## {heading}"
        yield ""
        if new.type is PageType.COMPARISON and number == 0:
            yield from (f"/// comparison | {new.name}", "///", "")
        yield from _comment(SAID_UNDER[heading])


def _comment(text: str) -> list[str]:
    return [*textwrap.wrap(f"<!-- {text} -->", _WIDTH, break_long_words=False, break_on_hyphens=False), ""]
