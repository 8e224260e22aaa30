"""The files that a script loads, as far as its text names them, and the addresses of other sites in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MODULE = re.compile(
    r"""(?:\bfrom|\bimport)\s*\(?\s*["'](?P<module>\.{1,2}/[^"'\n]+)["']      # import "./x.mjs", import("./x.mjs")
    |\bimportScripts\(\s*["'](?P<script>[^"'\n]+)["']
    |["'](?P<named>\.{1,2}/[\w./-]+\.m?js)["']                             # a module that is kept in a list""",
    re.VERBOSE,
)
_ABROAD = re.compile(r"""(?:https?:)?//(?P<host>[\w-]+(?:\.[\w-]+)+)[^\s"'`)\\]*|https?://\$\{[^"'`]*""")


def script_loads(text: str) -> Iterator[tuple[str, int]]:
    """Each module or script that a script of ours names, and where in the text it stands."""
    for match in _MODULE.finditer(text):
        yield match[match.lastgroup or 0], match.start(match.lastgroup or 0)


def addresses_abroad(text: str) -> Iterator[tuple[str, int]]:
    """Each address of another site in a script, in whatever string or comment, and where it stands."""
    for match in _ABROAD.finditer(text):
        if match[0].startswith("//") and text[max(match.start() - 1, 0)] not in "\"'`":
            continue  # a comment that begins with a name that has a dot in it
        yield match[0], match.start()
