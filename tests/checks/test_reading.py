"""R001 to R006 and R011 to R013: how hard pages are to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import Bad, Good, assert_bad, assert_good

ANSWER = "answers/sciatica.md"
GUIDE = "choose/levels.md"
LEAD = "Sciatica is pain that runs down the leg."
STEP = "1. Put them on in the morning [@clarke2021airline; @partsch2004evening, p. 4]."
STOOD = "Some people stood all day."
IDEAS = "These are ideas. A sock presses on the leg."

TITLE = (ANSWER, "Do compression socks help with sciatica?")
EASY = "\n\nThe sock is soft, and it fits the leg well." * 25
HARD = "Personal circumstances very often determine the practical organisation of the recovery."
LONG = "The red sock and the blue sock lay on the bed by the door all night and nobody in the house"
MIDDLE = "The nurses measure swollen ankles early every morning, and they always compare one result with another."
NOTED = "The nurses measure swollen ankles early every day, and they always compare one result with others."
TWENTY_FIVE = LONG + " saw them go there."
TWENTY_SIX = LONG + " saw them ever go ¦there."
THIRTY_SIX = LONG + " saw them ever go ¦there at all on that one long cold night of snow."
STEP_36 = LONG + " saw them ever go there at all on that ¦one long cold night."
FOUR = "They sat down. They had some tea. We asked them why. ¦Nobody said a word."
BOUGHT = "Socks can be bought without a doctor. Most are made for a walk. ¦A shop may measure you."
SORTED = "Ask a nurse. She knows the sizes. You can sit down. ¦She is quick."
SHORT = "It is warm. We sat down. They had tea. Nobody said why. It was late. ¦All went home."

BAD = [
    Bad(
        "R001",
        ANSWER,
        LEAD,
        LEAD + f"\n\n¦{HARD}" + f"\n\n{HARD}" * 25,
        "The page reads at grade 16.0; it needs 8.0 or less.",
        also=("R002", "R003"),
    ),
    Bad(
        "R001",
        ANSWER,
        LEAD,
        LEAD + f"\n\n¦{MIDDLE}" + f"\n\n{MIDDLE}" * 20,
        "The page reads at grade 8.9; it needs 8.0 or less.",
        also=("R002",),
    ),
    Bad(
        "R001",
        ANSWER,
        LEAD,
        LEAD + f"\n\n¦{NOTED}" + f"\n\n{NOTED}" * 20,
        "The page reads at grade 7.6; it needs 7.0 or less.",
        severity="note",
        also=("R002",),
    ),
    Bad(
        "R002",
        ANSWER,
        LEAD,
        LEAD + f"\n\n{HARD}" * 26,
        "Half of all pages read at grade 16.0 or more; 5.5 is the limit. This one has 16.0.",
        told=TITLE,
        also=("R001", "R003"),
    ),
    Bad(
        "R002",
        ANSWER,
        LEAD,
        LEAD + f"\n\n{NOTED}" * 20,
        "Half of all pages read at grade 7.6 or more; 5.5 is the limit. This one has 7.6.",
        told=TITLE,
        also=("R001",),
    ),
    Bad(
        "R002",
        ANSWER,
        LEAD,
        LEAD + f"\n\n{MIDDLE}" * 20,
        "Half of all pages read at grade 8.8 or more; 5.5 is the limit. This one has 8.8.",
        told=TITLE,
        also=("R001",),
    ),
    Bad(
        "R003",
        ANSWER,
        LEAD,
        f"{LEAD} ¦Confusion is here." + "\n\nDesperation is here too." * 50,
        "19% of the words are hard; 8% is the limit.",
        severity="warning",
    ),
    Bad(
        "R003",
        ANSWER,
        LEAD,
        f"{LEAD}{EASY} Then ¦generalised" + " and generalised" * 10 + "." + "\n\nThen generalised again." * 25,
        "9% of the words are hard; 8% is the limit.",
        severity="warning",
    ),
    Bad(
        "R003",
        ANSWER,
        LEAD,
        LEAD + "\n\nSciatica is bad, and it is sore." * 60,
        "13% of the words are hard terms; 12% is the limit.",
        told=TITLE,
        severity="warning",
    ),
    Bad(
        "R004",
        ANSWER,
        STOOD,
        TWENTY_SIX,
        "The sentence has 26 words; 25 is the limit.",
        "Make two sentences of it, with one thought in each.",
        severity="warning",
    ),
    Bad("R004", ANSWER, STOOD, THIRTY_SIX, "The sentence has 36 words; 25 is the limit."),
    Bad(
        "R004",
        ANSWER,
        "- Does a sock change",
        f"- {TWENTY_SIX}\n- Does a sock change",
        "The sentence has 26 words; 25 is the limit.",
        severity="warning",
    ),
    Bad("R005", ANSWER, STOOD, FOUR, "The paragraph has 4 sentences; 3 is the limit.", severity="warning"),
    Bad(
        "R005",
        ANSWER,
        IDEAS,
        f"{IDEAS}\n\n- {BOUGHT}",
        "The list item has 3 sentences; 2 is the limit.",
        severity="warning",
    ),
    Bad("R005", ANSWER, STEP, f"1. {SORTED}", "The numbered step has 4 sentences; 3 is the limit.", severity="warning"),
    Bad(
        "R005",
        ANSWER,
        STOOD,
        f"{LONG}. {LONG}. {LONG[:-12]}¦{LONG[-12:]}.",
        "The paragraph has 63 words; 60 is the limit.",
        severity="warning",
        also=("R012",),
    ),
    Bad(
        "R006",
        ANSWER,
        STOOD,
        "A ¦CVI makes legs heavy.",
        "“CVI” is not spelt out where it is first used.",
        "Write its long form and “(CVI)” behind it, or explain it in the glossary.",
        also=("C017",),
    ),
    Bad(
        "R006",
        ANSWER,
        STOOD,
        "Some had ¦RLS. Later RLS (restless legs) was told.",
        "“RLS” is not spelt out where it is first used.",
    ),
    Bad(
        "R006",
        "data/claims.yml",
        "No study has tested compression socks for sciatica.",
        "No study has tested compression socks in ¦RLS.",
        "“RLS” is not spelt out where it is first used.",
    ),
    Bad(
        "R011",
        GUIDE,
        "Ask a nurse.",
        "Ask a nurse about ¦sciatica.",
        "“sciatica” is not explained where it is first used.",
        "Say in brackets or a few words what it is: Pain down the leg from a nerve.",
        severity="warning",
    ),
    Bad(
        "R011",
        GUIDE,
        "It is a unit of pressure.",
        "It is a unit of pressure. For ¦sciatica it counts too. Nerves are named.",
        "“sciatica” is not explained where it is first used.",
        severity="warning",
    ),
    Bad(
        "R011",
        GUIDE,
        "1. Find the number on the packet.",
        "1. Find the number on the packet.\n2. Say that you have ¦sciatica.",
        "“sciatica” is not explained where it is first used.",
        severity="warning",
    ),
    Bad("R012", ANSWER, STOOD, SHORT, "6 sentences in a row have under 6 words.", severity="note", also=("R005",)),
    Bad(
        "R012",
        ANSWER,
        STOOD,
        "They sat down and slept. They woke up late that day. ¦They went home by train.",
        "3 sentences in a row begin with “They”.",
        "Begin one of them with another word.",
        severity="note",
    ),
    Bad(
        "R012",
        ANSWER,
        IDEAS,
        "The sock sits on the leg. The leg is warm. ¦“The sock” is a word.",
        "3 sentences in a row begin with “The”.",
        severity="note",
    ),
    Bad(
        "R013",
        ANSWER,
        STOOD,
        "For this ¦the wearer should sit down.",
        "“the wearer should” speaks about the reader, not to them.",
        "Speak to the reader: “Put …”, “You need …”.",
        severity="warning",
    ),
    Bad(
        "R013",
        ANSWER,
        STEP,
        "1. Turn it inside out¦ and then pull it on.",
        "The step holds two actions.",
        severity="warning",
    ),
    Bad(
        "R013",
        ANSWER,
        STEP,
        f"1. {STEP_36}",
        "The step takes 34 words to say what to do; 30 is the limit.",
        severity="warning",
        also=("R004",),
    ),
]

GOOD = [
    Good("R001", ANSWER, LEAD, LEAD + EASY),
    Good("R002", ANSWER, LEAD, LEAD + EASY),
    Good("R003", ANSWER, LEAD, f"{LEAD} Another evening every medicine is different.{EASY}"),
    Good("R004", ANSWER, STOOD, TWENTY_FIVE),
    Good("R004", ANSWER, STOOD, TWENTY_FIVE.replace(".", " [@clarke2021airline; @partsch2004evening, p. 4].")),
    Good("R005", ANSWER, STOOD, FOUR.replace("¦", "\n\n")),
    Good("R005", ANSWER, IDEAS, f"{IDEAS}\n\n- **A bold head.** It is one thing. It is also a second thing."),
    Good("R005", ANSWER, STEP, f"1. {SORTED}".replace(" ¦She is quick.", "")),
    Good("R006", ANSWER, STOOD, "Vein disease (CVI) is one thing. CVI is no other."),
    Good(
        "R006",
        ANSWER,
        STOOD,
        "A TENS machine (small pulses) was there, with the NHS mark, BS 661210 and class II (23 to 32 mmHg).",
    ),
    Good("R011", GUIDE, "Ask a nurse.", "Ask a nurse about sciatica (nerve pain in the leg)."),
    Good("R011", GUIDE, "Ask a nurse.", "Ask a nurse about sciatica. Sciatica is nerve pain."),
    Good("R011", GUIDE, "Ask a nurse.", "Sciatica is nerve pain. Ask a nurse about sciatica."),
    Good("R011", GUIDE, "Ask a nurse.", "Nerve pain down the leg is called sciatica."),
    Good("R011", GUIDE, "Ask a nurse.", "Say: “I have sciatica.” A nurse can help you."),
    Good(
        "R012",
        ANSWER,
        STOOD,
        SHORT.replace("They had tea.", "They had tea, bread and jam.")
        .replace("¦", "\n\n")
        .replace("Nobody", "\n\nNobody"),
    ),
    Good("R013", ANSWER, STOOD, "Of two socks, this one should be red. The second one must not."),
    Good("R013", ANSWER, STEP, "1. Put them on, and keep them dry. Then your skin stays well."),
]


@pytest.mark.parametrize("case", BAD, ids=str)
def test_what_breaks_a_rule_is_told_at_its_place(case: Bad, tmp_path: Path) -> None:
    assert_bad(case, tmp_path)


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_what_keeps_a_rule_passes(case: Good, tmp_path: Path) -> None:
    assert_good(case, tmp_path)
