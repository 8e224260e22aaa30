"""F008: front matter in the house order, without needless quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml

from knowledge.checks.rule import Finding, on_page, rule
from knowledge.library import Library, Page
from knowledge.models.page import FrontMatter
from knowledge.problems import Edit, Place, Severity
from knowledge.source.nodes import Items, Mapping, Scalar, plain, scalars
from knowledge.source.yaml_text import FRONT_MATTER, parse_yaml

F008 = rule(
    "F008",
    wants="Front matter keys in the house order, and no quotes around text that needs none.",
    why="One order makes small differences easy to review, and a page's keys easy to find.",
    bad="type: answer, above title",
    good="title: Do compression socks help with sciatica?, above type: answer",
    severity=Severity.WARNING,
    mends=True,
)
_ORDER = {key: number for number, key in enumerate(FrontMatter.model_fields)}
_QUOTED = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"")
_GUESSER = yaml.SafeLoader("")


@on_page(F008)
def house_order(page: Page, _library: Library) -> Iterator[Finding]:
    """The first key that stands below one it belongs above; its mend sorts all of them."""
    if page.node is None:
        return
    keys = [key for key, _ in page.node.entries if key.text in _ORDER]
    for number, key in enumerate(keys):
        above = [other for other in keys[:number] if _ORDER[other.text] > _ORDER[key.text]]
        if above:
            first = min(above, key=lambda other: _ORDER[other.text])
            message = f"The key “{key.text}” stands below “{first.text}”."
            yield Finding(key.place, message, f"Move it above `{first.text}`.", edits=_sorted(page, page.node))
            return


def _sorted(page: Page, node: Mapping) -> tuple[Edit, ...]:
    """All keys in order, each with the comments above it; nothing where that would change what is read."""
    lines = page.source.lines
    starts = [key.place.line - 1 for key, _ in node.entries]
    if any(key.place.column != 1 or key.text not in _ORDER for key, _ in node.entries):
        return ()
    end = page.source.text.count("\n") - page.markdown.count("\n") - 1
    first, *rest = [_with_comments(lines, start) for start in starts]
    bounds = [first, *rest, _with_comments(lines, end)]
    parts = [lines[bounds[number] : bounds[number + 1]] for number in range(len(starts))]
    order = sorted(range(len(parts)), key=lambda number: _ORDER[node.entries[number][0].text])
    old = "\n".join(lines[bounds[0] : bounds[-1]])
    new = "\n".join(line for number in order for line in parts[number])
    read, problems = parse_yaml(new, Place(page.source.path), FRONT_MATTER)
    if read is None or problems or plain(read) != plain(node):
        return ()
    return (Edit(Place(page.source.path, bounds[0] + 1), old, new),)


def _with_comments(lines: Sequence[str], start: int) -> int:
    """The first line of what belongs to a line: the comments right above it too."""
    while start > 1 and lines[start - 1].startswith("#"):
        start -= 1
    return start


@on_page(F008)
def no_needless_quotes(page: Page, _library: Library) -> Iterator[Finding]:
    """Quotes that change nothing, not even for a reader of YAML who guesses at types."""
    for scalar in scalars(page.node) if page.node else ():
        if not scalar.quoted or scalar.breaks:
            continue
        line = page.source.lines[scalar.place.line - 1]
        typed = _QUOTED.match(line, scalar.place.column - 1)
        in_brackets = any(mark in line[: scalar.place.column - 1] for mark in "[{")
        if typed and "\\" not in typed[0] and _is_plain(scalar.text, in_brackets=in_brackets):
            edit = Edit(scalar.place, typed[0], scalar.text)
            message = f"The quotes around “{scalar.text}” are not needed."
            yield Finding(scalar.place, message, f"Write {scalar.text} without them.", edits=(edit,))


def _is_plain(text: str, *, in_brackets: bool) -> bool:
    """Whether the text means the same without quotes."""
    guessed = _GUESSER.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    if guessed != "tag:yaml.org,2002:str":
        return False
    typed = f"[{text}]" if in_brackets else f"- {text}"
    read, problems = parse_yaml(typed, Place(""), FRONT_MATTER)
    if problems or not isinstance(read, Items) or len(read.items) != 1:
        return False
    item = read.items[0]
    return isinstance(item, Scalar) and item.text == text and not item.quoted and " #" not in text
