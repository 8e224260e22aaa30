"""W001 to W022 and R007 to R010: words, by patterns."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import Bad, Good, assert_bad, assert_good
from tests.site_text import FILES

GUIDE = "choose/levels.md"
ABOUT = "about/index.md"
UNIT = "It is a unit of pressure."
NOBODY = "Nobody."
TITLE = "title: Compression levels and what they mean"
SUMMARY = "summary: Compare socks by the mmHg on the packet."
NOTE = "note: First version."
GLOSSARY = "data/glossary.yml"
CARDS = "data/care-cards.yml"
SUPPORTS = "data/comparisons/supports.yml"
GARMENTS = "data/comparisons/garments.csv"
PERSON = "data/people.yml"


def word(rule: str, new: str, message: str, severity: str = "error", *, also: tuple[str, ...] = ()) -> Bad:
    """A sentence in the body of a page about the makers, where only words are looked at."""
    return Bad(rule, ABOUT, NOBODY, new, message, severity=severity, also=also)


def fine(rule: str, new: str) -> Good:
    return Good(rule, ABOUT, NOBODY, new)


BAD = [
    word("W001", "These ¦miracle socks.", "Hype word: “miracle”."),
    word("W001", "A **new**, ¦game-changing [sock](../glossary.md).", "Hype word: “game-changing”."),
    word("W001", "A ¦promising thing.", "Praise word: “promising”.", "warning"),
    Bad(
        "W001", GUIDE, TITLE, "title: ¦The ultimate list of socks", "Sales phrase: “The ultimate”.", severity="warning"
    ),
    word("W002", "They ¦cure it.", "“cure” promises too much."),
    word("W002", "It was gone ¦for good.", "Promise of a lasting result: “for good”."),
    word("W002", "It ¦fixes your posture.", "Promise to repair the body: “fixes your posture”.", "warning"),
    word("W003", "They ¦flush out toxins.", "“flush out toxins” names nothing that can be measured."),
    word("W003", "A ¦detox.", "“detox” names nothing that can be measured."),
    Bad("W003", GLOSSARY, "A tight sock.", "It ¦boosts energy.", "Vague body claim: “boosts energy”."),
    word(
        "W004",
        "They ¦improve blood flow.",
        "“improve blood flow” does not say which vessels, where or how much.",
    ),
    word(
        "W004",
        "This is for ¦poor circulation.",
        "“poor circulation” can mean a vein problem, where socks may help, or an artery problem, where they can harm.",
        "warning",
    ),
    word(
        "W004",
        "They clear ¦lactic acid.",
        "“lactic acid” is not plain, and the first two are often wrong.",
        "warning",
    ),
    word("W005", "A ¦clinically proven sock.", "“clinically proven” says nothing about how sure or how big."),
    word("W005", "A ¦Doctor-recommended sock.", "“Doctor-recommended” is an advert, not evidence."),
    word(
        "W005",
        "An ¦FDA-approved sock.",
        "“FDA-approved”: A device mark shows safety paperwork, not that it helps.",
    ),
    Bad("W005", ABOUT, NOTE, "note: Now ¦trusted by millions.", "Popularity is not evidence: “trusted by millions”."),
    word("W006", "¦Studies show this.", "“Studies show”: Which study? This sentence cites none."),
    word("W006", "¦Experts say so.", "Unnamed people: “Experts say”."),
    word("W006", "¦It is well known.", "“It is well known” stands in for a source.", "warning"),
    word("W007", "It ¦never fails.", "Nothing works for everyone: “never fails”."),
    word("W007", "They are ¦completely safe.", "Compression can harm some people: “completely safe”."),
    Bad(
        "W007",
        SUPPORTS,
        "An idea. It holds the back.",
        "¦They will help.",
        "“They will help” promises a result.",
        severity="warning",
    ),
    word("W008", "¦I tried them.", "“I tried”: First-person story."),
    word("W008", "Runners ¦swear by them.", "Testimonials are not evidence: “swear by”."),
    word("W008", "They ¦changed my life.", "“changed my life”: First-person story."),
    word(
        "W009",
        "You can ¦stop taking your tablets.",
        "“stop taking your tablets”: Never tell a reader to stop treatment.",
    ),
    word("W009", "Just ¦wait and see.", "This can delay care: “wait and see”."),
    Bad(
        "W009",
        CARDS,
        "action: Get help today.",
        "action: Try socks ¦instead of seeing a doctor.",
        "“instead of seeing a doctor”: This can delay care.",
    ),
    word("W010", "¦Jobst socks.", "Brand name: “Jobst”."),
    word("W010", "Take ¦Nurofen.", "Brand name of a medicine: “Nurofen”."),
    Bad("W010", GARMENTS, "Daily wear", "A ¦discount code", "Shop talk: “discount code”."),
    word(
        "W011",
        "Wear ¦class 2 here.",
        "“class 2”: A class means different pressures in different countries.",
    ),
    word("W011", "It is 20 ¦mm Hg.", "“mm Hg”: The unit is written mmHg."),
    word(
        "W011",
        "It is ¦15–20 mmHg.",
        "“15–20”: Write a range with “to”: screen readers drop the dash.",
        "warning",
    ),
    word("W012", "A ¦silent killer.", "Fear word: “silent killer”."),
    word("W012", "It is ¦excruciating.", "Fear word: “excruciating”."),
    word("W012", "It can ¦wreak havoc.", "Scare phrase: “wreak havoc”.", "warning"),
    word("W013", "They ¦suffer from it.", "“suffer from” makes people the illness's victims.", "warning"),
    word("W013", "Ask ¦diabetics.", "Person first: “diabetics”.", "warning"),
    word("W013", "Hide ¦unsightly veins.", "Shaming word: “unsightly”."),
    word("W014", "¦Let's explore it.", "Filler: “Let's explore”."),
    word("W014", "¦It’s important to note that nobody pays.", "Filler: “It’s important to note”."),
    word("W014", "Nobody pays. ¦Moreover, nobody asks.", "Filler link word: “Moreover,”.", "warning"),
    word("W015", "They ¦may indirectly do so.", "A guess dressed as a benefit: “may indirectly”.", "warning"),
    word(
        "W015",
        "They press¦, which in turn eases it.",
        "“, which in turn”: A chain of causes: each link needs its own evidence.",
        "warning",
    ),
    word("W015", "Good for ¦overall comfort.", "Too vague to test: “overall comfort”.", "warning"),
    word("W016", "¦Consult with your doctor.", "“Consult with your doctor” does not say who, when or why.", "warning"),
    word(
        "W016", "Ask a ¦health care provider.", "“health care provider” is not a person a reader can ring.", "warning"
    ),
    Bad(
        "W016",
        ABOUT,
        "summary: The editors write these pages and sell nothing.",
        "summary: Ask your ¦healthcare provider.",
        "“healthcare provider” is not a person a reader can ring.",
        severity="warning",
    ),
    word("W017", "A ¦color.", "American spelling: “color”.", "warning"),
    word("W017", "¦Edema.", "American spelling: “Edema”.", "warning"),
    word("W017", "Take ¦acetaminophen.", "American word: “acetaminophen”.", "warning"),
    word("W018", "¦Call 999 now.", "“Call 999”: A number to call without its country."),
    word("W018", "You may ¦ring the line on 111.", "“ring the line on 111”: A number to call without its country."),
    Bad(
        "W018",
        CARDS,
        "action: Get help today.",
        "action: ¦Phone 112 today.",
        "“Phone 112”: A number to call without its country.",
    ),
    word("W019", "It was ¦50% less.", "“50% less”: A relative change alone misleads.", "warning", also=("C018",)),
    word("W019", "The ¦odds ratio was low.", "Statistics words: “odds ratio”.", "warning"),
    word("W019", "Take ¦400 mg of it.", "“400 mg of”: Medicine doses are outside what we publish."),
    word(
        "W020",
        "¦There is no evidence for it.",
        "“There is no evidence” mixes up “nobody tested it” and “tests found nothing”.",
    ),
    word(
        "W020",
        "¦Research is limited.",
        "“Research is limited” mixes up “nobody tested it” and “tests found nothing”.",
        also=("R008",),
    ),
    word(
        "W020",
        "¦More research is needed.",
        "Says nothing a reader can use: “More research is”.",
        "warning",
    ),
    Bad("W021", GUIDE, UNIT, "¦Dr. Emily Harper agrees.", "“Dr. Emily Harper”: A person named as an authority."),
    Bad(
        "W021",
        GUIDE,
        UNIT,
        "So does ¦Michael Chen, RN.",
        "“Michael Chen, RN”: A person named as an authority.",
        also=("R006",),
    ),
    word(
        "W021",
        "¦We recommend it.",
        "“We recommend”: Who recommends? We are editors, not clinicians.",
        "warning",
    ),
    word("W022", "Take them off¦!", "“!”: No shouting.", "warning"),
    word("W022", "This is ¦NEVER so.", "“NEVER”: No shouting.", "warning", also=("R006",)),
    word("W022", "¦Currently nobody.", "Goes stale: “Currently”.", "warning"),
    word("R007", "It ¦may potentially do.", "“may potentially”: Two hedges in one clause.", "warning", also=("W015",)),
    word("R007", "It ¦could possibly do.", "“could possibly”: Two hedges in one clause.", "warning"),
    word("R007", "It is ¦somewhat likely.", "“somewhat likely”: Two hedges in one clause.", "warning"),
    word("R008", "The leg ¦is measured.", "Passive voice in 1 of 5 sentences (line 30): who does it?", "note"),
    word("R008", "They ¦were given. You sit.", "Passive voice in 1 of 6 sentences (line 30): who does it?", "note"),
    word(
        "R008",
        "It should ¦be worn.\nIt is found.",
        "Passive voice in 2 of 6 sentences (line 30, 31): who does it?",
        "note",
    ),
    word("R009", "¦In the management of pain.", "Noun pile: “In the management of”.", "note"),
    word("R009", "Wear them ¦on a daily basis.", "Noun pile: “on a daily basis”.", "note"),
    word("R009", "It ¦is capable of it.", "Noun pile: “is capable of”.", "note"),
    word("R010", "Stand ¦in order to measure.", "Plainer word for “in order to”.", "warning"),
    word("R010", "They ¦alleviate it.", "Plainer word for “alleviate”.", "warning"),
    word("R010", "Swelling of the ¦lower extremities.", "Plainer word for “lower extremities”.", "warning"),
    Bad(
        "R010",
        GLOSSARY,
        "- id: surgery\n",
        "- id: gait\n  term: gait\n  kind: body\n  avoid: the way you walk\n  meaning: A walk.\n- id: surgery\n",
        "Plainer word for “gait”.",
        hint="Try “the way you walk”.",
        told=(ABOUT, "Look at your ¦gait."),
        base={**FILES, ABOUT: FILES[ABOUT].replace(NOBODY, "Look at your gait.")},
        severity="warning",
    ),
    word("R010", "Wash ¦prior to use.", "Plainer word for “prior to”.", "warning"),
]
GOOD = [
    fine("W001", "The best time to measure is the morning. Sellers say “miracle”."),
    fine("W002", "Socks do not cure it. We had it for good reason."),
    fine("W002", "Does surgery end it for good?"),
    fine("W003", 'Botulinum toxins are not told of here. Sellers say "detox".'),
    fine("W004", "In one study blood moved faster in the deep veins."),
    fine("W005", "Two trials tested it. Your doctor may say so."),
    fine("W006", "Studies show less swelling [@partsch2004evening]. This is what trials found."),
    fine("W007", "Will they help? No one can guarantee it."),
    fine("W007", "Are they completely safe?"),
    fine("W008", "We publish no stories from buyers, and no reviews."),
    fine("W009", "Do not stop your tablets. Ask before you stop taking any medicine."),
    fine("W010", "We take no money from shops. Take ibuprofen."),
    fine("W011", "Wear 18 to 24 mmHg (UK class 2). It is 15 to 20 mmHg."),
    Good("W011", SUPPORTS, "mechanism: An idea. It holds the back.", "mechanism: An idea, in class 2."),
    fine("W012", "A clot in the lung can be fatal."),
    fine("W013", "Ask people with diabetes."),
    fine("W014", "Pages 4–6 give the method."),
    fine("W015", "They press, which can have many causes."),
    fine("W016", "Ask a GP or nurse first."),
    fine("W017", "A colour, seen at the Mayo Center by J. Gray."),
    fine("W018", "Call 999 (UK) now. In the US call 911."),
    fine("W019", "Half of them felt better."),
    Good("W019", "evidence/grading.md", "Grading is a judgement.", "We say no confidence intervals."),
    Good(
        "W019",
        "data/claims.yml",
        "statement: Socks probably cut evening swelling.",
        "statement: Socks probably halve the risk of swelling.",
    ),
    fine("W020", "No study has tested it. Studies found little or no difference [@partsch2004evening]."),
    fine("W021", "Ask your doctor. Dr. Emily Harper wrote this page."),
    Good("W022", GLOSSARY, "term: surgery", "term: surgery\n  forms: [MEASLES, SOMETERM]"),
    fine("W022", "Ask for a check (ABPI, the blood flow at the ankle)."),
    fine("R007", "Socks may help, and tights may not."),
    fine("R008", "A nurse measures the leg. It is based on this."),
    fine("R008", "You stand. You sit. You walk. You rest. The leg is measured. You go home."),
    fine("R009", "To treat pain, wear them every day."),
    fine("R010", "Do not wear them if so (contraindicated). A prior clot."),
]


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad(case: Bad, tmp_path: Path) -> None:
    assert_bad(case, tmp_path)


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_good(case: Good, tmp_path: Path) -> None:
    assert_good(case, tmp_path)
