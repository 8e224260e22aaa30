"""Renaming: what is meant, whether the new name may be, and all of the change or none of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

import yaml

from knowledge.checks.run import check
from knowledge.fixes.edits import Text, take_edits
from knowledge.library import Library
from knowledge.load import load_library
from knowledge.models.comparison import cell_anchor, row_anchor
from knowledge.models.fields import IDENTIFIER, as_identifier
from knowledge.problems import Edit, Problem, Severity
from knowledge.rename.kinds import COMPARISON, PAGE, RECORDS, kinds_of, names_of, page_path
from knowledge.rename.links import CannotRenameError, anchor_edits, file_edits
from knowledge.rename.page import nav_edits, page_edits
from knowledge.rename.places import block_edits, chart_edits, record_edits
from knowledge.source.mkdocs_yml import MKDOCS_YML
from knowledge.suggest import did_you_mean
from knowledge.writing import write_changes

_FIXED_PAGES = frozenset({"index.md", "about/index.md"})
"""Pages that the site itself leads to."""


class WrongNameError(Exception):
    """The old or the new name is not one that can be used; the text says why and what to type."""


@dataclass(slots=True)
class Renamed:
    """What was done: its kind, how many places in which file (as shown), and which files moved."""

    kind: str
    places: Counter[str] = field(default_factory=Counter)
    moved: dict[str, str] = field(default_factory=dict)


def rename(docs_dir: Path, old: str, new: str, kind: str | None = None) -> Renamed:
    """Rename whatever is called `old`, everywhere it is named, and write it.

    Raises:
        WrongNameError: when there is no such name, or two; when the new one is malformed or taken.
        CannotRenameError: when some place cannot be changed, or the check would tell something new.
        NotWrittenError: when a file cannot be written; then none is.
    """
    library = load_library(docs_dir)
    _refuse_unread(library.problems)
    kind = _kind(old, kind, library)
    if kind == PAGE:
        old, new = page_path(old), page_path(new)
    _refuse_new(kind, old, new, library)
    renamed = Renamed(kind, moved=_moved(kind, old, new, library))
    before, changes = _changes(library, [*_edits(kind, old, new, library)], renamed)
    after = check(load_library(docs_dir, changes=changes))
    _refuse_worse(check(library), after)
    write_changes(docs_dir, changes, before)
    return renamed


def _refuse_unread(problems: Iterable[Problem]) -> None:
    """Where something cannot be read, what it names cannot be seen."""
    first = next((one for one in problems if one.severity is Severity.ERROR), None)
    if first:
        raise CannotRenameError(f"Mend first what `kb check` tells, so that no place is missed:\n{first.as_text()}")


def _kind(old: str, kind: str | None, library: Library) -> str:
    kinds = [one for one in kinds_of(old, library) if kind in (one, None)]
    if not kinds:
        noun = kind or "record, comparison or page"
        hint = did_you_mean(old, names_of(kind, library), otherwise="`kb check` must know it before it can be renamed.")
        raise WrongNameError(f"There is no {noun} “{old}”. {hint}")
    if len(kinds) > 1:
        options = " or ".join(f"--kind {one}" for one in kinds)
        raise WrongNameError(f"“{old}” names more than one thing. Say which: {options}.")
    return kinds[0]


def _refuse_new(kind: str, old: str, new: str, library: Library) -> None:
    parts = PurePosixPath(new).with_suffix("").parts if kind == PAGE else (new,)
    if not all(re.fullmatch(IDENTIFIER, part) for part in parts):
        mended = "/".join(as_identifier(part) for part in parts if part not in ("/", "..", "."))
        raise WrongNameError(f"“{new}” is not made of lower-case words joined by hyphens. Write “{mended}”.")
    if new == old:
        raise WrongNameError(f"“{new}” is its name already.")
    if kind == PAGE and old in _FIXED_PAGES:
        raise WrongNameError(f"The site itself leads to {old}; it keeps its name.")
    taken = _page_taken(old, new, library) if kind == PAGE else new in _ids(kind, library)
    if taken:
        raise WrongNameError(f"There is a {kind} “{new}” already, or was. Nothing was changed.")


def _ids(kind: str, library: Library) -> frozenset[str]:
    return library.comparison_ids if kind == COMPARISON else RECORDS[kind].records(library).ids


def _page_taken(old: str, new: str, library: Library) -> bool:
    """Whether a file has this path, or another page had it."""
    was = {path for name, page in library.pages.items() if name != old for path in page.front.was}
    return new in was or (library.docs_dir / new).exists()


def _moved(kind: str, old: str, new: str, library: Library) -> dict[str, str]:
    """The files that get another path."""
    if kind == PAGE:
        return {old: new}
    if kind != COMPARISON:
        return {}
    files = {f"data/comparisons/{old}.{ending}": f"data/comparisons/{new}.{ending}" for ending in ("yml", "csv")}
    return {path: moved for path, moved in files.items() if path in library.files}


def _edits(kind: str, old: str, new: str, library: Library) -> Iterator[Edit]:
    if kind == PAGE:
        yield from page_edits(old, new, library)
        yield from _in_nav(old, new, library)
    elif kind == COMPARISON:
        yield from block_edits("comparison", old, new, library)
        yield from chart_edits("comparison", old, new, library)
        comparison = library.comparisons[old]
        rows = [row_anchor("{}", row.id) for row in comparison.rows]
        cells = [cell_anchor("{}", row.id, column.id) for row in comparison.rows for column in comparison.columns]
        yield from _anchors(("comparison-{}", "comparison-{}-caption", *rows, *cells), old, new, library)
        downloads = {f"data/comparisons/{old}.{form}": f"data/comparisons/{new}.{form}" for form in ("csv", "json")}
        yield from file_edits(downloads, library)
    else:
        yield from record_edits(kind, old, new, library)
        yield from _anchors(RECORDS[kind].anchors, old, new, library)


def _anchors(forms: Iterable[str], old: str, new: str, library: Library) -> Iterator[Edit]:
    yield from anchor_edits({form.format(old): form.format(new) for form in forms}, library)


def _in_nav(old: str, new: str, library: Library) -> Iterator[Edit]:
    file = library.docs_dir.parent / "mkdocs.yml"
    try:
        if file.is_file():
            yield from nav_edits(file.read_text(encoding="utf-8"), MKDOCS_YML, old, new)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise CannotRenameError(f"{file} cannot be read, so that its navigation cannot be changed.") from error


def _changes(
    library: Library, edits: Iterable[Edit], renamed: Renamed
) -> tuple[dict[str, bytes | None], dict[str, bytes | None]]:
    """What each file held, and what it will hold; None where there is none."""
    names = {library.shown(name): name for name in library.files} | {MKDOCS_YML: MKDOCS_YML}
    texts: dict[str, Text] = {}
    for edit in edits:
        path = edit.place.path
        if path not in texts:
            texts[path] = Text(_bytes(library, names[path]).decode("utf-8"))
        taken = len(texts[path].taken)
        if not take_edits(texts, [edit]):
            place = f"{path}:{edit.place.line}:{edit.place.column}"
            raise CannotRenameError(f"{place}: “{edit.old}” is not typed plainly here. Write it without escapes first.")
        renamed.places[path] += len(texts[path].taken) - taken
    edited = {names[path]: text.edited().encode("utf-8") for path, text in texts.items()}
    before: dict[str, bytes | None] = {name: _bytes(library, name) for name in (*edited, *renamed.moved)}
    changes: dict[str, bytes | None] = dict(edited)
    for source, target in renamed.moved.items():
        changes[target], changes[source] = edited.get(source, before[source]), None
    return before, changes


def _bytes(library: Library, name: str) -> bytes:
    folder = library.docs_dir.parent if name == MKDOCS_YML else library.docs_dir
    return (folder / name.removeprefix("../")).read_bytes()


def _refuse_worse(before: Iterable[Problem], after: Iterable[Problem]) -> None:
    """The check must tell as much as before, of each rule; names in its messages may differ."""
    found = list(after)
    had, has = Counter(one.rule for one in before), Counter(one.rule for one in found)
    told = "\n".join(one.as_text() for one in found if has[one.rule] > had[one.rule])
    if told:
        raise CannotRenameError(f"Nothing was changed, since the check would then tell:\n{told}")
