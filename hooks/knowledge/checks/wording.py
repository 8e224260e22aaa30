"""C030 to C038: what certainty and direction allow a text to say, by patterns (GRADE guidelines 26)."""

from __future__ import annotations

from knowledge.checks.patterns import by_patterns
from knowledge.checks.rule import HARM, rule
from knowledge.problems import Severity

_GRADE = "GRADE guidelines 26 (Santesso and others, 2020): "

C030 = by_patterns(
    rule(
        "C030",
        wants="A claim's statement carries the words of its certainty: moderate “probably”, low “may”, very low “very "
        "unsure”, not tested “no study has tested” or “we do not know”.",
        why=f"{_GRADE}each level has its own form of words, so that a reader hears how sure we are.",
        bad="Socks reduce swelling (low certainty).",
        good="Socks may reduce swelling (low certainty).",
    )
)
C031 = by_patterns(
    rule(
        "C031",
        wants="Where a claim is not tested, no effect either way: in its statement, in the summary of its page, beside "
        "its cells and in every sentence that it rules.",
        why=f"{_GRADE}words say as much as the evidence. “Does not help” is a finding; “not tested” is none.",
        bad="Socks probably do not help sciatica.",
        good="Not tested: we do not know if socks help sciatica.",
        never_silenced=HARM,
    )
)
C032 = by_patterns(
    rule(
        "C032",
        wants="Where a claim is not tested, no size of an effect.",
        why="What nobody measured has no size (Altman and Bland, 1995).",
        bad="A small benefit for sciatica.",
        good="No study has measured it.",
        never_silenced=HARM,
    )
)
C033 = by_patterns(
    rule(
        "C033",
        wants="No text is surer than the claims that rule it: no bare verb for moderate, no “probably” for low, no "
        "“may” alone for very low certainty.",
        why=f"{_GRADE}a reader acts on the verb, so it must not promise more than the studies hold.",
        bad="Stockings reduce symptoms (moderate certainty).",
        good="Stockings probably reduce symptoms (moderate certainty).",
        never_silenced=HARM,
    )
)
C034 = by_patterns(
    rule(
        "C034",
        wants="No statement is weaker than high or moderate certainty allows.",
        why=f"{_GRADE}“may” where we are sure hides what would help a reader to decide.",
        bad="Socks may reduce clots without symptoms (high certainty).",
        good="Socks reduce clots without symptoms (high certainty).",
    )
)
C035 = by_patterns(
    rule(
        "C035",
        wants="High certainty is not said as “always”, “never”, “everyone” or “proven”.",
        why="To be sure of an average says nothing of each person; a number in 100 or 1,000 does.",
        bad="Socks eliminate the risk.",
        good="Socks cut the risk from 10 to 1 in 1,000.",
    )
)
C036 = by_patterns(
    rule(
        "C036",
        wants="A statement's words go the way its `direction` does: benefit, harm, no difference or mixed.",
        why="Badge, table and map follow the record, the reader follows the words; they must not part.",
        bad="Socks make little or no difference (direction: benefit).",
        good="Socks probably reduce swelling (direction: benefit).",
        never_silenced=HARM,
    )
)
C037 = by_patterns(
    rule(
        "C037",
        wants="A harm is not softened without its number, and no statement says “may not”.",
        why="“Only minor” decides for the reader; “may not help” can be read as “perhaps it helps”.",
        bad="Only minor skin problems.",
        good="5 in 100 had skin breaks, against 1 in 100 [@key].",
        severity=Severity.WARNING,
    )
)
C038 = by_patterns(
    rule(
        "C038",
        wants="Size and certainty are said apart, and no size without a recorded effect.",
        why=f"{_GRADE}“strong benefit” may mean a large effect or a sure one; a reader cannot tell which.",
        bad="A strong effect on swelling.",
        good="A large effect; low certainty.",
        severity=Severity.WARNING,
    )
)
