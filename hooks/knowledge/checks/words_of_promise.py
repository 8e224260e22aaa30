"""W001 to W004, W007 and W015: no text promises what nobody has measured."""

from __future__ import annotations

from knowledge.checks.patterns import by_patterns
from knowledge.checks.rule import HARM, rule
from knowledge.problems import Severity

W001 = by_patterns(
    rule(
        "W001",
        wants="No hype: no miracle, breakthrough, “promising”, “the best socks”.",
        why="Such words say that somebody is glad, not what was measured (Schwitzer's words to keep out of medical "
        "news, 2000).",
        bad="A breakthrough for back pain.",
        good="Swelling fell by 10 ml in one small trial [@key].",
    )
)
W002 = by_patterns(
    rule(
        "W002",
        wants="No cure, no lasting fix, no repair of the body; “do not cure” passes.",
        why="Nobody can promise it, and people give up what works for it (UK CAP Code, section 12).",
        bad="Compression socks cure sciatica.",
        good="Socks do not cure sciatica.",
        never_silenced=HARM,
    )
)
W003 = by_patterns(
    rule(
        "W003",
        wants="No detox, toxins, “boosts energy”, “oxygenates”.",
        why="They name nothing that can be measured, so nobody can show them wrong.",
        bad="They flush out toxins.",
        good="They move fluid out of the ankle [@key].",
    )
)
W004 = by_patterns(
    rule(
        "W004",
        wants="Not “boosts circulation”: say which vessels, where and how much.",
        why="For a vein problem socks may help, in artery disease they can harm; the word hides which is meant.",
        bad="Socks improve blood flow.",
        good="In one study blood moved faster in the deep veins [@key].",
    )
)
W007 = by_patterns(
    rule(
        "W007",
        wants="No guarantee, no “completely safe”, no “will help”; questions and cited counts of harms pass.",
        why="Nothing works for everyone, and compression harms some people.",
        bad="It works for everyone.",
        good="No serious harms were reported in 138 people [@key].",
        never_silenced=HARM,
    )
)
W015 = by_patterns(
    rule(
        "W015",
        wants="Theory is not told as benefit: no “indirectly”, “which in turn”, “overall comfort”.",
        why="Each link of such a chain needs its own evidence; together they sound like a finding.",
        bad="Socks press the calf, which in turn eases the nerve.",
        good="Socks press the calf [@key]. Nobody has tested if that helps a nerve.",
        severity=Severity.WARNING,
    )
)
