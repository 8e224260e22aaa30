"""Attribute lists in braces, `{#id .class}`: no text of the page, and where ids may come from."""

from __future__ import annotations

import re

from markdown.extensions.attr_list import get_attrs_and_remainder

Attributes = dict[str, str]
_BASE = r"\{:?[ ]*([^}\n ][^\n]*)\}"
_AT_END = re.compile(rf"[ ]+{_BASE}[ ]*$")
_OWN_LINE = re.compile(rf"[ ]*{_BASE}[ ]*")
_BEHIND = re.compile(r"\{:?[ ]*([^}\n ][^}\n]*)\}")
_LONGEST = 1000  # characters; whatever is longer is text


def at_end(text: str) -> tuple[int, Attributes]:
    """Where the list at the end of a heading or cell begins (else the text's length), and what it says."""
    tail = max(0, len(text) - _LONGEST)
    match = _AT_END.search(text, tail)
    found = _read(match.group(1)) if match else None
    return (match.start(), found) if match and found is not None else (len(text), {})


def own_line(text: str) -> Attributes | None:
    """What a line that is an attribute list says; None where it is none."""
    match = _OWN_LINE.fullmatch(text) if len(text) < _LONGEST else None
    return _read(match.group(1)) if match else None


def behind(text: str, start: int) -> tuple[int, Attributes] | None:
    """The end of the list that follows a link, image or emphasis at `start`, and what it says."""
    match = _BEHIND.match(text, start, start + _LONGEST)
    if match is None:
        return None
    return match.end(), _read(match.group(1)) or {}


def _read(inner: str) -> Attributes | None:
    """The attributes; classes are joined under `class`. None where text follows a closing brace."""
    pairs, remainder = get_attrs_and_remainder(inner)
    if remainder:
        return None
    classes = " ".join(value or "" for key, value in pairs if key == ".")
    return {key: value if value is not None else key for key, value in pairs if key != "."} | {"class": classes}
