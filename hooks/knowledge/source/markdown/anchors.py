"""The ids that headings get: those of Python-Markdown's table of contents."""

from __future__ import annotations

from collections.abc import Iterable

from markdown.extensions.toc import slugify, unique


class Anchors:
    """Hands out ids, each once a page."""

    def __init__(self, taken: Iterable[str]) -> None:
        """Ids that stand on the page already are taken."""
        self._taken = set(taken)
        self._counters: dict[str, int] = {}

    def of(self, text: str) -> str:
        """The id of a heading's text: `Why it hurts` → `why-it-hurts`, the second time `why-it-hurts_1`."""
        # The counters keep a thousand equal headings fast; the type stubs do not know them yet.
        return str(unique(slugify(text, "-"), self._taken, self._counters))  # type: ignore[call-arg]
