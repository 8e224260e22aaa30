"""The session: what is reset, what is told, and what an unforeseen exception becomes."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.incremental.haste import HASTE, GivenWay
from knowledge.problems import Severity
from knowledge.session import SESSION, Session, guarded

PAGE = "---\ntitle: A page about nothing much\ntype: abot\n---\n\nText.\n"


@pytest.fixture(autouse=True)
def fresh_session() -> Iterator[None]:
    """The one session of the process, put back as it was."""
    before = (SESSION.preview, SESSION.library, SESSION.problems)
    yield
    SESSION.preview, SESSION.library, SESSION.problems = before


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    (tmp_path / "page.md").write_text(PAGE)
    return tmp_path


def test_a_build_is_told_what_stops_it(docs: Path) -> None:
    session = Session()
    session.begin(docs)
    report = session.check()
    assert report is not None
    assert "page.md:3:7: error: “abot” is not a type of page. (F007)" in report
    assert "Did you mean “about”?" in report


def test_everything_of_the_last_build_is_forgotten(docs: Path) -> None:
    session = Session()
    session.begin(docs)
    session.check()
    logging.getLogger("mkdocs.structure").warning("a link is broken")
    assert session.warnings.messages == ["a link is broken"]
    (docs / "page.md").unlink()
    session.begin(docs)
    assert session.check() is None
    assert session.problems == []
    assert session.warnings.messages == []


def test_a_page_shows_its_problems_in_preview_alone(docs: Path) -> None:
    for preview in (True, False):
        session = Session(preview=preview)
        session.begin(docs)
        session.check()
        facts = session.facts("page.md")
        assert facts is not None
        assert (facts.panel is not None) is preview
        assert facts.in_serve is preview
    assert session.facts("no-such.md") is None


def test_an_unforeseen_exception_is_a_problem_in_preview_and_goes_on_in_a_build() -> None:
    @guarded
    def on_files() -> str:
        raise RuntimeError("boom")

    SESSION.preview = True
    SESSION.problems = []
    assert on_files() is None
    (problem,) = SESSION.problems
    assert (problem.rule, problem.severity) == ("X001", Severity.ERROR)
    assert problem.message == "A fault in Legwise, not in your page: RuntimeError in on_files."

    SESSION.preview = False
    with pytest.raises(RuntimeError, match="boom"):
        on_files()


def test_where_a_first_answer_is_wanted_the_check_of_data_comes_after(docs: Path) -> None:
    session = Session(preview=True)
    session.begin(docs)
    session.check()
    first = session.problems
    (docs / "data").mkdir()
    (docs / "data" / "claims.yml").write_text("nothing")
    HASTE.begin(wanted=True)
    session.begin(docs)
    assert session.check() is None
    assert session.problems == first, "those of the last check"
    assert HASTE.end()
    HASTE.begin(wanted=False, urgent=lambda: True)
    session.begin(docs)
    with pytest.raises(GivenWay):
        session.check()
    assert session.problems == first
    assert HASTE.end()
    session.begin(docs)
    session.check()
    assert "D001" in {problem.rule for problem in session.problems}

    HASTE.begin(wanted=True)
    (docs / "page.md").write_text(PAGE.replace("abot", "about"))
    session.begin(docs)
    session.check()
    assert not HASTE.end(), "a page is checked at once"
    assert "F007" not in {problem.rule for problem in session.problems}
