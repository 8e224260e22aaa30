"""Values by name that wait to be read until somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

ReadT = TypeVar("ReadT")


class Waiting(Mapping[str, ReadT]):
    """A mapping whose values are read when they are first looked up. To go through all of it reads all of it.

    `read` gives None for what cannot be read, which then is not in the mapping. `texts` holds what is typed in values
    that wait, so that a search for a word need not read those in which it does not stand.
    """

    def __init__(
        self, names: Iterator[str], read: Callable[[str], ReadT | None], texts: Mapping[str, str] | None = None
    ) -> None:
        """Nothing is read yet."""
        self._read = read
        self._texts = texts or {}
        self._names = dict.fromkeys(names)
        self._values: dict[str, ReadT | None] = {}

    def __getitem__(self, name: str) -> ReadT:
        """The value of a name, read now if it was not.

        Raises:
            KeyError: where there is none, or none that can be read.
        """
        if name not in self._values and name in self._names:
            self._values[name] = self._read(name)
        value = self._values.get(name)
        if value is None:
            raise KeyError(name)
        return value

    def __iter__(self) -> Iterator[str]:
        """The names of all that can be read, in their order."""
        return (name for name in self._names if name in self)

    def __len__(self) -> int:
        """How many can be read."""
        return sum(1 for _ in self)

    def naming(self, word: str) -> list[ReadT]:
        """The values in whose text a word is typed, in their order; those without a text are among them."""
        quoted = "'" in word or '"' in word or "\\" in word  # which may be typed in other ways
        names = (name for name in self._names if quoted or word in self._texts.get(name, word))
        return [value for name in names if (value := self.get(name)) is not None]
