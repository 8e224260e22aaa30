"""What the panel tells of a page, in which group, and which element each problem leads to."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.library import Library
from knowledge.panel.engine import engine_problems
from knowledge.panel.panel import Panel, panel
from knowledge.problems import Place, Problem, Severity
from tests.builders import load, problems_of
from tests.site_text import FILES

ANSWER = "answers/sciatica.md"


def shown(library: Library, path: str, problems: list[Problem], marks: tuple[Place, ...] = ()) -> Panel | None:
    return panel(library.pages[path], library, problems, marks, {"answers/sciatica.md": "answers/sciatica/"})


def at(path: str, text: str, files: dict[str, str] | None = None, severity: Severity = Severity.ERROR) -> Problem:
    """A problem where a text stands in a file."""
    whole = (files or FILES)[path]
    offset = whole.index(text)
    line = whole.count("\n", 0, offset) + 1
    column = offset - (whole.rfind("\n", 0, offset) + 1) + 1
    return Problem.at(Place(f"docs/{path}", line, column), "T001", f"About {text}.", "Mend it.", severity)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return load(tmp_path)


def test_no_problem_makes_no_panel(library: Library) -> None:
    assert shown(library, ANSWER, []) is None


def test_a_problem_of_the_body_leads_to_the_nearest_mark_before_it(library: Library) -> None:
    page = library.pages[ANSWER]
    leaves = tuple(paragraph.place for paragraph in page.body.paragraphs)
    for place in leaves:
        problem = Problem.at(place.shifted(1), "T001", "x", "y")
        found = shown(library, ANSWER, [problem], leaves)
        assert found is not None
        assert found.groups[0].entries[0].selector == f'[data-source="{place.line}:{place.column}"]'
        assert (found.groups[0].entries[0].href or "").startswith("#")


def test_a_problem_of_front_matter_leads_to_the_part_that_shows_it(library: Library) -> None:
    page = library.pages[ANSWER]
    summary = page.key_place("summary")
    for key, expected in (
        ("summary:", f'[data-source="{summary.line}:1"]'),
        ("title:", "#content > h1"),
        ("search_terms:", None),
    ):
        found = shown(library, ANSWER, [at(ANSWER, key)], (summary,))
        assert found is not None
        assert found.groups[0].entries[0].selector == expected
        assert (found.groups[0].entries[0].href is None) is (expected is None)


def test_data_of_the_page_comes_before_other_data(library: Library) -> None:
    claim = library.pages[ANSWER].front.primary_claim
    assert claim
    own = at("data/claims.yml", f"id: {claim}")
    other = at("data/people.yml", "id: ", severity=Severity.WARNING)
    config = Problem.at(Place("mkdocs.yml", 3), "T001", "x", "y")
    found = shown(library, ANSWER, [config, own, other])
    assert found is not None
    titles = {group.title: [entry.place for entry in group.entries] for group in found.groups}
    assert f"docs/data/claims.yml:{own.line}:{own.column}" in titles["In data that this page shows"]
    assert titles["Elsewhere"][0] == "mkdocs.yml:3:1"
    (entry,) = [
        entry for group in found.groups for entry in group.entries if entry.place.startswith("docs/data/claims")
    ]
    assert (entry.selector, entry.href) == ("#verdict", "#verdict")
    assert found.title == "2 errors and 1 warning"


def test_a_broken_record_is_still_found_on_the_page(tmp_path: Path) -> None:
    claim = "sciatica-pain"
    broken = FILES["data/claims.yml"].replace(f"- id: {claim}\n", f"- id: {claim}\n  colour: red\n", 1)
    library = load(tmp_path, {**FILES, "data/claims.yml": broken})
    found = shown(library, ANSWER, problems_of(library))
    assert found is not None
    groups = {group.title for group in found.groups if any("colour" in entry.message for entry in group.entries)}
    assert groups == {"In data that this page shows"}


def test_other_pages_are_counted_with_their_address(library: Library) -> None:
    problem = at(ANSWER, "title:")
    found = shown(library, next(path for path in library.pages if path != ANSWER), [problem, at(ANSWER, "type:")])
    assert found is not None
    assert found.title == "No problem here"
    assert found.more == "1 other page with problems"
    assert [(other.path, other.address, other.count) for other in found.others] == [
        (ANSWER, "answers/sciatica/", "2 problems")
    ]


def test_notes_are_told_on_drafts_alone(tmp_path: Path) -> None:
    draft = FILES[ANSWER].replace("type: answer\n", "type: answer\ndraft: true\n", 1)
    for files, told in ((FILES, False), ({**FILES, ANSWER: draft}, True)):
        library = load(tmp_path, files)
        note = at(ANSWER, "title:", files, Severity.NOTE)
        assert (shown(library, ANSWER, [note]) is not None) is told


def test_hidden_characters_are_written_out(library: Library) -> None:
    problem = Problem.at(Place("docs/a\u202eb.md"), "T001", "one\ntwo", "y")
    found = shown(library, ANSWER, [problem])
    assert found is not None
    entry = found.groups[0].entries[0]
    assert (entry.place, entry.message) == (r"docs/a\u202eb.md:1:1", r"one\ntwo")


WARNINGS = {
    "Doc file 'answers/sciatica.md' contains a link '#no', but there is no such anchor on this page.": (
        "docs/answers/sciatica.md",
        "This page contains a link “#no”, but there is no such anchor on this page.",
        "Type the path of a page or file that is there, from this page; or remove the link.",
    ),
    "Doc file 'answers/sciatica.md' contains an absolute link '/x', it was left as is. Did you mean 'x.md'?": (
        "docs/answers/sciatica.md",
        "This page contains an absolute link “/x”, it was left as is.",
        "Did you mean “x.md”?",
    ),
    "A reference to 'gone.md' is included in the 'nav' configuration, which is not found in the documentation files.": (
        "mkdocs.yml",
        "The navigation names “gone.md”, which is no page here.",
        "Type the path of a page below docs/, or remove the line.",
    ),
    'The following pages exist in the docs directory, but are not included in the "nav" configuration:\n  - index.md': (
        "docs/index.md",
        "The page is not in the navigation.",
        "Add it to `nav:` in mkdocs.yml, or mark it `draft: true`.",
    ),
    "Something new.": ("mkdocs.yml", "Something new.", "Mend what it names, or ask for help with this line."),
}


@pytest.mark.parametrize("message", WARNINGS)
def test_the_engines_warnings_read_like_all_others(library: Library, message: str) -> None:
    (problem,) = engine_problems([message, message], library, [])
    assert (problem.path, problem.message, problem.hint) == WARNINGS[message]
    assert (problem.rule, problem.severity) == ("X002", Severity.WARNING)


def test_what_is_told_already_is_not_told_again(library: Library) -> None:
    link = library.pages[ANSWER].body.links[0]
    message = f"Doc file '{ANSWER}' contains a link '{link.target}', but the target is not found."
    (problem,) = engine_problems([message], library, [])
    assert (problem.line, problem.column) == (link.place.line, link.place.column)
    known = Problem.at(link.place, "L001", "x", "y")
    assert engine_problems([message], library, [known]) == []
