"""The YAML parser's errors in a writer's words, at the place where the mistake begins."""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from knowledge.problems import Place, Problem

# What libyaml (and PyYAML's own scanner) says, and what a writer should read. First match wins.
_MEANINGS: tuple[tuple[str, str, str], ...] = (
    (
        r"quoted scalar",
        "A quotation mark is opened here and never closed.",
        "Close it at the end of the value; a quote inside single quotes is typed twice ('').",
    ),
    (
        r"flow sequence|expected ',' or '\]'",
        "A list opened with [ is not closed.",
        "Close it with ] or put the value in quotes.",
    ),
    (
        r"flow mapping|expected ',' or '\}'",
        "A value opened with { is not closed.",
        "Close it with } or put the value in quotes.",
    ),
    (
        r"^mapping values are not allowed.*key of its own line",
        "This line does not fit the line above it.",
        "Give the line above a colon (`key: value`), or start this line in the same column as its neighbours.",
    ),
    (
        r"mapping values are not allowed",
        "There is a second “: ” in this line.",
        'Put the whole value in quotes: `title: "Socks: what for?"`.',
    ),
    (
        r"cannot start any token",
        "A value cannot start with this character.",
        "Put the whole value in quotes.",
    ),
    (
        r"alphabetic or numeric",
        "A value cannot start with * or & unless it is in quotes.",
        "Put the whole value in quotes.",
    ),
    (
        r"could not find expected ':'|while scanning a simple key",
        "This line has no “key: value”.",
        "Write a colon and a space after the key, or indent the line if it belongs to the one above.",
    ),
    (
        r"did not find expected key|block mapping|block collection|block sequence|'-' indicator",
        "The line does not fit the lines above it.",
        "Indent it exactly like its neighbours, with spaces; a text with quotes inside goes in quotes as a whole.",
    ),
    (r"tag|%|directive", "A value cannot start with ! or %.", "Put the whole value in quotes."),
)


def explained(error: yaml.MarkedYAMLError, place: Callable[[int, int], Place], rule: str, text: str) -> Problem:
    """The parser's error as a problem; unclosed quotes and brackets are shown where they open."""
    said = f"{error.context or ''} {error.problem or ''}".strip()
    if error.problem_mark and re.fullmatch(r"\s*(- +)?[\w-]+", _before(error.problem_mark, text)):
        said += ", at the key of its own line"
    meaning = next((found for found in _MEANINGS if re.search(found[0], said)), None)
    mark = error.problem_mark or error.context_mark
    if meaning and re.search(r"quoted|flow|\[|\{", meaning[0]) and error.context_mark:
        mark = error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    if line >= len(lines):  # the parser points behind the end of the text
        line, column = len(lines) - 1, len(lines[-1])
    message, hint = meaning[1:] if meaning else ("This is not valid YAML.", "Compare the line with its neighbours.")
    return Problem.at(place(line, column), rule, message, hint)


def _before(mark: yaml.Mark, text: str) -> str:
    """What stands in the mark's line before it."""
    lines = text.split("\n")
    return lines[mark.line][: mark.column] if mark.line < len(lines) else ""
