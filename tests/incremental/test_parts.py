"""The parts by themselves: digests, records, templates, messages, processes, the watcher."""

from __future__ import annotations

import datetime
import logging
import os
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
import pytest
from mkdocs.structure.files import InclusionLevel

from knowledge.incremental.digest import canonical, digest
from knowledge.incremental.logs import Listener, tell_again
from knowledge.incremental.records import Output, PageRecord
from knowledge.incremental.team import Team
from knowledge.incremental.templates import KEPT, LAYOUT, MAYBE, NotedLoader, closure, looks
from knowledge.incremental.tree import Tree, untouched
from knowledge.incremental.watching import Watcher, _Noting
from knowledge.incremental.work import Work
from knowledge.incremental.workers import Queue, Workers


def test_digests_tell_parts_apart_and_equal_values_are_told_alike() -> None:
    assert digest("a", "bc") != digest("ab", "c")
    assert canonical({"b": {2, 1}, "a": [Path("x")]}) == canonical({"a": [Path("x")], "b": {1, 2}})
    different = [None, 0, False, "0", b"0", [0], {0: 0}, datetime.date(2026, 1, 1), "2026-01-01", len, print]
    assert len({canonical(one) for one in different}) == len(different)


def test_a_record_comes_back_as_it_was_with_dates_and_a_damaged_one_does_not() -> None:
    meta = {"day": datetime.date(2026, 1, 2), "at": datetime.datetime(2026, 1, 2, 3), "list": [{"x": 1}], "no": None}
    record = PageRecord("m", [(("file", "a.md"), "t")], "T", meta, ["i"], {"a.md": {"x": "a.md#x"}}, output=Output("o"))
    text = record.as_json()
    assert PageRecord.from_json(text) == record
    with pytest.raises(ValueError, match="damaged"):
        PageRecord.from_json(text.replace('"T"', '"U"'))
    with pytest.raises(TypeError):
        PageRecord("m", meta={"odd": object()}).as_json()


@pytest.mark.parametrize(
    ("template", "keys", "far"),
    [
        ("{{ page.meta.mine }}{{ page.toc }}{{ page.content }}", [], False),
        ("{% for p in pages %}{{ p.page.meta.icon }}{% endfor %}", ["icon"], False),
        ("{% if item.meta and item.meta.status %}x{% endif %}", ["status"], False),
        ("{{ item.meta['hide'] }}", ["hide"], False),
        ("{{ item.meta }}", None, False),
        ("{{ item.meta | tojson }}", None, False),
        ("{{ nav.homepage.content }}", [], True),
        ("{{ pages | map(attribute='page.toc') }}{{ items | map(attribute='toc') }}", [], True),
        ("{% set page = nav.homepage %}{{ page.content }}{{ page.meta.x }}", ["x"], True),
        ("{{ config.mdx_configs.toc.title }}", [], False),
    ],
)
def test_how_far_templates_look(template: str, keys: list[str] | None, far: bool) -> None:
    found = looks([jinja2.Environment().parse(template)])
    assert (found.keys, found.far) == (keys, far)


def test_a_page_that_may_be_kept_is_rendered_as_by_its_own_template_or_not_at_all() -> None:
    main = '{% extends "base.html" %}{% block b %}{{ x }}{% endblock %}'
    parts = {"main.html": main, "base.html": "<{% block b %}{% endblock %}>"}
    environment = jinja2.Environment(loader=NotedLoader(jinja2.DictLoader(parts)), autoescape=False)
    maybe = environment.get_template(MAYBE)
    assert maybe.render(x=1, **{LAYOUT: "main.html"}) == environment.get_template("main.html").render(x=1) == "<1>"
    assert maybe.render(**{LAYOUT: KEPT}) == ""
    assert sorted(closure(environment, ["main.html", "none.html"])) == ["base.html", "main.html"]


def test_messages_are_heard_once_and_told_again_as_they_were(caplog: pytest.LogCaptureFixture) -> None:
    listener = Listener()
    listener.listen()
    try:
        listener.begin()
        logging.getLogger("mkdocs.structure.pages").warning("a %s", "link")
        heard = listener.end()
    finally:
        listener.leave()
    assert heard == [("mkdocs.structure.pages", logging.WARNING, "a link")]
    caplog.clear()
    tell_again(heard)
    assert [(one.name, one.levelno, one.getMessage()) for one in caplog.records] == heard


def test_each_number_is_given_once_and_values_come_from_processes_that_live() -> None:
    queue, workers = Queue(50), Workers()

    def count(line: Any) -> None:
        mine = []
        while (number := queue.next()) is not None:
            mine.append(number)
        line.send(mine)

    def die(_line: Any) -> None:
        raise RuntimeError

    workers.fork(count)
    workers.fork(die)
    mine = []
    while (number := queue.next()) is not None:
        mine.append(number)
    (others,) = workers.receive()
    workers.close()
    queue.close()
    assert sorted(mine + others) == list(range(50))


def test_another_process_renders_all_its_pages_before_it_tells_of_the_first(tmp_path: Path) -> None:
    """The build listens only when its own pages are rendered: whoever filled the pipe before would wait, not work."""
    rendered = tmp_path / "rendered"

    def build_page(page: object, *_: object, **__: object) -> None:
        with rendered.open("a") as file:
            file.write(f"{page}\n")

    listener = SimpleNamespace(alone=lambda: None)
    files = SimpleNamespace(documentation_pages=lambda **_: [])
    generator = SimpleNamespace(build_page=build_page)
    side: Any = SimpleNamespace(
        listener=listener, store=None, files=files, generator=generator, config=None, nav=None, inclusion=None
    )
    side.settle = lambda work: None
    works = [
        Work(
            SimpleNamespace(src_uri=f"{number}.md", page=number, inclusion=InclusionLevel.INCLUDED),
            "",
            PageRecord(""),
            False,
        )
        for number in range(8)
    ]
    for work in works:
        work.content = "x" * 100_000, []  # more than a pipe holds
    team, workers = Team(side, []), Workers()
    workers.fork(lambda line: team._render(line, works, jinja2.Environment()))
    until = time.monotonic() + 20
    while (rendered.read_text().count("\n") if rendered.exists() else 0) < len(works) and time.monotonic() < until:
        time.sleep(0.01)
    assert rendered.read_text().count("\n") == len(works), "nobody has listened yet"
    assert [path for path, *_ in workers.receive_all()] == [work.path for work in works]


def test_a_file_is_trusted_by_size_and_time_else_by_its_content(tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text("words")
    found = file.stat()
    output = Output("index.html", found.st_size, found.st_mtime_ns, digest(b"words"))
    assert untouched(file, output)
    os.utime(file, ns=(1, 1))
    assert untouched(file, output), "restored by a tool that forgets times"
    file.write_text("WORDS")
    assert not untouched(file, output)
    file.unlink()
    assert not untouched(file, output)


def test_a_page_that_the_site_no_longer_has_goes_with_its_folder(tmp_path: Path) -> None:
    site = tmp_path / "site"
    outputs = {}
    for name in ("kept", "gone"):
        file = site / name / "index.html"
        file.parent.mkdir(parents=True)
        file.write_text(name)
        outputs[name] = Output(f"{name}/index.html", 4, file.stat().st_mtime_ns, digest(name.encode()))
    tree = Tree(str(site), [str(site)])
    tree.put_aside()
    assert not site.exists()
    site.mkdir()
    tree.bring_back(outputs)
    assert all(tree.has(output) for output in outputs.values())
    tree.finish({"kept/index.html"})
    assert [path.name for path in site.iterdir()] == ["kept"]


@dataclass
class _Event:
    event_type: str
    src_path: str
    is_directory: bool = False
    dest_path: str = ""


@dataclass
class _Handler:
    heard: list[Any] = field(default_factory=list)

    def dispatch(self, event: Any) -> None:
        self.heard.append(event)


@pytest.mark.parametrize(
    ("event", "heard"),
    [
        (_Event("opened", "/d/a.md"), False),
        (_Event("closed", "/d/a.md"), False),
        (_Event("closed_no_write", "/d/a.md"), False),
        (_Event("modified", "/d/a.md"), True),
        (_Event("moved", "/d/a.md.tmp", dest_path="/d/a.md"), True),
        (_Event("modified", "/d", is_directory=True), False),
        (_Event("deleted", "/d/sub", is_directory=True), True),
        (_Event("modified", "/d/.a.md.swp"), False),
        (_Event("created", "/d/4913"), False),
        (_Event("created", "/d/a.md~"), False),
    ],
)
def test_what_counts_as_a_change(event: _Event, heard: bool) -> None:
    watcher, handler = Watcher(polling=True), _Handler()
    _Noting(handler, watcher, None).dispatch(event)
    assert bool(handler.heard) is heard
    assert bool(watcher.take()) is heard
    assert not any(getattr(one, "is_directory", False) for one in handler.heard), "the server passes over folders"


def test_a_watched_file_that_is_replaced_is_still_watched(tmp_path: Path) -> None:
    settings = tmp_path / "mkdocs.yml"
    settings.write_text("a")
    watcher, told = Watcher(polling=False), threading.Event()

    class Handler:
        def dispatch(self, _event: Any) -> None:
            told.set()

    watcher.schedule(Handler(), str(settings))
    watcher.start()
    try:
        for text in ("b", "c"):
            told.clear()
            (tmp_path / "mkdocs.yml.new").write_text(text)
            (tmp_path / "mkdocs.yml.new").replace(settings)
            assert told.wait(10)
        assert str(settings) in watcher.take()
    finally:
        watcher.stop()
        watcher.join()
