"""C025: citations stand before the full stop, few at a time and each once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge.checks.prose import Kind, prose
from knowledge.checks.rule import Finding, on_library, rule
from knowledge.library import Library
from knowledge.problems import Edit, Place, Severity
from knowledge.source.markdown.model import Citation, CitedKey
from knowledge.source.markdown.units import Unit, UnitKind

C025 = rule(
    "C025",
    wants="A citation stands before the full stop, not in a title or description, and names each source once, at most "
    "four. In a summary it breaks F013, in a heading or a link C016.",
    why="Behind the full stop it could belong to either sentence. Nobody looks up five sources for one sentence.",
    bad="Legs swelled less. [@partsch2004evening]",
    good="Legs swelled less [@partsch2004evening].",
    severity=Severity.WARNING,
    mends=True,
)
_BEHIND = re.compile(r"(?P<stop>[.!?])(?P<closing>[\"”’')\]]*)(?P<space>\s*)\[@\](?:\s*\[@\])*(?P<again>[.!?]?)$")
_ABBREVIATION = re.compile(r"\b(?:\w\.)+\w$|\b(?:etc|vs|approx|no)$", re.IGNORECASE)
_PLAIN = {Kind.TITLE, Kind.DESCRIPTION}


@on_library(C025)
def before_the_stop(library: Library) -> Iterator[Finding]:
    """Sentences and cells of pages and of data that end in a citation behind their full stop."""
    for units, citations in _passages(library):
        at = {citation.place: citation for citation in citations}
        for unit in units:
            behind = _BEHIND.search(unit.text) if unit.keys and unit.kind is not UnitKind.HEADING else None
            if behind and not _ABBREVIATION.search(unit.text[: behind.start()]):
                yield _moved(unit, behind, at)


def _moved(unit: Unit, behind: re.Match[str], at: dict[Place, Citation]) -> Finding:
    """The citation, with its mend: the full stop taken out before it and set behind it."""
    stop = behind["stop"]
    first, last = unit.text.index("[@]", behind.start()), unit.text.rindex("[@]")
    place, closing = unit.place_of(first), at.get(unit.place_of(last))
    edits: tuple[Edit, ...] = ()
    if closing and not behind["closing"]:
        edits = (Edit(unit.place_of(behind.start()), stop, "" if behind["space"] else " "),)
        if not behind["again"]:
            edits = (*edits, Edit(_bracket(closing), "]", f"]{stop}"))
    name = "full stop" if stop == "." else f"“{stop}”"
    hint = f"Move the {name} behind the citation: “… [@key]{stop}”"
    return Finding(place, f"The citation stands behind the {name}.", hint, edits=edits)


def _bracket(citation: Citation) -> Place:
    """Where its closing bracket stands, as it is usually typed; an edit looks whether it does."""
    last = citation.keys[-1]
    return last.place.shifted(len(_typed(last)))


def _typed(key: CitedKey) -> str:
    return f"@{key.key}, {key.locator}" if key.locator else f"@{key.key}"


@on_library(C025)
def few_and_once(library: Library) -> Iterator[Finding]:
    """The keys of each citation: at most `citation-keys` of rules.yml, and none twice but for another page in it."""
    most = library.settings.citation_keys
    for _, citations in _passages(library):
        for citation in citations:
            kept = list(citation.keys)
            for key in reversed(citation.keys):
                if _repeats(key, kept):
                    kept.remove(key)
                    yield _twice(key, citation)
            if len(kept) > most:
                message = f"This citation has {len(kept)} sources; at most {most} are looked up."
                yield Finding(kept[most].place, message, f"Keep the {most} that carry the sentence best.")


def _repeats(key: CitedKey, kept: Iterable[CitedKey]) -> bool:
    """Whether another key says as much: the same source, and the same spot in it or this one names none."""
    others = [other for other in kept if other is not key and other.key == key.key]
    return any(key.locator in (None, other.locator) for other in others)


def _twice(key: CitedKey, citation: Citation) -> Finding:
    typed = _typed(key)
    first = citation.keys[0] is key
    edit = Edit(key.place, f"{typed}; ", "") if first else Edit(key.place.shifted(-2), f"; {typed}", "")
    return Finding(key.place.shifted(1), f"“{key.key}” is cited twice here.", f"Remove “{typed}”.", edits=(edit,))


@on_library(C025)
def not_in_titles(library: Library) -> Iterator[Finding]:
    """Titles and descriptions are plain text, where a citation would print as it is typed."""
    for one in prose(library):
        if one.kind in _PLAIN and one.unit.keys:
            place = one.unit.place_of(one.unit.text.index("[@]"))
            yield Finding(place, f"A citation stands in the {one.kind.value}.", "Remove it; cite in the text.")


def _passages(library: Library) -> Iterator[tuple[tuple[Unit, ...], tuple[Citation, ...]]]:
    """The units and citations of each page's body and of each text of the data files."""
    yield from ((page.body.units, page.body.citations) for page in library.judged)
    yield from ((text.inline.units, text.inline.citations) for text in library.data_texts)
