"""A page's raw text split into front matter and body, by hand and before MkDocs, which swallows every mistake here."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.problems import Edit, Place, Problem
from knowledge.source.nodes import Mapping
from knowledge.source.text import SourceText
from knowledge.source.yaml_text import FRONT_MATTER, parse_yaml

_ADD_IT = "Start the file with a line `---`, then `title: …`, `type: …` and so on, then a line `---`."


@dataclass(frozen=True)
class SplitPage:
    """Front matter as a mapping (None where it cannot be read), the body, and the body's first line number."""

    front: Mapping | None
    body: str
    body_line: int
    problems: tuple[Problem, ...]


def split_page(source: SourceText) -> SplitPage:
    """Split a page; what is wrong with its front matter block comes back as problems (F001, F002, F003)."""
    lines = source.lines
    opening, early = _opening(source)
    if opening is None:
        return SplitPage(None, source.text, 1, (early,) if early else ())
    problems = [early] if early else []
    closing = next((n for n in range(opening + 1, len(lines)) if lines[n].rstrip() in ("---", "...")), None)
    if closing is None:
        problems.append(_unclosed(source, opening))
        return SplitPage(None, "", len(lines), tuple(problems))
    inner = "\n".join(lines[opening + 1 : closing])
    front, found = _mapping(inner, Place(source.path, opening + 2))
    found += _second_block(source, closing + 1) or _keys_below(source, closing)
    return SplitPage(front, "\n".join(lines[closing + 1 :]), closing + 2, (*problems, *found))


def _second_block(source: SourceText, after: int) -> list[Problem]:
    """A second block of keys right behind the first, which would be printed as text."""
    lines = source.lines
    first = next((n for n in range(after, len(lines)) if lines[n].strip()), None)
    if (
        first is None
        or lines[first].strip() != "---"
        or not re.match(r"[a-z_]+:(\s|$)", "".join(lines[first + 1 : first + 2]))
    ):
        return []
    hint = "Move its keys up into the first block and remove its dashes."
    return [Problem.at(Place(source.path, first + 1), "F002", "A second block of front matter starts here.", hint)]


def _keys_below(source: SourceText, closing: int) -> list[Problem]:
    """Keys right below the end of the block, which would be printed as text: its end stands too early."""
    found = []
    for line in source.lines[closing + 1 :]:
        if not line.strip():
            break
        found += re.findall(r"^([A-Za-z_][A-Za-z0-9_-]*):(?:\s|$)", line)
    end = source.lines[closing].strip()
    if not found or (len(found) == 1 and end == "---"):  # one alone may begin a sentence
        return []
    keys = ", ".join(f"“{key}”" for key in found)
    message = f"The front matter ends in this line, but keys stand below it: {keys}."
    hint = f"Remove `{end}` here, and type `---` in a line of its own below the last key."
    return [Problem.at(Place(source.path, closing + 1), "F002", message, hint)]


def _opening(source: SourceText) -> tuple[int | None, Problem | None]:
    """The line of the opening `---`, and what is wrong before it."""
    lines = source.lines
    first = next((n for n, line in enumerate(lines) if line.strip()), None)
    if first is not None and lines[first].strip() == "---":
        indent = len(lines[first]) - len(lines[first].lstrip())
        if first == 0 and indent == 0:
            return 0, None
        hint = "Remove what stands before it, so that `---` is line 1, column 1."
        before = "\n".join([*lines[:first], lines[first][:indent]])
        edits = (Edit(Place(source.path), before, ""),)
        message = "The front matter must start on line 1, column 1."
        return first, Problem.at(Place(source.path), "F001", message, hint, edits=edits)
    if first is not None and re.match(r"[A-Za-z_-]+:(\s|$)", lines[first]):
        message = (
            "The page starts with “key: text” but without a line `---` above it; the line would vanish from the page."
        )
        return None, Problem.at(Place(source.path, first + 1), "F001", message, _ADD_IT)
    return None, Problem.at(Place(source.path), "F001", "The page has no front matter.", _ADD_IT)


def _unclosed(source: SourceText, opening: int) -> Problem:
    """An unclosed block, shown at the line where the closing `---` belongs: after the last `key:` line in a row."""
    line = opening + 1
    while line < len(source.lines) and re.match(r"[a-z_]+:(\s|$)|\s+\S|- |#", source.lines[line]):
        line += 1
    place = Place(source.path, min(line + 1, len(source.lines)))
    return Problem.at(place, "F002", "The front matter is never closed.", "Put a line `---` here, after its last key.")


def _mapping(text: str, start: Place) -> tuple[Mapping | None, list[Problem]]:
    if not text.strip():
        return None, [
            Problem.at(start, "F002", "The front matter is empty.", "Put `title: …`, `type: …` between the dashes.")
        ]
    node, problems = parse_yaml(text, start, FRONT_MATTER)
    if node is None or isinstance(node, Mapping):
        return node, problems
    kind = "a list" if text.lstrip().startswith("-") else "a single value"
    message = f"The front matter is {kind}, not “key: value” lines."
    problems.append(
        Problem.at(node.place, "F002", message, "Write one key a line: `title: …`, without a dash before it.")
    )
    return None, problems
