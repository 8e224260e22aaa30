"""Random edits one after the other, and after each of them: is what was built what a clean build makes?"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.rebuild.builds import Builds, unlike
from tests.rebuild.site import Edit, Site

_LATER = "1795000000"


@dataclass
class Played:
    """What was done, step by step, and what was wrong after one of them."""

    steps: list[str] = field(default_factory=list)
    compared: int = 0
    good: int = 0
    """How many of the builds succeeded, so that trees were compared and not reports alone."""
    kept: int = 0
    """How many pages were kept in all: with none, nothing would have been tried."""
    wrong: list[str] = field(default_factory=list)

    def told(self) -> str:
        """All of it, for a person."""
        return "\n".join([*(f"{n}. {step}" for n, step in enumerate(self.steps)), "then:", *self.wrong[:20]])


def play(
    folder: Path, edits: Sequence[Edit], seed: int, steps: int, builds: Builds | None = None, *, most: int = 3
) -> Played:
    """Make so many steps of up to `most` edits each; stops at the first that goes wrong.

    Sites that cannot be built are mended after a step or two, since only trees tell whether pages are right.
    """
    source = random.Random(f"edits {seed}")
    own = builds or Builds(folder)
    site, played = Site(folder), Played()
    good: dict[str, bytes] | None = None
    try:
        for number in range(steps + 1):
            played.steps.append(_step(site, source, edits, most) if number else "the first build")
            before = site.state()
            ours, kept, wrong = _compared(own, source)
            played.compared, played.kept = played.compared + 1, played.kept + kept
            if wrong:
                played.wrong = wrong
                break
            if ours:
                good, played.good = before, played.good + 1
                site.past.append(before)
            elif good is not None and source.random() < 0.6:
                site.go_back(good)
                played.steps[-1] += "; then mended"
    finally:
        if builds is None:
            own.close()
    return played


def _step(site: Site, source: random.Random, edits: Sequence[Edit], most: int) -> str:
    done: list[str] = []
    wanted = source.choices(range(1, most + 1), weights=range(most, 0, -1))[0]
    for _ in range(200):
        if len(done) == wanted:
            break
        made = source.choice(edits)(site, source)
        if made is not None:
            done.append(made)
    return "; ".join(done)


def _compared(builds: Builds, source: random.Random) -> tuple[bool, int, list[str]]:
    """Whether the site could be built, pages kept, and what is wrong: in place mostly, on one core now and then."""
    into = source.choice(["site", "site", "site", "site-fresh"])
    options = ["--strict"] if source.random() < 0.2 else []
    environment = {"SOURCE_DATE_EPOCH": _LATER} if source.random() < 0.1 else {}
    ours = builds.incremental(*options, into=into, cores=source.choice([0, 0, 1]), **environment)
    clean = builds.clean(*options, **environment)
    return clean.status == 0, ours.kept, unlike(ours, clean)
