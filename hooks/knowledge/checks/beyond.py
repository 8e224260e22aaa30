"""X001 and X002: what a preview or build meets, and no look at the content can. They are told by session and panel."""

from __future__ import annotations

from knowledge.checks.rule import HOLE, LOST, rule
from knowledge.problems import Severity

X001 = rule(
    "X001",
    wants="Every event of the preview ends without a fault of ours.",
    why="A preview must not end because a program fails. What failed is told, and the rest goes on.",
    bad="X001 in mkdocs.yml: something of ours failed while a file was read.",
    good="Save again; if it comes back, report it with the lines the terminal shows.",
    never_silenced=LOST,
)
X002 = rule(
    "X002",
    wants="MkDocs itself has nothing to warn of: links, anchors, navigation.",
    why="MkDocs sees what its settings and plugins make of the pages. Its warnings stop a build as ours do, "
    "and stand in the same report.",
    bad="- answers/sciatca.md",
    good="- answers/sciatica.md",
    severity=Severity.WARNING,
    never_silenced=HOLE,
)
