"""One run of the site generator: preview or build, its library, its problems. What the adapters share, and no more.

Hook modules live as long as the process, so everything of one build is reset at its beginning.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from knowledge.checks.run import outcome
from knowledge.collector import lasting
from knowledge.library import Library
from knowledge.load import load_library
from knowledge.page_facts import PageFacts
from knowledge.problems import Place, Problem, Severity, as_text, in_order, stops, told

Args = ParamSpec("Args")
Result = TypeVar("Result")


class _Warnings(logging.Handler):
    """Keeps the generator's own warnings (links, anchors), so that they can be told with ours."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.messages.append(record.getMessage())


@dataclass
class Session:
    """The state of the run that is under way."""

    preview: bool = False
    library: Library | None = None
    problems: list[Problem] = field(default_factory=list)
    warnings: _Warnings = field(default_factory=_Warnings)

    def begin(self, docs_dir: Path) -> Library:
        """Start a build: forget the last one and read the docs folder."""
        self.problems = []
        self.warnings.messages.clear()
        logger = logging.getLogger("mkdocs")
        if self.warnings not in logger.handlers:
            logger.addHandler(self.warnings)
        self.library = None
        with lasting():
            self.library = load_library(docs_dir)
        return self.library

    def check(self) -> str | None:
        """Check the library; the report where it stops a build, None where the build may go on."""
        if self.library is None:
            return None
        self.problems = told(self.library.once(outcome).problems)
        return as_text(self.problems) if stops(self.problems, strict=False) else None

    def facts(self, path: str) -> PageFacts | None:
        """What the templates may know of a page; its problems only in preview."""
        page = self.library.pages.get(path) if self.library else None
        if page is None:
            return None
        return PageFacts.of(page, self._shown_problems(page.source.path), preview=self.preview)

    def _shown_problems(self, path: str) -> tuple[Problem, ...]:
        """A page's own problems first, then those of data files, which any page may show."""
        if not self.preview:
            return ()
        own = [problem for problem in self.problems if problem.path == path]
        data = [problem for problem in self.problems if not problem.path.endswith(".md")]
        return (*own, *data)

    def fault(self, error: Exception, event: str) -> None:
        """Keep an unforeseen exception as a problem: a fault of ours, which must not end a writer's preview."""
        logging.getLogger("legwise").exception("fault in %s", event)
        message = f"A fault in Legwise, not in your page: {type(error).__name__} in {event}."
        hint = "Save again; if it comes back, report it with the lines the terminal shows."
        problem = Problem.at(Place("mkdocs.yml"), "X001", message, hint, Severity.ERROR)
        self.problems = in_order([*self.problems, problem])


SESSION = Session()
"""The one session of this process."""


def guarded(event: Callable[Args, Result]) -> Callable[Args, Result | None]:
    """An event handler that never ends or hangs the preview; in a build its exceptions go on."""

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
        if not SESSION.preview:
            raise
        SESSION.fault(error, event)
