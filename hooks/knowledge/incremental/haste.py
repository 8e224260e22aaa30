"""Readers first: while a preview answers a save of data, what takes long and shows on few pages may come after.

The engine asks for a first answer. Whoever has long work to do then asks `may_wait`, and where it may, leaves things as
they were. The engine comes back a moment later and asks for all of it; in the end the same is served. Should something
be saved again meanwhile, that comes first: whoever does long work asks `give_way` now and then.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

LATER = "later"
"""What stands for a value that is worked out afterwards; no digest reads so."""


class GivenWay(BaseException):
    """Something more urgent has come: what is under way is left for later. No fault, so that nobody tells it as one."""


@dataclass(slots=True)
class Haste:
    """Whether a first answer is wanted, and whether something was left for later."""

    wanted: bool = False
    postponed: bool = False
    urgent: Callable[[], bool] | None = None
    """Tells whether something was saved meanwhile, where what is under way may be left for later."""

    def begin(self, *, wanted: bool, urgent: Callable[[], bool] | None = None) -> None:
        """Something is about to be made again."""
        self.wanted, self.postponed, self.urgent = wanted, False, urgent

    def may_wait(self) -> bool:
        """Whether long work may be left for later; who is told so must not do it now."""
        self.postponed = self.postponed or self.wanted
        return self.wanted

    def give_way(self) -> None:
        """A moment at which long work may be left off.

        Raises:
            GivenWay: where it must be.
        """
        if self.urgent and self.urgent():
            self.urgent, self.postponed = None, True
            raise GivenWay

    def end(self) -> bool:
        """It is made; whether something was left for later."""
        postponed = self.postponed
        self.wanted, self.postponed, self.urgent = False, False, None
        return postponed


HASTE = Haste()
"""The one of this process."""
