"""Looks with axe at every page in every width, theme and state.

The search is one dialog on the whole site, so its states are looked at on a page of each type; a state that changes one
part of a page (details, menu, what sticks at the end) is looked at in that part.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import Error, Page, expect, sync_playwright

from tests.audit.figures import Figure
from tests.audit.site import site
from tests.browser.axe import VERSION, findings, judgements
from tests.browser.conftest import find_chromium
from tests.browser.pages import one_of_each_type
from tests.browser.states import OF_THE_FRAME, OF_THE_PAGE

WIDTHS = (320, 768, 1280)
SCHEMES: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")


@dataclass
class Seen:
    """What was looked at and found."""

    states: int = 0
    violations: list[str] = field(default_factory=list)
    unjudged: list[str] = field(default_factory=list)


def look_at(page: Page, url: str, path: str, states: Sequence[str], place: str) -> Seen:
    """One page in these states."""
    seen = Seen()
    page.goto(url + path)
    for name in states:
        within = (OF_THE_PAGE | OF_THE_FRAME)[name](page)
        if within is None:
            continue
        found = findings(page, path, within)
        seen.states += 1
        seen.violations += [f"{path} ({place}, {name}): {one}" for one in found.violations]
        seen.unjudged += [f"{path} ({place}, {name}): {one}" for one in found.unjudged]
    return seen


def sweep(url: str, paths: Sequence[str], types: Sequence[str], width: int, scheme: Literal["light", "dark"]) -> Seen:
    """All pages in one width and theme, in a browser of its own."""
    expect.set_options(timeout=60_000)
    all_seen = Seen()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        for path in paths:
            states = [*OF_THE_PAGE, *(OF_THE_FRAME if path in types else ("menu open",))]
            context = browser.new_context(
                viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
            )
            context.set_default_timeout(120_000)
            try:
                seen = look_at(context.new_page(), url, path, states, f"{width} px, {scheme}")
            except Error as error:  # a page that cannot be looked at has not passed
                seen = Seen(violations=[f"{path} ({width} px, {scheme}): {error}"])
            context.close()
            all_seen.states += seen.states
            all_seen.violations += seen.violations
            all_seen.unjudged += seen.unjudged
        browser.close()
    return all_seen


def run() -> list[Figure]:
    """Violations, and findings that axe leaves open and nobody has judged, over all page states."""
    published = site()
    types = list(one_of_each_type(published).values())
    ways: list[tuple[int, Literal["light", "dark"]]] = [(width, scheme) for width in WIDTHS for scheme in SCHEMES]
    with ProcessPoolExecutor(os.cpu_count() or 1, multiprocessing.get_context("spawn")) as workers:
        jobs = [workers.submit(sweep, published.url, published.pages, types, width, scheme) for width, scheme in ways]
        seen = [job.result() for job in jobs]
    states = sum(one.states for one in seen)
    violations = [fault for one in seen for fault in one.violations]
    unjudged = [fault for one in seen for fault in one.unjudged]
    print("\n".join([*violations, *(f"not judged: {one}" for one in unjudged)]), file=sys.stderr)  # noqa: T201
    note = (
        f"{len(published.pages)} pages in {states:,} states: three widths, light and dark, with menu and details open, "
        f"and at the end. The search was open on a page of each of {len(types)} kinds. "
        "A program finds a part of what stops people."
    )
    judged = f"What axe cannot decide is looked at by people: {len(judgements())} kinds of place were judged."
    return [
        Figure(
            "accessibility",
            "Accessibility faults that a program finds",
            len(violations),
            None,
            "at most 0",
            "axe-core",
            VERSION,
            note,
        ),
        Figure(
            "accessibility-unjudged",
            "Places where the program was unsure and nobody has looked yet",
            len(unjudged),
            None,
            "at most 0",
            "axe-core",
            VERSION,
            judged,
        ),
    ]
