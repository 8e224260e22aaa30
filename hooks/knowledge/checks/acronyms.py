"""R006: an acronym is spelt out where it is first used, or has a meaning in the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.checks.prose import Kind, prose
from knowledge.checks.rule import Finding, missing_severity, on_library, rule
from knowledge.library import Library

R006 = rule(
    "R006",
    wants="An acronym is spelt out at its first use on a page or in a record, in brackets behind or before it, or it "
    "has a meaning in the glossary. UK, US, EU, GP, NHS, BMI and the like need none (known-acronyms in rules.yml).",
    why="NHS style: a reader who does not know the letters is lost from there on.",
    bad="CVI makes legs swell.",
    good="Vein disease (CVI) makes legs swell.",
)
_CAPITALS = re.compile(r"[A-Z][A-Z]")
_ACRONYM = re.compile(r"(?<![\w&-])[A-Z]{2,6}s?(?![\w&-]|\.\w| \d)")
# Behind a digit stands the number of a standard or class, which is a name: “BS 661210”.
_SHORT_BRACKET = re.compile(r"( \w+)?[),;]")
_GLOSS = re.compile(r"( \w+)? \(|, (the|a|an|or) ")
_ROMAN = re.compile(r"[IVX]+")


@on_library(R006)
def spelt_out(library: Library) -> Iterator[Finding]:
    """Each acronym once for a page or record, at its first use."""
    known = {name.casefold() for name in library.settings.known_acronyms}
    known |= {spelling.casefold() for term in library.terms.values() for spelling in term.spellings}
    told: set[tuple[int, str]] = set()
    for one in prose(library):
        if one.kind in (Kind.CHANGE, Kind.LABEL) or not _CAPITALS.search(one.unit.text):
            continue
        for found in _ACRONYM.finditer(one.unit.text_masked):
            name, scope = found[0].rstrip("s"), id(one.page or one.owner or one.unit)
            if _ROMAN.fullmatch(name) or {found[0].casefold(), name.casefold()} & known or (scope, name) in told:
                continue
            told.add((scope, name))
            if not _is_explained(one.unit.text_masked, found):
                message = f"“{found[0]}” is not spelt out where it is first used."
                hint = f"Write its long form and “({found[0]})” behind it, or explain it in the glossary."
                severity = missing_severity(one.page) if one.page else None
                yield Finding(one.place_of(found.start()), message, hint, severity)


def _is_explained(text: str, found: re.Match[str]) -> bool:
    """Whether it stands in brackets behind its long form, or an explanation in brackets or a comma gloss behind it."""
    before, after = text[: found.start()].rstrip("“\"'"), text[found.end() :].lstrip("”\"'")
    return (before.endswith("(") and bool(_SHORT_BRACKET.match(after))) or bool(_GLOSS.match(after))
