"""Splitting a list of records in YAML into its records unread, so that to look up one of them the rest can wait.

Half a megabyte of references takes longer to parse than one page takes to check. A record may wait where reading it
by itself gives what reading the whole file would, and where it is certain that it can be read: its lines are of a few
plain forms, in which nothing can be wrong for YAML. What is typed in any other form is read at once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.source.yaml_text import MAX_CHARACTERS, MAX_NODES, NOT_YAML

_FIRST = re.compile(r"^- id: ([A-Za-z0-9][A-Za-z0-9-]*)\n", re.MULTILINE)
_FOREIGN = re.compile(f"[\t\x85\u2028\u2029\ufeff]|{NOT_YAML.pattern}")
"""Tabs, which no file may have; line ends that YAML knows beside LF; and what is no character of YAML."""
_ABOVE = re.compile(r"(?: *(?:#[^\n]*)?\n)*")
_OUTSIDE = re.compile(r"\n[^ \n]")

_KEY = r"[A-Za-z][A-Za-z0-9_-]*+:"
_QUOTED = r"'(?>(?:[^'\n]|'')*)'|\"[^\"\\\n]*+\""
_WORDS = r"(?:-[0-9]|[^\s\-?:,\[\]{}#&*!|>'\"%@`])(?>(?:[^\n:#]|:(?!\s)|(?<! )#)*)"
_VALUE = rf"(?:{_QUOTED}|{_WORDS})\n"
_INNER = rf"(?:-?[A-Za-z0-9(][^,\[\]{{}}:#?'\"\n]*+|{_QUOTED})"
_LIST = rf"\[(?:{_INNER}(?>(?:, {_INNER})*))?\]"
_FLOW = rf"(?:{_LIST}|\{{{_KEY} (?:{_INNER}|{_LIST})(?>(?:, {_KEY} (?:{_INNER}|{_LIST}))*)\}})\n"
_ITEM = rf" {{4}}- (?:{_KEY} {_VALUE}(?>(?: {{6}}{_KEY} {_VALUE})*)|{_VALUE})"
_DEEP = rf"\n(?>(?: {{6}}- (?:- )?{_VALUE}(?>(?: {{8}}- {_VALUE})*))+)"
_BELOW = rf"\n(?:(?>(?:{_ITEM})+)|(?>(?: {{4}}{_KEY}(?: {_VALUE}|{_DEEP}))+))"
_PLAIN = re.compile(rf"- id: [^\n]+\n(?>(?: {{2}}{_KEY}(?: (?:{_VALUE}|{_FLOW})|{_BELOW}))*)\n*+")


@dataclass(frozen=True, slots=True)
class RecordText:
    """A record as typed: its id, the line it begins in, and whether it surely can be read."""

    name: str
    line: int
    text: str
    is_plain: bool


def record_texts(text: str) -> list[RecordText] | None:
    """The records of a file, or None where only reading the whole file tells what they are.

    They are told apart by their first lines, `- id: name`, each name once, and nothing else stands at a line's start.
    """
    found = list(_FIRST.finditer(text))
    starts = [match.start() for match in found]
    names = {match[1] for match in found}
    ends = [*starts[1:], len(text)]
    if not found or len(names) < len(found) or not _may_be_split(text, starts[0]):
        return None
    records: list[RecordText] = []
    line, at = 1, 0
    for match, end in zip(found, ends, strict=True):
        line, at = line + text.count("\n", at, match.start()), match.start()
        is_plain = _PLAIN.fullmatch(text, at, end) is not None
        if not is_plain and _OUTSIDE.search(text, at, end):
            return None
        records.append(RecordText(match[1], line, text[at:end], is_plain))
    return records


def _may_be_split(text: str, first: int) -> bool:
    """Whether nothing of the whole file can refuse it: its size, the number of values, tabs, or what stands on top."""
    values = 3 * sum(text.count(sign) for sign in (": ", ":\n", "- ", ",", "[", "{"))
    return (
        len(text) <= MAX_CHARACTERS
        and values < MAX_NODES
        and _FOREIGN.search(text) is None
        and _ABOVE.fullmatch(text, 0, first) is not None
    )
