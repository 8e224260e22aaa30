"""W009, W012, W013, W016 and W018: words that could delay care, scare, shame or leave alone."""

from __future__ import annotations

from knowledge.checks.patterns import by_patterns
from knowledge.checks.rule import HARM, rule
from knowledge.problems import Severity

W009 = by_patterns(
    rule(
        "W009",
        wants="Nothing that delays or stops care; “do not stop …” and “ask before …” pass.",
        why="A reader may have a clot or a pressed nerve (UK CAP Code 12.2).",
        bad="Wait and see for a few weeks.",
        good="Do not wait and see if you are numb between the legs.",
        never_silenced=HARM,
    )
)
W012 = by_patterns(
    rule(
        "W012",
        wants="No fear words: say the sign, what it may mean and what to do.",
        why="Fear makes people look away (NHS style guide).",
        bad="A silent killer in your legs.",
        good="A clot in the lung can be fatal; call 999 (UK).",
    )
)
W013 = by_patterns(
    rule(
        "W013",
        wants="Respect: the person first, no shame, no blame.",
        why="NHS, NICE and Obesity UK guides: people are not their illness.",
        bad="Sciatica sufferers often ask.",
        good="People with sciatica often ask.",
        severity=Severity.WARNING,
    )
)
W016 = by_patterns(
    rule(
        "W016",
        wants="Say who, when and why in place of “consult a healthcare provider”.",
        why="Nobody can ring a healthcare provider (NHS, AHRQ).",
        bad="Consult your healthcare provider.",
        good="Ask a GP or nurse before you start if you have diabetes.",
        severity=Severity.WARNING,
    )
)
W018 = by_patterns(
    rule(
        "W018",
        wants="A phone number has its country.",
        why="111 is an advice line in the UK and nothing elsewhere; a wrong number costs minutes.",
        bad="Call 999 now.",
        good="Call 999 (UK) now.",
        never_silenced=HARM,
    )
)
