"""What is made of a library when it is first asked for, and how long it can be kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, Self, TypeVar, cast

MadeT = TypeVar("MadeT")


class HasPath(Protocol):
    """A page."""

    @property
    def path(self) -> str:
        """Its path in docs/."""


PageT = TypeVar("PageT", bound=HasPath)


class Makes:
    """Keeps what functions make of it; a library is the one thing of this kind.

    What looks at pages is kept in `_made`, as long as the library. What looks at data and settings alone is kept in
    `_of_data`, which a library hands on to the next one that has the same (`load_again.after`).
    """

    _made: dict[Any, Any]
    _of_data: dict[Any, Any]

    def once(self, make: Callable[[Self], MadeT]) -> MadeT:
        """What `make` makes of this library, made when first asked for and kept: several rules ask for it."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(MadeT, self._made[make])

    def of_data(self, make: Callable[[Self], MadeT]) -> MadeT:
        """The same where `make` looks at no page."""
        if make not in self._of_data:
            self._of_data[make] = make(self)
        return cast(MadeT, self._of_data[make])

    def of_page(self, make: Callable[[PageT, Self], MadeT], page: PageT) -> MadeT:
        """The same where `make` looks at this one page: kept as long as that page, too, is the same object."""
        name = make, page.path
        if name not in self._of_data or self._of_data[name][0] is not page:
            self._of_data[name] = page, make(page, self)
        return cast(MadeT, self._of_data[name][1])

    def knows(self, make: Callable[[Self], MadeT], made: MadeT) -> None:
        """Keep what was made elsewhere as what `once` gives."""
        self._made[make] = made
