"""Links and images in their bracket forms: `[text](target "title")`, `[text][name]`, `[name]`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_BRACKETS = re.compile(r"[\[\]]")
_NAME = re.compile(r"\s?\[([^\[\]]{0,300})\]")
# The common target, with or without a title; anything else goes through the slow and exact way.
_POINTED = re.compile(r"""\(\s*<(?P<target>[^<>]*)>\s*(?:(?P<title>'[^']*'|"[^"]*")\s*)?\)""")
_LONGEST = 2000  # characters of a target with its title


@dataclass(frozen=True, slots=True)
class BracketLink:
    """A link found: its text stands from `text_start` to `text_end`, its target or name behind that."""

    start: int
    text_start: int
    text_end: int
    end: int
    is_image: bool
    target: tuple[int, int] | str
    title: str | None


def bracket_links(masked: str, references: Mapping[str, tuple[str, str | None]]) -> Iterator[BracketLink]:
    """All links and images, outer before inner; a link inside a link's text is none."""
    closing = _closing(masked)
    budget = 4 * len(masked) + 10 * _LONGEST
    inside_link = 0
    behind = 0
    for start in sorted(closing):
        is_image = start > 0 and masked[start - 1] == "!"
        if start < behind or (start < inside_link and not is_image):
            continue
        end = closing[start]
        if masked.startswith("(", end + 1):
            budget -= _cost(masked, end + 1)
        found = _link(masked, start, end, is_image, references, exact=budget > 0)
        if found is None:
            continue
        yield found
        if is_image:
            behind = found.end
        else:
            inside_link = found.end


def _cost(masked: str, start: int) -> int:
    """About how many characters it takes to find the end of the target at `start`."""
    close = masked.rfind(")", start, start + _LONGEST)
    return 0 if close < 0 else close - start


def _link(
    masked: str, start: int, end: int, is_image: bool, references: Mapping[str, tuple[str, str | None]], *, exact: bool
) -> BracketLink | None:
    outer = start - 1 if is_image else start
    target = _target(masked, end + 1) if exact and masked.startswith("(", end + 1) else None
    name = _NAME.match(masked, end + 1) if references else None
    if name is not None:
        key = re.sub(r"\s+", " ", name.group(1) or masked[start + 1 : end]).lower()
        if key in references:
            return BracketLink(outer, start + 1, end, name.end(), is_image, *references[key])
    if target is not None:
        return BracketLink(outer, start + 1, end, target[0], is_image, target[1], target[2])
    if references and end - start < 300:
        key = re.sub(r"\s+", " ", masked[start + 1 : end]).lower()
        if key in references:
            return BracketLink(outer, start + 1, end, end + 1, is_image, *references[key])
    return None


def _closing(masked: str) -> dict[int, int]:
    """Each opening bracket that is closed, with where."""
    opened: list[int] = []
    closing: dict[int, int] = {}
    for match in _BRACKETS.finditer(masked):
        if match.group() == "[":
            opened.append(match.start())
        elif opened:
            closing[opened.pop()] = match.start()
    return closing


def _target(masked: str, start: int) -> tuple[int, tuple[int, int], str | None] | None:
    """Where the `(…)` at `start` ends, the span of its target, and its title."""
    pointed = _POINTED.match(masked, start, start + _LONGEST)
    if pointed is not None:
        title = pointed["title"]
        return pointed.end(), pointed.span("target"), title[1:-1] if title else None
    end = _closing_bracket(masked, start)
    if end is None:
        return None
    inner = masked[start + 1 : end]
    title = re.search(r"""(?:^|[^"'])(?P<title>"[^"]*"|'[^']*')\s*$""", inner)
    if title is not None:
        return end + 1, (start + 1, start + 1 + title.start("title")), title["title"][1:-1]
    return end + 1, (start + 1, end), None


def _closing_bracket(masked: str, start: int) -> int | None:
    """The `)` that closes the `(` at `start`; brackets inside a title in quotes do not count."""
    if masked.find(")", start, start + _LONGEST) < 0:
        return None
    depth = 0
    quote = ""
    fallback: int | None = None
    last = ""
    for position in range(start, min(len(masked), start + _LONGEST)):
        character = masked[position]
        if character == "(" and not quote:
            depth += 1
        elif character == ")":
            if quote and last == quote:
                return position
            if not quote:
                depth -= 1
                if not depth:
                    return position
            elif fallback is None:
                fallback = position
        elif character in "\"'" and not quote:
            quote = character
            last = ""
            continue
        if not character.isspace():
            last = character
    return fallback
