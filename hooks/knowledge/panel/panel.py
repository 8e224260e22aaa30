"""What the problems panel of one page shows: texts, counts and targets, ready for a template without logic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.library import Library, Page
from knowledge.panel.data_use import DataUse
from knowledge.problems import Place, Problem, Severity, visible
from knowledge.render.source_marks import ATTRIBUTE, PART_OF_KEY

_TITLE = "#content > h1"


@dataclass(frozen=True, slots=True)
class Entry:
    """One problem. `selector` finds its place in the page and `href` a place near it that needs no script; both are
    None where the page does not show what is wrong."""

    severity: str
    place: str
    message: str
    hint: str
    rule: str
    selector: str | None
    href: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """Problems under one heading."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class OtherPage:
    """A further page with problems of its own; `address` is from the site's start, None where it is not known."""

    path: str
    address: str | None
    count: str


@dataclass(frozen=True, slots=True)
class Panel:
    """The whole panel: `title` counts what stands in the groups by severity, `more` what other pages have."""

    title: str
    groups: tuple[Group, ...]
    more: str | None
    others: tuple[OtherPage, ...]


def panel(
    page: Page,
    library: Library,
    problems: Sequence[Problem],
    marks: Sequence[Place],
    addresses: dict[str, str] | None = None,
) -> Panel | None:
    """The panel of a page; None where there is nothing to tell. `addresses` are those of the pages, by path.

    Notes are told on drafts alone, where they say what is still missing.
    """
    shown = [problem for problem in problems if problem.severity is not Severity.NOTE or _of_draft(problem, page)]
    pages = {other.source.path: path for path, other in library.pages.items()}
    own = [problem for problem in shown if problem.path == page.source.path]
    rest = [problem for problem in shown if problem.path not in pages]
    uses = DataUse(page, library)
    used = [(problem, use) for problem in rest if (use := uses.of(problem))]
    using = {problem for problem, _ in used}
    groups = (
        Group("On this page", tuple(_entry(problem, _target(problem, page, marks), page) for problem in own)),
        Group("In data that this page shows", tuple(_entry(problem, use.selector, page) for problem, use in used)),
        Group("Elsewhere", tuple(_entry(problem, None, page) for problem in rest if problem not in using)),
    )
    others = Counter(pages[problem.path] for problem in shown if problem.path in pages and problem not in own)
    if not any(group.entries for group in groups) and not others:
        return None
    return Panel(
        title=_counted([*own, *rest]),
        groups=tuple(group for group in groups if group.entries),
        more=_more(len(others)),
        others=tuple(
            OtherPage(path, (addresses or {}).get(path), _number(count, "problem"))
            for path, count in sorted(others.items())
        ),
    )


def _of_draft(problem: Problem, page: Page) -> bool:
    return page.front.draft and problem.path == page.source.path


def _entry(problem: Problem, selector: str | None, page: Page) -> Entry:
    return Entry(
        severity=problem.severity.value,
        place=visible(f"{problem.path}:{problem.line}:{problem.column}"),
        message=visible(problem.message),
        hint=visible(problem.hint),
        rule=problem.rule,
        selector=selector,
        href=_href(selector, problem, page) if selector else None,
    )


def _href(selector: str, problem: Problem, page: Page) -> str:
    """An address on the page: the element's own, else the heading's above it."""
    if selector.startswith("#") and selector != _TITLE:
        return selector
    place = Place(problem.path, problem.line, problem.column)
    above = [heading.anchor for heading in page.body.headings if heading.place <= place]
    return f"#{above[-1]}" if above else "#content"


def _target(problem: Problem, page: Page, marks: Sequence[Place]) -> str | None:
    """The element of the page that shows what is wrong: for the body the nearest one typed before it."""
    place = Place(problem.path, problem.line, problem.column)
    body_line = len(page.source.lines) - page.markdown.count("\n")
    if place.line >= body_line:
        before = [mark for mark in marks if body_line <= mark.line and mark <= place]
        return _marked(max(before)) if before else None
    keys = [key for key, _ in page.node.entries if key.place <= place] if page.node else []
    if not keys:
        return None
    key = keys[-1].text
    if key == "title":
        return _TITLE
    part = page.node.key(PART_OF_KEY[key]) if key in PART_OF_KEY and page.node else None
    return _marked(part.place) if part is not None and part.place in marks else None


def _marked(place: Place) -> str:
    return f'[{ATTRIBUTE}="{place.line}:{place.column}"]'


def _counted(problems: Iterable[Problem]) -> str:
    """Such as `2 errors and 1 warning`."""
    by_severity = Counter(problem.severity for problem in problems)
    parts = [_number(by_severity[severity], severity.value) for severity in Severity if by_severity[severity]]
    return ", ".join(parts[:-1]) + (" and " if len(parts) > 1 else "") + parts[-1] if parts else "No problem here"


def _more(pages: int) -> str | None:
    return f"{_number(pages, 'other page')} with problems" if pages else None


def _number(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
