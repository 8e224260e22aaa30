"""Checks of one site after random edits: does each tell what a full check tells?"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from knowledge.checks.again import Checked, check_whole
from knowledge.checks.run import outcome
from knowledge.library import Library
from knowledge.load import load_library
from knowledge.load_again import after
from knowledge.problems import as_json
from knowledge.source.seen import Seen
from tests.rebuild.edits import EDITS
from tests.rebuild.own_edits import OWN_EDITS
from tests.rebuild.sequences import Played
from tests.rebuild.site import Edit, Site

CHECKED_EDITS = tuple(
    edit for edit in (*EDITS, *OWN_EDITS) if edit.__name__ not in ("contact", "nav", "template")
)  # those of mkdocs.yml and of templates need a site that can be built


class Checks:
    """Checks of one docs folder, each after the one before."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.seen = Seen()
        self.last: Checked | None = None

    def again(self) -> Library:
        read = load_library(self.folder / "docs", self.folder, seen=self.seen)
        library = after(read, self.last.library if self.last else None)
        self.last = self.last.after(library) if self.last else check_whole(library)
        return library

    def full(self) -> Library:
        return load_library(self.folder / "docs", self.folder)


def report(library: Library) -> str:
    """All that a check tells, notes too, and what suppressions silenced."""
    found = library.once(outcome)
    silenced = [f"{one.suppression} {as_json(one.problems)}" for one in found.silenced]
    return "\n".join([as_json(found.problems), *silenced])


def play_checks(site: Site, edits: Sequence[Edit], seed: int, steps: int) -> Played:
    """Check, edit and check again so many times; stops at the first report that is not that of a full check."""
    source, checks, played = random.Random(f"checks {seed}"), Checks(site.folder), Played()
    for number in range(steps + 1):
        played.steps.append((source.choice(edits)(site, source) or "nothing") if number else "the first check")
        site.past.append(site.state())
        again, full = report(checks.again()), report(checks.full())
        played.compared += 1
        if again != full:
            mine, others = again.splitlines(), full.splitlines()
            played.wrong = [f"told without cause: {line}" for line in mine if line not in others]
            played.wrong += [f"not told: {line}" for line in others if line not in mine] or ["another order"]
            break
    return played
