"""What a page is made from, noted while it is made: no list of dependencies is kept by hand or guessed.

Whoever hands out something that a page may show notes it here by name; whoever decides whether a page must be made
again asks what each name stands for now. Outside the making of a page nothing is noted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

Node = tuple[str, ...]
"""The name of something a page may depend on: its kind, then what tells it from others of that kind."""
Resolver = Callable[[Node], str | None]
"""What a name stands for now, as a digest; None where nobody can tell."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """What making a page leaves behind elsewhere, to be put back where the page is kept; plain values for JSON."""

    take: Callable[[str], Any]
    put: Callable[[str, Any], None]


@dataclass
class Recorder:
    """The names noted for the page that is being made."""

    page: str | None = None
    resolver: Resolver | None = None
    carriers: dict[str, Carrier] = field(default_factory=dict)
    _noted: set[Node] | None = None

    def note(self, *node: str) -> None:
        """The page that is being made depends on this."""
        if self._noted is not None:
            self._noted.add(node)

    def begin(self, page: str) -> None:
        """From now on what is noted belongs to this page."""
        self.page, self._noted = page, set()

    def end(self) -> set[Node]:
        """What the page was made from."""
        noted, self.page, self._noted = self._noted or set(), None, None
        return noted

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """What is looked up inside is not noted: its result is, as one thing."""
        kept, self._noted = self._noted, None
        try:
            yield
        finally:
            self._noted = kept


RECORDER = Recorder()
"""The one recorder of this process."""
