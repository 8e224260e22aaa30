"""Style sheets and browser modules that every page needs, each kind joined into one file: a request costs a phone more
than the bytes do. What is written by hand stays in small files; comments and indents are left behind.
"""

from __future__ import annotations

import re
from collections.abc import Callable

SCRIPTS = "assets/javascripts/"
STYLES = "assets/stylesheets/"
ENTRIES = ("legwise.mjs", "tables.mjs")
"""Modules that take in what they import; what they load later, with `import()`, stays a file of its own."""
SHEETS = ("legwise.css", "drawings.css", "tools.css")
"""The first takes in the others, in this order."""
TAKEN_IN = frozenset(STYLES + name for name in SHEETS[1:])
"""Files that no page asks for any more."""
_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./([\w-]+\.mjs)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const) (\w+))", re.MULTILINE)
_COMMENT = re.compile(r"^ *//.*\n", re.MULTILINE)
_STYLE_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_INDENT = re.compile(r"^\s+", re.MULTILINE)

Read = Callable[[str], str]


def joined_files(read: Read) -> dict[str, str]:
    """The files that take in others, by their path from docs/; `read` gives the text of such a path."""
    sheets = "\n".join(read(STYLES + name) for name in SHEETS)
    files = {STYLES + SHEETS[0]: _INDENT.sub("", _STYLE_COMMENT.sub("", sheets))}
    return files | {SCRIPTS + name: joined_module(name, read) for name in ENTRIES}


def joined_module(entry: str, read: Read) -> str:
    """A module with all that it imports, each of these in a scope of its own, in the order in which they are needed."""
    parts: dict[str, str] = {}
    main = _with_imports(entry, read, parts)
    return "".join(parts.values()) + main


def _with_imports(name: str, read: Read, parts: dict[str, str]) -> str:
    """The text of a module that takes from the scopes what it imported; puts those scopes into `parts`."""
    text = _COMMENT.sub("", read(SCRIPTS + name))
    for imported in _IMPORT.finditer(text):
        other = imported[2]
        if other not in parts:
            body = _with_imports(other, read, parts)
            names = ", ".join(_EXPORT.findall(body))
            parts[other] = f"const {_scope(other)} = (() => {{\n{_EXPORT.sub('', body)}return {{ {names} }};\n}})();\n"
    return _IMPORT.sub(lambda found: f"const {found[1]} = {_scope(found[2])};\n", text)


def _scope(name: str) -> str:
    return "from_" + name.removesuffix(".mjs").replace("-", "_")
