"""How the work of one build is shared out: which pages other processes turn and render, and what comes back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from jinja2 import Environment

from knowledge.incremental.logs import Listener, tell_again
from knowledge.incremental.protocols import Config, Files, Generator, Navigation
from knowledge.incremental.records import PageRecord
from knowledge.incremental.store import Store
from knowledge.incremental.templates import KEPT
from knowledge.incremental.work import Fate, Work, fill_from, restore_layout, take_away
from knowledge.incremental.workers import Line, Queue, Workers, processes

_MOST = 8  # pages taken at a time


class Side(Protocol):
    """What of a build is needed here."""

    generator: Generator
    config: Config
    files: Files
    nav: Navigation
    listener: Listener
    works: dict[str, Work]
    store: Store | None
    known_templates: Any

    @property
    def inclusion(self) -> Callable[[Any], bool]:
        """Which files become pages."""
        ...

    def settle(self, work: Work) -> None:
        """Note how the file of a page lies on the disk."""
        ...

    def look_at_templates(self) -> None:
        """Know the templates, and have them compiled for every process."""
        ...


class Team:
    """The processes of one build and the pages between them."""

    def __init__(self, build: Side, turned: list[Work]) -> None:
        """`turned` are the pages to be turned from Markdown, in order."""
        self._build = build
        self._turned = turned
        self._workers = Workers()
        self._size = max(1, min(_MOST, len(turned) // 32))
        self._queue: Queue | None = None
        self._token: int | None = -1
        self._pages: Sequence[Any] | None = None
        self.in_worker = False
        for number, work in enumerate(turned):
            work.number = number // self._size

    def start(self) -> None:
        """Fork, where that is worth it."""
        count = processes(len(self._turned))
        if count < 2:
            return
        remembered = self._build.store is not None  # then the others find compiled templates on the disk
        if not remembered:
            self._build.look_at_templates()
        self._queue = Queue(self._turned[-1].number + 1)
        for _ in range(count - 1):
            self._workers.fork(self._turn_and_render)
        if remembered:
            self._build.look_at_templates()  # while the others turn pages already

    def mine(self, work: Work) -> bool:
        """Whether the build itself turns a page, which it asks for in order."""
        if self._queue is None or self.in_worker:
            return True
        while self._token is not None and self._token < work.number:
            self._token = self._queue.next()
        return self._token == work.number

    def gather(self, environment: Environment) -> None:
        """Bring in what the others know of the pages that they turned, and tell them what they need to know."""
        self._environment = environment
        if self._queue is None:
            return
        for found in self._workers.receive():
            for path, record, date in found:
                work = self._build.works[path]
                work.record, work.done, work.fate = record, True, Fate.ELSEWHERE
                self._tell(work, date)
        self._queue.close()
        self._queue = None
        turned = [work for work in self._turned if work.done]
        told = [(work.path, _brief(work.record), work.file.page.update_date) for work in turned]
        self._workers.send((self._build.known_templates, told))
        for work in self._turned:
            if not work.done:
                self._populate(work)
            elif work.fate is Fate.ELSEWHERE:
                tell_again(work.record.messages)

    def render_elsewhere(self) -> None:
        """Fork for rendering alone, where many pages are rendered whose text is kept."""
        if self._workers.lines or self._build.store is None:
            return
        rendered = [work for work in self._build.works.values() if work.fate is Fate.RENDERED]
        count = processes(len(rendered))
        for number in range(1, count):
            share = rendered[number::count]
            self._workers.fork(lambda line, share=share: self._render(line, share, self._environment))  # type: ignore[misc]
        for number in range(1, count):
            for work in rendered[number::count]:
                work.fate = Fate.ELSEWHERE
                work.file.page.meta["template"] = KEPT

    def finish(self) -> None:
        """Bring in what the others rendered, and render what they failed to."""
        missing = {work.path: work for work in self._build.works.values() if work.fate is Fate.ELSEWHERE}
        for path, record, content, entries in self._workers.receive_all():
            work = missing.pop(path)
            work.record, work.content, work.entries = record, content, entries
            tell_again(record.template_messages)
        for work in missing.values():
            if not work.keeps_text:
                self._populate(work)
            work.fate = Fate.RENDERED
            restore_layout(work)
            self._render_one(work, self._environment)

    def close(self) -> None:
        """End all processes."""
        self._workers.close()
        if self._queue is not None:
            self._queue.close()
            self._queue = None

    def _populate(self, work: Work) -> None:
        page = self._page(work)
        take_away(page)
        work.fate = Fate.RENDERED
        self._build.generator.populate(page, self._build.config, self._build.files)

    def _turn_and_render(self, line: Line) -> None:
        """What another process does: turn its pages, hear of all others, render its own."""
        build, queue = self._build, self._queue
        self._enter()
        done: list[Work] = []
        while queue is not None and (number := queue.next()) is not None:
            for work in self._turned[number * self._size : (number + 1) * self._size]:
                self._populate(work)
                done.append(work)
        line.send([(work.path, work.record, work.file.page.update_date) for work in done])
        build.known_templates, told = line.receive()
        for path, record, date in told:
            if not build.works[path].done:
                build.works[path].record = record
                self._tell(build.works[path], date)
        for work in build.works.values():
            if work.keeps_text:
                self._tell(work, work.file.page.update_date if work.file.page else None)
        environment = build.config.plugins.on_env(build.config.theme.get_env(), config=build.config, files=build.files)
        self._render(line, done, environment)

    def _enter(self) -> None:
        self.in_worker = True
        self._build.listener.alone()
        if self._build.store is not None:
            self._build.store = self._build.store.again()

    def _tell(self, work: Work, date: str | None) -> None:
        """Put what is known of a page that was turned elsewhere into it."""
        page = self._page(work)
        page.update_date = date or page.update_date
        page.markdown = page.markdown or ""
        fill_from(page, work.record, self._build.files.get_file_from_path)

    def _page(self, work: Work) -> Any:
        if work.file.page is None:
            self._build.generator.make_page(None, work.file, self._build.config)
        return work.file.page

    def _render(self, line: Line, share: list[Work], environment: Environment) -> None:
        if not self.in_worker:
            self._enter()
        kept = []
        for work in share:
            self._render_one(work, environment)
            self._build.settle(work)
            kept.append(line.packed((work.path, work.record, work.content, work.entries)))
            work.content = work.entries = None
        for packed in kept:  # not before: the build listens when its own are rendered, and a full pipe holds us up
            line.put(packed)

    def _render_one(self, work: Work, environment: Environment) -> None:
        build = self._build
        if self._pages is None:  # the same for all: looking for them costs as much as there are files
            self._pages = build.files.documentation_pages(inclusion=build.inclusion)
        build.generator.build_page(
            work.file.page,
            build.config,
            self._pages,
            build.nav,
            environment,
            excluded=work.file.inclusion.is_excluded(),
        )


def _brief(record: PageRecord) -> PageRecord:
    """What one page can show of another."""
    return PageRecord("", title=record.title, meta=record.meta, content=record.content)
