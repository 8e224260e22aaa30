"""Link targets as a browser would read them: entities, percent signs and control characters undone."""

from __future__ import annotations

import html
import posixpath
import re
from urllib.parse import unquote, urlsplit

ALLOWED_SCHEMES = frozenset({"https", "mailto", "tel"})
"""The schemes a link may have besides none at all."""
_HIDDEN = re.compile(r"[\x00-\x20\x7f\xad\u200b-\u200f\u2028-\u202e\u2060\ufeff]")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


def decoded(target: str) -> str:
    """The target without entities, percent codes, white space and control characters."""
    return _HIDDEN.sub("", unquote(html.unescape(target)))


def scheme(target: str) -> str | None:
    """The scheme in lower case, `//` for an address without one, None for a path or anchor."""
    plain = decoded(target)
    if plain.startswith(("//", "\\\\", "/\\")):
        return "//"
    found = _SCHEME.match(plain)
    return found[1].lower() if found else None


def host(target: str) -> str | None:
    """The host of an address in lower case, None for a path or an address that cannot be read."""
    try:
        return urlsplit(decoded(target)).hostname
    except ValueError:
        return None


def path_and_anchor(target: str) -> tuple[str, str | None]:
    """The path without query, and the anchor without `#`."""
    before, mark, anchor = target.partition("#")
    return unquote(html.unescape(before.partition("?")[0].strip())), unquote(html.unescape(anchor)) if mark else None


def resolved(path: str, folder: str) -> str | None:
    """A path from docs/ for one that is relative to a folder of it; None where it leads out of docs/."""
    joined = posixpath.normpath(posixpath.join(folder, path)) if path else folder
    return None if joined.startswith(("../", "/")) or joined == ".." else joined
