"""Joins the library of a run to the recorder: what pages use of it is noted, and asked again before they are made."""

from __future__ import annotations

from typing import Any

from knowledge.library import Library
from knowledge.library_answers import LibraryAnswers
from knowledge.markdown_extension import set_library
from knowledge.problems import Place
from knowledge.recorded_library import RecordedLibrary, recorded
from knowledge.recording import RECORDER, Carrier
from knowledge.render.site import Site
from knowledge.render.source_marks import SourceMarks


def hand_over(library: Library, marks: SourceMarks | None, address: str | None) -> None:
    """Have pages rendered from this library, and note what each of them uses."""
    noting = recorded(library)
    site = set_library(noting, marks, address)
    assert isinstance(noting, RecordedLibrary)
    RECORDER.resolver = LibraryAnswers(noting, lambda name: _value(site, name))
    RECORDER.carriers = {} if marks is None else {"marks": _carrier(marks)}


def _value(site: Site, name: str) -> Any:
    """What stands for a derived value: the words that the glossary finds, for the finder of them."""
    if name == "terms":
        return [(term.id, term.spellings) for term in site.library.terms.values()]
    return getattr(site, name)


def _carrier(marks: SourceMarks) -> Carrier:
    def take(path: str) -> list[list[Any]] | None:
        return [list(place) for place in marks[path]] if path in marks else None

    def put(path: str, places: list[list[Any]] | None) -> None:
        if places is not None:
            marks[path] = [Place(*place) for place in places]

    return Carrier(take, put)
