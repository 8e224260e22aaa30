"""The zip of the whole site: which files are in it, and what becomes of each; the same bytes for the same commit."""

from __future__ import annotations

import base64
import io
import json
import posixpath
import re
import zipfile
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path
from typing import Any

from knowledge.offline.kept import Kept
from knowledge.offline.modules import joined
from knowledge.offline.page import Copy, offline_page

NAME = "legwise.zip"
"""Where the copy lies in the site."""
_SCRIPTS = "assets/javascripts"
_LEFT_OUT = re.compile(
    r"404\.html|sitemap\..*|robots\.txt|llms.*|feed.*|manifest.*|_headers|_redirects|.*\.zip|.*\.map|.*\.gz|\.nojekyll|search/.*|"
    rf"{_SCRIPTS}/(?:.*\.mjs|lunr/.*|workers/.*|search-w.*)|assets/stylesheets/(?:main|palette)\..*|assets/images/cards/.*"
)
_URL = re.compile(r"url\(\"?(?!data:)([^\")]+)\"?\)")
_TYPES = {".woff2": "font/woff2", ".svg": "image/svg+xml"}
_READ_ME = (
    "Legwise, a copy of {day}.\n\nUnpack the whole zip first. Then open index.html with a web browser.\n"
    "Everything works without a network. Newer advice may exist{where}.\n"
)


def offline_copy(site: Path, address: str | None, moment: int, memory: Path | None = None) -> bytes:
    """The zip of a built site; `address` is where it is published, `moment` the second since 1970 that it is of.

    In the folder `memory`, pages are kept for the next copy; what comes out is the same without.
    """
    when = datetime.fromtimestamp(max(moment, 315532800), UTC)  # a zip knows no day before 1980
    day = f"{when.day} {when:%B %Y}"
    files = _files(site)
    note = f"This is a copy of {day}."
    copy = Copy(frozenset(files), address, note)
    kept = Kept.of(memory, *files, repr(address), note)
    contents = {name: _content(site / name, name, copy, kept) for name in files}
    kept.save()
    contents |= _search(site / "search", copy.files) | _scripts(site / _SCRIPTS)
    where = f" at {address}" if address else " on the site you took it from"
    contents["READ ME.txt"] = _READ_ME.format(day=day, where=where).encode()
    return _zip(contents, f"legwise-{when:%Y-%m-%d}", when)


def _files(site: Path) -> list[str]:
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return [name for name in names if not _LEFT_OUT.fullmatch(name) and not _leads_on(site / name)]


def _leads_on(path: Path) -> bool:
    """Whether it is a page that only leads to where another has moved."""
    return path.suffix == ".html" and path.stat().st_size < 2048 and b'http-equiv="refresh"' in path.read_bytes()


def _content(path: Path, name: str, copy: Copy, kept: Kept) -> bytes:
    content = path.read_bytes()
    if name.endswith(".html"):
        return kept.page(name, content, lambda: offline_page(content.decode(), name, copy).encode())
    return _whole(content.decode(), path).encode() if name.endswith(".css") else content


def _whole(style: str, path: Path) -> str:
    """A stylesheet that holds its fonts and pictures itself: from a disk browsers load neither for it."""

    def held(match: re.Match[str]) -> str:
        file = path.parent / match[1]
        return f'url("data:{_TYPES[file.suffix]};base64,{base64.b64encode(file.read_bytes()).decode()}")'

    return _URL.sub(held, style)


def _scripts(folder: Path) -> dict[str, bytes]:
    modules = {path.name: path.read_text("utf-8") for path in folder.glob("*.mjs")}
    modules["search-words.js"] = ""  # has run by then: it is in the engine's script
    engine = resources.files("knowledge.offline").joinpath("engine.js").read_text("utf-8")
    words, worker = ((folder / name).read_text("utf-8") for name in ("search-words.js", "search-worker.js"))
    offline = f"{words}\n{engine.replace('/* the engine */', worker)}"
    return {
        f"{_SCRIPTS}/legwise.js": joined(modules, "legwise.mjs").encode(),
        f"{_SCRIPTS}/offline.js": offline.encode(),
    }


def _search(folder: Path, files: frozenset[str]) -> dict[str, bytes]:
    """Index and helps as scripts, with addresses that name files."""
    index, helps = (
        _located(json.loads((folder / name).read_text("utf-8")), files)
        for name in ("search_index.json", "search_help.json")
    )
    return {"search/search_index.js": _script("__index", index), "search/search_help.js": _script("LegwiseData", helps)}


def _script(name: str, value: Any) -> bytes:
    return f"var {name} = {json.dumps(value, ensure_ascii=False, separators=(',', ':'))};\n".encode()


def _located(value: Any, files: frozenset[str]) -> Any:
    if isinstance(value, list):
        return [_located(one, files) for one in value]
    if isinstance(value, dict):
        return {
            key: _file(one, files) if key in ("location", "urgent") and isinstance(one, str) else _located(one, files)
            for key, one in value.items()
        }
    return value


def _file(location: str, files: frozenset[str]) -> str:
    path, mark, fragment = location.partition("#")
    file = posixpath.normpath(posixpath.join(path, "index.html"))
    return f"{file}{mark}{fragment}" if file in files else location


def _zip(contents: dict[str, bytes], folder: str, when: datetime) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        for name in sorted(contents):
            info = zipfile.ZipInfo(f"{folder}/{name}", when.timetuple()[:6])
            info.external_attr = 0o644 << 16
            info.create_system = 3
            info.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(info, contents[name], compresslevel=6)
    return held.getvalue()
