"""A built page as it stands in the copy: links name files, scripts are classic, and a line tells that it is a copy.

Start tags are found by the standard library's parser and replaced where they stand; all else stays byte for byte.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

Attributes = list[tuple[str, str | None]]
_ADDRESSES = frozenset(("href", "src"))
_NOT_KEPT = frozenset(("preload", "alternate"))
"""Links of the head that have the browser, or the theme's script, ask a server."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What every page of a copy knows: the files in it, where the site is published, the note on top."""

    files: frozenset[str]
    address: str | None
    note: str
    """HTML of what stands in the line before the page's own address."""


class _Tags(HTMLParser):
    """Notes each start tag with its place in the text."""

    def __init__(self, text: str, change: Callable[[str, Attributes, str], str | None]) -> None:
        super().__init__(convert_charrefs=False)
        self._starts = [0]
        for line in text.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))
        self._change = change
        self._in_settings = False
        self.edits: list[tuple[int, int, str]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        written = self.get_starttag_text() or ""
        line, column = self.getpos()
        start = self._starts[line - 1] + column
        self._in_settings = ("id", "__config") in attrs
        self._replace(start, written, self._change(tag, attrs, written))

    def handle_data(self, data: str) -> None:
        if self._in_settings:
            line, column = self.getpos()
            self._replace(self._starts[line - 1] + column, data, _settings(data))
            self._in_settings = False

    def _replace(self, start: int, old: str, new: str | None) -> None:
        if new is not None:
            self.edits.append((start, start + len(old), new))


def offline_page(text: str, path: str, copy: Copy) -> str:
    """The page at a path of the site, for the copy."""
    text = text.replace("\r\n", "\n")

    def change(tag: str, attributes: Attributes, written: str) -> str | None:
        return _changed(tag, attributes, written, path, copy)

    pieces, position = [], 0
    for start, end, new in _Tags(text, change).edits:
        pieces += [text[position:start], new]
        position = end
    return "".join([*pieces, text[position:]])


def _changed(tag: str, attributes: Attributes, written: str, path: str, copy: Copy) -> str | None:
    given = dict(attributes)
    if (given.get("http-equiv") or "").lower() == "content-security-policy" or given.get("rel") in _NOT_KEPT:
        return ""  # a file on a disk has no origin that a policy could name; nothing is fetched ahead
    if tag == "script" and given.get("type") == "module":
        return _tag("script", [("src", _to("assets/javascripts/legwise.js", path)), ("defer", None)])
    if tag == "script" and (given.get("src") or "").endswith("before-paint.js"):
        engine = _tag("script", [("src", _to("assets/javascripts/offline.js", path))])
        return f"{engine}</script>{_settled(tag, attributes, path, copy)}"
    if tag == "article" and given.get("id") == "content":
        return written + _note(path, copy)
    if _ADDRESSES.isdisjoint(given):  # by its name, the theme's script brings the index: nothing can be fetched
        return _tag(tag, [*attributes, ("name", "search")]) if given.get("role") == "search" else None
    return _settled(tag, attributes, path, copy)


def _settled(tag: str, attributes: Attributes, path: str, copy: Copy) -> str:
    changed = [(name, _settle(value or "", path, copy) if name in _ADDRESSES else value) for name, value in attributes]
    return _tag(tag, [(name, value) for name, value in changed if not (name in _ADDRESSES and value is None)])


def _settle(address: str, path: str, copy: Copy) -> str | None:
    """An address that works from a disk; where the file is not in the copy, the one on the web, or None."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path:
        return address
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
    file = target if target in copy.files else posixpath.normpath(posixpath.join(target, "index.html"))
    rest = (f"?{parts.query}" if parts.query else "") + (f"#{parts.fragment}" if parts.fragment else "")
    if file in copy.files:
        return _to(file, path) + rest
    return f"{copy.address.rstrip('/')}/{target}{rest}" if copy.address else None


def _to(file: str, path: str) -> str:
    return posixpath.relpath(file, posixpath.dirname(path) or ".")


def _tag(tag: str, attributes: Attributes) -> str:
    told = [name if value is None else f'{name}="{escape(value)}"' for name, value in attributes]
    return f"<{' '.join([tag, *told])}>"


def _settings(text: str) -> str:
    """The theme's settings without instant navigation: from a disk that ends before it begins, and all else with it."""
    settings = json.loads(text)
    settings["features"] = [name for name in settings["features"] if not name.startswith("navigation.instant")]
    return json.dumps(settings).replace("<", "\\u003c")


def _note(path: str, copy: Copy) -> str:
    where = "on the site you took it from"
    if copy.address:
        address = f"{copy.address.rstrip('/')}/{path.removesuffix('index.html')}"
        where = f'at <a href="{escape(address)}">{escape(address)}</a>'
    return f'<p class="copy-note">{copy.note} Newer advice may exist {where}.</p>'
