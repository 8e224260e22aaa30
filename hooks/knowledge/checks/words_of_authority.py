"""W005, W006, W008, W010 and W021: no borrowed authority, no stories, no brands."""

from __future__ import annotations

from knowledge.checks.patterns import by_patterns
from knowledge.checks.rule import rule

W005 = by_patterns(
    rule(
        "W005",
        wants="No “clinically proven”, “doctor recommended”, “medical-grade”, “best-selling”.",
        why="Such words are an advert; a device mark shows paperwork, not that a thing helps.",
        bad="A clinically proven sock.",
        good="Two trials tested it [@key].",
    )
)
W006 = by_patterns(
    rule(
        "W006",
        wants="No “studies show” without a source, no unnamed experts, no anecdotes.",
        why="DISCERN 4 and Cochrane: a reader must be able to look up who says so.",
        bad="Studies show that socks ease pain.",
        good="One review found less swelling [@key].",
    )
)
W008 = by_patterns(
    rule(
        "W008",
        wants="No testimonials and no first-person stories.",
        why="One story shows nothing about the next person (UK CAP Code); we promise to print none.",
        bad="Runners swear by them.",
        good="The trial asked 60 runners to score soreness [@key].",
    )
)
W010 = by_patterns(
    rule(
        "W010",
        wants="No brands, no shops, no trade names of medicines.",
        why="We sell nothing; generic names are understood in every country (NHS style guide).",
        bad="Take Nurofen.",
        good="Take ibuprofen only if it is safe for you.",
    )
)
W021 = by_patterns(
    rule(
        "W021",
        wants="No person named as an authority, and no “we recommend”.",
        why="We are editors, not clinicians; a source can be checked, a title cannot.",
        bad="Dr. Emily Harper says socks help.",
        good="The NICE guideline recommends it [@key].",
    )
)
