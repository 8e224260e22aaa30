"""“Did you mean”: the nearest known name to one that was mistyped."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like this one, or None where nothing is near (difflib ratio under 0.6)."""
    by_folded = {candidate.casefold(): candidate for candidate in known}
    matches = get_close_matches(name.casefold(), by_folded, n=1)
    return by_folded[matches[0]] if matches else None


def did_you_mean(name: str, known: Iterable[str], *, otherwise: str | None = None) -> str:
    """A hint naming the nearest known name, else `otherwise`, else the whole list."""
    known = sorted(known)
    match = nearest(name, known)
    if match is not None:
        return f"Did you mean “{match}”?"
    if otherwise is not None:
        return otherwise
    return f"Use one of: {', '.join(known)}." if known else "None is defined yet."
