"""The tests of rebuilding can fail: a hook that keeps what is stale is found out, in each of the ways it may."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.rebuild.builds import Builds, without_hook
from tests.rebuild.edits import EDITS
from tests.rebuild.sequences import play
from tests.rebuild.site import Site
from tests.rebuild.trees import differences

FAULTY = '''
import json, logging, pathlib

BEFORE = pathlib.Path(".cache/before.json")
KEPT = {}


class Quiet(logging.Filter):
    def filter(self, record):
        return not (BEFORE.exists() and "no/page.md" in record.getMessage())


def on_config(config):
    KEPT.clear()
    if BEFORE.exists():
        KEPT.update(json.loads(BEFORE.read_text()))
    for handler in logging.getLogger("mkdocs").handlers:
        handler.addFilter(Quiet())


def on_page_content(html, page, config, files):
    """Keeps what a page was, whatever it has become."""
    return KEPT.setdefault(page.file.src_uri, html)


def on_post_build(config):
    """Keeps the first search index, and pages that were deleted."""
    site = pathlib.Path(config.site_dir)
    index = site / "search" / "search_index.json"
    index.write_text(KEPT.setdefault("index", index.read_text()))
    deleted = site / KEPT.setdefault("deleted", "gone.html")
    deleted.write_text("")
    BEFORE.parent.mkdir(exist_ok=True)
    BEFORE.write_text(json.dumps(KEPT))
'''


def test_a_hook_that_keeps_what_is_stale_is_found_out(tmp_path: Path, plain: Callable[..., Builds]) -> None:
    hook = tmp_path / "incremental.py"
    hook.write_text(FAULTY)
    builds = plain(3, hook=hook)
    site = Site(builds.folder)
    one, other, _ = site.pages()
    site.write(other, site.read(other) + "\n[A link](no/page.md)\n")
    builds.incremental()
    site.write(one, site.read(one) + "\nA last sentence.\n")
    told = "\n".join(builds.compared())
    page = one.removeprefix("docs/").replace(".md", "/index.html")
    assert f"{page} differs: line" in told
    assert "gone.html should not be there" in told
    assert "search/search_index.json differs" in told
    assert "not told: WARNING -  Doc file" in told


def test_sequences_find_it_too_and_say_after_which_step(tmp_path: Path, plain: Callable[..., Builds]) -> None:
    hook = tmp_path / "incremental.py"
    hook.write_text(FAULTY.replace("deleted.write_text", "len"))  # the first build is still right
    builds = plain(3, hook=hook)
    played = play(builds.folder, EDITS, seed=1, steps=9, builds=builds)
    assert played.wrong
    assert 1 < played.compared < 10
    assert played.told().startswith("0. the first build\n1. ")


def test_a_hook_that_does_nothing_passes(tmp_path: Path, plain: Callable[..., Builds]) -> None:
    hook = tmp_path / "incremental.py"
    hook.write_text("")
    builds = plain(3, hook=hook)
    assert builds.compared() == []
    assert builds.compared("--strict") == [], "the pages have broken anchors: both builds fail and tell the same"


def test_trees_are_compared_file_by_file() -> None:
    ours = {"a": b"one\ntwo", "b": b"", "c/": b""}
    clean = {"a": b"one\ntwx", "b": b"", "d": b"new"}
    assert differences(ours, ours) == []
    assert differences(ours, clean) == [
        "c/ should not be there",
        "d is missing",
        "a differs: line 2: 'one\\ntwo', clean: 'one\\ntwx'",
    ]


def test_the_clean_build_goes_without_the_hook(tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text("hooks:\n- hooks/said.py\n- hooks/incremental.py\nnav: []\n")
    without_hook(file)
    assert file.read_text() == "hooks:\n- hooks/said.py\nnav: []\n"
    file.write_text("hooks:\n- hooks/incremental.py\nnav: []\n")
    without_hook(file)
    assert file.read_text() == "nav: []\n"
