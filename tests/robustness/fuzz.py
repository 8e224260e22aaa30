"""Reads, checks and renders made-up files: no exception, no hang, every problem at a place, no planted mistake lost.

`python -m tests.robustness.fuzz START COUNT` tries so many sets of files and prints what failed, as JSON.
"""

from __future__ import annotations

import csv
import io
import json
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

import yaml
from markdown import Markdown

from knowledge.checks.run import check
from knowledge.library import Library
from knowledge.load import load_library
from knowledge.markdown_extension import set_library
from knowledge.page_context import set_current_page
from knowledge.problems import Problem, Severity
from knowledge.render import inline
from knowledge.render.citation import Cited, typed_citation
from tests.robustness.fuzz_inputs import Inputs, Planted, inputs

EXTENSIONS = ["attr_list", "footnotes", "tables", "toc", "pymdownx.superfences", "knowledge.markdown_extension"]
SECONDS = 5.0
"""Of the processor, for one file; one takes some 10 ms."""
UNREADABLE = {"F001", "F002", "F003", "F009", "D001", "D013"}
"""Rules that tell that a file, or a part of it, could not be read, so that nothing more need be told of it."""


class SlowError(Exception):
    """More time was taken than anything may take."""


@dataclass
class Tried:
    """What was tried, by kind, and what failed."""

    inputs: Counter[str] = field(default_factory=Counter)
    problems: int = 0
    slowest: float = 0.0
    failures: list[str] = field(default_factory=list)


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise SlowError once so much time of the processor was used, and again where something took that for its own."""
    running = True

    def stop(_number: int, _frame: FrameType | None) -> None:
        if running:
            raise SlowError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds, 0.1)
    try:
        try:
            yield
        finally:
            running = False
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def attempt(number: int, tried: Tried, docs: Path) -> None:
    """Try the files of one number."""
    made = inputs(number)
    tried.inputs.update(made.spoilt.values())
    start = time.process_time()
    try:
        with within(SECONDS * len(made.spoilt)):
            library = load_library(docs, docs.parent, changes=made.files)
            found = check(library)
            cited = rendered(library, made)
    except Exception as error:
        tried.failures.append(
            f"{number}: {culprit(made, docs)}: {type(error).__name__}\n{traceback.format_exc()[-1500:]}"
        )
        return
    tried.problems += len(found)
    tried.failures += [f"{number}: {reason}" for reason in (*misplaced(found, made), *lost(found, made, cited))]
    tried.slowest = max(tried.slowest, (time.process_time() - start) / len(made.spoilt))


def culprit(made: Inputs, docs: Path) -> str:
    """The file that fails or takes long by itself, with what it says."""
    for path in made.spoilt:
        one = Inputs({path: made.files[path]}, {path: ""}, ())
        try:
            with within(SECONDS):
                library = load_library(docs, docs.parent, changes=one.files)
                check(library)
                rendered(library, one)
        except Exception:
            return f"{path} {made.files[path][:3000]!r}"
    return "no file by itself"


def rendered(library: Library, made: Inputs) -> set[str]:
    """Renders every spoilt page; the keys that readers see as citations."""
    seen: set[str] = set()

    def noted(text: str) -> list[Cited]:
        found = typed_citation(text)
        seen.update(one.key for one in found)
        return found

    set_library(library)
    original = vars(inline)["typed_citation"]
    setattr(inline, "typed_citation", noted)  # noqa: B010  the module's own import
    try:
        for path in made.spoilt:
            if path in library.pages:
                set_current_page(path)
                Markdown(extensions=EXTENSIONS).convert(library.pages[path].markdown)
    finally:
        setattr(inline, "typed_citation", original)  # noqa: B010
        set_current_page(None)
    return seen


def misplaced(found: list[Problem], made: Inputs) -> Iterator[str]:
    """Problems that name no place in their file, give no hint, stand out of order, or tell of a fault of ours."""
    lines = {f"docs/{path}": data.decode("utf-8", "replace").splitlines() for path, data in made.files.items()}
    if [problem.order for problem in found] != sorted(problem.order for problem in found):
        yield "the problems are not in order"
    for problem in found:
        text = lines.get(problem.path)
        if "fault in Legwise" in problem.message or not problem.hint:
            yield f"{problem.as_text()} {made.files.get(problem.path.removeprefix('docs/'), b'')[:3000]!r}"
        elif problem.line < 1 or problem.column < 1 or (text is not None and problem.line > len(text) + 1):
            yield f"no such place: {problem.as_text()}"


def lost(found: list[Problem], made: Inputs, cited: set[str]) -> Iterator[str]:
    """Planted mistakes that nobody is told of, although the file was read."""
    for planted in made.planted:
        of_file = [one for one in found if one.path == f"docs/{planted.path}" and one.severity is Severity.ERROR]
        data = made.files[planted.path]
        told = any(planted.token in one.message for one in of_file)
        if told or any(one.rule in UNREADABLE for one in of_file) or not _stands(planted, data, cited):
            continue
        yield f"lost: {planted} among {[one.as_text() for one in of_file]} {data[:3000]!r}"


def _stands(planted: Planted, data: bytes, cited: set[str]) -> bool:
    """Whether the mistake is still one to another reader of the same file: PyYAML, csv, or the page as shown."""
    text = data.decode("utf-8", "replace")
    if planted.kind == "citation":
        return planted.token in cited
    if planted.kind == "block":
        return (
            False
            if "```" in text or "~~~" in text or "<" in text or "    ///" in text
            else f"\n/// claim | {planted.token}\n///" in text
        )
    try:
        if planted.kind == "csv":
            return any(planted.token in row[3:4] for row in csv.reader(io.StringIO(text, newline="")))
        read = yaml.load(text.split("---\n")[1] if planted.kind == "front matter" else text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, csv.Error, IndexError, ValueError):
        return True  # it cannot be read, so that something must be told
    records = read if isinstance(read, list) else [read]
    return any(isinstance(record, dict) and planted.token in record for record in records)


def run(start: int, count: int) -> Tried:
    """Try so many sets of files."""
    tried = Tried()
    with tempfile.TemporaryDirectory() as folder:
        docs = Path(folder, "docs")
        docs.mkdir()
        for number in range(start, start + count):
            attempt(number, tried, docs)
    return tried


if __name__ == "__main__":
    sys.stdout.write(json.dumps(vars(run(int(sys.argv[1]), int(sys.argv[2])))) + "\n")
