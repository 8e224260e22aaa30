"""D002, D003 and D004 in search.yml."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import Bad, Good, assert_bad, assert_good

SEARCH = "data/search.yml"
FLAG = "red_flags:\n  - id: hot-calf\n    card: leg-clot\n    phrases: [hot calf]\n"

MORE = "more_terms:\n  - page: answers/sciatica.md\n    terms: [a nerve that shoots]\n"

BAD = [
    Bad("D002", SEARCH, "", "¦popluar: [answers/sciatica.md]\n", "The key “popluar” is not known here."),
    Bad("D002", SEARCH, "", "synonyms:\n  - id: sock\n    words: ¦[sock]\n", "The list is too short: it has 1."),
    Bad(
        "D002",
        SEARCH,
        "",
        "red_flags:\n  - id: ¦hot-calf\n    card: leg-clot\n",
        "The danger sign “hot-calf” has no words.",
        hint="Give it `phrases: [blue toes]`, or `all_of: [[toes, foot], [blue]]`.",
    ),
    Bad(
        "D003",
        SEARCH,
        "",
        f"{FLAG}  - id: ¦hot-calf\n    card: leg-clot\n    phrases: [red calf]\n",
        "The id “hot-calf” is there twice; it is first in line 2.",
    ),
    Bad(
        "D004",
        SEARCH,
        "",
        FLAG.replace("leg-clot", "¦leg-clog"),
        "There is no care card “leg-clog”.",
        hint="Did you mean “leg-clot”?",
    ),
    Bad(
        "D004",
        SEARCH,
        "",
        "popular:\n  - ¦answers/sciatca.md\n",
        "There is no page “answers/sciatca.md”.",
        hint="Did you mean “answers/sciatica.md”?",
    ),
]
BAD += [
    Bad(
        "D004",
        SEARCH,
        "",
        "more_terms:\n  - page: ¦answers/sciatca.md\n    terms: [a nerve that shoots]\n",
        "There is no page “answers/sciatca.md”.",
        hint="Did you mean “answers/sciatica.md”?",
    ),
    Bad(
        "D003",
        SEARCH,
        "",
        f"{MORE}  - page: choose/levels.md\n    terms: [how hard, ¦A nerve that shoots]\n",
        "The term “A nerve that shoots” is there twice; it is first in line 3.",
        hint="Keep it for the page that answers it.",
    ),
    Bad("D002", SEARCH, "", MORE.replace("[a nerve that shoots]", "¦[]"), "The list is too short: it has 0."),
]
GOOD = [
    Good("D002", SEARCH, "", "synonyms:\n  - id: sock\n    words: [sock, hose]\n"),
    Good("D003", SEARCH, "", FLAG),
    Good("D004", SEARCH, "", MORE),
    Good("D004", SEARCH, "", f"{FLAG}popular: [answers/sciatica.md]\n"),
]


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad(case: Bad, tmp_path: Path) -> None:
    assert_bad(case, tmp_path)


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_good(case: Good, tmp_path: Path) -> None:
    assert_good(case, tmp_path)
