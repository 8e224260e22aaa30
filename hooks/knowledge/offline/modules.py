"""Our ES modules as one classic script: from a disk a browser loads no modules.

The modules keep to a few forms (`import { a } from "./b.mjs";`, `import "./c.js";`, `import("./d.mjs")`, and `export`
before a function, class or constant, each at the start of a line); all else is refused by name and line, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_IMPORT = re.compile(r'^import (?:\{(?P<names>[^{}]+)\} from )?"\./(?P<file>[\w.-]+)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async function|function|class|const) (?P<name>\w+))", re.MULTILINE)
_DYNAMIC = re.compile(r"(?<![\w.])import\((?=[\w\"])")
_LEFT = re.compile(r"^\s*(?:import\b(?!\()|export\b)|^await\b|import\.meta", re.MULTILINE)


class UnknownFormError(ValueError):
    """A module says something that this small joiner does not read."""


def joined(modules: Mapping[str, str], entry: str) -> str:
    """One script that runs `entry`; `modules` are the sources by file name, those ending in .js classic scripts.

    Raises:
        UnknownFormError: for a form of import or export that is not read, with module and line.
    """
    parts = [f"{_quoted(name)}: () => {{\n{_body(name, text)}\n}}" for name, text in sorted(modules.items())]
    return (
        '"use strict";\n(() => {\nconst modules = {\n' + ",\n".join(parts) + "\n};\nconst loaded = {};\n"
        'const load = (path) => { const name = path.replace("./", ""); '
        "return (loaded[name] ??= modules[name]()); };\n"
        "const loadLater = async (path) => load(path);\n"
        f"load({_quoted(entry)});\n}})();\n"
    )


def _body(name: str, text: str) -> str:
    names = [match["name"] for match in _EXPORT.finditer(text)]
    body = _DYNAMIC.sub("loadLater(", _EXPORT.sub("", _IMPORT.sub(_required, text)))
    if left := _LEFT.search(body):
        line = body.count("\n", 0, left.end()) + 1
        raise UnknownFormError(
            f"{name}:{line}: this form of import, export or await cannot be put into the offline copy."
        )
    return f"{body}\nreturn {{ {', '.join(names)} }};"


def _required(match: re.Match[str]) -> str:
    load = f"load({_quoted(match['file'])});"
    return f"const {{ {match['names'].strip().replace(' as ', ': ')} }} = {load}" if match["names"] else load


def _quoted(name: str) -> str:
    return f'"{name}"'
