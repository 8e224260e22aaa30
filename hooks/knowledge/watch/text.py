"""Findings as the Markdown text of one issue: what is most urgent first, with what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from knowledge.watch.finding import Finding, Kind

FEW = 40
"""How many findings of a kind are listed; the rest is counted, so that an issue can be read and the host takes it."""


def as_markdown(findings: Iterable[Finding]) -> str:
    """The issue's text; nothing where nothing was found that somebody can act on."""
    found = sorted(findings, key=lambda one: one.kind)  # within a kind as they come
    if all(one.kind is Kind.UNKNOWN for one in found):
        return ""
    lines = [
        "This was found by looking outside. Nothing is blocked by it: the site stays as it is until somebody acts."
    ]
    for kind, ones in groupby(found, lambda one: one.kind):
        listed = list(ones)
        lines += ["", f"## {kind.heading} ({len(listed)})", ""]
        lines += [f"- [ ] **{_plain(one.subject)}** {_plain(one.said)}. {_plain(one.todo)}" for one in listed[:FEW]]
        if len(listed) > FEW:
            lines.append(f"- and {len(listed) - FEW} more")
    return "\n".join([*lines, ""])


def _plain(text: str) -> str:
    """Text that the host cannot take for markup or for somebody's name."""
    return re.sub(r"([\\`*\[\]<>#|~@])", r"\\\1", " ".join(text.split()))
