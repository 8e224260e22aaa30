"""Citations, `[@key]` and `[@a; @b, p. 4]`: their one syntax, and what is wrong with a mistyped one (C016)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from knowledge.problems import Place, Problem
from knowledge.source.markdown.model import Citation, CitedKey, Context

RULE = "C016"
CITATION = re.compile(r"\[\s*@(?P<inner>[^\[\]]*)\]")
KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_LOCATOR = re.compile(r"(?:pp?\. ?|tables? |figs?\. ?)[^\s@][^@]*")
_OPENING = re.compile(r"\[\s*@")
_BARE = re.compile(r"(?<![\w@/.:+-])@(?P<key>[A-Za-z][\w-]*)")


@dataclass(frozen=True, slots=True)
class CitedPart:
    """One key of a citation as typed: `offset` is that of its `@` from the opening bracket."""

    key: str
    locator: str | None
    offset: int


def cited_parts(citation: str) -> list[CitedPart] | None:
    """The keys of a citation in its brackets, or None where it is not well-formed."""
    if citation != _tight(citation):
        return None
    parts = []
    offset = 1
    for piece in citation[1:-1].split(";"):
        stripped = piece.strip()
        key, comma, locator = stripped.partition(",")
        locator = " ".join(locator.split())
        if not KEY.fullmatch(key.removeprefix("@")) or not key.startswith("@") or (comma and not _locates(locator)):
            return None
        parts.append(CitedPart(key[1:], locator or None, offset + piece.index("@")))
        offset += len(piece) + 1
    return parts


def _tight(citation: str) -> str:
    """The citation without spaces inside its brackets' ends and before semicolons, as the page's renderer wants it."""
    return "[" + re.sub(r"\s+;", ";", citation[1:-1].strip()) + "]"


def _locates(locator: str) -> bool:
    return _LOCATOR.fullmatch(locator) is not None


class CitationFinder:
    """Finds the citations of one passage."""

    def __init__(self, place: Callable[[int], Place]) -> None:
        """`place` gives the place of an offset."""
        self._place = place
        self.found: list[tuple[int, Citation]] = []
        self.faults: list[Problem] = []

    def read(self, masked: str, original: str) -> list[tuple[int, int]]:
        """Find citations outside of code (masked); gives the spans of all, well-formed or not."""
        spans = []
        for match in CITATION.finditer(masked):
            start, end = match.span()
            parts = cited_parts(original[start:end])
            if parts is None:
                self._malformed(start, original[start:end])
            elif masked[end : end + 1] == "(":
                self._fault(
                    start, "A citation cannot be a link.", f"Remove the target in brackets after `{match.group()}`."
                )
            if parts is not None:
                keys = tuple(CitedKey(part.key, self._place(start + part.offset), part.locator) for part in parts)
                self.found.append((start, Citation(keys, self._place(start), Context.TEXT)))
            spans.append((start, end))
        return spans

    def read_rest(self, masked: str) -> None:
        """Report what is left when citations, links and HTML are masked too: unclosed and bare ones."""
        if "@" not in masked:
            return
        unclosed = {match.end() - 1 for match in _OPENING.finditer(masked)}
        for at in sorted(unclosed):
            start = masked.rindex("[", 0, at)
            key = KEY.match(masked, at + 1)
            typed = f"[@{key.group()}]" if key else "[@key]"
            self._fault(start, "This citation is never closed.", f"Type `{typed}`.")
        for match in _BARE.finditer(masked):
            if match.start() not in unclosed:
                self._fault(
                    match.start(),
                    f"“@{match['key']}” stands outside of brackets, so it cites nothing.",
                    f"Type `[@{match['key']}]`, or put it between back-ticks if it is not a source.",
                )

    def in_contexts(self, spans: Sequence[tuple[int, int, Context]]) -> None:
        """Mark the citations that stand in the text of a link or an image; spans in the order of the text."""
        starts = [start for start, _, _ in spans]
        for index, (at, citation) in enumerate(self.found):
            near = bisect_right(starts, at)
            for _, end, context in reversed(spans[max(0, near - 2) : near]):
                if at < end:
                    self.found[index] = (at, replace(citation, context=context))
                    break

    def stand_in(self, context: Context) -> None:
        """Say what the whole passage is; links and images in it keep their own context."""
        self.found = [
            (at, replace(citation, context=context) if citation.context is Context.TEXT else citation)
            for at, citation in self.found
        ]

    def misplaced(self) -> None:
        """Report citations in headings, link texts and image texts."""
        for at, citation in self.found:
            if citation.context in (Context.HEADING, Context.LINK, Context.IMAGE):
                self._fault(at, f"A citation stands in {_A[citation.context]}.", "Move it into the text.")

    def _malformed(self, start: int, typed: str) -> None:
        inner = typed[1:-1]
        at = start + 1
        if typed != _tight(typed) and cited_parts(_tight(typed)) is not None:
            self._fault(start, "There is a space too many in this citation.", f"Type `{_tight(typed)}`.")
            return
        if not inner.replace("@", "").replace(";", "").strip():
            self._fault(start, "This citation names no source.", "Type a key of references.yml, such as `[@key]`.")
            return
        keys = [key.strip() for key in re.split(r"[;,]\s*(?=@)|\s+(?=@)", inner) if key.strip(" @")]
        mended = "[" + "; ".join(keys) + "]"
        if cited_parts(mended) is not None:
            self._fault(start, "The keys of a citation are separated by semicolons.", f"Type `{mended}`.")
            return
        for piece in inner.split(";"):
            self._malformed_part(at, piece)
            at += len(piece) + 1

    def _malformed_part(self, at: int, piece: str) -> None:
        stripped = piece.strip()
        at += len(piece) - len(piece.lstrip())
        key, comma, locator = stripped.partition(",")
        name = key.lstrip("@").strip()
        if not stripped:
            self._fault(at, "A source is missing between semicolons.", "Remove one semicolon.")
        elif not key.startswith("@"):
            self._fault(at, f"“{stripped}” has no “@”.", f"Type `@{stripped}`, or take it out of the citation.")
        elif not KEY.fullmatch(name) or key != f"@{name}":
            self._fault(at, f"“{key}” is not a key: letters, digits and hyphens without a space.", _key_hint(name))
        elif comma and not _locates(" ".join(locator.split())):
            locator = locator.strip()
            where = f"p. {locator}" if locator[:1].isdigit() else "p. 4"
            self._fault(
                at, f"“{locator}” does not say where in the source: p., pp., table or fig.", f"Type `{key}, {where}`."
            )

    def _fault(self, offset: int, message: str, hint: str) -> None:
        self.faults.append(Problem.at(self._place(offset), RULE, message, hint))


_A = {Context.HEADING: "a heading", Context.LINK: "a link's text", Context.IMAGE: "an image's text"}


def _key_hint(name: str) -> str:
    words = KEY.findall(name)
    return f"Type `[@{words[0]}]`; a page goes behind a comma: `[@{words[0]}, p. 4]`." if words else "Type `[@key]`."
