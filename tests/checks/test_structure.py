"""F008, F014, F020, F021, F028, F031 and F032: order, headings, lengths, questions, old paths."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import Bad, Good, assert_bad, assert_good, load, problems_of
from tests.site_text import FILES

ANSWER = "answers/sciatica.md"
GUIDE = "choose/levels.md"
CONDITION = "conditions/sciatica.md"
UNIT = "It is a unit of pressure."
MEANS = "## What mmHg means"
STOOD = "Some people stood all day."
RULES = "data/rules.yml"
TERMS = "search_terms: [mmhg meaning, compression class 2, how strong]\n"
RELATED = "related: [answers/sciatica.md, safety/urgent.md]\n"
ASKED = "### Do socks ease sciatica?\n\nNobody has tested this."


def more(count: int) -> str:
    """So many more questions, each answered."""
    return "".join(f"### Is {number} right?\n\nNobody has tested this.\n\n" for number in range(count))


BAD = [
    Bad(
        "F008",
        GUIDE,
        "title: Compression levels and what they mean\ntype: guide\n",
        "type: guide\n¦title: Compression levels and what they mean\n",
        "The key “title” stands below “type”.",
        hint="Move it above `type`.",
        severity="warning",
    ),
    Bad(
        "F008",
        GUIDE,
        f"{RELATED}safety_gate: compression\n",
        f"safety_gate: compression\n# why these\n¦{RELATED}",
        "The key “related” stands below “safety_gate”.",
        severity="warning",
    ),
    Bad(
        "F008",
        GUIDE,
        "title: Compression levels and what they mean\n",
        "title: ¦'Compression levels and what they mean'\n",
        "The quotes around “Compression levels and what they mean” are not needed.",
        hint="Write Compression levels and what they mean without them.",
        severity="warning",
    ),
    Bad(
        "F008",
        GUIDE,
        TERMS,
        'search_terms: [mmhg meaning, ¦"compression class 2", how strong]\n',
        "The quotes around “compression class 2” are not needed.",
        severity="warning",
    ),
    Bad(
        "F014",
        GUIDE,
        TERMS,
        "search_terms: [mmhg meaning, ¦sciatica  socks, how strong]\n",
        "The page answers/sciatica.md has the search term “sciatica  socks” too.",
        severity="warning",
    ),
    Bad(
        "F020",
        CONDITION,
        "## What helps\n",
        "¦## Bonus tips\n\nRest.\n\n## What helps\n",
        "“Bonus tips” is no section of a page of type condition.",
        severity="warning",
    ),
    Bad(
        "F020",
        "compare/supports.md",
        "## What stands out\n",
        "¦## Prices in shops\n\nThey differ.\n\n## What stands out\n",
        "“Prices in shops” is no section of a page of type comparison.",
        severity="warning",
    ),
    Bad("F020", GUIDE, UNIT, "", "The section “What mmHg means” is empty.", told=(GUIDE, f"¦{MEANS}")),
    Bad("F020", GUIDE, UNIT, f"{UNIT}\n\n¦### More\n\n<!-- to come -->", "The section “More” is empty."),
    Bad("F020", GUIDE, UNIT, f"{UNIT}\n\n¦### One\n\n### Two\n\n{UNIT}", "The section “One” is empty."),
    Bad(
        "F021",
        GUIDE,
        "## Classes by country",
        "## What ¦The Unit Means",
        "The heading has capitals in 3 of its 3 words after the first.",
        hint="Write “What the unit means”.",
        severity="warning",
    ),
    Bad(
        "F021",
        GUIDE,
        "## Classes by country",
        "## What mmHg means and why the number on the packet says more t¦han any class",
        "The heading has 73 characters; at most 60 can be taken in at a glance.",
        severity="warning",
    ),
    Bad(
        "F021",
        GUIDE,
        MEANS,
        f"{MEANS}¦:",
        "A heading ends in no mark but “?”.",
        hint="Write “What mmHg means”.",
        severity="warning",
    ),
    Bad(
        "F021",
        GUIDE,
        UNIT,
        f"{UNIT}\n\n¦### what mmHg means\n\n{UNIT}",
        "The heading “what mmHg means” stands in line 23 already.",
        severity="warning",
    ),
    Bad(
        "F021",
        GUIDE,
        UNIT,
        f"{UNIT}\n\n### See ¦[the answer](../answers/sciatica.md)\n\n{UNIT}",
        "A heading holds no link.",
        hint="Write “the answer”; link to it from the text.",
        severity="warning",
    ),
    Bad(
        "F028",
        GUIDE,
        RELATED,
        f"{RELATED}was: [¦conditions/sciatica.md]\n",
        "There is a page at “conditions/sciatica.md”, so nothing can lead on from there.",
    ),
    Bad(
        "F028",
        GUIDE,
        RELATED,
        f"{RELATED}was: [choose/class.md, ¦answers.md]\n",
        "There is a page at “answers.md”, so nothing can lead on from there.",
    ),
    Bad(
        "F028",
        GUIDE,
        RELATED,
        f"{RELATED}was: [¦choose/levels.md]\n",
        "The page names its own path as an old one.",
    ),
    Bad(
        "F028",
        GUIDE,
        RELATED,
        f"{RELATED}was: [choose/class.md, ¦choose/class.md]\n",
        "The page choose/levels.md was at “choose/class.md” too.",
    ),
    Bad("F028", GUIDE, RELATED, f"{RELATED}was: [¦../class.md]\n", "“../class.md” is no path of a page."),
    Bad("F028", GUIDE, RELATED, f"{RELATED}was: [¦/choose/class/]\n", "“/choose/class/” is no path of a page."),
    Bad(
        "F031",
        RULES,
        "- id: lead-words\n  value: {}\n",
        "- id: lead-words\n  value: {answer: 7}\n",
        "The lead has 8 words; a page of type answer has at most 7.",
        told=(ANSWER, "Sciatica is pain that runs"),
        severity="warning",
    ),
    Bad(
        "F031",
        RULES,
        "- id: page-words\n  value: {}\n",
        "- id: page-words\n  value: {guide: [40, 80]}\n",
        "The page has 15 words; it needs 40 or so, at least 30.",
        told=(GUIDE, "Compression levels and what they mean"),
        severity="warning",
    ),
    Bad(
        "F031",
        RULES,
        "- id: page-words\n  value: {}\n",
        "- id: page-words\n  value: {guide: [1, 8]}\n",
        "The page has 15 words; it has room for 8 or so, at most 10.",
        told=(GUIDE, "Compression levels and what they mean"),
        severity="warning",
    ),
    Bad(
        "F031",
        RULES,
        "- id: section-words\n  value: {}\n",
        "- id: section-words\n  value: {What it is: [20, 40]}\n",
        "The section “What it is” has 4 words; it needs 20 or so, at least 15.",
        told=(CONDITION, "## What it is"),
        severity="warning",
    ),
    Bad(
        "F032",
        ANSWER,
        "### Do socks ease sciatica?",
        "¦### Relief",
        "“Relief” is no question.",
        hint="Ask it as a reader would, ending in “?”.",
        severity="warning",
    ),
    Bad(
        "F032",
        ANSWER,
        "### Do socks ease sciatica?",
        f"{more(4)}¦### Do socks ease sciatica?",
        "The page answers 5 questions; it needs 1 to 4.",
        severity="warning",
    ),
    Bad(
        "F032",
        RULES,
        "value: [1, 20]",
        "value: [15, 80]",
        "The answer has 7 words; it needs at least 15.",
        told=(ANSWER, "Nobody has tested this."),
        severity="warning",
    ),
    Bad(
        "F032",
        ANSWER,
        "Nobody has tested this.",
        "¦Nobody has tested that in this group. No trial of any sock was found when we looked for one.",
        "The answer has 22 words; it has room for 20.",
        severity="warning",
    ),
    Bad(
        "F032",
        RULES,
        "value: [1, 20]",
        "value: [1, 20]\n- id: first-answer-words\n  value: 3",
        "The first sentence has 4 words; at most 3 answer at a glance.",
        told=(ANSWER, "Nobody has tested this."),
        severity="warning",
    ),
]
GOOD = [
    Good("F008", GUIDE, RELATED, f"# next steps\n{RELATED}"),
    Good("F008", GUIDE, "what they mean\n", "what they mean # in short\n"),
    Good("F008", GUIDE, TERMS, 'search_terms: [mmhg meaning, "no", "1.10", "a, b"]\n'),
    Good("F008", GUIDE, "title: Compression levels and what", 'title: "Compression levels: what they mean"\n#'),
    Good("F020", GUIDE, UNIT, f"### What a unit is\n\n{UNIT}"),
    Good("F020", GUIDE, UNIT, "```\nmmHg\n```"),
    Good("F021", GUIDE, "## Classes by country", "## What does mmHg mean? And who is the NHS?"),
    Good("F021", GUIDE, UNIT, f"{UNIT}\n\n### “Not tested” is an answer: We say so\n\n{UNIT}"),
    Good("F028", GUIDE, RELATED, f"{RELATED}was: [choose/class.md, classes/index.md]\n"),
    Good("F031", RULES, "- id: lead-words\n  value: {}\n", "- id: lead-words\n  value: {answer: 8}\n"),
    Good("F032", ANSWER, ASKED, f"{more(3)}{ASKED}"),
]


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad(case: Bad, tmp_path: Path) -> None:
    assert_bad(case, tmp_path)


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_good(case: Good, tmp_path: Path) -> None:
    assert_good(case, tmp_path)


def test_the_mend_of_the_order_keeps_comments_and_texts(tmp_path: Path) -> None:
    front = (
        "---\n# the order is wrong\ntype: guide\ntitle: Compression levels and what they mean\n"
        "summary: |\n  Compare socks by the mmHg on the packet.\n# what people type\nsearch_terms:\n- mmhg meaning\n"
        "- how strong\n\n- class 2\ndescription: What mmHg means, and why classes differ between countries.\n---\n"
    )
    (edit,) = next(p for p in problems_of(load(tmp_path, {"page.md": front})) if p.rule == "F008").edits
    assert edit.old == front[4:-5]
    assert edit.new == (
        "title: Compression levels and what they mean\n# the order is wrong\ntype: guide\n"
        "description: What mmHg means, and why classes differ between countries.\n"
        "summary: |\n  Compare socks by the mmHg on the packet.\n# what people type\nsearch_terms:\n- mmhg meaning\n"
        "- how strong\n\n- class 2"
    )


def test_the_mend_of_quotes_and_end_marks_says_what_stands_there(tmp_path: Path) -> None:
    text = FILES[GUIDE].replace("Compression levels and what they mean", "'Compression levels and what they mean'")
    found = problems_of(load(tmp_path, {**FILES, GUIDE: text.replace(MEANS, f"{MEANS}.")}))
    assert [(edit.old, edit.new) for problem in found for edit in problem.edits] == [
        ("'Compression levels and what they mean'", "Compression levels and what they mean"),
        (".", ""),
    ]
