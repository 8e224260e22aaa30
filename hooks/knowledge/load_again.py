"""What of one library holds for the next: all that was made of data and settings which nobody has changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from knowledge.library import Library


def after(library: Library, before: Library | None) -> Library:
    """The library with what was made of data and settings before, where these are still the same objects."""
    if before is None or not has_data_of(library, before):
        return library
    return replace(library, _of_data=before._of_data)


def has_data_of(library: Library, other: Library) -> bool:
    """Whether all but the pages is the same in both: read in the same place with the same `Seen`, and not changed."""
    return (
        _place(library) == _place(other)
        and library.settings is other.settings
        and library.search is other.search
        and all(one is two for one, two in zip(library.collections, other.collections, strict=True))
        and _same(library.comparisons, other.comparisons)
    )


def _place(library: Library) -> tuple[object, ...]:
    return library.docs_dir, library.files, library.site, library.start, library.today, library.asked


def _same(mine: Mapping[str, object], others: Mapping[str, object]) -> bool:
    return list(mine) == list(others) and all(mine[name] is others[name] for name in mine)
