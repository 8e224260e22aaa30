"""Readers first: what they look at is made at once, the rest a moment after, and in the end all is as ever."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from knowledge.incremental import serving
from knowledge.incremental.engine import ENGINE
from knowledge.incremental.haste import HASTE
from knowledge.incremental.serving import take_over
from knowledge.incremental.viewed import Viewed

from .conftest import Site, made

HOOK = """
from pathlib import Path
from knowledge.incremental.haste import HASTE

DEPENDENCIES_RECORDED = True

def on_pre_build(config):
    if not HASTE.may_wait():
        HASTE.give_way()

def on_page_markdown(markdown, page, config, files):
    word = Path(config.docs_dir, "word.txt")
    return markdown.replace("WORD", word.read_text()) if "WORD" in markdown else markdown

def on_post_build(config):
    Path(config.site_dir, "late.txt").write_text(Path(config.docs_dir, "word.txt").read_text())
"""


@pytest.fixture
def shared(site: Site) -> Site:
    """Three pages that show a word of a file which is no page."""
    site.settings["exclude_docs"] = "word.txt"
    site.write("hooks/shared.py", HOOK)
    site.write("docs/word.txt", "socks")
    for name in ("a", "b", "c"):
        site.write(f"docs/{name}.md", f"# Page {name}\n\nOn WORD.\n")
    site.build(preview=True)
    return site


def _save(site: Site, word: str, *viewed: str) -> list[str]:
    """Save the word; the pages that are rendered at once."""
    site.write("docs/word.txt", word)
    return _changed(site, {str(site.folder / "docs/word.txt")}, *viewed)


def _changed(site: Site, paths: set[str], *viewed: str) -> list[str]:
    site.log.clear()
    with site.log.at_level("INFO", logger="mkdocs"):
        assert ENGINE.change(paths, frozenset(viewed))
    return made(site.log.messages)


def test_pages_that_are_looked_at_come_first_and_the_rest_later(shared: Site) -> None:
    assert _save(shared, "stockings", "b/index.html") == ["b.md"]
    assert ENGINE.unfinished
    assert b"On stockings" in shared.tree()["b/index.html"]
    assert b"On socks" in shared.tree()["a/index.html"]
    assert shared.tree()["late.txt"] == b"socks"
    assert _changed(shared, set()) == ["a.md", "c.md"]
    assert not ENGINE.unfinished
    assert not ENGINE.idle
    assert shared.same_as_clean(preview=True)


def test_a_second_save_before_that_is_not_lost(shared: Site) -> None:
    assert _save(shared, "stockings", "b/index.html") == ["b.md"]
    assert _save(shared, "tights", "c/index.html") == ["c.md"]
    assert _changed(shared, set(), "c/index.html") == ["a.md", "b.md"]
    assert shared.same_as_clean(preview=True)


def test_what_is_left_gives_way_to_a_further_save(shared: Site) -> None:
    assert _save(shared, "stockings", "b/index.html") == ["b.md"]
    assert ENGINE.change(set(), frozenset(), lambda: True)
    assert ENGINE.unfinished
    assert b"On socks" in shared.tree()["a/index.html"], "nothing was made yet"
    assert _save(shared, "tights", "b/index.html") == ["b.md"]
    assert ENGINE.change(set(), frozenset(), lambda: False)
    assert not ENGINE.unfinished
    assert shared.same_as_clean(preview=True)


def test_where_nobody_looks_all_are_made_at_once_and_nothing_but_lists_comes_later(shared: Site) -> None:
    assert _save(shared, "stockings") == ["a.md", "b.md", "c.md"]
    assert ENGINE.unfinished
    assert _changed(shared, set()) == []
    assert ENGINE.idle
    assert shared.same_as_clean(preview=True)


def test_a_page_that_is_saved_too_waits_for_nothing(shared: Site) -> None:
    assert _save(shared, "stockings", "b/index.html") == ["b.md"]
    shared.write("docs/c.md", "# Page c\n\nSaved, on WORD.\n")
    assert _changed(shared, {str(shared.folder / "docs/c.md")}, "c/index.html") == ["a.md", "c.md"]
    assert not ENGINE.unfinished
    assert shared.same_as_clean(preview=True)


def test_nobody_waits_where_no_first_answer_is_wanted() -> None:
    assert not HASTE.may_wait()
    assert not HASTE.postponed
    HASTE.begin(wanted=True)
    assert HASTE.may_wait()
    assert HASTE.end()
    assert not HASTE.may_wait()


class _Server:
    """As much of a preview's server as is asked for."""

    mount_path = "/below/"

    def __init__(self) -> None:
        self.ordinary = 0
        self.build_delay = 1.0
        self.observer: Any = None
        self.builder: Callable[[], None] = self._build
        self._want_rebuild = False
        self._rebuild_cond = threading.Condition()
        self._wanted_epoch, self._visible_epoch = 2, 1
        self.app: Any = lambda environ, start: [environ["PATH_INFO"].encode()]

    def _build(self) -> None:
        self.ordinary += 1

    def get_app(self) -> Any:
        return self.app

    def set_app(self, app: Any) -> None:
        self.app = app

    def watch(self, path: str) -> None:
        pass

    unwatch = watch


class _Quick:
    def __init__(self, *unfinished: bool) -> None:
        self.left = list(unfinished)
        self.asked: list[tuple[set[str], frozenset[str]]] = []
        self.unfinished = False
        self.idle = False

    def change(self, paths: set[str], viewed: frozenset[str], urgent: Callable[[], bool]) -> bool:
        assert not urgent(), "all was taken"
        self.asked.append((paths, viewed))
        self.unfinished = self.left.pop(0)
        return True


class _Config(dict[str, Any]):
    docs_dir, config_file_path = "/nowhere", None
    theme = type("Theme", (), {"dirs": ()})


def _preview(quick: _Quick, monkeypatch: pytest.MonkeyPatch) -> _Server:
    monkeypatch.setattr(serving, "_READING", 0.01)
    server = _Server()
    config: Any = _Config()
    take_over(server, config, quick)
    return server


def _until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.005)


def test_the_builder_comes_back_for_what_was_left(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = _Quick(True, False)
    server = _preview(quick, monkeypatch)
    server.app({"PATH_INFO": "/below/b/"}, None)
    server.observer.note({"word.txt"})
    server.builder()
    assert quick.asked == [({"word.txt"}, frozenset({"b/index.html"}))]
    assert server._wanted_epoch == 2, "browsers load the pages again"
    quick.idle = True
    _until(lambda: server._want_rebuild)
    server.builder()
    assert quick.asked[1][0] == set()
    assert server._wanted_epoch == 1, "but not where no page became another"
    assert server.ordinary == 0


def test_a_save_in_between_takes_what_was_left_along(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = _Quick(True, False)
    server = _preview(quick, monkeypatch)
    server.observer.note({"word.txt"})
    server.builder()
    _until(lambda: server._want_rebuild)
    server.observer.note({"page.md"})
    server.builder()
    server.builder.__dict__["_came_back"] = True  # the clock of the first save strikes while the second is built
    server.builder()
    assert [paths for paths, _ in quick.asked] == [{"word.txt"}, {"page.md"}]
    assert server.ordinary == 0


def test_pages_that_are_asked_for_are_noted_and_answered() -> None:
    server = _Server()
    viewed = Viewed(server)
    for path in ("/below/", "/below/assets/a.css", "/elsewhere/", "/below/c/x.html", "/below/"):
        assert server.app({"PATH_INFO": path}, None) == [path.encode()]
    assert viewed.files() == {"index.html", "c/x.html"}
    server.app({"PATH_INFO": "/livereload/1/2", "HTTP_REFERER": "http://127.0.0.1:8000/below/%C3%BC/#part"}, None)
    server.app({"PATH_INFO": "/below/ä/".encode().decode("latin-1")}, None)
    assert viewed.files() == {"c/x.html", "ü/index.html", "ä/index.html"}, "the last three"
