"""F016 to F019: headings and sections."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import Bad, Good, assert_bad, assert_good

ANSWER = "answers/sciatica.md"
GUIDE = "choose/levels.md"
STOOD = "Some people stood all day."
MEANS = "## What mmHg means"

BAD = [
    Bad(
        "F016",
        ANSWER,
        "Sciatica is pain that runs",
        "¦# Sciatica\n\nSciatica is pain that runs",
        "“Sciatica” is an H1; the page's title is its only one.",
    ),
    Bad(
        "F016",
        ANSWER,
        "Sciatica is pain that runs",
        "¦Sciatica\n========\n\nSciatica is pain that runs",
        "“Sciatica” is an H1; the page's title is its only one.",
    ),
    Bad(
        "F016",
        GUIDE,
        "It is a unit",
        "¦# Units #\n\nIt is a unit",
        "“Units” is an H1; the page's title is its only one.",
        also=("F020",),
    ),
    Bad("F017", ANSWER, STOOD, f"¦#### Deep\n\n{STOOD}", "“Deep” is an H4 under an H2; a level is skipped."),
    Bad(
        "F017", ANSWER, STOOD, f"### One\n\n#### Two\n\n¦##### Three\n\n{STOOD}", "“Three” is an H5; H4 is the lowest."
    ),
    Bad(
        "F017",
        GUIDE,
        "## Before you start",
        "¦### Too early\n\n## Before you start",
        "“Too early” is an H3 under an H1; a level is skipped.",
        also=("F020",),
    ),
    Bad(
        "F018",
        ANSWER,
        "## What nobody knows yet\n\n- Does a sock change pain that comes from the back?\n\n",
        "",
        "The section “What nobody knows yet” is missing; a page of type answer needs it.",
        told=(ANSWER, "## How it might work"),
    ),
    Bad(
        "F018",
        ANSWER,
        "## What was tested and found",
        "¦## What was tested & found",
        "The heading “What was tested & found” should read “What was tested and found”.",
    ),
    Bad(
        "F018",
        ANSWER,
        "## What else helps\n\nLook at the table.",
        "Look at the table.",
        "The section “What else helps” is missing; a page of type answer needs it.",
        told=(ANSWER, "## Questions people ask"),
    ),
    Bad(
        "F018",
        "conditions/sciatica.md",
        "## What it is\n\nPain down one leg.\n\n## Why it happens\n\nA nerve root is sore.",
        "## Why it happens\n\nA nerve root is sore.\n\n¦## What it is\n\nPain down one leg.",
        "“What it is” stands behind “Why it happens”.",
    ),
    Bad(
        "F018",
        GUIDE,
        "## When to ask for help\n\nAsk a nurse.",
        "Ask a nurse.¦",
        "The section “When to ask for help” is missing; a page of type guide needs it.",
    ),
    Bad(
        "F018",
        GUIDE,
        "## Before you start\n\n1. Find",
        "1. Find",
        "The section “Before you start” is missing; a page of type guide needs it.",
        told=(GUIDE, "## What mmHg means"),
    ),
    Bad(
        "F018",
        "safety/urgent.md",
        "## What to say\n\nSay where you are.\n\n## Who to call\n\nCall the number of your country.",
        "¦## Who to call\n\nCall.\n\n## What to say\n\nSay where you are.",
        "“Who to call” is the last section of its page.",
    ),
    Bad(
        "F018",
        GUIDE,
        "## What mmHg means\n\nIt is a unit of pressure.\n\n",
        "It is a unit.\n\n",
        "The page has 1 section of its own; a page of type guide has at least 2.",
        told=(GUIDE, "Ask a nurse.¦"),
        also=("L001",),
    ),
    Bad(
        "F018",
        GUIDE,
        "## Classes by country",
        "## A\n\n## B\n\n## C\n\n## D\n\n## E\n\n## F\n\n¦## Classes by country",
        "The page has 8 sections of its own; a page of type guide has at most 7.",
        also=("F020",),
    ),
    Bad(
        "F018",
        "about/index.md",
        "## Who pays\n\nNobody.",
        "Nobody.",
        "The section “Who pays” is missing; a page of type about needs it.",
        told=("about/index.md", "## What no clinician"),
    ),
    Bad(
        "F019",
        ANSWER,
        STOOD,
        f"¦### References\n\n{STOOD}",
        "The heading “References” is for a part that the system places.",
    ),
    Bad(
        "F019",
        GUIDE,
        "It is a unit",
        "¦### Sources:\n\nIt is a unit",
        "The heading “Sources:” is for a part that the system places.",
        also=("F021",),
    ),
    Bad(
        "F019",
        "safety/urgent.md",
        "## What to say",
        "¦## Last reviewed",
        "The heading “Last reviewed” is for a part that the system places.",
    ),
]
GOOD = [
    Good("F016", ANSWER, STOOD, "```\n# not a heading\n```\n\nSome people stood all day."),
    Good("F017", ANSWER, STOOD, f"### One\n\n#### Two\n\nMore.\n\n### Three\n\n{STOOD}"),
    Good("F018", "safety/urgent.md", "## What to say", "## Any heading of the writer"),
    Good("F018", GUIDE, MEANS, f"## Own heading\n\nText.\n\n{MEANS}"),
    Good("F019", "safety/urgent.md", "## What to say", "## Sources of help"),
]


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad(case: Bad, tmp_path: Path) -> None:
    assert_bad(case, tmp_path)


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_good(case: Good, tmp_path: Path) -> None:
    assert_good(case, tmp_path)
