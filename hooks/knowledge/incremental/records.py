"""What is remembered of a page, so that it need not be made again."""

from __future__ import annotations

import datetime
import json
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from knowledge.incremental.digest import digest
from knowledge.incremental.logs import Message

_DATE, _TIME = "\x00date", "\x00time"
_CHECK = 32
"""Characters of the digest in front of a record: a flipped bit on the disk must not become a wrong page."""


@dataclass(slots=True)
class Output:
    """The file a page was written to: its path in the site, size, time and content."""

    path: str
    size: int = -1
    time: int = -1
    content: str = ""


@dataclass(slots=True)
class PageRecord:
    """One page as it was made. `made_from` is its own text with the surroundings, `uses` what else it was made from.

    `shown_with` is what its template was rendered with, `told` what other hooks told that template.
    """

    made_from: str
    uses: list[tuple[tuple[str, ...], str]] = field(default_factory=list)
    title: str | None = None
    meta: dict[str, Any] = field(default_factory=dict)
    ids: list[str] | None = None
    links: dict[str, dict[str, str]] | None = None
    content: str = ""
    carried: dict[str, Any] = field(default_factory=dict)
    messages: list[Message] = field(default_factory=list)
    shown_with: str = ""
    told: str = ""
    template_messages: list[Message] = field(default_factory=list)
    searched_as: str | None = None
    output: Output | None = None

    def as_json(self) -> str:
        """For the store.

        Raises:
            TypeError: where the front matter holds what JSON cannot, and the page cannot be remembered.
        """
        held = {one.name: getattr(self, one.name) for one in fields(self)}
        held |= {"meta": _plain(self.meta), "output": asdict(self.output) if self.output else None}
        text = json.dumps(held, separators=(",", ":"))
        return digest(text) + text

    @classmethod
    def from_json(cls, text: str) -> PageRecord:
        """From the store.

        Raises:
            ValueError, TypeError, KeyError: where the text is no record.
        """
        if digest(text[_CHECK:]) != text[:_CHECK]:
            raise ValueError("a damaged record")
        found = json.loads(text[_CHECK:])
        found["meta"] = _typed(found["meta"])
        found["uses"] = [(tuple(node), token) for node, token in found["uses"]]
        found["output"] = Output(**found["output"]) if found["output"] else None
        for name in ("messages", "template_messages"):
            found[name] = [(logger, level, text) for logger, level, text in found[name]]
        return cls(**found)


def digest_of_content(content: str, toc: Any) -> str:
    """What tells the text of one page from that of another."""
    return digest(content, json.dumps(toc, default=str))


def _plain(value: Any) -> Any:
    """Front matter for JSON: dates are marked, keys must be text."""
    if isinstance(value, dict):
        if not all(isinstance(key, str) and not key.startswith("\x00") for key in value):
            raise TypeError("front matter with keys that are no text")
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if type(value) is datetime.date:
        return {_DATE: value.isoformat()}
    if type(value) is datetime.datetime:
        return {_TIME: value.isoformat()}
    if value is None or type(value) in (str, int, float, bool):
        return value
    raise TypeError(f"front matter with a {type(value).__name__}")


def _typed(value: Any) -> Any:
    if isinstance(value, dict):
        if _DATE in value:
            return datetime.date.fromisoformat(value[_DATE])
        if _TIME in value:
            return datetime.datetime.fromisoformat(value[_TIME])
        return {key: _typed(one) for key, one in value.items()}
    return [_typed(one) for one in value] if isinstance(value, list) else value
