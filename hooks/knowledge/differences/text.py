"""Differences as text for a terminal or as Markdown for the page of a pull request."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from knowledge.differences.model import Difference, Part

LONGEST = 300
"""Characters of one side that are shown; the rest stands in the files."""


def as_text(found: Sequence[Difference]) -> str:
    """One line for each thing, its parts below it, indented."""
    if not found:
        return "No difference in pages or data."
    lines = [_count(found)]
    for one in found:
        lines.append(f"{one.kind} {one.id}: {one.what}")
        lines += [f"  {_said(part)}" for part in one.parts]
    return "\n".join(lines)


def as_markdown(found: Sequence[Difference]) -> str:
    """A heading for each kind, a list item for each thing, its parts below it; every text is escaped."""
    if not found:
        return "No difference in pages or data.\n"
    lines = ["# What this changes", "", _count(found)]
    for kind, things in groupby(found, lambda one: one.kind):
        lines += ["", f"## {kind.capitalize()}s", ""]
        for one in things:
            lines.append(f"- **{_escaped(one.id)}** {one.what}")
            lines += [f"  - {_escaped(_said(part))}" for part in one.parts]
    return "\n".join([*lines, ""])


def _count(found: Sequence[Difference]) -> str:
    counts = {kind: len(list(things)) for kind, things in groupby(found, lambda one: one.kind)}
    return ", ".join(f"{count} {kind}{'s' if count > 1 else ''}" for kind, count in counts.items()) + "."


def _said(part: Part) -> str:
    before, after = (_cut(side) for side in (part.before, part.after))
    if before is None:
        return f"{part.name}: {after}"
    if after is None:
        return f"{part.name}: gone, was {before}"
    return f"{part.name}: {before} → {after}"


def _cut(text: str | None) -> str | None:
    if text is None:
        return None
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]} …"


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>#|~!@])", r"\\\1", text)
