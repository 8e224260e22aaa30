"""Makes 1,000 random edits under a running preview: half-saved, deleted, renamed, broken files; it must see them all.

In the end it must serve what a preview serves that is started on the same files. Each audit makes other edits; the day
is the seed.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from importlib.metadata import version
from pathlib import Path

from tests.audit.figures import Figure
from tests.integration import serve_edits

EDITS = 1_000


def run_edits() -> tuple[int, float, list[str]]:
    """Edits made, the longest wait in seconds, and what differs."""
    with tempfile.TemporaryDirectory() as folder:
        return serve_edits.run(Path(folder), EDITS, seed=date.today().toordinal())


def run() -> list[Figure]:
    """How many edits the preview took, and how many addresses it served otherwise than a new one."""
    made, slowest, different = run_edits()
    for path in different:
        sys.stderr.write(f"{path}\n")
    tool, number = "tests/integration/serve_edits.py, MkDocs", version("mkdocs")
    note = (
        "A small site; half-saved, emptied, deleted, renamed files, broken bytes and YAML, links to nowhere. "
        f"The longest wait for five edits to be served was {slowest:.0f} seconds of {serve_edits.SECONDS}."
    )
    wrong = len(different)
    return [
        Figure(
            "serve-edits", "Random edits that the preview took", made, "edits", f"at least {EDITS}", tool, number, note
        ),
        Figure("serve-stale", "Addresses it then served wrongly", wrong, "addresses", "at most 0", tool, number, note),
    ]
