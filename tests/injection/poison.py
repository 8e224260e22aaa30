"""A site whose every text field holds strings of the corpus, found by walking the models: a new field is poisoned too.

What a field's type refuses stays out, since it is a problem and never published; everything else is written into the
files and goes the whole way to the page.
"""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Hashable, Iterator, Mapping
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from typing import Annotated, Any, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError

from knowledge.models.cells import CELL_FORMS
from knowledge.models.comparison import Column, Head, RowHead
from knowledge.models.data_files import RECORD_FILES
from knowledge.models.fields import MarkdownText
from knowledge.models.page import FrontMatter
from knowledge.models.search import SearchData
from knowledge.problems import Place
from knowledge.source.nodes import plain
from knowledge.source.yaml_text import DATA, NOT_YAML, parse_yaml
from tests.injection.corpus import CORPUS

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "docs"
FEW = 12
"""Strings that one value holds; the next value holds the next ones."""
CHOICES = {"type", "study_type", "incomplete", "related", "was", "popular", "page", "title", "date_parts", "date-parts"}
"""Texts that must be one of a list, a path or a date: rules refuse all else. Titles get theirs one by one."""

SEARCH: dict[str, Any] = {
    "synonyms": [{"id": "sock", "words": ["sock", "stocking"]}],
    "red_flags": [{"id": "calf", "card": "lung-clot", "phrases": ["hot calf"]}],
    "more_terms": [{"page": "answers/high.md", "terms": ["how high"]}],
    "popular": ["answers/high.md"],
}

EVERYTHING = (Path(__file__).parent / "everything.md").read_text(encoding="utf-8")
"""The body of a page with every block there is."""


@cache
def accepted(kind: Hashable, text: str) -> bool:
    """Whether a field of this type takes the text, alone or in a list."""
    adapter = _adapter(kind)
    for value in (text, [text]):
        try:
            adapter.validate_python(value)
        except ValidationError:
            continue
        return True
    return False


@cache
def _adapter(kind: Hashable) -> TypeAdapter[Any]:
    return TypeAdapter(kind)  # type: ignore[arg-type]


class Poisoner:
    """Hands out the corpus in turn, a few strings to each value, from `start` on."""

    def __init__(self, start: int = 0) -> None:
        """Begin at the string of this number."""
        whole = [NOT_YAML.sub("\ufffd", text) for text in CORPUS]
        at = start % len(whole)
        self._all = cycle([*whole[at:], *whole[:at]])
        self.met: set[tuple[str, str]] = set()
        """Model and field of each value that was poisoned."""

    def text(self, kind: Any, before: str) -> str | None:
        """A text for a field of this type; None where the type takes none of them."""
        some = list(islice(self._all, FEW))
        for texts in (some, [one for one in some if accepted(MarkdownText, f"x {one}")], ["zq {{ 7*7 }} & “zq”"]):
            found = " ".join([before, *texts])
            if texts and accepted(kind, found):
                return found
        return None

    def record(self, model: type[BaseModel], given: Mapping[str, Any]) -> dict[str, Any]:
        """A record with every text of it poisoned, and those added that it may have and has not."""
        made = dict(given)
        for name, field in model.model_fields.items():
            key = field.alias or name
            kind: Any = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
            value = self._value(model, key, kind, made.get(key))
            if value is not None:
                made[key] = value
        return made

    def _value(self, model: type[BaseModel], key: str, kind: Any, value: Any) -> Any:
        inner = next(_models(kind), None)
        return self._text_value(model, key, kind, value) if inner is None else self._inner(inner, value)

    def _inner(self, model: type[BaseModel], value: Any) -> Any:
        if isinstance(value, Mapping):
            return self.record(model, value)
        return [self.record(model, one) if isinstance(one, Mapping) else one for one in value or []] or None

    def _text_value(self, model: type[BaseModel], key: str, kind: Any, value: Any) -> Any:
        if key in CHOICES or (model is FrontMatter and value is None) or not _is_text(kind):
            return None
        if isinstance(value, Mapping) or (isinstance(value, list) and not all(isinstance(one, str) for one in value)):
            return None
        if key in ("url", "URL"):
            return f"https://example.org/{self.text(kind, '')}" if value else None
        self.met.add((model.__name__, key))
        if isinstance(value, list):
            return [self.text(kind, one) or one for one in value]
        found = self.text(kind, value or "Zq")
        many = found is not None and value is None and not _takes_text(kind, found)
        return [found] if many else found

    def cell(self, value: Any, column: str) -> Any:
        """A cell, short or long."""
        if isinstance(value, Mapping) and "measure" in value:
            return value  # an effect: numbers alone
        if isinstance(value, Mapping):
            form = next(form for form in CELL_FORMS if next(iter(form.model_fields)) in value)
            made = self.record(form, value)
            return {**made, "value": self.cell(value["value"], column)} if "value" in value else made
        if column == "text" and value not in ("unknown", "not-tested", "not-applicable"):
            return self.text(MarkdownText, value) or value
        return value

    def comparison(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """A whole comparison file."""
        made = self.record(Head, given)
        made["title"] = f"{made['title']} {self.text(str, '')}"
        types = {column["id"]: column["type"] for column in given["columns"]}
        made["columns"] = [self.record(Column, column) | {"unit": column.get("unit")} for column in given["columns"]]
        made["columns"] = [{key: value for key, value in one.items() if value} for one in made["columns"]]
        if "rows" in given:
            made["rows"] = [
                self.record(RowHead, row)
                | {"cells": {name: self.cell(value, types[name]) for name, value in row["cells"].items()}}
                for row in given["rows"]
            ]
        return made


def _models(kind: Any) -> Iterator[type[BaseModel]]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
    for inner in get_args(kind):
        yield from _models(inner)


def _is_text(kind: Any) -> bool:
    return kind is str or any(_is_text(inner) for inner in get_args(kind))


def _takes_text(kind: Any, text: str) -> bool:
    try:
        _adapter(kind).validate_python(text)
    except ValidationError:
        return False
    return True


def _read(text: str) -> Any:
    node, problems = parse_yaml(text, Place("x"), DATA)
    assert node is not None, problems
    return plain(node)


def write_site(folder: Path, start: int = 0) -> Poisoner:
    """Write docs/ of the poisoned site, with the real assets; what was poisoned is in the answer."""
    docs = folder / "docs"
    shutil.copytree(GOLDEN, docs)
    shutil.copytree(ROOT / "docs" / "assets", docs / "assets", dirs_exist_ok=True)
    poisoner = Poisoner(start)
    for name, model in RECORD_FILES.items():
        file = docs / "data" / f"{name}.yml"
        records = [poisoner.record(model, one) for one in _read(file.read_text(encoding="utf-8"))]
        _write(
            file,
            [one | {"title": f"{one['title']} {poisoner.text(str, '')}"} if "title" in one else one for one in records],
        )
    _write(docs / "data" / "search.yml", poisoner.record(SearchData, SEARCH))
    for file in sorted((docs / "data" / "comparisons").glob("*.yml")):
        _write(file, poisoner.comparison(_read(file.read_text(encoding="utf-8"))))
    _rows(docs / "data" / "comparisons" / "groups.csv", poisoner)
    front = (docs / "about" / "index.md").read_text(encoding="utf-8").split("---\n")[1]
    (docs / "about" / "everything.md").write_text(f"---\n{front}---\n\n{EVERYTHING}", encoding="utf-8")
    (docs / "data" / "index.md").write_text(f"---\n{front}---\n\n/// generated | datasets\n///\n", encoding="utf-8")
    for page in sorted(docs.rglob("*.md")):
        _, front, body = page.read_text(encoding="utf-8").split("---\n", 2)
        made = poisoner.record(FrontMatter, _read(front))
        made["title"] = f"{made['title']} {poisoner.text(str, '')}"
        lines = "".join(f"{key}: {_yaml(value)}\n" for key, value in made.items())
        page.write_text(f"---\n{lines}---\n{body}", encoding="utf-8")
    return poisoner


def _yaml(value: Any, indent: int | None = None) -> str:
    """JSON with every character beyond ASCII escaped as YAML escapes it, so that it comes out as it went in."""
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    return "".join(char if " " <= char <= "~" or char == "\n" else f"\\U{ord(char):08x}" for char in text)


def _write(file: Path, value: Any) -> None:
    file.write_text(_yaml(value, 1) + "\n", encoding="utf-8")


def _rows(file: Path, poisoner: Poisoner) -> None:
    header, *rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8"))))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        cells = dict(zip(header, row, strict=True))
        for key in ("label", "group", "effect", "effect:note"):
            if cells.get(key) and cells[key] not in ("unknown", "not-tested", "not-applicable"):
                cells[key] = poisoner.text(MarkdownText, cells[key]) or cells[key]
        writer.writerow(cells.values())
    file.write_text(out.getvalue(), encoding="utf-8")


CONFIG = """
INHERIT: {root}/mkdocs.yml
site_name: Legwise
site_url: {address}
docs_dir: {folder}/docs
site_dir: {folder}/site
watch: []
theme:
  custom_dir: {root}/overrides
hooks: [{hooks}]
nav: null
"""


def build(folder: Path, address: str) -> None:
    """Build the site with the real templates and adapters, past the rules that would refuse to publish it."""
    adapters = _read((ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV ", ""))["hooks"]
    hooks = ", ".join(str(ROOT / name) for name in [*adapters, "tests/injection/unchecked.py"])
    config = folder / "mkdocs.yml"
    config.write_text(CONFIG.format(root=ROOT, folder=folder, address=address, hooks=hooks), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(config)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
