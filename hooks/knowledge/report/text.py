"""The report as text for a terminal: the sums first, then a table for each thing, then what to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from knowledge.checks.words import plural
from knowledge.models.report import Doubt, PageFigures, Report, ReviewDue, State
from knowledge.models.words import Certainty
from knowledge.problems import Problem, Severity

STATE_WORDS = {
    State.DRAFT: "draft",
    State.CHECKED: "checked by a clinician",
    State.UNCHECKED: "not yet checked by a clinician",
}
_SHORT_STATES = {State.DRAFT: "draft", State.CHECKED: "checked", State.UNCHECKED: "not yet"}
_LEVELS = {level: level.value.replace("-", " ") for level in Certainty}
_ABSENT = "–"
_WIDTH = 60
"""How long a list of keys may run, in characters."""


def as_text(report: Report) -> str:
    """The whole report."""
    parts = [
        _columns(_sums(report)),
        _titled("Pages", _pages(report)),
        _titled("Overdue", [(one.name, f"due {one.due}", _days(one)) for one in report.overdue]),
        _titled("Claims by complaint", _claims(report)),
        _titled("Sources that could not be seen whole", _references(report)),
        _titled("Rules that hit something", _rules(report)),
        _titled("Rules to doubt", _doubts(report)),
        _titled("Silenced on purpose", _silences(report)),
        _titled("Data that nothing uses", [(f"{one.path}:{one.line}", one.message) for one in report.unused]),
        _told("Notes", report.notes),
    ]
    return "\n\n".join(part for part in parts if part)


def _sums(report: Report) -> Iterator[Sequence[str]]:
    yield "Files", f"{report.files}"
    yield "Problems", ", ".join(plural(report.problems[one], one.value) for one in Severity)
    states = Counter(page.state for page in report.pages)
    yield "Pages", f"{len(report.pages)}: " + ", ".join(f"{states[one]} {STATE_WORDS[one]}" for one in State)
    yield "Reviews", _reviews(report)
    yield "Reading", _reading(report)
    levels = Counter({level: sum(topic.certainties[level] for topic in report.topics) for level in Certainty})
    yield "Claims", f"{levels.total()}: " + ", ".join(f"{levels[one]} {_LEVELS[one]}" for one in Certainty)
    seen = report.references
    kinds = f"{seen.full} seen in full, {seen.partial} in part, {len(seen.recalled)} recalled"
    yield "Sources", f"{seen.total}: {kinds}; {len(seen.incomplete)} with gaps, {len(seen.retracted)} retracted"
    yield "Not used", plural(len(report.unused), "record")
    hit = sum(1 for rule in report.rules if rule.hits or rule.silenced)
    silenced = sum(rule.silenced for rule in report.rules)
    yield "Rules", f"{len(report.rules)}: {hit} hit something, {silenced} hits silenced, {len(report.doubts)} to doubt"
    yield "Measured", f"{len(report.measurements)}; not measured: {len(report.not_measured)}"


def _reviews(report: Report) -> str:
    soonest = f"next due {report.reviews[0].due} ({report.reviews[0].name})" if report.reviews else "none due"
    if report.today is None:
        return f"{soonest}; what is overdue is told with --today YYYY-MM-DD"
    return f"{soonest}; {len(report.overdue)} overdue on {report.today}"


def _reading(report: Report) -> str:
    if report.median_grade is None:
        return "no page is long enough to measure"
    hardest = max((page for page in report.pages if page.grade is not None), key=lambda page: page.grade or 0)
    return f"median grade {report.median_grade:.1f}, hardest {hardest.grade} ({hardest.path})"


def _days(one: ReviewDue) -> str:
    return plural(one.days_over or 0, "day") + " late"


def _pages(report: Report) -> list[Sequence[str]]:
    if not report.pages:
        return []
    return [
        ("page", "type", "clinician", "reviewed", "next review", "claims", "grade", "hard words"),
        *map(_page, report.pages),
    ]


def _page(page: PageFigures) -> Sequence[str]:
    reviewed, due = (str(day or _ABSENT) for day in (page.last_reviewed, page.next_review))
    grade = _ABSENT if page.grade is None else f"{page.grade:.1f}"
    hard = f"{page.hard_share:.1%}"
    return page.path, page.type or _ABSENT, _SHORT_STATES[page.state], reviewed, due, str(page.claims), grade, hard


def _claims(report: Report) -> list[Sequence[str]]:
    if not report.topics:
        return []
    rows: list[Sequence[str]] = [("complaint", *_LEVELS.values(), "outcomes")]
    for topic in report.topics:
        counts = (str(topic.certainties[level] or _ABSENT) for level in Certainty)
        told = (f"{name} {topic.outcomes[name]}" for name in report.outcomes if name in topic.outcomes)
        rows.append((topic.id, *counts, ", ".join(told) or "no claim"))
    return rows


def _references(report: Report) -> list[Sequence[str]]:
    found = report.references
    lists: dict[str, Sequence[str]] = {"only recalled": found.recalled, "retracted": found.retracted}
    lists |= {f"not seen: {gap}": keys for gap, keys in found.by_gap.items()}
    return [(what, str(len(keys)), _first(keys)) for what, keys in lists.items() if keys]


def _first(keys: Sequence[str]) -> str:
    """As many keys as fit a line; JSON has them all."""
    shown = [key for index, key in enumerate(keys) if len(", ".join(keys[: index + 1])) <= _WIDTH]
    rest = len(keys) - len(shown)
    return ", ".join(shown) + (f" and {rest} more" if rest else "")


def _rules(report: Report) -> list[Sequence[str]]:
    hit = [rule for rule in report.rules if rule.hits or rule.silenced]
    if not hit:
        return []
    head = ("rule", "severity", "hits", "silenced", "pages", "wants")
    rows = [(one.id, one.severity, str(one.hits), str(one.silenced), str(one.pages), one.wants) for one in hit]
    return [head, *rows]


def _doubts(report: Report) -> list[Sequence[str]]:
    figures = {rule.id: rule for rule in report.rules}
    rows: list[Sequence[str]] = []
    for name, doubt in report.doubts.items():
        one = figures[name]
        too_much = f"hits {one.pages} of {one.pages_of_types} pages of its types: is the rule wrong, or are the pages?"
        never = "hits nothing here, and no case of the tests makes it fail"
        rows.append((name, too_much if doubt is Doubt.TOO_MUCH else never))
    return rows


def _silences(report: Report) -> list[Sequence[str]]:
    return [
        (f"{one.place.path}:{one.place.line}", one.rule, f"until {one.until}", plural(one.hits, "hit"), one.reason)
        for one in report.silences
    ]


def _told(title: str, problems: Sequence[Problem]) -> str:
    return "\n".join([title, *(f"  {line}" for one in problems for line in one.as_text().splitlines())]) * bool(
        problems
    )


def _titled(title: str, rows: Sequence[Sequence[str]]) -> str:
    return f"{title}\n{_columns(rows, '  ')}" if rows else ""


def _columns(rows: Iterable[Sequence[str]], indent: str = "") -> str:
    """Rows with their columns aligned: figures to the right, the last column as long as it likes."""
    table = [list(row) for row in rows]
    widths = [max(len(row[index]) for row in table) for index in range(len(table[0]))]
    lines = []
    for row in table:
        cells = [
            cell.rjust(width) if _is_figure(index, table) else cell.ljust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append(indent + "  ".join(cells).rstrip())
    return "\n".join(lines)


def _is_figure(column: int, table: list[list[str]]) -> bool:
    cells = [row[column] for row in table[1:]]
    return bool(cells) and all(cell.rstrip("%").replace(".", "").isdigit() or cell == _ABSENT for cell in cells)
