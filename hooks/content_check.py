"""MkDocs adapter: reads and checks the content before anything is built; prints one report."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from knowledge.markdown_extension import set_library
from knowledge.problems import as_text, counted
from knowledge.session import SESSION, guarded


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether this is a preview: the only event that knows."""
    SESSION.preview = command == "serve"


@guarded
def on_config(config: MkDocsConfig) -> None:
    """Read the docs folder anew and hand it to the Markdown extension."""
    set_library(SESSION.begin(Path(config.docs_dir)))


@guarded
def on_pre_build(config: MkDocsConfig) -> None:
    """Check everything while the last good site is still whole; in preview only tell."""
    stopping = SESSION.check()
    if SESSION.problems:
        print(as_text(SESSION.problems), file=sys.stderr)  # noqa: T201  the report
    if stopping and not SESSION.preview:
        raise Abort(f"Nothing was built: {counted(SESSION.problems)}.")


@guarded
def on_post_build(config: MkDocsConfig) -> None:
    """Stop once with MkDocs' own warnings, whoever forgot --strict."""
    if SESSION.warnings.messages and not SESSION.preview:
        raise Abort(f"MkDocs gave {len(SESSION.warnings.messages)} warnings, shown above; they stop the build.")
