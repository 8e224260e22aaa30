"""The quality page: the report's figures as tables, failures as plain as successes, the same on any day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from types import MappingProxyType
from xml.etree.ElementTree import Element

from knowledge.in_words import joined, number, plural, sentence
from knowledge.models.measurement import Measurement
from knowledge.models.report import Doubt, PageFigures, Report, RuleFigures, Silence, State, TopicFigures
from knowledge.models.words import Certainty
from knowledge.problems import Severity
from knowledge.render.elements import Child, Md, coded, el, link
from knowledge.render.entries import entries, entry
from knowledge.render.page_parts import next_review
from knowledge.render.site import Site
from knowledge.render.table import Head, Table, table_region
from knowledge.render.words import time

_STATES = {
    State.DRAFT: "Still being written.",
    State.CHECKED: "Checked by a clinician.",
    State.UNCHECKED: "Not yet checked by a clinician.",
}
_LEVELS = {level: level.value.replace("-", " ") for level in Certainty}


_GAPS = {"issued": "when it came out", "container-title": "journal or book", "page": "pages"}
"""Names of fields in a reader's words, where the field's own is none."""


def _sums(site: Site) -> list[Element]:
    report = site.report
    states = Counter(page.state for page in report.pages)
    levels = Counter({level: sum(topic.certainties[level] for topic in report.topics) for level in Certainty})
    seen = report.references
    figures: list[tuple[str, float]] = [
        ("Pages", len(report.pages) - states[State.DRAFT]),
        ("Pages that a clinician has checked", states[State.CHECKED]),
        ("Pages still being written", states[State.DRAFT]),
        *(
            [("Reading grade of the page in the middle", report.median_grade)]
            if report.median_grade is not None
            else []
        ),
        ("Findings", levels.total()),
        ("Questions that nobody has tested", levels[Certainty.NOT_TESTED]),
        ("Sources", seen.total),
        ("Sources whose details and finding we saw", seen.full),
        ("Sources that nobody has seen again yet", len(seen.recalled)),
        ("Sources that were withdrawn", len(seen.retracted)),
        ("Records that nothing uses yet", len(report.unused)),
        ("Rules that the program holds", len(report.rules)),
        ("Errors and warnings left", report.problems[Severity.ERROR] + report.problems[Severity.WARNING]),
        ("Notes left, which stop nothing", len(report.notes)),
        ("Hits silenced on purpose", sum(rule.silenced for rule in report.rules)),
        ("Figures that should be measured and are not", len(report.not_measured)),
    ]
    return [_table("quality", "Counted when the site was built.", ("What", "How many"), figures)]


def _pages(site: Site) -> list[Element]:
    return [entries((_page(page) for page in site.report.pages if page.state is not State.DRAFT), id_="quality-pages")]


def _page(page: PageFigures) -> Element:
    told: list[Child] = [_STATES[page.state]]
    if page.next_review:
        told += [" ", next_review(page.next_review)]
    if page.claims:
        told.append(f" Rests on {plural(page.claims, 'finding')}.")
    if page.grade is not None:
        told.append(f" Reading grade {page.grade}.")
    return entry(link(page.path, page.title), [], told)


def _claims(site: Site) -> list[Element]:
    return [entries((_topic(topic, site.report) for topic in site.report.topics), id_="quality-claims")]


def _topic(topic: TopicFigures, report: Report) -> Element:
    levels = [f"{topic.certainties[level]} {_LEVELS[level]}" for level in Certainty if topic.certainties[level]]
    outcomes = [
        f"{label} ({topic.outcomes[name]})" for name, label in report.outcomes.items() if name in topic.outcomes
    ]
    told = f"How sure: {joined(levels)}. What was measured: {joined(outcomes)}." if levels else "Nothing yet."
    return entry(topic.label, [plural(topic.claims, "finding")], [told])


def _sources(site: Site) -> list[Element]:
    seen = site.report.references
    figures = [
        ("Full: details and finding seen", seen.full),
        ("Partial: finding seen, details missing", seen.partial),
        ("Recalled: nobody has seen it again yet", len(seen.recalled)),
    ]
    figures += [
        ("Withdrawn after they came out", len(seen.retracted)),
        ("With a detail left open", len(seen.incomplete)),
    ]
    figures += [(f"Left open: {_GAPS.get(gap, gap)}", len(keys)) for gap, keys in seen.by_gap.items() if len(keys) > 1]
    caption = (
        f"How far we saw our {number(seen.total)} sources. Details that one source alone leaves open are not listed."
    )
    return [_table("quality-sources", caption, ("Sources", "How many"), figures)]


def _rules(site: Site) -> list[Element]:
    report = site.report
    hit = [rule for rule in report.rules if rule.hits or rule.silenced]
    quiet = len(report.rules) - len(hit)
    tried = sum(rule.tried for rule in report.rules if rule not in hit)
    line = f"{quiet} of {len(report.rules)} rules find nothing here. The tests break {tried} of these on purpose."
    parts = [el("p", line), *_doubted(report)]
    if hit:
        parts += [el("p", "These find something, notes included:"), entries(map(_rule, hit))]
    if report.silences:
        parts += [
            el("p", "These are silenced in one place each, for a reason:"),
            entries(map(_silence, report.silences)),
        ]
    return [el("div", *parts, id="quality-rules", class_="lists")]


def _silence(one: Silence) -> Element:
    return entry(
        one.rule, ["until ", time(one.until)], [f"{sentence(one.reason)} It keeps {plural(one.hits, 'hit')} quiet."]
    )


def _rule(rule: RuleFigures) -> Element:
    silenced = f", {rule.silenced} of them silenced on purpose" if rule.silenced else ""
    pages = f" on {rule.pages} of {plural(rule.pages_of_types, 'page')}" if rule.pages else ""
    return entry(rule.id, [f"{plural(rule.hits + rule.silenced, 'hit')}{pages}{silenced}"], coded(rule.wants))


def _doubted(report: Report) -> list[Element]:
    """The rules that are not to be trusted as they are, or that none is."""
    if not report.doubts:
        return [el("p", "No rule is in doubt: none hits more than half of the pages it is for, and none is untried.")]
    figures = {rule.id: rule for rule in report.rules}
    items = [
        el("li", el("strong", f"{name}:"), f" {_why(figures[name], doubt)}") for name, doubt in report.doubts.items()
    ]
    return [el("p", "Rules in doubt, which may be wrong themselves:"), el("ul", *items)]


def _why(rule: RuleFigures, doubt: Doubt) -> str:
    if doubt is Doubt.TOO_MUCH:
        return f"it hits {rule.pages} of the {rule.pages_of_types} pages of the types it is for."
    return "it hits nothing here, and no test breaks it."


def _measurements(site: Site) -> list[Element]:
    report = site.report
    missing = (entry(label, [], ["Not measured."]) for label in report.not_measured.values())
    return [entries([*map(_measured, report.measurements), *missing], id_="quality-measurements")]


def _measured(one: Measurement) -> Element:
    unit = f" {one.unit}" if one.unit else ""
    limit = {True: f"kept: {one.limit}{unit}", False: f"missed: {one.limit}{unit}", None: None}[one.met]
    told: list[Child] = [el("strong", f"{number(one.value)}{unit}"), f" (limit {limit})" if limit else None, ". "]
    told += [f"Measured with {one.tool} {one.version} on ", time(one.measured_on), "."]
    if one.note:
        told += [" ", el("span", Md(one.note))]
    return entry(one.label, [], told)


def _table(name: str, caption: str, columns: tuple[str, str], figures: Sequence[tuple[str, float]]) -> Element:
    """Names with their figures."""
    return table_region(
        Table(
            name=name,
            caption=(caption,),
            corner=columns[0],
            columns=[Head(columns[1], (columns[1],))],
            rows=[Head(what, (what,)) for what, _ in figures],
            cells=[[el("td", el("p", number(figure), class_="cell__value"))] for _, figure in figures],
        )
    )


QUALITY: MappingProxyType[str, Callable[[Site], list[Element]]] = MappingProxyType(
    {
        "quality": _sums,
        "quality-pages": _pages,
        "quality-claims": _claims,
        "quality-sources": _sources,
        "quality-rules": _rules,
        "quality-measurements": _measurements,
    }
)
"""What `/// generated | NAME` shows of the report."""
