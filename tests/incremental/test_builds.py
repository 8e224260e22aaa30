"""Whole builds: what is rendered again after a change, and that the site is what a clean build gives."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Site


def test_nothing_is_rendered_where_nothing_changed_and_one_page_where_its_text_did(site: Site) -> None:
    assert site.rendered() == ["4 pages"]
    assert site.rendered() == []
    site.write("docs/two.md", "# Two\n\n## Second part\n\nOther words.\n")
    assert site.rendered() == ["two.md"]
    assert site.same_as_clean()


@pytest.mark.parametrize(
    ("name", "old", "new", "rendered"),
    [
        ("docs/one.md", "# One", "# First", ["4 pages"]),  # its title stands in every menu
        ("docs/one.md", "## A part", "## Another part", ["one.md"]),
        ("docs/one.md", "The first", "The very first", ["one.md"]),
        ("docs/index.md", "(two.md#second-part)", "(two.md#none)", ["index.md"]),
    ],
)
def test_what_a_change_of_text_touches(site: Site, name: str, old: str, new: str, rendered: list[str]) -> None:
    site.build()
    site.write(name, (site.folder / name).read_text().replace(old, new))
    assert site.rendered() == rendered
    assert site.same_as_clean()


def test_a_page_that_came_or_went_is_seen_by_those_that_link_to_it(site: Site) -> None:
    site.write("docs/deep/three.md", "# Three\n\nTo [four](four.md).\n")
    first = site.build()
    assert any("four.md" in line for line in first), "the link leads nowhere yet"
    site.write("docs/deep/four.md", "# Four\n")
    assert site.rendered() == ["5 pages"]
    assert site.same_as_clean()
    (site.folder / "docs/deep/four.md").unlink()
    site.build()
    assert site.same_as_clean()


def test_warnings_of_pages_that_are_kept_are_told_again(site: Site) -> None:
    site.write("docs/two.md", "# Two\n\nTo [nowhere](none.md), [there](one.md#none).\n")
    first = [line for line in site.build() if "'two.md' contains a link" in line]
    again = [line for line in site.build() if "'two.md' contains a link" in line]
    assert len(first) == 2
    assert again == first


def test_templates_settings_and_hooks_are_part_of_every_page(site: Site) -> None:
    site.build()
    site.write("overrides/main.html", '{% extends "base.html" %}{% block announce %}News{% endblock %}')
    assert site.rendered() == ["4 pages"]
    assert site.rendered() == []
    site.settings = {"copyright": "Ours"}
    assert site.rendered() == ["4 pages"]
    assert site.same_as_clean()
    assert site.rendered() == []


def test_a_hook_that_is_not_known_makes_every_page_be_rendered_until_it_says_what_it_looks_at(site: Site) -> None:
    text = "def on_page_content(html, page, config, files):\n    return html + 'more'\n"
    site.write("hooks/own.py", text)
    site.build()
    assert any("it is not known what hooks/own.py looks at" in line for line in site.build())
    assert site.same_as_clean()
    (site.folder / "hooks/own.py").unlink()
    site.write("hooks/known.py", f"DEPENDENCIES_RECORDED = True\n{text}")
    site.build()
    assert site.rendered() == []
    assert site.same_as_clean()


def test_a_fresh_folder_gets_kept_pages_as_links_and_a_touched_site_is_not_trusted(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.build()
    monkeypatch.setenv("LEGWISE_LAST_SITE", str(site.folder / "site"))
    (site.folder / "site/two/index.html").write_text("spoilt")
    assert site.rendered("fresh") == ["two.md"]
    assert (site.folder / "site/one/index.html").samefile(site.folder / "fresh/one/index.html")
    assert (site.folder / "site/two/index.html").read_text() == "spoilt", "nothing is written through a link"
    shutil.rmtree(site.folder / "site")
    assert site.same_as_clean("fresh")


def test_without_the_cache_everything_is_rendered_and_nothing_remembered(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CACHE", "off")
    site.build()
    assert site.rendered() == ["4 pages"]
    assert not (site.folder / ".cache").exists()
    assert site.same_as_clean()


@pytest.mark.parametrize("spoil", ["cut", "garbage", "other form", "one record", "gone"])
def test_a_damaged_memory_is_no_memory(site: Site, spoil: str) -> None:
    site.build()
    (file,) = (site.folder / ".cache" / "incremental").glob("*.sqlite")
    if spoil == "cut":
        file.write_bytes(file.read_bytes()[:5000])
    elif spoil == "garbage":
        file.write_bytes(b"no database")
    elif spoil == "gone":
        shutil.rmtree(site.folder / ".cache")
    else:
        with sqlite3.connect(file) as base:
            form = "PRAGMA user_version = 99"
            base.execute(form if spoil == "other form" else "UPDATE pages SET record = record || ' '")
    assert site.rendered() == ["4 pages"]
    assert site.same_as_clean()
    assert site.rendered() == []


def test_two_processes_give_the_same_as_one(site: Site) -> None:
    for number in range(30):
        text = f"# Page {number}\n\nTo [one](../one.md) and [none](none-{number}.md).\n"
        site.write(f"docs/more/page-{number:02}.md", text)
    site.configure()
    environment = os.environ | {"LEGWISE_PROCESSES": "2"}
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", "site"]
    done = subprocess.run(command, cwd=site.folder, env=environment, capture_output=True, text=True, check=True)
    assert all(f"none-{number}.md" in done.stderr for number in range(30)), "the other process's warnings are told"
    again = subprocess.run(command, cwd=site.folder, env=environment, capture_output=True, text=True, check=True)
    assert "Rendered 0 of 34 pages" in again.stderr
    assert all(f"none-{number}.md" in again.stderr for number in range(30))
    assert site.same_as_clean()


def test_a_site_left_aside_by_a_killed_build_comes_back(site: Site) -> None:
    site.build()
    (site.folder / "site").rename(site.folder / "site.kept")
    assert site.rendered() == []
    assert not (site.folder / "site.kept").exists()
    assert site.same_as_clean()


def test_text_taken_in_from_another_file_counts_as_the_page_s_own(site: Site) -> None:
    site.settings = {"markdown_extensions": [{"pymdownx.snippets": {"base_path": [str(site.folder)]}}]}
    site.write("shared.txt", "Shared words.\n")
    site.write("docs/two.md", '# Two\n\n--8<-- "shared.txt"\n')
    site.build()
    site.write("shared.txt", "Other words.\n")
    assert site.rendered() == ["two.md"]
    assert site.same_as_clean()


def test_a_preview_takes_the_quick_way_for_texts_and_the_ordinary_one_for_the_rest(site: Site) -> None:
    site.build(preview=True)
    assert site.change("docs/two.md", "# Two\n\n## Second part\n\nQuick words, [none](none.md).\n")
    assert any("none.md" in line for line in site.log.messages)
    site.build(preview=True)
    assert not site.change("docs/two.md", "# Another title\n"), "it stands in every menu"
    site.build(preview=True)
    assert not site.change("docs/new.md", "# New\n")
    site.build(preview=True)
    assert not site.change("mkdocs.yml", (site.folder / "mkdocs.yml").read_text())


def test_the_quick_way_gives_what_a_clean_preview_gives(site: Site) -> None:
    site.build(preview=True)
    assert site.change("docs/two.md", "# Two\n\n## A third part\n\nQuick words.\n")
    assert any("does not contain an anchor '#second-part'" in line for line in site.log.messages)
    assert site.change("docs/one.md", "# One\n\nShort.\n")
    assert site.same_as_clean(preview=True)


def test_the_site_in_the_folder_keeps_hidden_files_and_loses_what_is_no_page(site: Site) -> None:
    site.build()
    Path(site.folder, "site/.nojekyll").write_text("")
    Path(site.folder, "site/stray.txt").write_text("stray")
    site.build()
    assert (site.folder / "site/.nojekyll").exists()
    assert not (site.folder / "site/stray.txt").exists()
