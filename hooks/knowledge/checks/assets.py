"""L011: images and other files of docs/assets are used, small, and harmless."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path, PurePosixPath
from xml.parsers.expat import ExpatError, ParserCreate

from knowledge.cards.sections import CARDS
from knowledge.checks.rule import Finding, on_whole, rule
from knowledge.checks.targets import FOREIGN, targets
from knowledge.library import Library
from knowledge.models.targets import scheme
from knowledge.problems import Place, Severity
from knowledge.source.text import decode

L011 = rule(
    "L011",
    wants="Files in assets/ are used, images are at most 200 kB, and an SVG holds no script, no entity and no link to "
    "another site.",
    why="What nothing uses is published and kept all the same; large images take seconds on a slow phone; a script in "
    "an image runs as one of ours.",
    bad="a leg.svg with <script> in it",
    good="a leg.svg of shapes and text alone",
    severity=Severity.WARNING,
)
_IMAGES = frozenset({"png", "jpg", "jpeg", "webp", "gif", "avif", "ico", "svg"})
_TEXTS = frozenset({"css", "js", "mjs", "svg", "html"})
_NAME = re.compile(r"[\w.-]+\.[a-z0-9]+")
_MOST = 2_000_000
"""Bytes; what is larger is not read for names or scripts."""


@on_whole(L011)
def used(library: Library) -> Iterator[Finding]:
    """Files below assets/ that no page, data text, style sheet, script, template or mkdocs.yml names.

    Skipped without mkdocs.yml, since a theme may use what no page names.
    """
    if library.site.texts is None:
        return
    named = {target.file for target in targets(library) if target.scheme is None}
    named |= {card.path for card in CARDS.values()}  # shared links show them
    mentioned = frozenset().union(*_names_in_texts(library))
    for name in library.files:
        file = PurePosixPath(name).name
        # A licence lies beside what it is for, and nothing names it.
        if name.startswith("assets/") and name not in named and file not in mentioned and "licen" not in file:
            yield Finding(Place(library.shown(name)), "Nothing uses this file.", "Remove it, or use it.")


def _names_in_texts(library: Library) -> Iterator[Iterable[str]]:
    yield from (_NAME.findall(text) for text in library.site.texts or ())
    yield from (_names(_read(library.docs_dir / name)) for name in library.files if _ending(name) in _TEXTS)
    overrides = library.site.overrides
    if overrides is not None and overrides.is_dir():
        yield from (_names(_read(file)) for file in sorted(overrides.rglob("*")) if _ending(file.name) in _TEXTS)


@lru_cache(maxsize=1024)
def _names(data: bytes) -> frozenset[str]:
    """What may be a file's name in a text; most texts are the same at the next check of a preview."""
    return frozenset(_NAME.findall(decode(data, "").text))


@on_whole(L011)
def small(library: Library) -> Iterator[Finding]:
    """The size of each image."""
    most = library.settings.image_kilobytes
    for name in library.files:
        size = _size(library.docs_dir / name) if _ending(name) in _IMAGES else 0
        if size > most * 1000:
            message = f"The image has {round(size / 1000)} kB; at most {most} load at once on a slow phone."
            yield Finding(Place(library.shown(name)), message, "Make it smaller, or draw it as SVG.")


@on_whole(L011)
def harmless(library: Library) -> Iterator[Finding]:
    """Each SVG, read as XML without following anything in it."""
    for name in library.files:
        file = library.docs_dir / name
        if _ending(name) == "svg" and 0 < _size(file) <= _MOST:
            yield from _in_svg(library.shown(name), file.read_bytes())


@lru_cache(maxsize=256)
def _in_svg(path: str, data: bytes) -> tuple[Finding, ...]:
    return tuple(_Svg(path).findings(data))


class _Svg:
    """Walks an SVG; entities are told and never expanded."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.data = b""
        self.found: list[Finding] = []
        self.parser = ParserCreate()
        self.parser.StartElementHandler = self._element
        self.parser.EntityDeclHandler = self._entity
        self.parser.ProcessingInstructionHandler = self._instruction

    def findings(self, data: bytes) -> list[Finding]:
        """What is wrong with it; reading ends at the first entity, before it could be used."""
        self.data = data
        try:
            self.parser.Parse(data, True)
        except _StopError:
            pass
        except (ExpatError, ValueError, LookupError) as error:
            place = Place(self.path, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
            self.found.append(
                Finding(place, f"The SVG cannot be read: {_reason(error)}.", "Draw it anew, or save it again.")
            )
        return self.found

    def _tell(self, message: str, hint: str) -> None:
        place = Place(self.path, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        self.found.append(Finding(place, message, hint))

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        plain = name.rpartition(":")[2].casefold()
        if plain in ("script", "foreignobject", "iframe"):
            self._tell(f"The SVG holds a <{name}>.", "Remove it; an image needs none.")
        for key, value in attributes.items():
            if key.casefold().startswith("on"):
                self._tell(f"The SVG runs a script, “{key}”.", "Remove the attribute.")
            elif not key.startswith("xmlns") and _leads_out(key, value):
                self._tell(f"The SVG links to “{value}”.", "Remove it; an image holds all that it shows.")

    def _entity(self, *_declared: object) -> None:
        # The parser stands somewhere inside the declaration.
        start = self.data.rfind(b"<!ENTITY", 0, self.parser.CurrentByteIndex + 1)
        before = decode(self.data[:start], self.path)
        hint = "Write its text out where it is used."
        self.found.append(Finding(before.place(len(before.text)), "The SVG declares an entity.", hint))
        raise _StopError

    def _instruction(self, target: str, _data: str) -> None:
        self._tell(f"The SVG holds an instruction, “<?{target}”.", "Remove it; styles stand inside the image.")


class _StopError(Exception):
    """Nothing more is to be read."""


def _leads_out(key: str, value: str) -> bool:
    plain = key.rpartition(":")[2].casefold()
    if plain in ("href", "src"):
        return scheme(value) in {*FOREIGN, "javascript", "data", "file"}
    return any(scheme(inner) in FOREIGN for inner in re.findall(r"url\(\s*['\"]?([^'\")]+)", value))


def _reason(error: Exception) -> str:
    return str(error).partition(":")[0]


def _ending(name: str) -> str:
    return name.rpartition(".")[2].casefold()


def _size(file: Path) -> int:
    """Bytes of an ordinary file; 0 for what is none or cannot be looked at."""
    try:
        return file.stat().st_size if file.is_file() else 0
    except OSError:
        return 0


def _read(file: Path) -> bytes:
    if not 0 < _size(file) <= _MOST:
        return b""
    try:
        return file.read_bytes()
    except OSError:
        return b""
