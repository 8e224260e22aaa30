"""R007, R009 and R010: one hedge a clause, verbs that do something, the plainer word."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.effects import phrases
from knowledge.checks.passes import in_brackets
from knowledge.checks.patterns import by_patterns
from knowledge.checks.prose import prose
from knowledge.checks.rule import Finding, on_library, rule
from knowledge.library import Library
from knowledge.models.wording import as_matched
from knowledge.problems import Severity

R007 = by_patterns(
    rule(
        "R007",
        wants="One hedge a clause.",
        why="Two hedges do not say how sure we are; “may” and “probably” each stand for a level.",
        bad="Socks may potentially help.",
        good="Socks may help.",
        severity=Severity.WARNING,
    )
)
R009 = by_patterns(
    rule(
        "R009",
        wants="Verbs in place of piles of nouns.",
        why="A verb is shorter and says who does what.",
        bad="In the management of pain.",
        good="To treat pain.",
        severity=Severity.NOTE,
    )
)
R010 = by_patterns(
    rule(
        "R010",
        wants="The plainer word; in brackets behind it, the long one passes. Words whose glossary entry says `avoid`.",
        why="plainlanguage.gov, the Plain English Campaign and Cochrane's list of words that readers stumble over.",
        bad="Socks alleviate swelling.",
        good="Socks ease swelling.",
        severity=Severity.WARNING,
    )
)


@on_library(R010)
def avoided(library: Library) -> Iterator[Finding]:
    """Glossary words to avoid, with what to write in place of each."""
    avoided = {
        spelling.casefold(): term for term in library.terms.values() if term.avoid for spelling in term.spellings
    }
    if not avoided:
        return
    words, own = phrases(avoided), {id(term) for term in avoided.values()}
    for one in prose(library):
        if one.is_head or id(one.owner) in own:
            continue
        for found in words.finditer(as_matched(one.text)):
            if not in_brackets(found):
                hint = f"Try “{avoided[found[0].casefold()].avoid}”."
                yield Finding(one.place_of(found.start()), f"Plainer word for “{found[0]}”.", hint)
