"""One run of the site generator: preview or build, its library, its problems. What the adapters share, and no more.

Hook modules live as long as the process, so everything of one build is reset at its beginning.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from importlib import resources
from pathlib import Path
from typing import ParamSpec, TypeVar

from knowledge.appointment import answer_of
from knowledge.checks.again import Checked, check_whole
from knowledge.checks.beyond import X001
from knowledge.checks.crowding import uncrowded
from knowledge.checks.run import outcome
from knowledge.collector import lasting
from knowledge.incremental.haste import HASTE
from knowledge.library import Library, Page
from knowledge.load import load_library
from knowledge.load_again import after
from knowledge.location import Location
from knowledge.outputs.json_ld import page_json_ld
from knowledge.outputs.link_preview import link_preview
from knowledge.page_facts import PageFacts
from knowledge.panel.engine import engine_problems
from knowledge.panel.panel import Panel, panel
from knowledge.problems import Place, Problem, as_text, in_order, stops, told
from knowledge.render.source_marks import SourceMarks
from knowledge.source.seen import Seen

Args = ParamSpec("Args")
Result = TypeVar("Result")


class _Warnings(logging.Handler):
    """Keeps the generator's own warnings (links, anchors), so that they are told once, in order, with ours."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []
        self._before: tuple[logging.Logger, int] | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message; what is graver goes its own way."""
        if record.levelno == logging.WARNING:
            self.messages.append(record.getMessage())

    def take_over(self, logger: logging.Logger) -> None:
        """Listen to the generator, and keep what is told later from being printed now."""
        if self not in logger.handlers:
            logger.addHandler(self)
        for handler in logger.handlers:
            if isinstance(handler, logging.StreamHandler) and _later not in handler.filters:
                handler.addFilter(_later)

    def only_warnings(self, logger: logging.Logger) -> None:
        """Let the generator tell nothing of its progress."""
        self._before = logger, logger.level
        logger.setLevel(max(logger.level, logging.WARNING))

    def as_before(self) -> None:
        """Let it tell what it was set to tell."""
        if self._before:
            logger, level = self._before
            logger.setLevel(level)


def _later(record: logging.LogRecord) -> bool:
    return record.levelno != logging.WARNING


@dataclass
class Session:
    """The state of the run that is under way."""

    preview: bool = False
    library: Library | None = None
    problems: list[Problem] = field(default_factory=list)
    warnings: _Warnings = field(default_factory=_Warnings)
    marks: SourceMarks | None = None
    addresses: dict[str, str] = field(default_factory=dict)
    aside: tempfile.TemporaryDirectory[str] | None = None
    """Where a build goes whose content has errors: never into the site."""
    _everything: tuple[tuple[int, int], list[Problem]] | None = None
    _seen: Seen = field(default_factory=Seen)
    _before: list[Problem] = field(default_factory=list)
    _last: Library | None = None
    _checked: Checked | None = None

    def begin(self, docs_dir: Path) -> Library:
        """Start a build: forget the last one and read the docs folder.

        In a process that builds again and again, a preview, only what changed since the last time is read and, by
        `check`, judged again; what comes out is the same. Whoever builds in another way than MkDocs does calls both in
        this order too, once for each build, in one thread.
        """
        self.leave_aside()
        self._before, self.problems = self.problems, []
        self._everything = None
        self.marks = {} if self.preview else None
        self.warnings.messages.clear()
        self.warnings.take_over(logging.getLogger("mkdocs"))
        self.library = None
        with lasting():
            self.library = self._last = after(load_library(docs_dir, seen=self._seen), self._last)
        return self.library

    def check(self) -> str | None:
        """Check the library; the report where it stops a build, None where the build may go on.

        Where a first answer is wanted (`incremental/haste.py`), what takes long comes after: until then the problems
        are those of the last check.
        """
        if self.library is None:
            return None
        self.problems = self._before  # until they are known anew
        if self._checked and not self._checked.is_quick(self.library) and HASTE.may_wait():
            return None
        with lasting():
            self._checked = self._checked.after(self.library) if self._checked else check_whole(self.library)
            self.problems = uncrowded(self.library.once(outcome).problems, self.library)
        return as_text(told(self.problems)) if stops(self.problems, strict=False) else None

    def build_aside(self) -> str:
        """A folder of its own for a build that is already known to fail, so that all its problems are told at once."""
        self.aside = tempfile.TemporaryDirectory(prefix="legwise-", ignore_cleanup_errors=True)
        self.warnings.only_warnings(logging.getLogger("mkdocs"))  # where it builds to is nobody's concern
        return self.aside.name

    def leave_aside(self) -> None:
        """Remove that folder, if there was one."""
        if self.aside:
            self.warnings.as_before()
            self.aside.cleanup()
            self.aside = None

    def everything(self) -> list[Problem]:
        """What is known by now: the check's problems, notes too, and the generator's warnings."""
        if self.library is None:
            return self.problems
        known = (len(self.problems), len(self.warnings.messages))
        if self._everything is None or self._everything[0] != known:
            found = engine_problems(self.warnings.messages, self.library, self.problems)
            self._everything = known, in_order([*self.problems, *found])
        return self._everything[1]

    def report(self) -> list[Problem]:
        """What the terminal is told of this build, in the order of `kb check`."""
        return told(self.everything())

    def facts(self, path: str, where: Location | None = None) -> PageFacts | None:
        """What the templates may know of a page; its problems only in preview.

        `where` it is published: with that the page can tell machines what it holds; none visits a preview.
        """
        page = self.library.pages.get(path) if self.library else None
        if self.library and (answer := answer_of(path, self.library)):
            return PageFacts.of_sheet(answer, path, preview=self.preview)
        if page is None or self.library is None:
            return None
        told = page_json_ld(page, self.library, where) if where and not self.preview else None
        found = self._panel(page, self.library) if self.preview else None
        shared = link_preview(page, self.library, where)
        return PageFacts.of(page, found, preview=self.preview, json_ld=told, shared=shared)

    def popular(self) -> list[tuple[str, str]]:
        """Title and address of the popular pages, as search.yml names them."""
        if self.library is None:
            return []
        found = [(page, self.addresses.get(page.path)) for page in self.library.published()]
        titles = {page.path: (page.front.title or page.path, url) for page, url in found if url is not None}
        return [titles[path] for path in self.library.search.value.popular if path in titles]

    def _panel(self, page: Page, library: Library) -> Panel | None:
        marks = (self.marks or {}).get(page.path, ())
        return panel(page, library, self.everything(), marks, self.addresses)

    def preview_files(self) -> dict[str, str]:
        """Style and script of the problems panel, by address; a build publishes neither."""
        if not self.preview:
            return {}
        folder = resources.files("knowledge.panel")
        return {
            f"preview/{name}": folder.joinpath(name).read_text("utf-8") for name in ("problems.css", "problems.mjs")
        }

    def fault(self, error: Exception, event: str) -> None:
        """Keep an unforeseen exception as a problem: a fault of ours, which must not end a writer's preview."""
        logging.getLogger("legwise").exception("fault in %s", event)
        message = f"A fault in Legwise, not in your page: {type(error).__name__} in {event}."
        hint = "Save again; if it comes back, report it with the lines the terminal shows."
        problem = Problem.at(Place("mkdocs.yml"), X001.id, message, hint, X001.severity)
        self.problems = in_order([*self.problems, problem])


SESSION = Session()
"""The one session of this process."""


def guarded(event: Callable[Args, Result]) -> Callable[Args, Result | None]:
    """An event handler that never ends or hangs the preview; in a build its exceptions go on.

    Where the content has errors, what they make fail later is no news, and is left out.
    """

    @wraps(event)
    def handle(*args: Args.args, **kwargs: Args.kwargs) -> Result | None:
        with _kept_in_preview(event.__name__):
            return event(*args, **kwargs)
        return None

    return handle


@contextmanager
def _kept_in_preview(event: str) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        if SESSION.aside:
            return
        if not SESSION.preview:
            raise
        SESSION.fault(error, event)
