"""Site blocks, `/// name | argument` to `///`: their syntax and everything that can be wrong with it (F029).

Python-Markdown's Blocks print a malformed one as text, or swallow the page, without a word; so nothing here is
left to them. Whether a name or an option is known is a check's question, not one of syntax.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.problems import Place, Problem
from knowledge.source.markdown.lines import Document, Line
from knowledge.source.markdown.model import Block
from knowledge.source.markdown.raw_html import place_of_line
from knowledge.source.nodes import Mapping
from knowledge.source.yaml_text import YamlRules, parse_yaml

RULE = "F029"
_YAML = YamlRules(RULE, RULE)
_SLASHES = re.compile(r" {0,3}(/{3,})")
_OPENER = re.compile(r" *(?P<fence>/{3,}) *(?P<name>[\w-]+) *(?:\|(?P<argument>.*))?$")
_TWO_SLASHES = re.compile(r" {0,3}/{1,2} ?[A-Za-z][\w-]* *\|")
_UNINDENTED_OPTION = re.compile(r" {0,3}[A-Za-z_-]+:(?:\s|$)")
_NO_PIPE = re.compile(r" *(?P<fence>/{3,}) *(?P<name>[\w-]+) +(?P<argument>[^|]+)$")
_OPTION = re.compile(r" *[A-Za-z_-]+:(?:\s|$)")
_OPTION_INDENT = " " * 4


def is_slash_line(text: str) -> bool:
    """Whether a line opens or closes a site block, or was meant to."""
    return _SLASHES.match(text) is not None or _TWO_SLASHES.match(text) is not None


class SiteBlocks:
    """The blocks of one page, in the order of their openers, with those still open on a stack."""

    def __init__(self, document: Document) -> None:
        """Start with none."""
        self.document = document
        self.found: list[Block] = []
        self.faults: list[Problem] = []

    def opens(self, line: Line, following: Sequence[Line]) -> tuple[int, int] | None:
        """Read an opener and its options: the new block's index and how many lines its options take.

        None where the line opens no block that the page would render; its fault is then recorded.
        """
        match = _OPENER.match(line.text) or self._without_pipe(line)
        if match is None:
            self._not_an_opener(line)
            return None
        argument = match["argument"]
        if argument is not None and not argument.strip():
            self.fault(
                self._place(line),
                f"The block “{match['name']}” names nothing after its “|”.",
                f"Type the name: `/// {match['name']} | name`.",
            )
        elif argument is None:
            self.fault(
                self._place(line),
                f"The block “{match['name']}” has no “| name”.",
                f"Type `/// {match['name']} | name`.",
            )
        taken = _leading(following)
        at = match.start("argument") if argument is not None else match.end("name")
        lead = len(argument) - len(argument.lstrip()) if argument else 0
        self.found.append(
            Block(
                name=match["name"].lower(),
                argument=argument.strip() if argument is not None else None,
                options=self._options(taken),
                place=self._place(line),
                name_place=self.document.place(line.number, line.column + match.start("name")),
                argument_place=self.document.place(line.number, line.column + at + lead),
                fence=len(match["fence"]),
                closed_at=None,
            )
        )
        if not taken and following and _UNINDENTED_OPTION.match(following[0].text):
            self.fault(
                self._place(following[0]),
                "This option is not indented by four spaces, so it would print as text.",
                "Put four spaces before each option, right under the block's first line.",
            )
        return len(self.found) - 1, len(taken)

    def closes(self, line: Line, index: int | None) -> None:
        """Take a line of slashes alone as the end of the innermost open block."""
        place = self._place(line)
        if index is None:
            self.fault(
                place, "This “///” closes nothing.", "Remove it, or add the line `/// name | argument` that it ends."
            )
            return
        block = self.found[index]
        slashes = len(line.text.strip())
        if slashes != block.fence:
            self.fault(
                place,
                f"This line has {slashes} slashes, but the block of line {block.place.line} has {block.fence}.",
                f"Type `{'/' * block.fence}`.",
            )
        self.found[index] = replace(block, closed_at=place.line)

    def never_closed(self, index: int) -> None:
        """A block that its container's end, or the page's, leaves open."""
        block = self.found[index]
        self.fault(
            block.place,
            f"The block “{block.name}” is never closed, so it would swallow what follows.",
            f"Add a line `{'/' * block.fence}` under it.",
        )

    def hidden(self, lines: Sequence[Line]) -> None:
        """Openers inside raw HTML, which would print as text."""
        for line in lines:
            if _SLASHES.match(line.text) and _OPENER.match(line.text):
                self.fault(
                    self._place(line),
                    "This block stands inside raw HTML, so it would print as text.",
                    "Move it out of the HTML, or remove the HTML tags around it.",
                )

    def late_options(self, line: Line) -> None:
        """Options behind an empty line, which would print as code."""
        if _OPTION.match(line.text):
            message = "An empty line parts this option from its block, so it would print as code."
            self.fault(self._place(line), message, "Remove the empty line above it.")

    def indented(self, lines: Sequence[Line]) -> None:
        """Openers in indented code: a block pushed in by mistake."""
        for line in lines:
            if _OPENER.match(line.text):
                self.fault(
                    self._place(line),
                    "This block is indented by four spaces or more, so it would print as code.",
                    "Remove the spaces before it; to show a block as an example, put it between ``` lines.",
                )

    def fault(self, place: Place, message: str, hint: str) -> None:
        """Record a fault of syntax."""
        self.faults.append(Problem.at(place, RULE, message, hint))

    def _without_pipe(self, line: Line) -> re.Match[str] | None:
        """An opener whose `|` was forgotten, recorded and taken as meant."""
        match = _NO_PIPE.match(line.text)
        if match is not None:
            argument = match["argument"].strip()
            self.fault(
                self._place(line),
                f"There is no “|” between “{match['name']}” and “{argument}”.",
                f"Type `/// {match['name']} | {argument}`.",
            )
        return match

    def _not_an_opener(self, line: Line) -> None:
        place = self._place(line)
        if _TWO_SLASHES.match(line.text):
            self.fault(
                place, "A block starts with three slashes.", f"Type `/// {line.text.strip().lstrip('/').strip()}`."
            )
        else:
            self.fault(
                place,
                "This line starts with “///” but is no block.",
                "Type `/// name | argument`, or begin the line with other text.",
            )

    def _options(self, lines: Sequence[Line]) -> Mapping | None:
        if not lines:
            return None
        text = "\n".join(" " * line.column + line.text for line in lines)
        first = Place(self.document.start.path, self.document.place(lines[0].number, 0).line)
        node, problems = parse_yaml(text, first, _YAML)
        self.faults.extend(problems)
        if node is None or isinstance(node, Mapping):
            return node
        self.fault(
            node.place, "The options of a block are “name: value” lines.", "Type for example `    rows: [a, b]`."
        )
        return None

    def _place(self, line: Line) -> Place:
        return place_of_line(self.document, line)


def is_closer(text: str) -> bool:
    """Whether a line is slashes alone."""
    stripped = text.strip()
    return len(stripped) >= 3 and not stripped.strip("/")


def _leading(lines: Sequence[Line]) -> list[Line]:
    """The lines indented by four spaces or more that stand first."""
    count = 0
    while count < len(lines) and lines[count].text.startswith(_OPTION_INDENT):
        count += 1
    return list(lines[:count])
