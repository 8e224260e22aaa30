"""What a preview serves when it has just been started: `python -m tests.rebuild.first_preview HOST:PORT OUT`.

Runs `mkdocs serve` up to where it would serve, copies the tree it would serve, and ends.
"""

from __future__ import annotations

import shutil
import sys
from typing import Any

from mkdocs.__main__ import cli
from mkdocs.livereload import LiveReloadServer

ADDRESS, OUT = sys.argv[1:]


def _copied(self: LiveReloadServer, **_options: Any) -> None:
    shutil.copytree(self.root, OUT)


setattr(LiveReloadServer, "serve", _copied)  # noqa: B010  it is a method
cli(["serve", "--dev-addr", ADDRESS])
