"""What lets a reader judge a page: who wrote it, who checked it, when, how far was searched, who paid."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.models.reference import Reference
from knowledge.render.references import funding

RenderPage = Callable[..., str]


def study(name: str, paid: str | None = None, kind: str = "randomised trial") -> Reference:
    custom = {"study_type": kind, "verified": "full", **({"funding": paid} if paid else {})}
    return Reference.model_validate({"id": name, "type": "article-journal", "custom": custom})


@pytest.mark.parametrize(
    ("cited", "line"),
    [
        ([study("a")], "Who paid for this study is not in our records."),
        ([study("a"), study("b")], "Who paid for these studies is not in our records."),
        ([study("a", "A maker"), study("b", "A state")], "Who paid stands beside each study."),
        (
            [study("a", "A maker"), study("b"), study("g", kind="guideline")],
            "We know who paid for 1 of the 2 studies here and say so beside each. We have no record of the rest.",
        ),
    ],
)
def test_who_paid_is_told_or_said_to_be_unknown(cited: list[Reference], line: str) -> None:
    told = funding(cited)
    assert told is not None
    assert told.text == line


def test_nothing_is_said_of_money_where_no_study_is_cited() -> None:
    assert funding([study("g", kind="guideline")]) is None
    assert funding([]) is None


def test_who_and_when_stand_above_a_verdict_and_the_rest_below(render_page: RenderPage) -> None:
    html = render_page("answers/not-tested.md")
    by, verdict, review = (html.index(mark) for mark in ("review review--by", 'class="verdict"', 'class="review"'))
    assert by < verdict < review
    above = html[by:verdict]
    assert "Not yet checked by a clinician." in above
    assert "Last reviewed" in above
    assert "Last reviewed" not in html[review:]
    assert 'data-next-review="2027-11-21"' in html[review:]


def test_a_page_without_verdict_says_it_all_in_one_line(render_page: RenderPage) -> None:
    html = render_page("about/index.md")
    assert "review--by" not in html
    line = html[html.index('class="review"') :].partition("</p>")[0]
    assert line.index("Not yet checked") < line.index("Last reviewed") < line.index("Next review by")


def test_how_far_was_searched_is_told_where_no_verdict_tells_it(render_page: RenderPage) -> None:
    html = render_page("choose/compare.md")
    assert "Evidence searched to" in html[html.index('class="review"') :].partition("</p>")[0]
