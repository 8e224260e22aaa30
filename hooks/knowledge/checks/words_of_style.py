"""W014, W017 and W022: British, calm and lasting words, without filler."""

from __future__ import annotations

from knowledge.checks.patterns import by_patterns
from knowledge.checks.rule import rule
from knowledge.problems import Severity

W014 = by_patterns(
    rule(
        "W014",
        wants="No filler, no stock phrases, no chains of dashes.",
        why="They cost time and say nothing (Plain English Campaign).",
        bad="It's important to note that socks differ.",
        good="Socks differ.",
    )
)
W017 = by_patterns(
    rule(
        "W017",
        wants="British spelling and words.",
        why="One spelling throughout is easier to read and to search.",
        bad="Edema in the ankles.",
        good="Oedema in the ankles.",
        severity=Severity.WARNING,
        mends=True,
    )
)
W022 = by_patterns(
    rule(
        "W022",
        wants="Calm words that last: no shouting, no “currently”, “see below”, “simply”.",
        why="Capitals are hard to read, “recently” goes stale, and “below” is nowhere on a screen reader.",
        bad="Currently there are three trials.",
        good="By November 2026 we found three trials.",
        severity=Severity.WARNING,
    )
)
