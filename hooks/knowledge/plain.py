"""Inline Markdown of a data field as plain text, for tips and downloads."""

from __future__ import annotations

import re

_CITATION = re.compile(r"\s*\[@[^\[\]]*\]")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!-])")


def plain_text(markdown: str) -> str:
    """The words alone: no emphasis, no citations, links as their text."""
    text = _LINK.sub(r"\1", _CITATION.sub("", markdown))
    while (less := _EMPHASIS.sub(r"\2", text)) != text:
        text = less
    return _ESCAPE.sub(r"\1", text)
