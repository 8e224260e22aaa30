"""The corpus is the same twice and is what its peers can read; the table says under what it was measured."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import yaml

from tests.bench.articles import HEADINGS, Article, write_hugo, write_mkdocs
from tests.bench.results import Results
from tests.bench.speed import Row
from tests.bench.timing import Task, alternate, edited


def test_the_corpus_is_the_same_twice_and_each_article_has_its_words_and_links(tmp_path: Path) -> None:
    for name in ("a", "b"):
        articles = write_mkdocs(tmp_path / name, 30)
    texts = [(tmp_path / name / "docs" / articles[29].file).read_text() for name in ("a", "b")]
    assert texts[0] == texts[1]
    assert articles[29].file == "section-002/article-00030.md"
    assert 800 < len(texts[0].split()) < 1100
    assert texts[0].count("\n## ") == len(HEADINGS)
    links = [part.partition(")")[0].partition("#")[0] for part in texts[0].split("](")[1:]]
    assert len(links) == 4
    assert all((tmp_path / "a" / "docs" / "section-002" / link).is_file() for link in links)


def test_hugo_gets_the_same_articles(tmp_path: Path) -> None:
    write_hugo(tmp_path, 3)
    text = (tmp_path / "content" / Article(2, 1).file).read_text()
    assert yaml.safe_load(text.split("---")[1])["title"] == Article(2, 1).title
    assert (tmp_path / "layouts" / "_default" / "single.html").is_file()


def test_a_mark_replaces_the_one_before(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Text.\n")
    edited(page, "one")
    edited(page, "two")
    assert page.read_text() == "Text.\n\nA mark: two\n"


def test_tasks_run_in_turn_and_the_first_round_does_not_count(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tasks = [Task(name, [sys.executable, "-c", "pass"], tmp_path) for name in ("one", "two")]
    alternate(tasks, 1)
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(":")[0] for line in told] == ["0/1 one", "0/1 two", "1/1 one", "1/1 two"]
    assert [len(task.runs) for task in tasks] == [1, 1]
    assert 0 < tasks[0].median("cpu") < 5
    assert tasks[0].median("memory") > 1


def test_a_table_says_what_must_be() -> None:
    results = Results(3, 9, [], began=0.5)
    results.parts["100 articles"] = [Row("plain build", "1.50 s"), Row("  one edit of that", "0.05", "≤ 0.07", "0.05")]
    assert results.as_text().splitlines()[3:] == [
        "100 articles",
        "What                Measured  Must    Aim",
        "plain build         1.50 s",
        "  one edit of that  0.05      ≤ 0.07  0.05",
    ]
    assert "|   one edit of that | 0.05 | ≤ 0.07 | 0.05 |" in results.as_markdown().replace("— ", "  ")
    assert "load of the machine 0.5 at the start" in results.as_markdown()


def test_parts_that_were_not_measured_stay_as_they_were() -> None:
    first, second = Results(3, 9, [], began=0.5), Results(5, 9, [], began=0.1)
    first.parts = {"100 articles": [Row("plain", "1 s")], "The real site": [Row("cold", "3 s")]}
    second.parts = {"100 articles": [Row("plain", "2 s")], "1,000 articles": [Row("plain", "9 s")]}
    before = first.as_markdown()
    after = second.as_markdown(before)
    assert after.startswith("# What `make bench` measured\n\nSeconds of two machines")
    assert [line for line in after.splitlines() if line.startswith(("## ", "| plain", "| cold"))] == [
        "## 100 articles", "| plain | 2 s |  |  |", "## The real site", "| cold | 3 s |  |  |", "## 1,000 articles",
        "| plain | 9 s |  |  |",
    ]  # fmt: skip
    assert after.count("load of the machine 0.5") == 1
    assert second.as_markdown(after) == after
