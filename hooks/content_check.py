"""MkDocs adapter: reads and checks the content before anything is built; prints one report."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from knowledge.dependencies import hand_over
from knowledge.problems import as_text, counted
from knowledge.publishing.faults import in_words
from knowledge.publishing.notes import tell
from knowledge.session import SESSION, guarded

DEPENDENCIES_RECORDED = True  # see hooks/knowledge/incremental/gate.py


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether this is a preview: the only event that knows."""
    SESSION.preview = command == "serve"


@guarded
def on_config(config: MkDocsConfig) -> None:
    """Read the docs folder anew and hand it to the Markdown extension."""
    library = SESSION.begin(Path(config.docs_dir))
    hand_over(library, SESSION.marks, config.site_url)


@guarded
def on_pre_build(config: MkDocsConfig) -> None:
    """Check everything while the last good site is whole; with errors, build on beside it to hear MkDocs too."""
    if SESSION.check() and not SESSION.preview:
        config.site_dir = SESSION.build_aside()


@guarded
def on_post_build(config: MkDocsConfig) -> None:
    """Tell everything once, MkDocs' own warnings too; those stop a build, whoever forgot --strict."""
    if SESSION.aside:
        _stop("Nothing was built")
    if SESSION.warnings.messages and not SESSION.preview:
        _stop("The build stops here")
    _tell()


def on_build_error(error: Exception) -> None:
    """A build that breaks for another reason still tells what is known by then."""
    if isinstance(error, Abort):
        return
    if SESSION.aside:
        _stop("Nothing was built")
    _tell()
    if isinstance(error, OSError) and not SESSION.preview:
        raise Abort(f"The build stops here: {in_words(error)}")


def _stop(what: str) -> None:
    SESSION.leave_aside()
    _tell()
    raise Abort(f"{what}: {counted(SESSION.report())}.")


def _tell() -> None:
    report = as_text(SESSION.report())
    if report:
        print(report, file=sys.stderr)  # noqa: T201  the report
    tell("told", report)
