"""One difference: a thing that came, went or changed, with each part that changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

What = Literal["added", "removed", "changed"]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a thing before and after, in words; None where it was or is not there."""

    name: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """A claim, reference, comparison, page or other record that is not as it was.

    `weight` tells what protects readers first: 0 for what says how sure or how safe, 1 for all else.
    """

    kind: str
    id: str
    what: What
    parts: tuple[Part, ...] = ()
    weight: int = 1
