"""Suppressions in YAML: a comment on a line of its own, for the record or field that begins on the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.problems import Place, Problem
from knowledge.source.suppressions import LONGEST, NAME, RULE, Suppression, Suppressions, read_suppression

_FORM = "# {}"
_COMMENT = re.compile(rf"(?P<indent> *)#\s*(?P<text>{NAME.pattern}.*)", re.IGNORECASE)
_TRAILING = re.compile(rf"\s#\s*{NAME.pattern}", re.IGNORECASE)
_BLOCK_TEXT = re.compile(r"(?P<dashes> *(?:- +)*)(?:[^\s#'\"][^#]*:|-) +[|>][-+\d]{0,2} *(?:#.*)?")


def yaml_suppressions(lines: Sequence[str], path: str, first_line: int = 1) -> Suppressions:
    """The suppressions in the lines of a YAML text whose first line has this number in its file."""
    if not any(NAME.search(line) for line in lines):
        return Suppressions()
    return Suppressions.of(_read(lines, path, first_line))


def _read(lines: Sequence[str], path: str, first_line: int) -> Iterator[Suppression | Problem]:
    texts = _text_lines(lines)
    for number, line in enumerate(lines):
        if number in texts or "#" not in line:
            continue
        match = _COMMENT.fullmatch(line)
        trailing = None if match else _TRAILING.search(line)
        if match:
            start = match.start("text")
            place = Place(path, first_line + number, match.end("indent") + 1)
            words = Place(path, first_line + number, start + 1)
            first, last = _next_node(lines[number + 1 : number + 1 + LONGEST])
            covered = (words.line + 1 + first, words.line + 1 + last)
            yield read_suppression(match["text"], place, words.shifted, covered, _FORM)
        elif trailing and line.count('"', 0, trailing.start()) % 2 == 0:
            place = Place(path, first_line + number, trailing.start() + 2)
            message = "A suppression stands on a line of its own."
            yield Problem.at(place, RULE, message, "Move it to the line above what it is for.")


def _text_lines(lines: Sequence[str]) -> set[int]:
    """The lines that belong to a `|` or `>` text, in which `#` begins no comment."""
    inside: set[int] = set()
    number = 0
    while number < len(lines):
        opener = _BLOCK_TEXT.fullmatch(lines[number])
        number += 1
        if opener is None:
            continue
        first = next((at for at in range(number, len(lines)) if lines[at].strip()), len(lines))
        indent = _indent(lines[first]) if first < len(lines) else 0
        if indent <= len(opener["dashes"]):
            continue
        while number < len(lines) and (not lines[number].strip() or _indent(lines[number]) >= indent):
            inside.add(number)
            number += 1
    return inside


def _next_node(below: Sequence[str]) -> tuple[int, int]:
    """First and last of these lines, from 0, that hold the record or field that begins there; (0, -1) for none."""
    start = next((at for at, line in enumerate(below) if _says_something(line)), None)
    if start is None:
        return 0, -1
    indent, is_key = _indent(below[start]), not _is_item(below[start])
    last = start
    for at in range(start + 1, len(below)):
        own = _indent(below[at])
        if not _says_something(below[at]):
            continue
        if own < indent or (own == indent and not (is_key and _is_item(below[at]))):
            break
        last = at
    return start, last


def _says_something(line: str) -> bool:
    stripped = line.strip()
    return bool(stripped) and not stripped.startswith("#")


def _is_item(line: str) -> bool:
    stripped = line.strip()
    return stripped == "-" or stripped.startswith("- ")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
