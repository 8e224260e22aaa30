"""Checking again after a change of pages: the same report as a full check, from what still holds of the last one.

Most of what is told of a page rests on that page, on data and on settings; only for pages that changed is it worked out
again. What rests on other pages too (`Rule.across`) is worked out for all. Where anything but the text of known pages
has changed, data or the files there are, everything is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.checks.rule import RULES
from knowledge.checks.run import load_rules, outcome, settled, told_by
from knowledge.library import Library
from knowledge.load_again import has_data_of
from knowledge.problems import Problem


@dataclass(frozen=True)
class Checked:
    """A library with what its rules told, kept for the next check."""

    library: Library
    within: list[Problem]
    """What rests on one page, or on data alone."""

    def after(self, library: Library) -> Checked:
        """Check a library that was read later, with `load_library(…, seen=…)` and `load_again.after`.

        Its outcome is then known to the library, as after a full check.
        """
        changed = self._changed(library)
        if changed is None:
            return check_whole(library)
        asked = library.asking(changed)
        again = told_by(RULES.values(), lambda rule: rule.within_pages(asked), asked) if changed else []
        if _faulty(library, [*self.within, *again]):
            return check_whole(library)
        paths = {library.pages[path].source.path for path in changed}
        kept = (problem for problem in self.within if problem.path not in paths)
        return _checked(library, [*kept, *(problem for problem in again if problem.path in paths)])

    def is_quick(self, library: Library) -> bool:
        """Whether only texts of pages changed, so that little is judged again."""
        return self._changed(library) is not None

    def _changed(self, library: Library) -> list[str] | None:
        """The pages that changed; None where more did."""
        before = self.library.pages
        if not has_data_of(library, self.library) or list(library.pages) != list(before):
            return None
        return [path for path, page in library.pages.items() if page is not before[path]]


def check_whole(library: Library) -> Checked:
    """Check everything, and keep apart what the next check may use."""
    load_rules()
    return _checked(library, told_by(RULES.values(), lambda rule: rule.within_pages(library), library))


def _checked(library: Library, within: list[Problem]) -> Checked:
    across = told_by(RULES.values(), lambda rule: rule.across_pages(library), library)
    library.knows(outcome, settled([*within, *across], library))
    return Checked(library, within)


def _faulty(library: Library, problems: Iterable[Problem]) -> bool:
    """Whether a rule has failed: what it would have told of any page is not known."""
    folder = library.shown("")
    return any(problem.path == folder for problem in problems)
