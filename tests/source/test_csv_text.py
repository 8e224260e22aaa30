from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.source.csv_text import parse_csv
from knowledge.source.text import SourceText


def read(text: str) -> tuple[list[list[str]], list[str]]:
    records, problems = parse_csv(SourceText("t.csv", text))
    assert all(problem.rule == "D013" and problem.hint for problem in problems)
    shown = [f"{problem.line}:{problem.column} {problem.message}" for problem in problems]
    return [[cell.text for cell in record.cells] for record in records], shown


def test_cells_know_line_column_and_quotes() -> None:
    records, problems = parse_csv(SourceText("t.csv", 'id,label\na,"b ""c""\nd",\nx,y\n'))
    assert [problem.message[:29] for problem in problems] == ["This record has 3 fields, but"]
    records, problems = parse_csv(SourceText("t.csv", 'id,label,n\na,"b ""c""\nd",5\nx,y,6\n'))
    assert not problems
    second = records[1]
    assert (second.place.line, second.place.column) == (2, 1)
    assert second.cells[1].text == 'b "c"\nd'
    assert second.cells[1].quoted
    assert [(cell.place.line, cell.place.column) for cell in second.cells] == [(2, 1), (2, 3), (3, 4)]
    assert (records[2].place.line, records[2].cells[2].place.column) == (4, 5)


@pytest.mark.parametrize("text", ["id,label\na,b", "id,label\na,b\n", "id,label\na,b\n\n\n"])
def test_the_end_of_the_file_may_have_any_number_of_line_breaks(text: str) -> None:
    assert read(text) == ([["id", "label"], ["a", "b"]], [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ["1:1 The file is empty."]),
        ("\n\n", ["1:1 The file is empty."]),
        ('id,label\na,"b\nc,d\n', ["2:3 A quote is opened here and never closed."]),
        ('id,label\na,"b""\nc,d\n', ["2:3 A quote is opened here and never closed."]),
        ('id,label\na,"b"c\n', ["2:6 There is text after the closing quote."]),
        ('id,label\na,b "c"\n', ["2:5 There is a quote inside a cell that is not in quotes."]),
        ('id,label\na, "b, c"\n', ["2:4 There is a quote", "2:9 There is a quote", "2:7 This record has 3 fields"]),
        ("id,label\na\n", ["2:1 This record has 1 of 2 fields; “label” is the first that is missing."]),
        ("id,label\na,b,c,d\n", ["2:5 This record has 4 fields, but the first line has 2; “c” is the first too many."]),
        ("id,label\n\na,b\n", ["2:1 This line is empty."]),
        ("id;label\na;b\n", ["1:1 The fields are separated by semicolons."]),
        ("id,label,id\na,b,c\n", ["1:10 The column “id” stands here a second time."]),
        ("id,,label\na,b,c\n", ["1:4 Column 2 has no name in the first line."]),
    ],
)
def test_mistakes_are_told_where_they_stand(text: str, told: list[str]) -> None:
    _, problems = read(text)
    assert len(problems) == len(told)
    assert all(problem.startswith(expected) for problem, expected in zip(problems, told, strict=True)), problems


def test_an_unclosed_quote_does_not_hide_the_lines_after_it() -> None:
    rows, problems = read('id,label\na,"b\nc,d\ne\n')
    assert rows == [["id", "label"], ["a", "b"], ["c", "d"]]
    assert len(problems) == 2


_CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters='\n",;'), max_size=8)


@given(st.integers(1, 5).flatmap(lambda n: st.lists(st.lists(_CELLS, min_size=n, max_size=n), min_size=1, max_size=5)))
def test_valid_text_reads_as_the_standard_library_reads_it(rows: list[list[str]]) -> None:
    rows[0] = [f"column{number}" for number, _ in enumerate(rows[0])]
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    assert read(written.getvalue()) == (list(csv.reader(io.StringIO(written.getvalue(), newline=""))), [])


@given(st.text(alphabet='",;\nab ', max_size=60))
def test_any_text_is_read_and_every_place_lies_inside(text: str) -> None:
    records, problems = parse_csv(SourceText("t.csv", text))
    lines = text.split("\n")
    places = [(problem.line, problem.column) for problem in problems]
    places += [(cell.place.line, cell.place.column) for record in records for cell in record.cells]
    for line, column in places:
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1


def test_a_large_broken_file_is_read_at_once() -> None:
    _, problems = read("id,label\n" + 'a,"b""\n' * 20_000)
    assert problems


def test_every_character_of_a_quoted_cell_knows_its_place() -> None:
    text = 'id,label\nx,"a ""b"" c\nd, ""e"""\n'
    records, _ = parse_csv(SourceText("a.csv", text))
    cell = records[1].cells[1]
    lines = text.split("\n")
    for offset, character in enumerate(cell.text):
        place = cell.place_of(offset)
        typed = lines[place.line - 1][place.column - 1 : place.column] or "\n"
        assert typed == character, (offset, place)
