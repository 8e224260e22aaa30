"""Builds sites, each in a process forked from this one, which has imported what a build needs.

`python -m tests.rebuild.forking` reads one task a line as JSON, `{"argv", "cwd", "environment", "cores", "out"}`, and
answers each with the exit status. A build so started knows nothing of others, as in a process of its own, and spares
the imports, which are half of a small build.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from runpy import run_module

import material.plugins.search.plugin
import material.plugins.tags.plugin
import mkdocs.commands.build
import pymdownx.snippets
import pymdownx.superfences

IMPORTED = (
    material.plugins.search.plugin,
    material.plugins.tags.plugin,
    mkdocs.commands.build,
    pymdownx.snippets,
    pymdownx.superfences,
)


def main() -> None:
    """Do tasks until there are no more."""
    for line in sys.stdin:
        task = json.loads(line)
        sys.stdout.flush()
        child = os.fork()
        if child == 0:
            _become(task)
            return
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def _become(task: dict[str, object]) -> None:
    """Run the task's module in this process, as `python -m` would."""
    os.chdir(str(task["cwd"]))
    out = os.open(str(task["out"]), os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    null = os.open(os.devnull, os.O_RDONLY)
    for number, to in ((null, 0), (out, 1), (out, 2)):
        os.dup2(number, to)
    environment = task["environment"]
    argv = task["argv"]
    assert isinstance(environment, dict)
    assert isinstance(argv, list)
    os.environ.clear()
    os.environ.update(environment)
    if task["cores"] == 1:
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    sys.argv = ["", *argv[1:]]
    sys.path[0] = str(Path.cwd())
    sys.path.append(str(Path(__file__).parents[2]))
    run_module(argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
