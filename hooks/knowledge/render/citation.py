"""Citations: what is cited, as an element that the finishing walk numbers in the order of the page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from knowledge.render.elements import el

CITED = "data-cited"
_KEY = r"@[A-Za-z0-9][A-Za-z0-9_-]*"
_PART = rf"{_KEY}(?:\s*,[^;\[\]@]*)?"
CITATION = rf"\[({_PART}(?:;\s*{_PART})*)\]"
"""`[@key]` and `[@a; @b, p. 4]`."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A source by its key, with the place in it, such as `p. 4`."""

    key: str
    locator: str | None = None


def cite(sources: Iterable[str | Cited]) -> Element | None:
    """A citation of one or more sources, each once; None where there is none."""
    cited = list(dict.fromkeys(Cited(one) if isinstance(one, str) else one for one in sources))
    if not cited:
        return None
    mark = el("sup", class_="citation")
    mark.set(CITED, json.dumps([[one.key, one.locator] for one in cited]))
    return mark


def cited_in(mark: Element) -> list[Cited] | None:
    """What a citation's element cites, taken off it; None for any other element."""
    value = mark.attrib.pop(CITED, None)
    return [Cited(key, locator) for key, locator in json.loads(value)] if value else None


def typed_citation(text: str) -> list[Cited]:
    """The sources of a citation as typed between its brackets: `@a; @b, p. 4`."""
    cited = []
    for part in text.split(";"):
        key, _, locator = part.strip().removeprefix("@").partition(",")
        cited.append(Cited(key.strip(), re.sub(r"\s+", " ", locator).strip() or None))
    return cited
