"""YAML text to nodes with places, from parser events: no guessing of types, no aliases, no deep recursion.

Building from events keeps libyaml's composer out, which crashes the process on deep nesting, and lets
duplicate keys, tags and anchors be reported instead of being swallowed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import yaml

from knowledge.problems import Place, Problem
from knowledge.source.nodes import Items, Mapping, Node, Scalar
from knowledge.source.scalar_lines import line_starts
from knowledge.source.yaml_errors import explained

MAX_CHARACTERS = 2_000_000
MAX_DEPTH = 20
MAX_NODES = 200_000
NOT_YAML = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What is no character of YAML. Named the other way round, it takes ten times as long to compile."""
_LOADER: type[yaml.CSafeLoader] | type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


_STARTS = (yaml.SequenceStartEvent, yaml.MappingStartEvent)
_ENDS = (yaml.SequenceEndEvent, yaml.MappingEndEvent)
_BLOCK, _QUOTED = ("|", ">"), ("'", '"')


@dataclass(frozen=True, slots=True)
class YamlRules:
    """Which rule ids a YAML text's faults are reported under."""

    syntax: str
    duplicate: str


FRONT_MATTER = YamlRules("F002", "F003")
DATA = YamlRules("D001", "D001")


def parse_yaml(text: str, start: Place, rules: YamlRules) -> tuple[Node | None, list[Problem]]:
    """The one document in the text, or None with the problems that keep it from being read.

    `start` is the place of the text's first character in its file.
    """
    reader = _Reader(start, rules, text)
    if len(text) > MAX_CHARACTERS:
        return None, [reader.problem(start, "The file is over 2 MB.", "Split it into smaller files.")]
    lines = enumerate(text.split("\n")) if "\t" in text else ()
    tabs = [_tab(line, number) for number, line in lines if "\t" in line]
    if tabs:
        return None, [
            reader.problem(reader.place(line, column), "A tab cannot be used in YAML.", "Replace the tab by spaces.")
            for line, column in tabs
        ]
    try:
        for event in yaml.parse(NOT_YAML.sub("�", text), Loader=_LOADER):
            reader.take(event)
            if reader.refused:
                break
    except yaml.MarkedYAMLError as error:
        reader.problems.append(explained(error, reader.place, rules.syntax, text))
        return None, reader.problems
    return (None if reader.refused else reader.root), reader.problems


def _tab(line: str, number: int) -> tuple[int, int]:
    return number, line.index("\t")


@dataclass(slots=True)
class _Open:
    """A list or mapping that is still being read."""

    place: Place
    is_mapping: bool
    children: list[Node] = field(default_factory=list)


class _Reader:
    """Builds nodes from events, with a stack instead of recursion."""

    def __init__(self, start: Place, rules: YamlRules, text: str) -> None:
        self.start = start
        self._lines = text.split("\n")
        self._end = (text.count("\n"), len(text) - text.rfind("\n") - 1)
        self.rules = rules
        self.problems: list[Problem] = []
        self.refused = False
        self.root: Node | None = None
        self._stack: list[_Open] = []
        self._nodes = 0
        self._documents = 0

    def place(self, line: int, column: int) -> Place:
        """The place in the file of a 0-based line and column of the text; the parser may point behind its end."""
        if 0 < line < self._end[0]:
            return Place(self.start.path, self.start.line + line, column + 1)
        line, column = min((line, column), self._end)
        first = self.start.column - 1 if line == 0 else 0
        return Place(self.start.path, self.start.line + line, column + 1 + first)

    def problem(self, place: Place, message: str, hint: str) -> Problem:
        """A syntax problem under this text's rule."""
        return Problem.at(place, self.rules.syntax, message, hint)

    def take(self, event: yaml.Event) -> None:
        """Take one parser event. Most of them are plain values, so these come first."""
        mark = event.start_mark
        place = self.place(mark.line, mark.column) if mark else self.start
        if isinstance(event, yaml.ScalarEvent):
            if event.anchor is not None or event.tag is not None:
                self._refuse_foreign(event, place)
            block = event.style in _BLOCK
            self._add(Scalar(place, event.value, event.style in _QUOTED, block, self._breaks(event, block)))
        elif isinstance(event, _ENDS):
            self._close()
        else:
            self._refuse_foreign(event, place)
            if isinstance(event, _STARTS):
                self._open(place, isinstance(event, yaml.MappingStartEvent))

    def _breaks(self, event: yaml.ScalarEvent, block: bool) -> tuple[tuple[int, Place], ...]:
        """Where the lines of a text over several lines begin."""
        start, end = event.start_mark, event.end_mark
        if start is None or end is None or start.line == end.line:
            return ()
        first, last = (start.line, start.column), (end.line, end.column)
        found = line_starts(event.value, self._lines, first, last, block=block)
        return tuple((offset, self.place(line, column)) for offset, line, column in found)

    def _refuse_foreign(self, event: yaml.Event, place: Place) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self._refuse(
                place,
                "Anchors and aliases (& and *) are not used here.",
                "Write the value out, or put it in quotes if it is text.",
            )
        elif getattr(event, "tag", None) is not None:
            self._refuse(place, "Tags (starting with !) are not used here.", "Remove it, or put the value in quotes.")
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._refuse(
                    place, "A second YAML document starts here (---).", "Remove this line: one file holds one document."
                )

    def _refuse(self, place: Place, message: str, hint: str) -> None:
        if not self.refused:
            self.problems.append(self.problem(place, message, hint))
        self.refused = True

    def _open(self, place: Place, is_mapping: bool) -> None:
        if len(self._stack) >= MAX_DEPTH:
            self._refuse(
                place, f"Values are nested more than {MAX_DEPTH} deep.", "Look for brackets that are never closed."
            )
            return
        self._stack.append(_Open(place, is_mapping))

    def _close(self) -> None:
        if not self._stack:
            return
        done = self._stack.pop()
        if not done.is_mapping:
            self._add(Items(done.place, tuple(done.children)))
            return
        pairs = list(zip(done.children[::2], done.children[1::2], strict=True))
        self._add(Mapping(done.place, tuple(self._entries(pairs))))

    def _entries(self, pairs: list[tuple[Node, Node]]) -> list[tuple[Scalar, Node]]:
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[str, Place] = {}
        for key, value in pairs:
            if not isinstance(key, Scalar):
                self._refuse(
                    key.place, "A key must be a plain word.", "Write `key: value`; put text with brackets in quotes."
                )
                continue
            if key.text in seen:
                message = f"The key “{key.text}” stands here a second time; it is first in line {seen[key.text].line}."
                self.problems.append(
                    Problem.at(key.place, self.rules.duplicate, message, "Keep one of the two and remove the other.")
                )
                continue
            seen[key.text] = key.place
            entries.append((key, value))
        return entries

    def _add(self, node: Node) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._refuse(node.place, f"The file holds more than {MAX_NODES:,} values.", "Split it into smaller files.")
        elif self._stack:
            self._stack[-1].children.append(node)
        else:
            self.root = node
